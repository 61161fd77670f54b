import Assessment
import Indicators
import TestRule
import Testing

@Suite("Which series rests on which")
struct SeriesDependenceTests {
    /// A rule that asks for what a test gives it: other areas, one breakdown of another indicator, and itself.
    private struct AskingRule: Rule {
        typealias Evidence = AskingEvidence

        init(_ parameters: NoParameters) {}

        func applies(to indicator: Indicator) -> Bool { indicator.id == "wmo" || indicator.id == "jeugd" }

        func inputs(for indicator: Indicator) -> [RuleInput] {
            indicator.id == "wmo"
                ? [
                    .areas(["GM0303", "GM0995"]),
                    .series(SeriesReference("eenzaam", breakdown: Breakdown(pairs: ["leeftijd": "65+"]))),
                ]
                : [.series(SeriesReference("som")), .series(SeriesReference("jeugd"))]
        }

        func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
            Finding(.inOrder, AskingEvidence())
        }
    }

    private struct AskingEvidence: RuleEvidence {
        enum Why: String, RuleReason {
            case fine

            func words(in phrases: Phrases) -> String { "" }
        }

        static let rule = RuleName("asking")
        static func title(in phrases: Phrases) -> String { "" }
        var reason: Why { .fine }
        var endLight: Light { .green }

        func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
            Statement(message: "", verdict: "", tail: "", line: "")
        }
        func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
            statement(of: facts, in: phrases)
        }
        func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] { [] }
        func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
            Explanation(Why.fine, in: phrases)
        }
    }

    private static let elderly = Breakdown(pairs: ["leeftijd": "65+"])

    private static func dependence(_ rules: RuleRegistry = RuleRegistry([AskingRule.self])) -> SeriesDependence {
        let sum = Derivation(.sum, of: ["a", "b"], decimals: 0)
        let indicators =
            ["wmo", "jeugd", "eenzaam", "a", "b"].map { Sample.indicator($0) }
            + [Sample.indicator("som", derivation: sum)]
        let register = IndicatorRegister(
            programmes: [],
            indicators: indicators,
            paths: [:],
            areaNames: ["GM0303": "Dronten", "GM0995": "Lelystad", "NL01": "Nederland"]
        )
        return SeriesDependence(RuleSet(rules), in: register)
    }

    private static func key(_ text: String, _ part: Breakdown = .total) -> SeriesKey {
        let sides = text.split(separator: "/").map(String.init)
        return SeriesKey(
            indicator: IndicatorID(sides[0]),
            area: AreaCode(sides.count > 1 ? sides[1] : "GM0303"),
            breakdown: part
        )
    }

    @Test func `a derived series rests on its inputs, of the same area and part`() {
        let elderly = Self.elderly
        let dependence = Self.dependence()
        #expect(dependence.dependants(of: Self.key("a")).contains(Self.key("som")))
        #expect(dependence.dependants(of: Self.key("b/NL01", elderly)) == [Self.key("som/NL01", elderly)])
        // Loading goes by the derivation itself.
        #expect(dependence.neighbours(of: Self.key("som")).isEmpty)
    }

    @Test func `a rule that asks for one breakdown of another indicator asks it for everybody only`() {
        let dependence = Self.dependence()
        let asked = Self.key("eenzaam", Self.elderly)
        #expect(dependence.neighbours(of: Self.key("wmo")).contains(asked))
        #expect(!dependence.neighbours(of: Self.key("wmo", Self.elderly)).contains { $0.indicator == "eenzaam" })
        #expect(dependence.dependants(of: asked) == [Self.key("wmo")])
        #expect(dependence.dependants(of: Self.key("eenzaam")).isEmpty)
    }

    @Test func `a rule that asks for areas gets them of the same indicator and part, but not the series itself`() {
        let dependence = Self.dependence()
        let neighbours = dependence.neighbours(of: Self.key("wmo/GM0995", Self.elderly))
        #expect(neighbours == [Self.key("wmo/GM0303", Self.elderly)])
        let dependants = dependence.dependants(of: Self.key("wmo/GM0303"))
        #expect(dependants == [Self.key("wmo/GM0995"), Self.key("wmo/NL01")])
        #expect(dependence.dependants(of: Self.key("wmo/NL01")).isEmpty)
    }

    @Test func `a series is no neighbour of itself`() {
        #expect(Self.dependence().neighbours(of: Self.key("jeugd")) == [Self.key("som")])
        #expect(!Self.dependence().dependants(of: Self.key("jeugd")).contains(Self.key("jeugd")))
    }

    @Test func `neighbours and dependants are the same thing from both sides`() {
        let dependence = Self.dependence()
        let all = ["wmo", "jeugd", "eenzaam", "a", "b", "som"].flatMap { indicator in
            ["GM0303", "GM0995", "NL01"].flatMap { area in
                [Breakdown.total, Self.elderly].map { Self.key("\(indicator)/\(area)", $0) }
            }
        }
        for key in all {
            for other in all where other != key {
                let isDerived = key.indicator == "som"
                guard !isDerived else { continue }
                let rests = dependence.neighbours(of: key).contains(other)
                #expect(dependence.dependants(of: other).contains(key) == rests, "\(key) on \(other)")
            }
        }
    }

    @Test func `what an indicator that is not configured rests on is nothing`() {
        let dependence = Self.dependence()
        #expect(dependence.neighbours(of: Self.key("weg")).isEmpty)
        #expect(dependence.dependants(of: Self.key("weg")).isEmpty)
        #expect(!dependence.needsOpenAlerts(Self.key("weg")))
    }

    @Test func `the open alert is needed where a rule asks for it`() {
        #expect(!Self.dependence().needsOpenAlerts(Self.key("wmo")))
        let sound = IndicatorRegister(
            programmes: [],
            indicators: [Sample.indicator("plein", unit: MeasureUnit("dB")), Sample.indicator("wmo")],
            paths: [:],
            areaNames: [:]
        )
        let noisy = SeriesDependence(RuleSet(RuleRegistry([NoiseRule.self])), in: sound)
        #expect(noisy.needsOpenAlerts(Self.key("plein")) && !noisy.needsOpenAlerts(Self.key("wmo")))
    }
}
