import Indicators
import Testing

/// The look-ups of the register.
@Suite struct ProgrammeTests {
    private static func indicator(_ id: IndicatorID, mean inputs: [IndicatorID]? = nil) -> Indicator {
        Indicator(
            id: id,
            title: "\(id)",
            unit: .percent,
            better: .lower,
            cadence: Cadence(.year, dueDays: 180),
            programme: "p",
            package: "A",
            derivation: inputs.map { Derivation(.mean, of: $0, decimals: 1) }
        )
    }

    private static func target(_ year: Int, _ cell: String, goal: String? = nil) throws -> IndicatorTarget {
        IndicatorTarget(
            indicator: "b",
            goal: goal,
            period: try #require(.year(year)),
            notation: try TargetNotation(cell)
        )
    }

    private static func register() throws -> IndicatorRegister {
        let goal = Goal(id: "A-1", text: "Lager.", targets: [try target(2026, "<25,3%", goal: "A-1")])
        let package = Package(id: "A", title: "A", goals: [goal], indicators: ["b", "a", "mean"])
        return IndicatorRegister(
            programmes: [Programme(id: "p", title: "P", area: "GM0303", source: nil, packages: [package])],
            indicators: [indicator("a"), indicator("b"), indicator("mean", mean: ["a", "b"])],
            paths: ["b": [try target(2025, "Nb"), try target(2026, "24,3%"), try target(2027, "-")]],
            areaNames: ["GM0303": "Dronten", "NL01": "Nederland"]
        )
    }

    @Test func `targets are the cells that ask something, then what goals say`() throws {
        #expect(
            try Self.register().targets(of: "b").map { "\($0.notation) \($0.goal ?? "")" } == ["24,3% ", "<25,3% A-1"]
        )
        #expect(try Self.register().targets(of: "a") == [])
        #expect(try Self.register().paths["b"]?.count == 3)
    }

    @Test func `indicators come in the order of the document`() throws {
        #expect(try Self.register().indicatorsInOrder.map(\.id) == ["b", "a", "mean"])
    }

    @Test func `an input knows what is derived from it`() throws {
        #expect(try Self.register().dependants(of: "a") == ["mean"])
        #expect(try Self.register().dependants(of: "mean") == [])
    }

    @Test func `an indicator is expected for its programme's area`() throws {
        #expect(try Self.register().expectedSeries(of: Self.indicator("a"))?.description == "a/GM0303")
    }

    @Test(
        arguments: [
            ("GM0303", "GM0303"), (" Dronten\u{A0}", "GM0303"), ("Nederland", "NL01"), ("WK030301", "WK030301"),
            ("BU03030101", "BU03030101"), ("dronten", "GM0303"),
        ] as [(String, AreaCode)]
    )
    func `an area is known by code, by name, or as a part of a known municipality`(text: String, code: AreaCode) throws
    {
        #expect(try Self.register().area(named: text) == code)
    }

    @Test(arguments: ["", "GM0171", "GM303", "WK017101", "WK03030", "BU0303010A", "WK0303011", "BU030301"])
    func `another area is not known`(text: String) throws {
        #expect(try Self.register().area(named: text) == nil)
    }
}
