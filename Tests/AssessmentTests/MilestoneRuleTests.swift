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

    @Test(arguments: words + dates + nearness + moves + documents)
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
        // The report about 2026 is due by 30 April 2027: until then it is awaited, and nobody is alarmed.
        Case("the day after, no report", on: "2027-01-01", .unknown, .awaitingReport),
        Case("the day after, report before", [report(.onSchedule)], on: "2027-01-01", .unknown, .awaitingReport),
        Case("the day after, unknown", [report(.unknown)], on: "2027-01-01", .unknown, .awaitingReport),
        Case("the day after, not started", [report(.notStarted)], on: "2027-01-01", .unknown, .awaitingReport),
        Case("past its date, postponed", [report(.postponed)], on: "2027-04-30", amber, .reportedPostponed),
        Case("past its date, delayed", [report(.delayed)], on: "2027-04-30", amber, .reportedDelayed),
        Case("no report when it was due", on: "2027-05-01", amber, .pastDate),
        Case("only an earlier report when it was due", [report(.onSchedule)], on: "2027-05-01", amber, .pastDate),
        Case("a report that does not know", [report(.unknown, on: later)], on: later, amber, .pastDate),
        Case("not done on the date", [report(.onSchedule, on: "2026-12-31")], on: "2027-01-01", red, .pastDate),
        Case("on the date itself", [report(.delayed, on: "2026-12-31")], on: "2026-12-31", red, .pastDate),
        Case("not done after the date", [report(.delayed, on: "2027-02-01")], on: "2027-02-01", red, .pastDate),
        Case(
            "not done the day before",
            [report(.onSchedule, on: "2026-12-30")],
            on: "2027-01-01",
            .unknown,
            .awaitingReport
        ),
        Case("done too late is done", [report(.done, on: "2027-02-01")], on: "2027-03-01", .inOrder, .milestoneDone),
        Case("stopped, and past its date", [report(.stopped)], on: "2027-03-01", red, .reportedStopped),
        Case("a day as a plan", on: "2026-07-02", plans: ["2026-07-01"], .unknown, .awaitingReport, due: "2026-07-01"),
        Case("a quarter as a plan", on: "2026-09-30", plans: ["2026-Q3"], amber, .dateNear, due: "2026-09-30"),
        Case(
            "a school year as a plan",
            on: "2026-08-01",
            plans: ["2025/2026"],
            .unknown,
            .awaitingReport,
            due: "2026-07-31"
        ),
        // By the first day of a year is told of by the report about the year before.
        Case("the first day of a year", on: "2026-04-30", plans: ["2026-01-01"], .unknown, .awaitingReport, due: first),
        Case("and the report is due", on: "2026-05-01", plans: ["2026-01-01"], amber, .pastDate, due: first),
    ]
    private static let first = "2026-01-01"

    private static let nearness = [
        Case("sixty-one days before", on: "2026-10-31", .inOrder, .noValue),
        Case("sixty days before", on: "2026-11-01", amber, .dateNear),
        Case("on its date", on: "2026-12-31", amber, .dateNear),
        Case("near, on schedule", [report(.onSchedule)], on: "2026-11-01", amber, .dateNear),
        Case("near, unknown", [report(.unknown)], on: "2026-11-01", amber, .dateNear),
        Case("near, not started", [report(.notStarted)], on: "2026-11-01", amber, .dateNear),
        Case("near, delayed", [report(.delayed)], on: "2026-11-01", amber, .reportedDelayed),
        Case("near, done", [report(.done)], on: "2026-11-01", .inOrder, .milestoneDone),
        Case("near, but without a date", on: "2026-11-01", plans: ["~2026"], .inOrder, .noValue, due: nil),
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
        Case(
            "past it",
            [report(.delayed, later)],
            on: "2027-04-01",
            amber,
            .reportedDelayed,
            due: later,
            moved: 90
        ),
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

    // MARK: Setting and waiting

    @Test func `so many days before is a setting`() throws {
        var parameters = MilestoneParameters()
        parameters.warningDays = 90
        let series = try Self.series(Case("no report", [], .inOrder, .noValue))
        let days = ["2026-10-01", "2026-10-02"]
        let reasons = try days.map { MilestoneRule(parameters).finding(for: series, on: try Sample.date($0)).reason }
        #expect(reasons == [.noValue, .dateNear])
        let fingerprints = [parameters, MilestoneParameters()].map {
            MilestoneRule($0).fingerprint(of: series.indicator)
        }
        #expect(fingerprints[0] != fingerprints[1])
    }

    @Test func `waiting for a report is amber, opens nothing and leaves open what is`() throws {
        var series = try Self.series(Case("no report", [], .inOrder, .noValue))
        let today = try Sample.date("2027-01-01")
        let waiting = MilestoneRule().finding(for: series, on: today)
        #expect(waiting.light == .amber && waiting.state == .unknown)
        let near = MilestoneRule().finding(for: series, on: try Sample.date("2026-12-01"))
        series.openAlerts[.milestone] = EarlierAlert(openedAt: Instant(seconds: 0), evidence: near.evidence)
        let open = MilestoneRule().finding(for: series, on: today)
        #expect(open.state == .deviates(.warning) && open.reason == .awaitingReport)
        // As grave as it was: nobody is told.
        #expect(open.evidence.value.gravity == near.evidence.value.gravity)
    }

    @Test(
        arguments: [
            ("2026-09-01", "2026-11-01"), ("2026-11-01", "2027-01-01"), ("2027-01-01", "2027-05-01"),
            ("2027-05-01", nil),
        ] as [(String, String?)]
    )
    func `it is looked at again when the warning begins, after its date and after its report was due`(
        day: String,
        next: String?
    ) throws {
        let series = try Self.series(Case("no report", [], .inOrder, .noValue))
        #expect(MilestoneRule().nextChange(for: series, after: try Sample.date(day))?.description == next)
    }
}
