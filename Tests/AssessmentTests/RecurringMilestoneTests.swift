import AlertSamples
import Assessment
import Indicators
import Testing

/// What has to be done once in every period: "één keer per jaar", "twee keer per jaar", "elke vier jaar".
@Suite struct RecurringMilestoneTests {
    /// Reports, a day, and what follows for which time.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let reports: [(String, MilestoneStatus)]
        let today: String
        let state: Finding.State
        let reason: Reason
        let time: String
        let cadence: Cadence

        init(
            _ description: String,
            _ reports: [(String, MilestoneStatus)] = [],
            on today: String,
            _ state: Finding.State,
            _ reason: Reason,
            for time: String,
            _ cadence: Cadence = yearly
        ) {
            testDescription = description
            self.reports = reports
            self.today = today
            self.state = state
            self.reason = reason
            self.time = time
            self.cadence = cadence
        }
    }

    private static let yearly = Cadence(.year, first: Period("2026"), dueDays: 60)
    private static let halfYearly = Cadence(.halfYear, first: Period("2026-H1"), dueDays: 60)
    private static let fourYearly = Cadence(.year, every: 4, first: Period("2024"), dueDays: 60)
    private static let amber = Finding.State.deviates(.warning)
    private static let red = Finding.State.deviates(.critical)

    private static func series(_ example: Case) throws -> SeriesSubject {
        SeriesSubject(
            indicator: Sample.indicator(kind: .milestone, cadence: example.cadence, recurs: true),
            history: Sample.history(try example.reports.map { try Sample.report($0.0, $0.1) }),
            targets: []
        )
    }

    @Test(arguments: years + halfYears + fourYears)
    func `is judged anew for every time`(example: Case) throws {
        let finding = MilestoneRule().finding(for: try Self.series(example), on: try Sample.date(example.today))
        #expect(finding.state == example.state && finding.reason == example.reason)
        let time = finding.milestone?.occasion
        #expect(time.map { $0.first == $0.last ? "\($0.last)" : "\($0.first)…\($0.last)" } == example.time)
    }

    private static let years = [
        Case("before the first year", on: "2025-06-01", .inOrder, .noValue, for: "2026"),
        Case("in the first year", on: "2026-06-01", .inOrder, .noValue, for: "2026"),
        Case("near its end", on: "2026-11-01", amber, .dateNear, for: "2026"),
        Case("done in the year", [("2026-05-01", .done)], on: "2026-11-01", .inOrder, .milestoneDone, for: "2026"),
        Case("the next year begins anew", [("2026-05-01", .done)], on: "2027-01-01", .inOrder, .noValue, for: "2027"),
        Case("missed, report awaited", on: "2027-03-01", .unknown, .awaitingReport, for: "2026"),
        Case("missed, not reported", on: "2027-03-02", amber, .pastDate, for: "2026"),
        Case("missed, and said so", [("2027-01-10", .delayed)], on: "2027-01-10", red, .pastDate, for: "2026"),
        // A report counts for the year in which its day lies: the year before stays missed.
        Case(
            "missed, and done the next year",
            [("2027-02-01", .done)],
            on: "2027-03-02",
            amber,
            .pastDate,
            for: "2026"
        ),
        Case(
            "missed, and reported after all",
            [("2026-12-20", .done), ("2027-02-01", .done)],
            on: "2027-03-02",
            .inOrder,
            .milestoneDone,
            for: "2027"
        ),
        Case("two missed", on: "2028-06-01", amber, .pastDate, for: "2027"),
        Case(
            "on schedule for the next year",
            [("2027-01-10", .onSchedule)],
            on: "2027-03-02",
            amber,
            .pastDate,
            for: "2026"
        ),
        Case(
            "stopped, and it stays so",
            [("2026-05-01", .stopped)],
            on: "2028-06-01",
            red,
            .reportedStopped,
            for: "2026"
        ),
        Case(
            "stopped, and said of the next year that it goes on",
            [("2026-05-01", .stopped), ("2027-05-01", .onSchedule)],
            on: "2027-06-01",
            .inOrder,
            .onSchedule,
            for: "2027"
        ),
        Case("stopped", [("2026-05-01", .stopped)], on: "2026-06-01", red, .reportedStopped, for: "2026"),
        Case(
            "delayed within the year",
            [("2026-05-01", .delayed)],
            on: "2026-06-01",
            amber,
            .reportedDelayed,
            for: "2026"
        ),
        Case("years later", [("2026-05-01", .done)], on: "2029-06-01", amber, .pastDate, for: "2028"),
    ]

    private static let halfYears = [
        Case("the first half", on: "2026-02-01", .inOrder, .noValue, for: "2026-H1", halfYearly),
        Case(
            "once is not twice",
            [("2026-03-01", .done)],
            on: "2026-12-01",
            amber,
            .dateNear,
            for: "2026-H2",
            halfYearly
        ),
        Case(
            "missed once and done once",
            [("2026-10-01", .done)],
            on: "2026-12-01",
            amber,
            .pastDate,
            for: "2026-H1",
            halfYearly
        ),
        Case(
            "twice",
            [("2026-03-01", .done), ("2026-10-01", .done)],
            on: "2026-12-01",
            .inOrder,
            .milestoneDone,
            for: "2026-H2",
            halfYearly
        ),
    ]

    private static let fourYears = [
        Case(
            "not adopted in time",
            [("2024-12-31", .delayed)],
            on: "2025-06-01",
            red,
            .pastDate,
            for: "2021…2024",
            fourYearly
        ),
        Case(
            "adopted in the next time: the one before stays missed",
            [("2025-09-01", .done)],
            on: "2026-06-01",
            amber,
            .pastDate,
            for: "2021…2024",
            fourYearly
        ),
        Case(
            "the next time",
            [("2024-06-01", .done), ("2025-09-01", .done)],
            on: "2029-01-01",
            .inOrder,
            .noValue,
            for: "2029…2032",
            fourYearly
        ),
    ]

    @Test(
        arguments: [
            ([], "2027-03-02", ["2026"], "2027"), ([("2026-05-01", .done)], "2027-03-02", [], "2027"),
            ([("2026-05-01", .done)], "2028-03-01", ["2027"], "2028"),
            // Another report counts for the years that were over on its day.
            ([("2026-05-01", .onSchedule)], "2027-03-02", ["2026"], "2027"),
            ([("2027-01-10", .delayed)], "2027-03-02", [], "2027"),
            // One that it was done in the next year says nothing of the year before.
            ([("2027-02-01", .done)], "2027-03-02", ["2026"], "2028"),
            ([("2026-05-01", .stopped)], "2028-03-02", [], nil),
        ] as [([(String, MilestoneStatus)], String, [String], String?)]
    )
    func `a report that it was done is awaited for every year`(
        reports: [(String, MilestoneStatus)],
        today: String,
        overdue: [String],
        next: String?
    ) throws {
        let series = try Self.series(Case("reports", reports, on: today, .inOrder, .noValue, for: ""))
        let today = try Sample.date(today)
        #expect(OverdueRule().finding(for: series, on: today).overduePeriods.map(\.description) == overdue)
        #expect(OverdueRule().nextDue(for: series, on: today)?.description == next)
    }

    // MARK: Words

    private static let about = IndicatorFacts(
        programme: "p",
        programmeTitle: "P",
        package: "6N",
        packageTitle: "Pakket",
        title: "Raad geïnformeerd",
        unit: .milestone,
        areaName: "Dronten"
    )

    /// A finding with what is said of it while it is open.
    private static func told(
        _ reports: [(String, MilestoneStatus)],
        on today: String,
        _ cadence: Cadence = yearly,
        after open: Finding? = nil
    ) throws -> (finding: Finding, facts: FindingFacts) {
        var series = try Self.series(Case("told", reports, on: today, .inOrder, .noValue, for: "", cadence))
        if let open {
            series.openAlerts[MilestoneRule.name] = EarlierAlert(openedAt: Instant(seconds: 0), evidence: open.evidence)
        }
        let finding = MilestoneRule().finding(for: series, on: try Sample.date(today))
        return (finding, FindingFacts(about: about, severity: finding.severity ?? .warning, evidence: finding.evidence))
    }

    private static func message(_ told: (finding: Finding, facts: FindingFacts), _ language: Language = .nl) -> String {
        told.finding.evidence.value.statement(of: told.facts, in: Phrases(language)).message
    }

    @Test func `the log names the time that is meant`() throws {
        #expect(
            Self.message(try Self.told([], on: "2027-03-02"))
                == "Raad geïnformeerd (2026) is niet gereed gemeld; uiterlijk 2026-12-31. Er is nog niets gemeld."
        )
    }

    @Test func `each time that was missed stays named, also when the next ones go by`() throws {
        let two = try Self.told([], on: "2028-03-01")
        #expect(
            Self.message(two)
                == "Raad geïnformeerd (2027) is niet gereed gemeld; uiterlijk 2027-12-31. Er is nog niets gemeld. "
                + "Ook de ronde van 2026 is niet gereed gemeld."
        )
        #expect(
            two.finding.evidence.value.statement(of: two.facts, in: Phrases(.nl)).verdict
                == "De ronde van 2027 is niet gereed gemeld. De laatste dag was 31 december 2027. "
                + "Ook de ronde van 2026 is niet gereed gemeld."
        )
        #expect(Self.message(two, .en).hasSuffix("The round of 2026 is not reported done either."))
        let done = try Self.told([("2027-05-01", .done)], on: "2027-06-01")
        #expect(Self.message(done).hasSuffix("Er is nog niets gemeld. De ronde van 2027 is gereed."))
        let near = try Self.told([], on: "2026-12-01", Self.halfYearly)
        #expect(
            Self.message(near).hasSuffix("De ronde van 2026-H2 is nog niet gereed gemeld; uiterlijk 2026-12-31.")
        )
        let many = try Self.told([], on: "2033-06-01")
        #expect(Self.message(many).hasSuffix("Ook 6 rondes van 2026 t/m 2031 zijn niet gereed gemeld."))
    }

    @Test func `what was done in its time is told as done in it, also where the report comes when the next one runs`()
        throws
    {
        let near = try Self.told([], on: "2026-11-15").finding
        let end = try Self.told([("2026-12-15", .done)], on: "2027-01-03", after: near)
        #expect(end.finding.state == .inOrder && end.finding.reason == .milestoneDone)
        let words = end.finding.evidence.value.endStatement(of: end.facts, in: Phrases(.nl))
        #expect(
            words.message == "Raad geïnformeerd (2026) is gereed." && words.verdict == "De ronde van 2026 is gereed."
        )
        let later = try Self.told([("2026-12-15", .done)], on: "2027-01-03")
        #expect(later.finding.reason == .noValue)
    }

    @Test func `a further time that is missed, or is near, is news; one that was reported after all is milder`() throws
    {
        let one = try Self.told([], on: "2027-03-02").facts
        let near = try Self.told([], on: "2027-11-02").facts
        let two = try Self.told([], on: "2028-03-01").facts
        #expect(near.course(since: one) == .graver && two.course(since: near) == .graver)
        #expect(try Self.told([], on: "2027-04-02").facts.course(since: one) == nil)
        #expect(try Self.told([("2026-12-15", .done)], on: "2028-03-01").facts.course(since: two) == .milder)
    }
}
