internal import Indicators

/// The ways in which a cell writes a day.
enum WrittenDate {
    /// Reads `2024-12-31` and, as Dutch spreadsheets write it, `31-12-2024`.
    static func read(_ text: String) -> CalendarDate? {
        if let date = CalendarDate(text) { return date }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, parts[2].utf8.count == 4,
            let day = Int(digits: parts[0]), let month = Int(digits: parts[1]), let year = Int(digits: parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// Reads a day within the years that periods know, or a period, `2026` or `2026-Q1`, whose last day it then is.
    static func readEnd(_ text: String) -> CalendarDate? {
        guard let date = read(text) else { return Period(text)?.end }
        return Period(.day, containing: date).map { _ in date }
    }
}
