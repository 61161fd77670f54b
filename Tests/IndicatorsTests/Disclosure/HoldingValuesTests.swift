import Testing

@testable import Indicators

@Suite("Which value holds")
struct HoldingValuesTests {
    private static let series = SeriesKey(indicator: "wmo", area: "GM0303")

    private static func history(_ values: [(Int, String)]) throws -> SeriesHistory {
        let observations = try values.map { year, value in
            RecordedObservation(
                Observation(
                    period: try #require(Period.year(year)),
                    value: try #require(ExactDecimal(value))
                ),
                revision: 1,
                importHash: nil,
                recordedAt: Instant(seconds: 0)
            )
        }
        return SeriesHistory(key: series, observations: observations)
    }

    @Test(
        "is known of each period, however the value is written",
        arguments: [
            (2025, "25.3", false), (2025, "25.30", false), (2025, "25.4", true), (2024, "25.3", true),
            (2023, "7", true),
        ]
    )
    func contradicts(year: Int, value: String, isContradicted: Bool) throws {
        let holding = HoldingValues([try Self.history([(2024, "7"), (2025, "25.3")])])
        let (period, amount) = (try #require(Period.year(year)), try #require(ExactDecimal(value)))
        #expect(holding.contradict(amount, in: period, of: Self.series) == isContradicted)
        let unknown = SeriesKey(indicator: "wmo", area: "GM0171")
        #expect(!holding.contradict(amount, in: period, of: unknown))
    }
}
