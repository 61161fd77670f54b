import AlertSamples
import Assessment
import Indicators
import Testing

/// How a milestone stands by its date and by its word.
@Suite struct MilestoneRuleTests {
    /// A report: its day, its status, and the day on which the milestone is then expected.
    typealias Report = (day: String, status: MilestoneStatus, expected: String?)

    /// What was reported and planned, a day, and what follows.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let reports: [Report]
        /// The period of each target, `~` before one that is not planned.
        let plans: [String]
        let today: String
        let state: Finding.State
        let reason: Reason
        let due: String?
        let moved: Int

        init(
            _ description: String,
            _ reports: [Report] = [],
            on today: String = "2026-09-01",
            plans: [String] = ["2026"],
            _ state: Finding.State,
            _ reason: Reason,
            due: String? = "2026-12-31",
            moved: Int = 0
        ) {
            testDescription = description
            self.reports = reports
            self.plans = plans
            self.today = today
            self.state = state
            self.reason = reason
            self.due = due
            self.moved = moved
        }
    }

    private static func series(_ example: Case) throws -> SeriesSubject {
        SeriesSubject(
            indicator: Sample.indicator(kind: .milestone),
            history: Sample.history(
                try example.reports.map { try Sample.report($0.day, $0.status, expected: $0.expected) }
            ),
            targets: try example.plans.map { plan in
                let isPlanned = !plan.hasPrefix("~")
                return try Sample.plan(String(isPlanned ? plan[...] : plan.dropFirst()), isPlanned: isPlanned)
            }
        )
    }

    @Test(arguments: words + dates + moves + documents)
    func `a milestone is judged by the last word and by its date`(example: Case) throws {
        let finding = MilestoneRule().finding(for: try Self.series(example), on: try Sample.date(example.today))
        #expect(finding.rule == .milestone)
        #expect(finding.state == example.state)
        #expect(finding.reason == example.reason)
        let standing = try #require(finding.milestone)
        #expect(standing.due?.description == example.due)
        #expect(standing.movedDays == example.moved)
        let latest = example.reports.max { $0.day < $1.day }
        #expect(standing.status == latest?.status)
        #expect(standing.reportedOn?.description == latest?.day)
        #expect(finding.period?.description == latest?.day)
    }

    private static let amber = Finding.State.deviates(.warning)
    private static let red = Finding.State.deviates(.critical)
    private static let june = "2026-06-30"
    /// 90 days after the planned date.
    private static let later = "2027-03-31"

    private static func report(_ status: MilestoneStatus, _ expected: String? = nil, on day: String = june) -> Report {
        (day, status, expected)
    }

    private static let words = [
        Case("no report, date ahead", [], .inOrder, .noValue),
        Case("no report, no plan", plans: [], .inOrder, .noValue, due: nil),
        Case("done", [report(.done)], .inOrder, .milestoneDone),
        Case("on schedule", [report(.onSchedule)], .inOrder, .onSchedule),
        Case("not started", [report(.notStarted)], .inOrder, .notStarted),
        Case("unknown", [report(.unknown)], .unknown, .statusUnknown),
        Case("delayed", [report(.delayed)], amber, .reportedDelayed),
        Case("postponed", [report(.postponed)], amber, .reportedPostponed),
        Case("stopped", [report(.stopped)], red, .reportedStopped),
        Case("postponed, no plan", [report(.postponed)], plans: [], amber, .reportedPostponed, due: nil),
        Case("on schedule, no plan", [report(.onSchedule)], plans: [], .inOrder, .onSchedule, due: nil),
        Case("the last word", [report(.onSchedule), report(.stopped, on: "2026-01-01")], .inOrder, .onSchedule),
        Case("stopped, then done", [report(.stopped, on: "2026-01-01"), report(.done)], .inOrder, .milestoneDone),
        Case("done, then not", [report(.done, on: "2026-01-01"), report(.onSchedule)], .inOrder, .onSchedule),
    ]

    private static let dates = [
        Case("on its date, no report", on: "2026-12-31", .inOrder, .noValue),
        Case("the day after, no report", on: "2027-01-01", amber, .pastDate),
        Case("on its date, report before", [report(.onSchedule)], on: "2026-12-31", .inOrder, .onSchedule),
        Case("the day after, report before", [report(.onSchedule)], on: "2027-01-01", amber, .pastDate),
        Case("the day after, unknown", [report(.unknown)], on: "2027-01-01", amber, .pastDate),
        Case("the day after, not started", [report(.notStarted)], on: "2027-01-01", amber, .pastDate),
        Case("past its date, postponed", [report(.postponed)], on: "2027-01-01", amber, .pastDate),
        Case("past its date, delayed", [report(.delayed)], on: "2027-01-01", amber, .pastDate),
        Case("not done on the date", [report(.onSchedule, on: "2026-12-31")], on: "2027-01-01", red, .pastDate),
        Case("on the date itself", [report(.delayed, on: "2026-12-31")], on: "2026-12-31", red, .pastDate),
        Case("not done after the date", [report(.delayed, on: "2027-02-01")], on: "2027-02-01", red, .pastDate),
        Case("not done the day before", [report(.onSchedule, on: "2026-12-30")], on: "2027-01-01", amber, .pastDate),
        Case("done too late is done", [report(.done, on: "2027-02-01")], on: "2027-03-01", .inOrder, .milestoneDone),
        Case("stopped, and past its date", [report(.stopped)], on: "2027-03-01", red, .reportedStopped),
        Case("a day as a plan", on: "2026-07-02", plans: ["2026-07-01"], amber, .pastDate, due: "2026-07-01"),
        Case("a quarter as a plan", on: "2026-09-30", plans: ["2026-Q3"], .inOrder, .noValue, due: "2026-09-30"),
        Case("a school year as a plan", on: "2026-08-01", plans: ["2025/2026"], amber, .pastDate, due: "2026-07-31"),
    ]

    private static let moves = [
        Case("expected later", [report(.onSchedule, later)], amber, .dateMoved, due: later, moved: 90),
        Case("one day later", [report(.onSchedule, "2027-01-01")], amber, .dateMoved, due: "2027-01-01", moved: 1),
        Case("expected earlier", [report(.onSchedule, "2026-10-01")], .inOrder, .onSchedule),
        Case("moved, not started", [report(.notStarted, later)], amber, .dateMoved, due: later, moved: 90),
        Case("moved, unknown", [report(.unknown, later)], amber, .dateMoved, due: later, moved: 90),
        Case("moved, postponed", [report(.postponed, later)], amber, .reportedPostponed, due: later, moved: 90),
        Case("moved, delayed", [report(.delayed, later)], amber, .reportedDelayed, due: later, moved: 90),
        Case("moved, stopped", [report(.stopped, later)], red, .reportedStopped, due: later, moved: 90),
        Case("moved, done", [report(.done, later)], .inOrder, .milestoneDone, due: later, moved: 90),
        Case("on the new date", [report(.delayed, later)], on: later, amber, .reportedDelayed, due: later, moved: 90),
        Case("past it", [report(.delayed, later)], on: "2027-04-01", amber, .pastDate, due: later, moved: 90),
        Case(
            "a report without a date leaves the one before",
            [report(.delayed, later, on: "2026-01-01"), report(.onSchedule)],
            amber,
            .dateMoved,
            due: later,
            moved: 90
        ),
        Case(
            "a report takes the move back",
            [report(.delayed, later, on: "2026-01-01"), report(.onSchedule, "2026-12-31")],
            .inOrder,
            .onSchedule
        ),
        Case(
            "without a plan the first expected date is the plan",
            [report(.onSchedule, "2026-10-01", on: "2026-01-01"), report(.onSchedule, "2026-11-01")],
            plans: [],
            amber,
            .dateMoved,
            due: "2026-11-01",
            moved: 31
        ),
        Case("expected, no plan", [report(.onSchedule, later)], plans: [], .inOrder, .onSchedule, due: later),
    ]

    private static let documents = [
        Case("a later plan", [report(.onSchedule)], plans: ["2025", "2026"], amber, .dateMoved, moved: 365),
        Case("in any order", [report(.onSchedule)], plans: ["2026", "2025"], amber, .dateMoved, moved: 365),
        Case("the same plan twice", [report(.onSchedule)], plans: ["2026", "2026-Q4"], .inOrder, .onSchedule),
        Case("later no date", [report(.onSchedule)], plans: ["2025", "~2026"], .inOrder, .onSchedule, due: nil),
        Case("later no date, no report", plans: ["2025", "~2026"], .inOrder, .noValue, due: nil),
        Case(
            "a later document without a date, and a report with one",
            [report(.onSchedule, "2026-10-01")],
            plans: ["2025", "~2026"],
            amber,
            .dateMoved,
            due: "2026-10-01",
            moved: 274
        ),
        Case("earlier no date", [report(.onSchedule)], plans: ["~2025", "2026"], .inOrder, .onSchedule),
        Case("for one year with and without", [report(.onSchedule)], plans: ["~2026", "2026"], .inOrder, .onSchedule),
        Case("never a date", [report(.onSchedule)], on: later, plans: ["~2025"], .inOrder, .onSchedule, due: nil),
    ]
}
