import AlertSamples
import Assessment
import Indicators
import Testing

/// Milestones that are reported as plain 1 or 0, and what is shown of a milestone.
@Suite struct PlainMilestoneTests {
    private static func finding(_ values: [String: String], plans: [String], today: String) throws -> Finding {
        let series = try Sample.series(
            values,
            targets: try plans.map { try Sample.plan($0) },
            Sample.indicator(kind: .milestone)
        )
        return MilestoneRule().finding(for: series, on: try Sample.date(today))
    }

    @Test(
        arguments: [
            (["2026": "1"], "2026-09-01", .inOrder, .milestoneDone),
            (["2025": "1"], "2027-09-01", .inOrder, .milestoneDone),
            (["2025": "0"], "2026-09-01", .deviates(.warning), .notYetReached),
            (["2025": "0"], "2026-12-31", .deviates(.warning), .dateNear),
            (["2025": "0"], "2027-01-01", .unknown, .awaitingReport),
            (["2025": "0"], "2027-05-01", .deviates(.warning), .pastDate),
            // Supplied before its year was over.
            (["2026": "0"], "2026-03-01", .deviates(.warning), .notYetReached),
            (["2027": "0"], "2026-12-30", .deviates(.warning), .dateNear),
            (["2026": "0"], "2026-12-31", .deviates(.critical), .pastDate),
            (["2026": "0"], "2027-01-15", .deviates(.critical), .pastDate),
            (["2027": "0"], "2028-01-15", .deviates(.critical), .pastDate),
            (["2025": "0", "2026": "1"], "2027-01-15", .inOrder, .milestoneDone),
            (["2025": "1", "2026": "0"], "2027-01-15", .deviates(.critical), .pastDate),
            ([:], "2026-09-01", .inOrder, .noValue),
        ] as [([String: String], String, Finding.State, Reason)]
    )
    func `a plain nought only says that it was not done by the end of its year`(
        values: [String: String],
        today: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = try Self.finding(values, plans: ["2026"], today: today)
        #expect(finding.state == state)
        #expect(finding.reason == reason)
    }

    @Test func `a plain nought has no status, but a day`() throws {
        let standing = try #require(try Self.finding(["2025": "0"], plans: ["2026"], today: "2026-09-01").milestone)
        #expect(standing.status == nil && standing.reportedOn?.description == "2025-12-31")
    }

    @Test(
        arguments: [
            ("1", "2026-09-01", TargetComparison.Verdict.met), ("0", "2026-09-01", .notYetReached),
            ("0", "2027-01-01", .undecided), ("0", "2027-05-01", .missed(.warning)),
        ])
    func `the last plan is shown with how it turned out`(
        value: String,
        today: String,
        verdict: TargetComparison.Verdict
    ) throws {
        let finding = try Self.finding(["2025": value], plans: ["2025", "2026"], today: today)
        #expect(finding.comparisons.map(\.verdict) == [verdict])
        #expect(finding.comparisons.map(\.period.description) == ["2026"])
        #expect(finding.comparisons.compactMap(\.bound).map { $0.written(unit: .milestone) } == ["gereed"])
    }

    @Test(
        arguments: [
            (MilestoneStatus.stopped, TargetComparison.Verdict.missed(.critical)), (.postponed, .notYetReached),
            (.onSchedule, .undecided), (.unknown, .undecided),
        ])
    func `a word decides on the plan no more than it says`(
        status: MilestoneStatus,
        verdict: TargetComparison.Verdict
    ) throws {
        let series = SeriesSubject(
            indicator: Sample.indicator(kind: .milestone),
            history: Sample.history([try Sample.report("2026-06-30", status)]),
            targets: [try Sample.plan("2026")]
        )
        let finding = MilestoneRule().finding(for: series, on: try Sample.date("2026-09-01"))
        #expect(finding.comparisons.map(\.verdict) == [verdict])
    }

    @Test func `without a planned target none is shown`() throws {
        let series = SeriesSubject(
            indicator: Sample.indicator(kind: .milestone),
            history: Sample.history([try Sample.report("2026-06-30", .onSchedule)]),
            targets: [try Sample.plan("2026", isPlanned: false)]
        )
        #expect(MilestoneRule().finding(for: series, on: try Sample.date("2026-09-01")).comparisons == [])
    }
}
