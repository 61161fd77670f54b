import AlertSamples
import Assessment
import Indicators
import Testing

/// What ends gives a warning in good time.
@Suite struct EndingRuleTests {
    private static let zone = Sample.amsterdam
    private static let assessor = Assessor(zone: zone)

    /// A series whose money ends on the last day of 2026, with a warning from 4 July.
    private static func series(
        _ value: String? = "100",
        cell: String? = "<108",
        days: Int = 180
    ) throws -> SeriesSubject {
        let ending = Ending(date: try Sample.date("2026-12-31"), warningDays: days)
        return try Sample.series(
            value.map { ["2025": $0] } ?? [:],
            targets: try cell.map { [try Sample.target($0, "2025")] } ?? [],
            Sample.indicator(kind: .count, better: .lower, ending: ending)
        )
    }

    private static func assess(_ series: SeriesSubject, _ day: String) throws -> SeriesAssessment {
        assessor.assess(series, at: zone.start(of: try Sample.date(day)))
    }

    @Test(
        arguments: [
            ("2026-01-01", .inOrder, .goesOn), ("2026-07-03", .inOrder, .goesOn),
            ("2026-07-04", .deviates(.warning), .endsSoon), ("2026-12-31", .deviates(.warning), .endsSoon),
            ("2027-01-01", .deviates(.warning), .hasEnded), ("2036-01-01", .deviates(.warning), .hasEnded),
        ] as [(String, Finding.State, Reason)]
    )
    func `the warning stands from so many days before the last day`(
        day: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = EndingRule().finding(for: try Self.series(), on: try Sample.date(day))
        #expect(finding.rule == .ending)
        #expect(finding.state == state)
        #expect(finding.reason == reason)
        #expect(finding.period?.description == (state == .inOrder ? nil : "2026-12-31"))
    }

    @Test func `what goes on has no ending, and no finding of it`() throws {
        let series = try Sample.series(["2025": "100"])
        #expect(!EndingRule().applies(to: series.indicator))
        #expect(try !Self.assess(series, "2026-03-01").findings.map(\.rule).contains(.ending))
    }

    @Test(
        arguments: [
            // Before the warning the light is what it would be without an end.
            ("100", "<108", "2026-03-01", .green, [.targetMet]), ("110", "<108", "2026-03-01", .amber, [.targetMissed]),
            (nil, "<108", "2026-03-01", .grey, [.noValue]),
            // From then on it is at best amber.
            ("100", "<108", "2026-08-01", .amber, [.targetMet, .endsSoon]),
            ("110", "<108", "2026-08-01", .amber, [.targetMissed, .endsSoon]),
            ("200", "<108", "2026-08-01", .red, [.targetMissed, .endsSoon]),
            (nil, "<108", "2026-08-01", .amber, [.noValue, .overdue, .endsSoon]),
            ("100", nil, "2026-08-01", .amber, [.noTarget, .endsSoon]),
            ("100", "-5% t.o.v. 2020", "2026-08-01", .amber, [.baselineMissing, .baselineAwaited, .endsSoon]),
            ("100", "<108", "2027-01-01", .amber, [.targetMet, .hasEnded]),
            ("100", "<108", "2027-06-01", .amber, [.targetMet, .overdue, .hasEnded]),
        ] as [(String?, String?, String, Light, [Reason])]
    )
    func `an end that is near or past is at best amber, and has its reason`(
        value: String?,
        cell: String?,
        day: String,
        light: Light,
        reasons: [Reason]
    ) throws {
        let assessment = try Self.assess(try Self.series(value, cell: cell), day)
        #expect(assessment.light == light)
        #expect(assessment.reasons == reasons)
        #expect(assessment.findings.map(\.rule).prefix(4) == [.target, .overdue, .baseline, .ending])
    }

    // MARK: The next review

    private static func review(_ series: SeriesSubject, _ day: String) throws -> String? {
        try assess(series, day).nextReview.map { zone.local($0).date.description }
    }

    @Test(
        arguments: [
            // Values of 2026 are due by 30 April 2027.
            ("2026-01-01", 180, "2026-07-04"), ("2026-07-03", 180, "2026-07-04"), ("2026-07-04", 180, "2027-01-01"),
            ("2026-12-31", 180, "2027-01-01"), ("2027-01-01", 180, "2027-05-01"), ("2027-04-30", 180, "2027-05-01"),
            ("2027-05-01", 180, "2028-04-30"), ("2026-12-30", 0, "2026-12-31"), ("2026-12-31", 0, "2027-01-01"),
        ])
    func `is on the first day of the warning, on the day after the last one, or when a value is overdue`(
        day: String,
        warningDays: Int,
        review: String
    ) throws {
        #expect(try Self.review(try Self.series(days: warningDays), day) == review)
    }

    /// A milestone by the end of September 2026, reported by quarter.
    private static func milestone(_ reports: [RecordedObservation], ending: Ending? = nil) throws -> SeriesSubject {
        let cadence = Cadence(.quarter, first: Period("2026-Q1"), dueDays: 45)
        return SeriesSubject(
            indicator: Sample.indicator(kind: .milestone, cadence: cadence, ending: ending),
            history: Sample.history(reports),
            targets: [try Sample.plan("2026-09-30")]
        )
    }

    @Test(
        arguments: [
            // A report of the first quarter is due by 15 May, of the second by 14 August.
            // From 1 August on it is warned about.
            (nil, "2026-03-01", "2026-05-16"), (nil, "2026-05-16", "2026-08-01"), (nil, "2026-08-01", "2026-08-15"),
            ("2026-06-30", "2026-08-01", "2026-10-01"),
            ("2026-06-30", "2026-09-30", "2026-10-01"), ("2026-06-30", "2026-10-01", "2026-11-15"),
            ("2026-06-30", "2026-11-15", "2027-02-15"),
        ] as [(String?, String, String)]
    )
    func `of a milestone is the day after its date, or when a report is overdue`(
        reported: String?,
        day: String,
        review: String
    ) throws {
        let reports = try reported.map { [try Sample.report($0, .onSchedule)] } ?? []
        #expect(try Self.review(try Self.milestone(reports), day) == review)
    }

    @Test func `of a milestone that is done there is none but its date`() throws {
        let done = try Self.milestone([try Sample.report("2026-06-30", .done)])
        #expect(try Self.assess(done, "2026-10-01").nextReview == nil)
        #expect(try Self.assess(done, "2026-10-01").light == .green)
    }

    @Test func `the earliest of all counts`() throws {
        let ending = Ending(date: try Sample.date("2026-12-31"), warningDays: 100)
        let series = try Self.milestone([try Sample.report("2026-06-30", .onSchedule)], ending: ending)
        #expect(try Self.review(series, "2026-08-01") == "2026-09-22")
        #expect(try Self.review(series, "2026-09-22") == "2026-10-01")
        #expect(try Self.review(series, "2026-10-01") == "2026-11-15")
        #expect(try Self.review(series, "2026-11-15") == "2027-01-01")
    }

    @Test(
        arguments: [
            ([("2026-06-30", MilestoneStatus.onSchedule)], "2026-07-31", Light.green, [Reason.onSchedule]),
            ([("2026-06-30", .onSchedule)], "2026-08-01", .amber, [.dateNear]),
            ([("2026-03-31", .onSchedule)], "2026-08-15", .amber, [.dateNear, .overdue]),
            ([("2026-06-30", .postponed)], "2026-08-01", .amber, [.reportedPostponed]),
            ([("2026-06-30", .stopped)], "2026-08-01", .red, [.reportedStopped]),
            ([("2026-06-30", .unknown)], "2026-07-31", .grey, [.statusUnknown]),
            ([("2026-06-30", .onSchedule)], "2026-10-01", .amber, [.awaitingReport]),
            ([("2026-06-30", .onSchedule)], "2026-11-15", .amber, [.pastDate]),
            ([("2026-09-30", .onSchedule)], "2026-10-01", .red, [.pastDate]), ([], "2026-03-01", .grey, [.noValue]),
            ([("2026-06-30", .done)], "2028-01-01", .green, [.milestoneDone]),
        ] as [([(String, MilestoneStatus)], String, Light, [Reason])]
    )
    func `the light of a milestone follows its word and its date`(
        reports: [(String, MilestoneStatus)],
        day: String,
        light: Light,
        reasons: [Reason]
    ) throws {
        let series = try Self.milestone(try reports.map { try Sample.report($0.0, $0.1) })
        let assessment = try Self.assess(series, day)
        #expect(assessment.light == light)
        #expect(assessment.reasons == reasons)
        #expect(assessment.findings.first?.rule == .milestone)
    }
}
