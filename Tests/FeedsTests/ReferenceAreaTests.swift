import Feeds
import Indicators
import Testing

/// Areas that are not watched and that values are compared with.
@Suite("Rows of areas to compare with")
struct ReferenceAreaTests {
    private static let group = AreaGroup(id: "v", title: "V", areas: ["GM0034", "GM0050", "GM0303"])

    private static func indicator(_ id: IndicatorID, _ benchmarks: [AreaGroup] = []) -> Indicator {
        Indicator(
            id: id,
            title: id.description,
            unit: .percent,
            better: .lower,
            cadence: Cadence(.year, dueDays: 90),
            programme: "dronten",
            package: "6N",
            benchmarks: benchmarks
        )
    }

    private static let register = IndicatorRegister(
        programmes: [Programme(id: "dronten", title: "Dronten", area: "GM0303", source: nil, packages: [])],
        indicators: [
            indicator("deel", [group, AreaGroup(country: "NL01")]), indicator("anders"),
            Indicator(
                id: "per-inwoner",
                title: "Per inwoner",
                unit: .percent,
                better: .lower,
                cadence: Cadence(.year, dueDays: 90),
                programme: "dronten",
                package: "6N",
                derivation: Derivation(.mean, of: ["teller", "anders"], decimals: 1),
                benchmarks: [AreaGroup(id: "a", title: "A", areas: ["GM0995"])]
            ),
            indicator("teller"),
        ],
        paths: [:],
        areaNames: ["GM0303": "Dronten"]
    )

    private static func outcome(_ row: String, otherAreas: FeedProfile.OtherAreas = .skip) throws -> RowOutcome? {
        let text = bytes("indicator;periode;waarde;gebied\ndeel;2023;5;Dronten\n\(row)\n")
        let dialect = try survey(text)
        var rows = dialect.rows(
            ChunkedBytes(text, chunkSize: 64),
            in: ReadingContext(register: register, today: today, otherAreas: otherAreas)
        )
        _ = try rows.next()
        return try rows.next()
    }

    @Test(
        "are taken in for the indicators that are compared, and for what those are made of",
        arguments: [
            ("deel;2024;5;Almere", "GM0034"), ("deel;2024;5;GM0050", "GM0050"), ("deel;2024;5;34", "GM0034"),
            ("deel;2024;5;gemeente Zeewolde", "GM0050"), ("deel;2024;5;NL00", "NL01"),
            ("deel;2024;5;Nederland", "NL01"), ("teller;2024;5;Lelystad", "GM0995"),
            ("anders;2024;5;Lelystad", "GM0995"), ("deel;2024;5;Dronten", "GM0303"),
        ]
    )
    func taken(row: String, area: AreaCode) throws {
        #expect(try Self.outcome(row)?.observed?.series.area == area)
    }

    @Test(
        "are others of every other indicator",
        arguments: [
            "anders;2024;5;Almere", "anders;2024;5;Nederland", "teller;2024;5;Almere", "deel;2024;5;Lelystad",
            "deel;2024;5;Zwolle", "onbekend;2024;5;Almere", "deel;2024;5;WK003401",
        ]
    )
    func passedOver(row: String) throws {
        #expect(try Self.outcome(row)?.skip?.reason == .areaNotWatched)
        #expect(try Self.outcome(row, otherAreas: .refuse)?.fault?.reason == .areaRefused)
    }

    @Test("are read as strictly as the own, but how far they lie from the value before nobody here can say")
    func strict() throws {
        #expect(try Self.outcome("deel;2024;vijf;Almere")?.fault != nil)
        #expect(try Self.outcome("deel;2024;500;Almere")?.fault != nil)
        #expect(try Self.outcome("deel;2024;5;Almere")?.observed?.plausible == nil)
        #expect(try Self.outcome("deel;2024;5;Dronten")?.observed?.plausible != nil)
    }
}
