import Catalogue
import Indicators
import Testing

/// The mean loneliness against the document's own row.
@Suite struct DerivedIndicatorTests {
    static let inputs: [IndicatorID] = [
        "matig-eenzaam-18-64", "matig-eenzaam-65", "sterk-eenzaam-18-64", "sterk-eenzaam-65",
        "emotioneel-eenzaam-18-64",
        "emotioneel-eenzaam-65", "sociaal-eenzaam-18-64", "sociaal-eenzaam-65",
    ]

    @Test(
        arguments: [
            (2024, "25.3"), (2025, "25.0"), (2026, "24.3"), (2027, "23.6"), (2028, "23.1"), (2029, "22.5"),
        ])
    func `the mean of the eight rows is the document's ninth`(year: Int, mean: String) throws {
        let configuration = try ShippedConfigurationTests.load("peilwacht.yaml")
        let derivation = try #require(configuration.register.indicators["gemiddelde-eenzaamheid"]?.derivation)
        #expect(derivation.inputs == Self.inputs)
        let values = try derivation.inputs.map { try #require(cell(of: $0, year: year, in: configuration)) }
        let result = try #require(derivation.result(values))
        #expect(result.description == mean)
        #expect(result == cell(of: "gemiddelde-eenzaamheid", year: year, in: configuration))
    }

    private func cell(of id: IndicatorID, year: Int, in configuration: Configuration) -> ExactDecimal? {
        if year == 2024 { return configuration.transcript.documented[id]?.first { $0.period.year == year }?.value }
        return configuration.register.paths[id]?.first { $0.period.year == year }?.notation.requirement?.statedValue
    }

    @Test func `each input knows the mean that depends on it`() throws {
        let register = try ShippedConfigurationTests.load("peilwacht.yaml").register
        for input in Self.inputs { #expect(register.dependants(of: input) == ["gemiddelde-eenzaamheid"]) }
    }
}
