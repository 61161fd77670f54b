import Indicators
import Testing

/// What has to be judged anew when a series changes.
@Suite struct DependantsTests {
    private static func derived(
        _ id: IndicatorID,
        _ operation: Derivation.Operation,
        _ inputs: [String]
    ) throws
        -> Indicator
    {
        let references = try inputs.map { try #require(SeriesReference($0)) }
        return Indicator(
            id: id,
            title: "\(id)",
            unit: .percent,
            better: .lower,
            cadence: Cadence(.year, dueDays: 180),
            programme: "p",
            package: "A",
            derivation: Derivation(operation, references: references, decimals: 1)
        )
    }

    private static func register(_ indicators: [Indicator]) -> IndicatorRegister {
        IndicatorRegister(programmes: [], indicators: indicators, paths: [:], areaNames: [:])
    }

    private static func key(_ indicator: IndicatorID, _ breakdown: String = "") throws -> SeriesKey {
        SeriesKey(indicator: indicator, area: "GM0303", breakdown: try #require(Breakdown(breakdown)))
    }

    @Test func `without a breakdown in the derivation the same part of the population is made anew`() throws {
        let register = Self.register([try Self.derived("mean", .mean, ["a", "b"])])
        #expect(register.dependants(of: try Self.key("a")).map(\.description) == ["mean/GM0303"])
        #expect(
            register.dependants(of: try Self.key("b", "leeftijd=65+")).map(\.description) == [
                "mean/GM0303/leeftijd=65+"
            ]
        )
        #expect(register.dependants(of: try Self.key("mean")) == [])
        #expect(register.dependants(of: try Self.key("c")) == [])
    }

    @Test func `the area stays the same`() throws {
        let register = Self.register([try Self.derived("part", .ratio(per: 100), ["a[vorm=x]", "a[vorm=y]"])])
        let district = SeriesKey(indicator: "a", area: "WK030301", breakdown: Breakdown(pairs: ["vorm": "y"]))
        #expect(register.dependants(of: district).map(\.description) == ["part/WK030301"])
    }

    @Test(
        arguments: [
            ("vorm=x", ["part/GM0303"]), ("vorm=y", ["part/GM0303"]), ("vorm=z", []), ("", []),
            ("leeftijd=65+,vorm=x", []),
        ])
    func `a breakdown that the derivation names makes the total anew, another one nothing`(
        breakdown: String,
        expected: [String]
    ) throws {
        let register = Self.register([try Self.derived("part", .share, ["a[vorm=x]", "a[vorm=x]", "a[vorm=y]"])])
        #expect(register.dependants(of: try Self.key("a", breakdown)).map(\.description) == expected)
    }

    @Test(
        arguments: [
            ("", ["part/GM0303"]), ("vorm=x", ["part/GM0303"]), ("vorm=y", []), ("leeftijd=65+", []),
        ])
    func `a part of a total makes the total anew, and no series that can never have a value`(
        breakdown: String,
        expected: [String]
    ) throws {
        let register = Self.register([try Self.derived("part", .ratio(per: 100), ["a[vorm=x]", "a"])])
        #expect(register.dependants(of: try Self.key("a", breakdown)).map(\.description) == expected)
    }

    @Test func `each derived indicator is made anew, each series once`() throws {
        let register = Self.register([
            try Self.derived("sum", .sum, ["a", "b"]), try Self.derived("share", .share, ["a", "a", "b"]),
            try Self.derived("other", .sum, ["b", "c"]),
        ])
        #expect(
            register.dependants(of: try Self.key("a")).map(\.description) == ["sum/GM0303", "share/GM0303"]
        )
        #expect(register.dependants(of: "a" as IndicatorID) == ["sum", "share"])
    }
}
