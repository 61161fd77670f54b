import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: reports of milestones that are remarkable")
struct ConformanceRemarks {
    private static let indicator = Indicator(
        id: shelter.indicator,
        title: "Inloophuis",
        unit: .milestone,
        better: .higher,
        cadence: Cadence(.year, dueDays: 60),
        programme: "p",
        package: "k"
    )

    private func said(_ status: MilestoneStatus, _ day: String, line: Int = 2) throws -> RowOutcome {
        let date = try #require(CalendarDate(day))
        let observation = try #require(Observation.milestone(MilestoneReport(status: status), on: date))
        let terms = ReportTerms(Self.indicator)
        return .observed(ObservedRow(line: line, series: shelter, observation: observation, reports: terms))
    }

    private func lines(_ outcome: ImportOutcome) -> [String] {
        outcome.tally.remarks.items.map { "\($0.kind) \($0.period) after \($0.other)" }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what was done and is not is remarked on, in a dry run as well`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try lines(await store.take(header("a"), [said(.done, "2026-03-31")])).isEmpty)
            let rows = try [said(.delayed, "2026-06-30"), said(.done, "2026-03-31", line: 3)]
            for isDryRun in [true, false] {
                let outcome = try await store.take(header("b", isDryRun: isDryRun), rows)
                #expect(lines(outcome) == ["undone 2026-06-30 after 2026-03-31"])
            }
            // The same content again says nothing new.
            #expect(try lines(await store.take(header("b"), rows)).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an older report is taken in, and the later one holds`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            _ = try await store.take(header("a"), [said(.done, "2026-03-31")])
            let outcome = try await store.take(header("b"), [said(.delayed, "2025-12-31")])
            #expect(outcome.tally.taken == 1 && lines(outcome) == ["overtaken 2025-12-31 after 2026-03-31"])
            #expect(try await store.history(of: shelter).latest?.observation.milestoneStatus == .done)
        }
    }
}
