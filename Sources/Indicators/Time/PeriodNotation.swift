extension Period: CustomStringConvertible {
    /// The period as Peilwacht writes it: `2026`, `2026-H1`, `2026-Q3`, `2026-04`, `2025/2026`, `2026-W05`,
    /// `2026-04-01`.
    package var description: String {
        switch kind {
        case .year: "\(year)"
        case .halfYear: "\(year)-H\(index)"
        case .quarter: "\(year)-Q\(index)"
        case .month: "\(year)-\(index.padded(to: 2))"
        case .schoolYear: "\(year)/\(year + 1)"
        case .week: "\(year)-W\(index.padded(to: 2))"
        case .day: "\(start)"
        }
    }

    /// Reads the ways in which Dutch sources write a period: Peilwacht's own, SDMX (`2026-S1`), CBS codes (`2026JJ00`,
    /// `2026KW03`; CBS manual "Perioden"), CBS labels (`2026 3e kwartaal`, `2025/'26`) and what people write
    /// (``PeriodReading``).
    ///
    /// A trailing `*` (provisional) is not part of a period: ``WrittenPeriod`` takes it off. `nil` where the text is none
    /// of these, or may be more than one of them.
    package init?(_ text: some StringProtocol) {
        guard case .period(let period) = PeriodReading(text) else { return nil }
        self = period
    }

    /// Reads the notations that programs write, which nearly every cell has.
    init?(usual text: String) {
        guard text.utf8.count <= 24, let year = Int(digits: text.prefix(4)), text.prefix(4).utf8.count == 4 else {
            return nil
        }
        let rest = text.dropFirst(4)
        guard let period = Self.own(year, rest) ?? Self.code(year, rest) ?? Self.label(year, rest) else {
            return nil
        }
        self = period
    }

    private static func own(_ year: Int, _ rest: Substring) -> Period? {
        guard let first = rest.first else { return Period(.year, year: year) }
        let tail = rest.dropFirst()
        if first == "/" { return schoolYear(year, tail) }
        guard first == "-", let letter = tail.first else { return nil }
        switch letter.uppercased() {
        case "H", "S": return Int(digits: tail.dropFirst()).flatMap { Period(.halfYear, year: year, index: $0) }
        case "Q": return Int(digits: tail.dropFirst()).flatMap { Period(.quarter, year: year, index: $0) }
        case "W": return twoDigits(tail.dropFirst()).flatMap { Period(.week, year: year, index: $0) }
        case "M": return twoDigits(tail.dropFirst()).flatMap { Period(.month, year: year, index: $0) }
        default: return monthOrDay(year, tail)
        }
    }

    private static func monthOrDay(_ year: Int, _ tail: Substring) -> Period? {
        if let month = twoDigits(tail) { return Period(.month, year: year, index: month) }
        return CalendarDate("\(year)-\(tail)").flatMap { Period(.day, containing: $0) }
    }

    private static func schoolYear(_ year: Int, _ tail: Substring) -> Period? {
        let isShortened = tail.first == "'" || tail.first == "’"
        let second = isShortened ? tail.dropFirst() : tail
        // `2009/10` may be October 2009 as well.
        if !isShortened, second.count == 2, let month = Int(digits: second), month <= 12 { return nil }
        guard let end = Int(digits: second), end == (second.count == 2 ? (year + 1) % 100 : year + 1) else {
            return nil
        }
        return Period(.schoolYear, year: year)
    }

    private static func code(_ year: Int, _ rest: Substring) -> Period? {
        guard rest.utf8.count == 4, let number = Int(digits: rest.suffix(2)) else { return nil }
        switch rest.prefix(2) {
        case "JJ": return number == 0 ? Period(.year, year: year) : nil
        case "SJ": return number == 0 ? Period(.schoolYear, year: year) : nil
        case "HJ": return Period(.halfYear, year: year, index: number)
        case "KW": return Period(.quarter, year: year, index: number)
        case "MM": return Period(.month, year: year, index: number)
        case "W1": return Period(.week, year: year, index: number)
        default:
            return CalendarDate("\(year)-\(rest.prefix(2))-\(rest.suffix(2))").flatMap { Period(.day, containing: $0) }
        }
    }

    private static func label(_ year: Int, _ rest: Substring) -> Period? {
        let words = rest.split(separator: " ").map { $0.lowercased() }
        if words.count == 1, let month = dutchMonths.firstIndex(of: words[0]) {
            return Period(.month, year: year, index: month + 1)
        }
        guard words.count == 2, words[0].hasSuffix("e"), let number = Int(digits: words[0].dropLast()) else {
            return nil
        }
        switch words[1] {
        case "kwartaal": return Period(.quarter, year: year, index: number)
        case "halfjaar": return Period(.halfYear, year: year, index: number)
        default: return nil
        }
    }

    private static func twoDigits(_ text: Substring) -> Int? { text.utf8.count == 2 ? Int(digits: text) : nil }

    /// The months as CBS labels write them.
    package static let dutchMonths = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]
}
