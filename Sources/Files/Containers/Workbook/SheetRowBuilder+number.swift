internal import Feeds
internal import Indicators

extension SheetRowBuilder {
    /// Adds a number as its format shows it.
    mutating func add(_ number: SheetNumber, column: Int, _ meaning: NumberFormat.Meaning, _ dates: SheetDates) throws {
        switch meaning {
        case .number: try add(.number, column: column) { number.write(to: &$0) }
        case .percentage: try add(.percentage, column: column) { number.write(to: &$0, movingPointBy: 2) }
        case .percentSign: try add(.percentage, column: column) { number.write(to: &$0) }
        case .time:
            try add(.time, column: column) { $0 += Self.clock(Self.seconds(number.double)).utf8 }
        case .date, .month, .year, .dateAndTime: try addDay(number, column, meaning, dates)
        }
    }

    private mutating func addDay(
        _ number: SheetNumber,
        _ column: Int,
        _ meaning: NumberFormat.Meaning,
        _ dates: SheetDates
    ) throws {
        let serial = number.double
        guard serial >= 0, serial < Double(Self.mostDays), let (day, seconds) = Self.split(serial, dates) else {
            return try add(.noDate, column: column) { number.write(to: &$0) }
        }
        if Self.likelyYears.contains(serial), serial.rounded() == serial {
            return try add(.yearOrDate, column: column) { number.write(to: &$0) }
        }
        let (kind, text): (SheetCell.Kind, String) =
            switch (meaning, seconds) {
            case (.month, _): (.month, String(day.description.dropLast(3)))
            case (.year, _): (.year, String(day.description.dropLast(6)))
            case (_, 0): (.date, day.description)
            default: (.dateAndTime, "\(day)T\(Self.clock(seconds))")
            }
        try add(kind, column: column) { $0 += text.utf8 }
    }

    /// A year that stands in a cell with the format of a date is shown as a day of 1905.
    private static let likelyYears = 1900.0...2100.0
    private static let mostDays = 2_958_466
    private static let secondsOfDay = 86_400

    /// The day, and the second of it to which the rest is nearest.
    private static func split(_ serial: Double, _ dates: SheetDates) -> (CalendarDate, Int)? {
        let whole = Int(serial)
        let rest = seconds(serial - Double(whole))
        let isNextDay = rest == secondsOfDay
        return dates.day(isNextDay ? whole + 1 : whole).map { ($0, isNextDay ? 0 : rest) }
    }

    private static func seconds(_ days: Double) -> Int {
        let seconds = (days * Double(secondsOfDay)).rounded()
        return abs(seconds) < 1e15 ? Int(seconds) : 0
    }

    private static func clock(_ seconds: Int) -> String {
        let sign = seconds < 0 ? "-" : ""
        let seconds = abs(seconds)
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
        return sign + parts.map { $0.padded(to: 2) }.joined(separator: ":")
    }
}
