internal import Indicators

/// The ways in which a cell writes a day.
enum WrittenDate {
    /// Reads `2024-12-31` and, as Dutch people and spreadsheets write it, `31-12-2024`, `31/12/2024`, `31 december 2024`.
    static func read(_ text: String) -> CalendarDate? {
        if let date = CalendarDate(text) { return date }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, parts[2].utf8.count == 4,
            let day = Int(digits: parts[0]), let month = Int(digits: parts[1]), let year = Int(digits: parts[2])
        else { return otherwise(text) }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func otherwise(_ text: String) -> CalendarDate? {
        guard case .period(let period) = PeriodReading(text), period.kind == .day else { return nil }
        return period.start
    }

    /// The days that the text may mean where it may mean more than one: `1/2/2024`.
    static func readings(_ text: String) -> [Period]? {
        guard case .unclear(let readings) = PeriodReading(text), readings.allSatisfy({ $0.kind == .day }) else {
            return nil
        }
        return readings
    }

    /// Reads a day within the years that periods know, or a period, `2026` or `2026-Q1`, whose last day it then is.
    static func readEnd(_ text: String) -> CalendarDate? {
        guard let date = read(text) else { return Period(text)?.end }
        return Period(.day, containing: date).map { _ in date }
    }
}
