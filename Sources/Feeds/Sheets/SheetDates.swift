package import Indicators

/// From which day a workbook counts its dates.
package enum SheetDates: Hashable, Sendable {
    /// 1 is 1 January 1900, and 60 is 29 February 1900, which never was.
    case from1900
    /// 0 is 1 January 1904.
    case from1904

    /// The day of a whole number; `nil` where it is none.
    package func day(_ serial: Int) -> CalendarDate? {
        switch self {
        case .from1904:
            return (0...Self.lastFrom1904).contains(serial) ? Self.start(1904, 1, 1).adding(days: serial) : nil
        case .from1900:
            // Excel keeps the leap day that Lotus 1-2-3 believed in.
            guard (1...Self.lastFrom1900).contains(serial), serial != 60 else { return nil }
            return Self.start(1899, 12, serial < 60 ? 31 : 30).adding(days: serial)
        }
    }

    // 31 December 9999.
    private static let lastFrom1900 = 2_958_465
    private static let lastFrom1904 = 2_957_003

    private static func start(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
    }
}
