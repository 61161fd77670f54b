import Indicators

/// What is due by working days and days of the calendar.
extension OverdueRuleTests {
    private static func due(_ text: String) -> Deadline {
        Deadline(text, calendar: WorkCalendar()) ?? Deadline(.days(0))
    }

    static let byCalendar = [
        Case(
            testDescription: "the 15th working day after a quarter is in time, over Easter",
            cadence: Cadence(.quarter, due: due("15e werkdag")),
            values: ["2025-Q4"],
            today: "2026-04-22",
            overdue: [],
            next: "2026-Q1"
        ),
        Case(
            testDescription: "the day after the 15th working day is not",
            cadence: Cadence(.quarter, due: due("15e werkdag")),
            values: ["2025-Q4"],
            today: "2026-04-23",
            overdue: ["2026-Q1"],
            next: "2026-Q2"
        ),
        Case(
            testDescription: "before 1 November: 31 October is in time",
            cadence: Cadence(.year, due: due("vóór 1 november")),
            values: ["2024"],
            today: "2026-10-31",
            overdue: [],
            next: "2025"
        ),
        Case(
            testDescription: "before 1 November: that day is too late",
            cadence: Cadence(.year, due: due("vóór 1 november")),
            values: ["2024"],
            today: "2026-11-01",
            overdue: ["2025"],
            next: "2026"
        ),
        Case(
            testDescription: "a school year is due by the first of October after it",
            cadence: Cadence(.schoolYear, due: due("1 oktober")),
            values: ["2024/2025"],
            today: "2026-10-02",
            overdue: ["2025/2026"],
            next: "2026/2027"
        ),
        Case(
            testDescription: "a survey of every fourth year is not missed in the years between",
            cadence: Cadence(.year, every: 4, first: Period("2020"), due: due("vóór 1 november")),
            values: ["2020"],
            today: "2025-10-31",
            overdue: [],
            next: "2024"
        ),
        Case(
            testDescription: "a survey of every fourth year is missed the year after",
            cadence: Cadence(.year, every: 4, first: Period("2020"), due: due("vóór 1 november")),
            values: ["2020"],
            today: "2025-11-01",
            overdue: ["2024"],
            next: "2028"
        ),
    ]
}
