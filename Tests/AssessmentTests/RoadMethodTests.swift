import AlertSamples
import Indicators
import Testing

@testable import Assessment

/// Roads as others judge them, by name.
@Suite struct RoadMethodTests {
    private static func finding(
        _ values: [String: String],
        _ target: String,
        _ period: String,
        _ method: RoadMethod,
        better: Better = .lower
    ) throws -> Finding {
        var parameters = TargetParameters()
        parameters.road = method
        let series = try Sample.series(
            values,
            targets: [try Sample.target(target, period)],
            Sample.indicator(better: better)
        )
        return TargetRule(parameters).finding(for: series)
    }

    /// 12.0 in 2020, 10.5 in 2023 and 8.0 asked in 2028: exactly on the straight road (methods, section 2.5).
    @Test func `what lies on the straight road may be behind by Eurostat's rate of growth`() throws {
        let values = ["2020": "12.0", "2022": "11.0", "2023": "10.5"]
        let straight = try Self.finding(values, "-33,3% t.o.v. 2020", "2028", .linear)
        #expect(straight.reason == .onCourse)
        let eurostat = try Self.finding(values, "-33,3% t.o.v. 2020", "2028", .eurostat)
        #expect(eurostat.reason == .behindCourse)
        let road = try #require(eurostat.comparisons[0].road)
        #expect(road.method == .eurostat && road.expected?.description == "10.31")
        let details = eurostat.evidence.value.explanation(of: eurostat, unit: .count, in: Phrases(.nl)).details
        #expect(details[0].contains("; volgens eurostat"))
    }

    @Test func `a base of zero has no rate of growth, and nothing is said`() throws {
        let finding = try Self.finding(
            ["2020": "0", "2023": "5"],
            "+20 t.o.v. 2020",
            "2028",
            .eurostat,
            better: .higher
        )
        #expect(finding.reason == .notYetReached && !finding.opensAlert)
    }

    @Test func `the weather symbol says where the average change of five years leads`() throws {
        let values = ["2018": "100", "2019": "98", "2020": "97", "2021": "95", "2022": "93", "2023": "91"]
        let cloudy = try Self.finding(values, "-30% t.o.v. 2018", "2028", .weather)
        #expect(cloudy.reason == .behindCourse)
        #expect(cloudy.comparisons[0].road?.projected?.description == "82")
        let facts = FindingFacts.sample(
            "Wmo",
            .warning,
            .behindCourse,
            value: "91",
            unit: "aantal",
            period: "2023",
            targets: []
        )
        let words = cloudy.evidence.value.statement(of: facts, in: Phrases(.nl)).verdict
        #expect(words.contains("als het zo doorgaat wordt het 82"), "\(words)")
        #expect(try Self.finding(values, "-18% t.o.v. 2018", "2028", .weather).reason == .onCourse)
        let three = ["2021": "95", "2022": "93", "2023": "91"]
        #expect(try Self.finding(three, "-30% t.o.v. 2021", "2028", .weather).reason == .notYetReached)
    }

    @Test func `the method is part of what the rule judges by`() {
        var parameters = TargetParameters()
        parameters.road = .weather
        let texts = TargetRule(parameters).fingerprint(of: Sample.indicator())
        #expect(texts.contains("road weather"))
        #expect(TargetRule.settings(texts, in: Phrases(.nl)).contains { $0.value == "weather" })
    }
}
