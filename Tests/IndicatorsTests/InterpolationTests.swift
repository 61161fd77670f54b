import Indicators
import Testing

/// What holds in the periods between two cells of a yearly path.
@Suite struct InterpolationTests {
    /// A path as pairs of period and cell, and what lies between, written the same way.
    typealias Path = [(String, String)]

    private static func target(_ period: String, _ cell: String, scope: SeriesScope = .all) throws -> IndicatorTarget {
        IndicatorTarget(
            indicator: "kpi",
            goal: nil,
            period: try #require(Period(period)),
            notation: try TargetNotation(cell),
            scope: scope
        )
    }

    private static func between(
        _ kind: Interpolation,
        _ path: Path,
        measured: (String, String)? = nil,
        better: Better = .higher
    ) throws -> [String] {
        let start = try measured.map { period, value in
            (
                period: try #require(Period(period)),
                value: try #require(ExactDecimal(value, decimalSign: ","))
            )
        }
        return kind.between(try path.map { try target($0.0, $0.1) }, measured: start, better: better)
            .map { "\($0.period) \($0.notation)" }
    }

    /// Dronten, 6M4: 39 % measured in 2024, `>39%` in 2026, `70%` in 2028.
    private static let participation: Path = [("2026", ">39%"), ("2028", "70%")]

    @Test func `by default nothing holds in the years that the table skips`() throws {
        #expect(try Self.between(.none, Self.participation, measured: ("2024", "39")) == [])
    }

    @Test func `the last cell holds until the next one, and a measured value is no cell`() throws {
        #expect(try Self.between(.last, Self.participation, measured: ("2024", "39")) == ["2027 >39%"])
        #expect(try Self.between(.last, [("2025", "5%"), ("2028", "-10% t.o.v. 2024")]) == ["2026 5%", "2027 5%"])
    }

    @Test func `a straight line runs from the last measured value through the cells`() throws {
        #expect(
            try Self.between(.linear, Self.participation, measured: ("2024", "39")) == ["2025 >39%", "2027 ≥54,5%"]
        )
        #expect(try Self.between(.linear, Self.participation) == ["2027 ≥54,5%"])
    }

    @Test(
        arguments: [
            // Not terminating: one decimal more than the ends have.
            ([("2024", "10%"), ("2027", "20%")], .higher, ["2025 ≥13,3%", "2026 ≥16,7%"]),
            ([("2024", "1,5"), ("2027", "2")], .higher, ["2025 ≥1,67", "2026 ≥1,83"]),
            ([("2024", "20%"), ("2027", "10%")], .lower, ["2025 ≤16,7%", "2026 ≤13,3%"]),
            ([("2024", "-10"), ("2027", "-20")], .lower, ["2025 ≤-13,3", "2026 ≤-16,7"]),
            // Half up on the line itself, whichever way it runs.
            ([("2024", "9"), ("2028", "10")], .higher, ["2025 ≥9,3", "2026 ≥9,5", "2027 ≥9,8"]),
            ([("2024", "10"), ("2028", "9")], .lower, ["2025 ≤9,8", "2026 ≤9,5", "2027 ≤9,3"]),
            // The comparator of the cell that the line leads to.
            ([("2024", "<12"), ("2026", "≤10"), ("2028", ">20")], .lower, ["2025 ≤11", "2027 >15"]),
            ([("2024", "25,3%"), ("2026", "<25,3%")], .lower, ["2025 <25,3%"]),
            ([("2024", "< 9 maanden"), ("2026", "< 6 maanden")], .lower, ["2025 <7,5 maanden"]),
            // In whatever order the cells come.
            ([("2026", "20"), ("2024", "10")], .higher, ["2025 ≥15"]),
            ([("2025", "10"), ("2026", "20")], .higher, []), ([("2025", "10")], .higher, []), ([], .higher, []),
        ] as [(Path, Better, [String])]
    )
    func `the line is exact, and rounded half up to one decimal more than its ends`(
        path: Path,
        better: Better,
        expected: [String]
    ) throws {
        #expect(try Self.between(.linear, path, better: better) == expected)
    }

    @Test(
        arguments: [
            ([("2024", "10"), ("2026", "stijging t.o.v. 2024"), ("2028", "20")], []),
            ([("2024", "-10% t.o.v. 2020"), ("2026", "10"), ("2028", "20")], ["2027 ≥15"]),
            ([("2024", "10"), ("2026", "20"), ("2028", "+5 t.o.v. 2024")], ["2025 ≥15"]),
        ] as [(Path, [String])]
    )
    func `a line neither begins nor ends at a cell without a value of its own`(path: Path, expected: [String]) throws {
        #expect(try Self.between(.linear, path) == expected)
    }

    @Test func `a cell that asks nothing breaks the line and ends what held before`() throws {
        let path = [("2022", "10"), ("2024", "Nb"), ("2026", "20"), ("2028", "-"), ("2030", "40"), ("2032", "60")]
        #expect(try Self.between(.linear, path) == ["2031 ≥50"])
        #expect(
            try Self.between(.last, path) == ["2023 10", "2025 Nb", "2027 20", "2029 -", "2031 40"]
        )
    }

    @Test(
        arguments: [
            ([("2025-Q4", "10"), ("2026-Q4", "14")], ["2026-Q1 ≥11", "2026-Q2 ≥12", "2026-Q3 ≥13"]),
            ([("2025-12", "10"), ("2026-02", "12")], ["2026-01 ≥11"]),
            ([("2025-H1", "10"), ("2026-H1", "20")], ["2025-H2 ≥15"]),
            ([("2024/2025", "10"), ("2026/2027", "20")], ["2025/2026 ≥15"]),
            ([("2026-W52", "10"), ("2027-W02", "40")], ["2026-W53 ≥20", "2027-W01 ≥30"]),
            ([("2026-02-27", "1"), ("2026-03-01", "3")], ["2026-02-28 ≥2"]),
            // Nothing lies between a year and a quarter.
            ([("2024", "10"), ("2026-Q1", "20")], []),
        ] as [(Path, [String])]
    )
    func `every kind of period has its own steps`(path: Path, expected: [String]) throws {
        #expect(try Self.between(.linear, path) == expected)
    }

    @Test func `a measured value of another kind of period begins no line`() throws {
        #expect(try Self.between(.linear, Self.participation, measured: ("2024-Q4", "39")) == ["2027 ≥54,5%"])
    }

    @Test func `at most 200 periods lie between two cells, and they lie on the line`() throws {
        let path = try [("2026-01-01", "0"), ("2027-01-01", "365")].map { try Self.target($0.0, $0.1) }
        let between = Interpolation.linear.between(path, measured: nil, better: .higher)
        #expect(between.count == 200)
        #expect(between.first?.notation.description == "≥1")
        #expect(between.last?.notation.description == "≥200")
        #expect(Interpolation.last.between(path, measured: nil, better: .higher).count == 200)
    }

    @Test(arguments: [Interpolation.last, .linear])
    func `an interpolated target is marked, and belongs to its own path`(kind: Interpolation) throws {
        let scope = SeriesScope(area: "WK030301")
        let path = [try Self.target("2026", "10", scope: scope), try Self.target("2028", "20", scope: scope)]
        let between = kind.between(path, measured: nil, better: .higher)
        #expect(between.map(\.isInterpolated) == [true])
        #expect(between.map(\.scope) == [scope])
        #expect(between.map(\.indicator) == ["kpi"])
        #expect(between.map(\.goal) == [nil])
    }

    @Test func `the register puts them in their place on the path`() throws {
        let path = [try Self.target("2026", ">39%"), try Self.target("2028", "70%")]
        let register = IndicatorRegister(
            programmes: [],
            indicators: [],
            paths: ["kpi": path],
            interpolated: ["kpi": Interpolation.linear.between(path, measured: nil, better: .higher)],
            areaNames: [:]
        )
        let targets = register.targets(of: "kpi" as IndicatorID)
        #expect(targets.map { "\($0.period) \($0.notation)" } == ["2026 >39%", "2027 ≥54,5%", "2028 70%"])
        #expect(targets.map(\.isInterpolated) == [false, true, false])
        #expect(register.paths["kpi"]?.count == 2)
    }
}
