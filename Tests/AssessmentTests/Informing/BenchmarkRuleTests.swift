import Indicators
import Testing

@testable import Assessment

@Suite("The rule benchmark")
struct BenchmarkRuleTests {
    private static let group = AreaGroup(
        id: "v",
        title: "vergelijkbare gemeenten",
        areas: ["GM0303", "GM0034", "GM0050", "GM0171", "GM0184", "GM0995", "GM0193"]
    )
    private static let country = AreaGroup(country: "NL01")

    private static func indicator(
        _ benchmarks: [AreaGroup],
        _ better: Better = .lower,
        _ unit: MeasureUnit = .percent
    ) -> Indicator {
        Indicator(
            id: "wmo",
            title: "Wmo",
            unit: unit,
            better: better,
            cadence: Cadence(.year, dueDays: 120),
            programme: "p",
            package: "6N",
            benchmarks: benchmarks
        )
    }

    /// The own values of 2023 and on, with those of other areas in the years that are given.
    private static func series(
        _ own: [String],
        _ others: [AreaCode: [String: String]],
        _ benchmarks: [AreaGroup] = [group],
        _ better: Better = .lower
    ) throws -> SeriesSubject {
        var series = try Sample.run(own, from: "2023", indicator(benchmarks, better))
        for (area, values) in others {
            let key = SeriesKey(indicator: "wmo", area: area)
            series.neighbours[key] = SeriesHistory(
                key: key,
                observations: try values.map { try Sample.observation($0.key, $0.value, recordedAt: 2_000_000_000) }
            )
        }
        return series
    }

    private static func in2024(_ values: [String]) -> [AreaCode: [String: String]] {
        let areas = group.areas.dropFirst()
        return Dictionary(uniqueKeysWithValues: zip(areas, values).map { ($0, ["2024": $1]) })
    }

    private static func evidence(
        _ own: String,
        _ others: [String],
        _ better: Better = .lower
    ) throws -> BenchmarkEvidence {
        try BenchmarkRule().evidence(for: series(["1", own], in2024(others), [group], better))
    }

    private static let six = ["10", "12", "14", "16", "18", "20"]

    @Test(
        arguments: [
            ("22", .lower, 7, 4, .worstQuarter), ("22", .higher, 1, 1, .bestQuarter), ("8", .lower, 1, 1, .bestQuarter),
            ("8", .higher, 7, 4, .worstQuarter), ("15", .lower, 4, 3, .middle), ("13", .lower, 3, 2, .middle),
            ("13", .higher, 5, 3, .middle),
            // Equal values have the same place; what lies on a quartile belongs to the middle.
            ("20", .lower, 6, 4, .worstQuarter), ("10", .lower, 1, 1, .bestQuarter),
        ] as [(String, Better, Int, Int, BenchmarkReason)]
    )
    func `the place and the quarter follow the direction that is better`(
        own: String,
        better: Better,
        rank: Int,
        quarter: Int,
        reason: BenchmarkReason
    ) throws {
        let evidence = try Self.evidence(own, Self.six, better)
        let standing = try #require(evidence.standings.first)
        #expect(standing.rank == rank && standing.quarter?.rawValue == quarter && standing.count == 7, "\(standing)")
        #expect(evidence.reason == reason)
    }

    @Test func `the sentence has the place, the quarter, the distance and the value it is taken from`() throws {
        #expect(
            try Self.evidence("22.4", Self.six).lines(.percent) == [
                "22,4% over 2024: plaats 7 van 7 onder vergelijkbare gemeenten (1 is het gunstigst), in het "
                    + "ongunstigste kwart, 7,4 procentpunt hoger dan het midden van de andere (15%)",
                "vergelijkbare gemeenten: 6 van de 6 andere hebben een waarde over 2024; z-score 2,0: zo veel "
                    + "standaardafwijkingen van het gemiddelde van de andere",
            ]
        )
        #expect(
            try Self.evidence("15", Self.six).lines(.percent, .en)[0]
                == "15% for 2024: place 4 of 7 among vergelijkbare gemeenten (1 is the most favourable), in the middle "
                + "half, the same as the middle of the others (15%)"
        )
    }

    @Test func `the z-score is that of methods, section 5, among the others`() throws {
        // Their mean is 15, their standard deviation the root of 14.
        let standing = try #require(try Self.evidence("22", Self.six).standings.first)
        #expect(standing.zScore?.description == "1.9")
        let alike = try #require(try Self.evidence("12", ["10", "10", "10", "10", "10"]).standings.first)
        #expect(alike.zScore == nil && alike.quarter == .fourth && alike.rank == 6)
    }

    @Test(arguments: [(4, BenchmarkReason.tooFewMembers), (5, .worstQuarter)])
    func `of fewer than five others nothing is said of a group`(count: Int, reason: BenchmarkReason) throws {
        let evidence = try Self.evidence("22", Array(Self.six.prefix(count)))
        #expect(evidence.reason == reason && evidence.standings.count == (count == 5 ? 1 : 0))
        if count == 4 {
            #expect(
                evidence.lines(.percent) == [
                    "vergelijkbare gemeenten: 4 van de 6 andere hebben een waarde over 2024, te weinig om mee te "
                        + "vergelijken (vanaf 5)"
                ]
            )
        }
        var parameters = BenchmarkParameters()
        parameters.members = 4
        let series = try Self.series(["1", "22"], Self.in2024(Array(Self.six.prefix(count))))
        #expect(try BenchmarkRule(parameters).evidence(for: series).reason == .worstQuarter)
    }

    @Test func `only values of the same period are compared; of an earlier one it is explained, and not told`() throws {
        let earlier = Self.in2024(Self.six).mapValues { ["2023": $0["2024"] ?? ""] }
        let series = try Self.series(["22", "23"], earlier)
        let finding = BenchmarkRule().finding(for: series, on: CalendarDate(dayNumber: 0))
        let evidence = try #require(finding.evidence.of(BenchmarkEvidence.self))
        #expect(evidence.reason == .worstQuarter && evidence.standings.map(\.period.description) == ["2023"])
        #expect(evidence.lines(.percent)[0].hasPrefix("22% over 2023: plaats 7 van 7"))
        #expect(finding.state == .inOrder)
        let now = try Self.series(["22", "23"], Self.in2024(Self.six))
        #expect(BenchmarkRule().finding(for: now, on: CalendarDate(dayNumber: 0)).state == .informs)
    }

    @Test func `the country is one value, of which the distance is told`() throws {
        let series = try Self.series(["1", "25.3"], ["NL01": ["2024": "23.9"]], [Self.country])
        let evidence = try BenchmarkRule().evidence(for: series)
        #expect(evidence.reason == .besideCountry)
        #expect(evidence.lines(.percent) == ["25,3% over 2024: 1,4 procentpunt hoger dan Nederland (23,9%)"])
        let without = try BenchmarkRule().evidence(for: Self.series(["1", "25.3"], [:], [Self.country]))
        #expect(without.lines(.percent) == ["van Nederland is er geen waarde over 2024"])
    }

    @Test func `a group and the country stand in one sentence`() throws {
        let others = Self.in2024(Self.six).merging(["NL01": ["2024": "23"]]) { $1 }
        let evidence = try BenchmarkRule().evidence(for: Self.series(["1", "22"], others, [Self.group, Self.country]))
        #expect(evidence.lines(.percent)[0].hasSuffix("(15%); 1 procentpunt lager dan Nederland (23%)"))
        #expect(evidence.lines(.percent)[0].ranges(of: "22% over 2024: ").count == 1)
        let before = Self.in2024(Self.six).merging(["NL01": ["2023": "3"]]) { $1 }
        let two = try BenchmarkRule().evidence(for: Self.series(["1", "22"], before, [Self.group, Self.country]))
        #expect(two.lines(.percent)[0].hasSuffix("; 1% over 2023: 2 procentpunt lager dan Nederland (3%)"))
        #expect(two.statusJSON?.line.contains("\"group\":\"NL\",\"period\":\"2023\",\"value\":3") == true)
    }

    @Test func `a place in the best quarter is told where that is asked for`() throws {
        let series = try Self.series(["1", "8"], Self.in2024(Self.six))
        #expect(BenchmarkRule().finding(for: series, on: CalendarDate(dayNumber: 0)).state == .inOrder)
        var parameters = BenchmarkParameters()
        parameters.bothWays = true
        #expect(BenchmarkRule(parameters).finding(for: series, on: CalendarDate(dayNumber: 0)).state == .informs)
    }

    @Test func `it speaks of values with a better way, of indicators that ask for it, and of no district`() throws {
        #expect(BenchmarkRule().applies(to: Self.indicator([Self.group])))
        #expect(!BenchmarkRule().applies(to: Self.indicator([])))
        #expect(!BenchmarkRule().applies(to: Self.indicator([Self.group], .lower, .milestone)))
        let district = SeriesSubject(
            indicator: Self.indicator([Self.group]),
            history: SeriesHistory(
                key: SeriesKey(indicator: "wmo", area: "WK030301"),
                observations: [try Sample.observation("2024", "22")]
            ),
            targets: []
        )
        #expect(try BenchmarkRule().evidence(for: district).isIdle)
        #expect(try BenchmarkRule().evidence(for: Self.series([], [:])).isIdle)
    }

    @Test func `what it needs is loaded, but not where alerts alone matter; the own series is marked by it`() throws {
        let own = SeriesKey(indicator: "wmo", area: "GM0303")
        let register = IndicatorRegister(
            programmes: [Programme(id: "p", title: "P", area: "GM0303", source: nil, packages: [])],
            indicators: [Self.indicator([Self.group, Self.country])],
            paths: [:],
            areaNames: ["GM0303": "Dronten", "GM0171": "Noordoostpolder"]
        )
        let dependence = SeriesDependence(RuleSet(), in: register)
        #expect(dependence.neighbours(of: own).count == 7)
        #expect(dependence.neighbours(of: own, informing: false).isEmpty)
        let other = SeriesKey(indicator: "wmo", area: "GM0034")
        #expect(dependence.dependants(of: other) == [own])
        #expect(dependence.dependants(of: SeriesKey(indicator: "wmo", area: "GM0363")).isEmpty)
        // The areas that are named are watched, the others are there to compare with.
        #expect(register.references["wmo"]?.count == 6 && !register.watches(other) && register.isReference(other))
        #expect(register.watches(own) && register.watches(SeriesKey(indicator: "wmo", area: "WK030301")))
        #expect(register.watches(SeriesKey(indicator: "wmo", area: "GM0171")))
        #expect(!register.watches(SeriesKey(indicator: "wmo", area: "GM0363")))
        #expect(register.referenceArea(named: "Almere") == "GM0034" && register.referenceArea(named: "NL00") == "NL01")
        #expect(register.referenceArea(named: "WK003401") == nil && register.referenceArea(named: "Dronten") == nil)
    }
}
