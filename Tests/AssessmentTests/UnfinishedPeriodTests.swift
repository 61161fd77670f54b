import Assessment
import Indicators
import Testing

@Suite("A value of a period that is not over")
struct UnfinishedPeriodTests {
    /// The moment at which the values were taken in: 2026-04-01.
    private static let april = Instant(seconds: 1_775_023_200)

    private func finding(_ value: String, _ status: ObservationStatus, period: String = "2026") throws -> Finding {
        let observation = RecordedObservation(
            Observation(
                period: try Sample.period(period),
                value: try Sample.number(value),
                status: status
            ),
            revision: 1,
            importHash: "a",
            recordedAt: Self.april
        )
        let key = SeriesKey(indicator: "wmo", area: "GM0303")
        let series = SeriesSubject(
            indicator: Sample.indicator(),
            history: SeriesHistory(key: key, observations: [observation]),
            targets: [try Sample.target("<108", period)]
        )
        return TargetRule(tolerance: .percentOfTarget(ExactDecimal(10)))
            .finding(for: series, on: try Sample.date("2026-04-01"))
    }

    @Test("is judged by the target of its period, which lies ahead of it all the same")
    func ahead() throws {
        let met = try finding("100", .provisional)
        #expect(met.comparisons.map(\.standing) == [.ahead] && met.comparisons.map(\.verdict) == [.met])
        let missed = try finding("120", .provisional)
        #expect(missed.comparisons.map(\.standing) == [.ahead] && missed.severity != nil)
    }

    @Test(
        "is of its own period once that is over, provisional or not",
        arguments: [ObservationStatus.provisional, .definitive]
    )
    func own(_ status: ObservationStatus) throws {
        #expect(try finding("100", status, period: "2025").comparisons.map(\.standing) == [.ownPeriod])
    }
}
