import AlertSamples
import Assessment
import Indicators
import Testing

/// Which reports of a milestone are awaited.
@Suite struct MilestoneOverdueTests {
    /// Reports, a day, what is overdue then, and what is awaited next.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let reports: [(String, MilestoneStatus)]
        let today: String
        let overdue: [String]
        let next: String?
        let cadence: Cadence
        let plans: [String]

        init(
            _ description: String,
            _ reports: [(String, MilestoneStatus)] = [],
            on today: String = "2026-05-16",
            _ overdue: [String] = [],
            next: String?,
            _ cadence: Cadence = quarterly,
            plans: [String] = []
        ) {
            testDescription = description
            self.reports = reports
            self.today = today
            self.overdue = overdue
            self.next = next
            self.cadence = cadence
            self.plans = plans
        }
    }

    private static let quarterly = Cadence(.quarter, first: Period("2026-Q1"), dueDays: 45)
    private static let withoutFirst = Cadence(.quarter, dueDays: 45)
    private static let everySecond = Cadence(.quarter, every: 2, first: Period("2026-Q1"), dueDays: 45)

    @Test(arguments: quarters + words + beginnings)
    func `a report counts for the periods that were over on its day`(example: Case) throws {
        let series = SeriesSubject(
            indicator: Sample.indicator(kind: .milestone, cadence: example.cadence),
            history: Sample.history(try example.reports.map { try Sample.report($0.0, $0.1) }),
            targets: try example.plans.map { try Sample.plan($0) }
        )
        let today = try Sample.date(example.today)
        let finding = OverdueRule().finding(for: series, on: today)
        #expect(finding.overduePeriods.map(\.description) == example.overdue)
        #expect(finding.state == (example.overdue.isEmpty ? .inOrder : .deviates(.warning)))
        #expect(finding.reason == (example.overdue.isEmpty ? .onTime : .overdue))
        #expect(OverdueRule().nextDue(for: series, on: today)?.description == example.next)
    }

    private static let quarters = [
        Case("no report, the day it is due", on: "2026-05-15", next: "2026-Q1"),
        Case("no report, the day after", [], ["2026-Q1"], next: "2026-Q2"),
        Case("a report of the last day", [("2026-03-31", .onSchedule)], next: "2026-Q2"),
        Case("a report of the day before", [("2026-03-30", .onSchedule)], ["2026-Q1"], next: "2026-Q2"),
        Case("a report after the period", [("2026-05-01", .unknown)], next: "2026-Q2"),
        Case("one report for two periods", [("2026-07-10", .delayed)], on: "2026-10-01", next: "2026-Q3"),
        Case("two missing", [("2026-03-31", .postponed)], on: "2026-12-01", ["2026-Q2", "2026-Q3"], next: "2026-Q4"),
        Case(
            "only the newest report counts",
            [("2026-07-10", .delayed), ("2026-04-01", .onSchedule)],
            on: "2026-08-20",
            next: "2026-Q3"
        ),
        Case("every second", [("2026-07-10", .delayed)], on: "2026-11-15", ["2026-Q3"], next: "2027-Q1", everySecond),
    ]

    private static let words = [
        Case("done awaits nothing", [("2026-02-01", .done)], on: "2028-01-01", next: nil),
        Case("stopped awaits nothing", [("2026-02-01", .stopped)], on: "2028-01-01", next: nil),
        Case("done on its date", [("2026-03-31", .done)], next: nil),
        Case(
            "taken up again after it was done",
            [("2026-02-01", .done), ("2026-04-01", .onSchedule)],
            on: "2026-08-20",
            ["2026-Q2"],
            next: "2026-Q3"
        ),
        Case(
            "done after it was stopped",
            [("2026-02-01", .stopped), ("2026-04-01", .done)],
            on: "2028-01-01",
            next: nil
        ),
    ]

    private static let beginnings = [
        Case("a report before the first period", [("2025-06-30", .onSchedule)], on: "2026-05-15", next: "2026-Q1"),
        Case("and none of it", [("2025-06-30", .onSchedule)], ["2026-Q1"], next: "2026-Q2"),
        Case("the first report's quarter", [("2026-02-10", .onSchedule)], ["2026-Q1"], next: "2026-Q2", withoutFirst),
        Case("of its last day", [("2026-03-31", .onSchedule)], next: "2026-Q2", withoutFirst),
        Case(
            "the first target",
            [],
            ["2025-Q4", "2026-Q1"],
            next: "2026-Q2",
            withoutFirst,
            plans: ["2026-Q3", "2025-Q4"]
        ),
        Case("a target of another kind", next: nil, withoutFirst, plans: ["2026"]),
        Case("no beginning at all", next: nil, withoutFirst),
    ]

    @Test(
        arguments: [
            (["2025": "0"], [], "2026"), (["2024": "0"], ["2025"], "2026"), (["2025": "1"], [], nil),
            (["2024": "1", "2025": "0"], [], "2026"), (["2023": "0", "2024": "1"], [], nil),
        ] as [([String: String], [String], String?)]
    )
    func `plain yearly values count for their year, and one is done`(
        values: [String: String],
        overdue: [String],
        next: String?
    ) throws {
        let series = try Sample.series(values, Sample.indicator(kind: .milestone))
        let today = try Sample.date("2026-05-01")
        #expect(OverdueRule().finding(for: series, on: today).overduePeriods.map(\.description) == overdue)
        #expect(OverdueRule().nextDue(for: series, on: today)?.description == next)
    }
}
