import Indicators
import Testing

/// The series that a target holds for.
@Suite struct SeriesScopeTests {
    private static func key(_ area: AreaCode, _ breakdown: String = "") throws -> SeriesKey {
        SeriesKey(indicator: "wmo", area: area, breakdown: try #require(Breakdown(breakdown)))
    }

    private static func scope(_ area: AreaCode?, _ breakdown: String?) throws -> SeriesScope {
        SeriesScope(area: area, breakdown: try breakdown.map { try #require(Breakdown($0)) })
    }

    @Test(
        arguments: [
            (nil, nil, "WK030301", "leeftijd=65+", true), ("WK030301", nil, "WK030301", "leeftijd=65+", true),
            ("WK030301", nil, "WK030301", "", true), ("WK030301", nil, "GM0303", "", false),
            // An area does not stand for its parts.
            ("GM0303", nil, "WK030301", "", false), (nil, "leeftijd=65+", "WK030301", "leeftijd=65+", true),
            (nil, "leeftijd=65+", "GM0303", "", false),
            (nil, "leeftijd=65+", "GM0303", "geslacht=vrouw,leeftijd=65+", false),
            (nil, "", "WK030301", "", true), (nil, "", "WK030301", "leeftijd=65+", false),
            ("GM0303", "leeftijd=65+", "GM0303", "leeftijd=65+", true),
            ("GM0303", "leeftijd=65+", "WK030301", "leeftijd=65+", false),
            ("GM0303", "leeftijd=65+", "GM0303", "leeftijd=18-64", false),
        ] as [(AreaCode?, String?, AreaCode, String, Bool)]
    )
    func `covers the series of its area and its breakdown`(
        area: AreaCode?,
        breakdown: String?,
        keyArea: AreaCode,
        keyBreakdown: String,
        covers: Bool
    ) throws {
        #expect(try Self.scope(area, breakdown).covers(try Self.key(keyArea, keyBreakdown)) == covers)
    }

    @Test(
        arguments: [
            (nil, nil, "all"), ("WK030301", nil, "WK030301"), (nil, "leeftijd=65+", "leeftijd=65+"),
            ("WK030301", "leeftijd=65+", "WK030301 leeftijd=65+"), ("GM0303", "", "GM0303 totaal"), (nil, "", "totaal"),
        ] as [(AreaCode?, String?, String)]
    )
    func `is written as the configuration writes it`(area: AreaCode?, breakdown: String?, written: String) throws {
        #expect(try Self.scope(area, breakdown).description == written)
    }

    // MARK: The targets that hold for one series

    private static func target(
        _ period: Int,
        _ cell: String,
        goal: String? = nil,
        _ scope: SeriesScope = .all
    ) throws -> IndicatorTarget {
        IndicatorTarget(
            indicator: "wmo",
            goal: goal,
            period: try #require(.year(period)),
            notation: try TargetNotation(cell),
            scope: scope
        )
    }

    /// The targets of the indicator that hold for the series, as `2026 <10`, with the goal where there is one.
    private static func holding(
        _ key: SeriesKey,
        path: [IndicatorTarget],
        goals: [[IndicatorTarget]] = []
    ) -> [String] {
        let goals = goals.enumerated().map { Goal(id: "A-\($0.offset)", text: "Lager.", targets: $0.element) }
        let package = Package(id: "A", title: "A", goals: goals, indicators: ["wmo"])
        let register = IndicatorRegister(
            programmes: [Programme(id: "p", title: "P", area: "GM0303", source: nil, packages: [package])],
            indicators: [],
            paths: ["wmo": path],
            areaNames: [:]
        )
        return register.targets(of: key).map { "\($0.period) \($0.notation)\($0.goal.map { " \($0)" } ?? "")" }
    }

    @Test func `the path of a series replaces the general one, whole`() throws {
        let older = try Self.scope(nil, "leeftijd=65+")
        let path = [
            try Self.target(2025, "<10"), try Self.target(2026, "<9"), try Self.target(2026, "<20", older),
            try Self.target(2027, "<19", older),
        ]
        #expect(Self.holding(try Self.key("GM0303"), path: path) == ["2025 <10", "2026 <9"])
        #expect(Self.holding(try Self.key("WK030301", "leeftijd=65+"), path: path) == ["2026 <20", "2027 <19"])
        #expect(Self.holding(try Self.key("GM0303", "leeftijd=18-64"), path: path) == ["2025 <10", "2026 <9"])
    }

    @Test func `area and breakdown together are closer than either`() throws {
        let path = [
            try Self.target(2026, "<10"), try Self.target(2026, "<20", try Self.scope("WK030301", nil)),
            try Self.target(2026, "<30", try Self.scope("WK030301", "leeftijd=65+")),
        ]
        #expect(Self.holding(try Self.key("WK030301", "leeftijd=65+"), path: path) == ["2026 <30"])
        #expect(Self.holding(try Self.key("WK030301"), path: path) == ["2026 <20"])
        #expect(Self.holding(try Self.key("WK030302"), path: path) == ["2026 <10"])
    }

    @Test func `everybody is a breakdown of its own`() throws {
        let path = [try Self.target(2026, "<10"), try Self.target(2026, "<20", try Self.scope(nil, ""))]
        #expect(Self.holding(try Self.key("GM0303"), path: path) == ["2026 <20"])
        #expect(Self.holding(try Self.key("GM0303", "leeftijd=65+"), path: path) == ["2026 <10"])
    }

    @Test func `a goal is apart from the path, and from other goals`() throws {
        let district = try Self.scope("WK030301", nil)
        let path = [try Self.target(2026, "<10"), try Self.target(2026, "<20", district)]
        let goals = [
            [try Self.target(2026, "<11", goal: "A-0")],
            [try Self.target(2026, "<12", goal: "A-1"), try Self.target(2026, "<22", goal: "A-1", district)],
            [try Self.target(2026, "<23", goal: "A-2", district)],
        ]
        #expect(
            Self.holding(try Self.key("WK030301"), path: path, goals: goals) == [
                "2026 <20", "2026 <11 A-0", "2026 <22 A-1", "2026 <23 A-2",
            ]
        )
        #expect(
            Self.holding(try Self.key("GM0303"), path: path, goals: goals) == [
                "2026 <10", "2026 <11 A-0", "2026 <12 A-1",
            ]
        )
    }

    @Test(arguments: ["Nb", "-"])
    func `a path of its own that asks nothing replaces the general one as well`(cell: String) throws {
        let path = [try Self.target(2026, "<10"), try Self.target(2026, cell, try Self.scope("WK030301", nil))]
        #expect(Self.holding(try Self.key("WK030301"), path: path) == [])
        #expect(Self.holding(try Self.key("GM0303"), path: path) == ["2026 <10"])
    }

    // MARK: What a series is a part of

    @Test(
        arguments: [
            ("GM0303", "", []), ("WK030301", "", ["GM0303"]), ("BU03030101", "", ["WK030301", "GM0303"]),
            ("GM0303", "leeftijd=65+", ["GM0303"]),
            ("WK030301", "leeftijd=65+", ["WK030301", "GM0303/leeftijd=65+", "GM0303"]),
            (
                "BU03030101", "geslacht=vrouw,leeftijd=65+",
                [
                    "BU03030101/leeftijd=65+", "BU03030101/geslacht=vrouw", "BU03030101",
                    "WK030301/geslacht=vrouw,leeftijd=65+", "WK030301/leeftijd=65+", "WK030301/geslacht=vrouw",
                    "WK030301", "GM0303/geslacht=vrouw,leeftijd=65+", "GM0303/leeftijd=65+", "GM0303/geslacht=vrouw",
                    "GM0303",
                ]
            ),
        ] as [(AreaCode, String, [String])]
    )
    func `a part knows the larger areas and the larger parts of the population, the nearest first`(
        area: AreaCode,
        breakdown: String,
        expected: [String]
    ) throws {
        #expect(
            try Self.key(area, breakdown).ancestors.map(\.description) == expected.map { "wmo/\($0)" }
        )
    }

    @Test func `of three pairs two are left out last, and none stands twice`() throws {
        let ancestors = try Self.key("GM0303", "a=1,b=2,c=3").ancestors.map(\.breakdown.description)
        #expect(ancestors == ["b=2,c=3", "a=1,c=3", "a=1,b=2", "c=3", "b=2", "a=1", ""])
    }

    @Test func `of more than four pairs only everybody is larger`() throws {
        #expect(try Self.key("GM0303", "a=1,b=2,c=3,d=4").ancestors.count == 15)
        #expect(
            try Self.key("WK030301", "a=1,b=2,c=3,d=4,e=5").ancestors.map(\.description) == [
                "wmo/WK030301", "wmo/GM0303/a=1,b=2,c=3,d=4,e=5", "wmo/GM0303",
            ]
        )
    }

    @Test(arguments: ["NL01", "PV24", "LD01", "WK03030", "BU0303010", "WK03030101", "GGD7255", "BU030301", ""])
    func `another code is a part of nothing`(area: String) throws {
        #expect(try Self.key(AreaCode(area)).ancestors == [])
    }
}
