package import Indicators

/// The small notations of the configuration: durations, hours, days, numbers, ids.
package enum Notations {
    /// What a duration looks like, for messages.
    static let durationWords = "a duration: a whole number with s, m, h or d, as in '60s', '5m', '1h', '5d'"

    /// Reads `60s`, `5m`, `1h`, `5d` or the words `5 days` as seconds.
    static func duration(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits: digits), number > 0 else { return nil }
        switch text.dropFirst(digits.count).trimmed {
        case "s", "second", "seconds": return number
        case "m", "minute", "minutes": return number * 60
        case "h", "hour", "hours": return number * 3600
        case "d", "day", "days": return number * 86_400
        default: return nil
        }
    }

    /// What a size looks like, for messages.
    static let sizeWords = "a size: a whole number with KiB, MiB or GiB, as in '64 MiB', '1 GiB'"

    /// Reads `64 MiB` as bytes.
    static func size(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits: digits), number > 0 else { return nil }
        let shift: Int
        switch text.dropFirst(digits.count).trimmed {
        case "KiB": shift = 10
        case "MiB": shift = 20
        case "GiB": shift = 30
        default: return nil
        }
        let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: 1 << shift)
        return isTooLarge ? nil : bytes
    }

    /// What a number of days looks like, for messages.
    static let daysWords = "a number of days after the end of the period, 0 through 3650, as in '180 days'"

    /// Reads `180 days` or `180d`.
    static func days(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits: digits), number <= 3650,
            ["d", "day", "days"].contains(text.dropFirst(digits.count).trimmed)
        else { return nil }
        return number
    }

    /// What a time for which data are kept looks like, for messages.
    static let retentionWords = "'keep', or a time from 30 days through 100 years, as in '2 years' or '400 days'"

    /// For how many days something is kept; `nil` for ever.
    struct Retention: Hashable {
        let days: Int?
    }

    /// Reads `keep`, `400 days` or `7 years`; a year has 366 days, so that nothing is removed too early.
    static func retention(_ text: String) -> Retention? {
        if text == "keep" { return Retention(days: nil) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits: digits) else { return nil }
        let days: Int
        switch text.dropFirst(digits.count).trimmed {
        case "d", "day", "days": days = number
        case "year", "years": days = number * 366
        default: return nil
        }
        return (30...36_600).contains(days) ? Retention(days: days) : nil
    }

    /// What the time for a value looks like, for messages.
    static let dueWords = """
        \(daysWords), or after its beginning, as in '90 days from start'; working days, 1 through 260, as in \
        '15 workdays' or '15e werkdag'; or a day of the calendar, as in '1 november' or 'vóór 1 november'
        """

    /// What the time for a value means, for the reference.
    static let dueMeaning = """
        \(dueWords): the first one after the period, with 'from start' the first one from its beginning on, with \
        'a year later' the one after
        """

    /// What a date looks like, for messages.
    static let dateWords = "a date, as in '2026-12-31'"

    /// What an hour looks like, for messages.
    static let clockWords = "an hour from '00:00' through '23:59'"

    /// Reads `07:00` as seconds since midnight.
    static func clock(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(digits: parts[0]),
            let minute = Int(digits: parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 3600 + minute * 60
    }

    /// The days of the week in ISO order.
    static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// What a tolerance looks like, for messages.
    static let toleranceWords = """
        a percentage of the target's value, '2%', or an amount in the indicator's own unit, '0,5 units' \
        (for percentages: points)
        """

    /// Reads `2%` or `0,5 units`.
    static func tolerance(_ text: String) -> Tolerance? {
        if text.hasSuffix("%") { return magnitude(text.dropLast().trimmed).map(Tolerance.percentOfTarget) }
        for word in ["units", "unit"] where text.hasSuffix(word) {
            return magnitude(text.dropLast(word.count).trimmed).map(Tolerance.amount)
        }
        return nil
    }

    /// What a percentage looks like, for messages.
    static let percentageWords = "a percentage, as in '5%'"

    /// Reads `5%`.
    static func percentage(_ text: String) -> ExactDecimal? {
        text.hasSuffix("%") ? magnitude(text.dropLast().trimmed) : nil
    }

    /// What an amount of money looks like, for messages.
    static let eurosWords = "an amount in euros, as in '25.000'"

    /// Reads `25.000` or `25000`.
    static func euros(_ text: String) -> ExactDecimal? {
        guard case .absolute(nil, let value, nil)? = (try? TargetNotation(text))?.requirement, value >= .zero else {
            return nil
        }
        return value
    }

    /// What an amount in the unit of a budget line looks like, for messages.
    static let amountWords = "an amount in the line's own unit, as in '1.200.000' or '-50.000'"

    /// Reads `1.200.000`, `-50.000` or `+50.000`.
    static func amount(_ text: String) -> ExactDecimal? {
        let plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
        guard case .absolute(nil, let value, nil)? = (try? TargetNotation(plain))?.requirement else { return nil }
        return value
    }

    private static func magnitude(_ text: String) -> ExactDecimal? { decimal(text).flatMap { $0 < .zero ? nil : $0 } }

    /// What an indicator may count, for messages.
    static let countedWords = "'events', 'persons' or both, as in 'events, persons'"

    /// What an indicator counts: one or more words with commas between.
    static func counted(_ text: String) -> Set<Counted>? {
        let words = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        let counted = words.compactMap(Counted.init(rawValue:))
        return counted.count == words.count ? Set(counted) : nil
    }

    /// What a plausibility bound looks like, for messages.
    static let plausibilityWords = "a whole number of times from 2 through 1000000, as in '100', or 'any'"

    /// Reads `100` or `any`.
    static func plausibility(_ text: String) -> Plausibility? {
        if text == "any" { return .any }
        return Int(digits: text).flatMap { (2...1_000_000).contains($0) ? .times($0) : nil }
    }

    /// What a number looks like, for messages.
    static let decimalWords = "a number with a decimal comma, as in '12,5'"

    /// Reads a number with a decimal comma.
    static func decimal(_ text: String) -> ExactDecimal? { ExactDecimal(text, decimalSign: ",") }

    /// What a factor looks like, for messages.
    static let factorWords = "a number of at least 1 with a decimal comma, as in '1,5'"

    /// Reads `1,5`.
    static func factor(_ text: String) -> ExactDecimal? {
        decimal(text).flatMap { $0 < ExactDecimal(1) ? nil : $0 }
    }

    /// What an id looks like, for messages.
    package static let idWords = "an id of letters a-z, digits, '-', '_' and '.', at most 64 of them"

    /// Reads an id.
    package static func id(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
            }
        }
        return isPlain && (1...64).contains(text.utf8.count) ? text : nil
    }

    /// What an area code looks like, for messages.
    package static let areaWords = "a CBS code as in 'GM0303', 'WK030301', 'BU03030101' or 'NL01'"

    /// Reads the code of an area.
    package static func area(_ text: String) -> AreaCode? { AreaCode(cbs: text) }

    /// What a period looks like, for messages.
    static let periodWords =
        "a period: '2026', '2026-H1', '2026-Q3', '2026-04', '2025/2026', '2026-W05' or '2026-04-01'"
}
