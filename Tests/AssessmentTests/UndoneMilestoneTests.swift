import AlertSamples
import Assessment
import Indicators
import Testing

/// A milestone that was reported done, and is not any more.
@Suite struct UndoneMilestoneTests {
    private static func finding(
        _ reports: [(String, MilestoneStatus)],
        on today: String = "2026-09-01"
    ) throws -> Finding {
        let series = SeriesSubject(
            indicator: Sample.indicator(kind: .milestone),
            history: Sample.history(try reports.map { try Sample.report($0.0, $0.1, expected: nil) }),
            targets: [try Sample.plan("2026", isPlanned: true)]
        )
        return MilestoneRule().finding(for: series, on: try Sample.date(today))
    }

    @Test(
        arguments: [
            ([("2026-03-31", .done), ("2026-06-30", .delayed)], "2026-03-31"),
            ([("2026-06-30", .delayed), ("2026-03-31", .done)], "2026-03-31"),
            ([("2025-12-31", .done), ("2026-03-31", .done), ("2026-06-30", .stopped)], "2026-03-31"),
            ([("2026-03-31", .delayed), ("2026-06-30", .done)], nil), ([("2026-06-30", .delayed)], nil),
        ] as [([(String, MilestoneStatus)], String?)]
    )
    func `the evidence keeps the day on which it was done`(
        reports: [(String, MilestoneStatus)],
        day: String?
    ) throws {
        #expect(try Self.finding(reports).milestone?.doneOn?.description == day)
    }

    @Test func `the alert says what it is`() throws {
        let finding = try Self.finding([("2026-03-31", .done), ("2026-06-30", .delayed)])
        let evidence = try #require(finding.milestone)
        let facts = FindingFacts.sample(
            "Loket",
            .warning,
            .pastDate,
            value: "0",
            unit: "mijlpaal",
            period: "2026-06-30",
            targets: []
        )
        .resting(on: evidence)
        let statement = evidence.statement(of: facts, in: Phrases(.nl))
        #expect(
            statement.message
                == "Loket is vertraagd; gepland op 2026-12-31 (gemeld op 2026-06-30). Op 2026-03-31 was gemeld dat de mijlpaal "
                + "gereed was; dat is nu niet meer zo."
        )
        #expect(
            statement.verdict
                == "De mijlpaal is vertraagd. Op 31 maart 2026 was gemeld dat de mijlpaal gereed was; dat is nu niet meer zo."
        )
        #expect(statement.line == "vertraagd (gepland 31 december 2026) (was gereed)")
        #expect(statement.tail == " \(statement.line)")
    }
}
