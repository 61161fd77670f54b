import AlertSamples
import Foundation
import Indicators
import Testing

@testable import Assessment

/// What all rules that only inform have in common.
@Suite struct InformingRulesTests {
    private static let now = Instant(seconds: 1_775_023_200)

    private static func assess(_ series: SeriesSubject, informing: Bool = true) -> SeriesAssessment {
        Assessor(rules: RuleSet(), zone: .utc).assess(series, at: now, informing: informing)
    }

    private static let rising = ["100", "106", "113", "120", "127", "135", "144", "153"]

    @Test func `they colour nothing, and stand behind the reasons of the light`() throws {
        let indicator = Sample.indicator(.perThousand)
        let targets = [try Sample.target("<200", "2025")]
        let assessment = Self.assess(try Sample.run(Self.rising, from: "2018", indicator, targets: targets))
        #expect(assessment.light == .green)
        #expect(assessment.reasons == [.targetMet, Reason(TrendReason.rising), Reason(ChangeReason.worse)])
        #expect(assessment.telling.map(\.rule) == [.target])
        #expect(assessment.findings.allSatisfy { $0.state != .informs || $0.severity == nil && $0.light == nil })
    }

    @Test func `of what is to stay level they say nothing: no way is better`() throws {
        let level = Indicator(
            id: "wmo",
            title: "Wmo",
            unit: .percent,
            better: .lower,
            cadence: Cadence(.year, dueDays: 180),
            programme: "p",
            package: "6N",
            staysLevel: true
        )
        let assessment = Self.assess(try Sample.run(Self.rising, from: "2018", level))
        #expect(assessment.informing.isEmpty && assessment.finding(.trend) == nil && assessment.finding(.change) == nil)
    }

    @Test func `of a period of which nothing is asked they are silent but in explain`() throws {
        var series = try Sample.run(Self.rising, from: "2018", Sample.indicator(.perThousand))
        let last = IndicatorTarget(
            indicator: "wmo",
            goal: nil,
            period: try Sample.period("2025"),
            notation: try TargetNotation("-")
        )
        series.unasked = UnaskedPeriods(path: [last])
        let assessment = Self.assess(series)
        #expect(assessment.reasons == [.notAsked] && assessment.informing.isEmpty)
        #expect(assessment.finding(.trend)?.reason == Reason(TrendReason.rising))
    }

    @Test func `what decides of alerts does not ask them`() throws {
        let series = try Sample.run(Self.rising, from: "2018", Sample.indicator(.perThousand))
        let deciding = Self.assess(series, informing: false)
        #expect(deciding.findings.map(\.rule) == [.target, .overdue, .baseline, ForecastEvidence.rule])
        #expect(deciding.light == Self.assess(series).light)
        let standard = RuleSet()
        let without = RuleSet(RuleRegistry(RuleRegistry.standard.rules.filter { !$0.onlyInforms }))
        #expect(standard.fingerprint(of: series.indicator) == without.fingerprint(of: series.indicator))
        #expect(standard.terms(of: series.indicator) == without.terms(of: series.indicator))
        #expect(standard.inputs(for: series.indicator) == without.inputs(for: series.indicator))
    }

    @Test func `what they found is kept under the name of the rule, and reads back the same`() throws {
        let months = Sample.indicator(
            .percent,
            .lower,
            .month,
            breaks: [try Sample.broken("2023-06-01")],
            rebases: [try Sample.broken("2023-07-01")]
        )
        let targets = [try Sample.target("<20%", "2025-01")]
        let values = (0..<24).map { ["10", "12", "11", "9.5"][$0 % 4] }
        let series = try Sample.run(values, from: "2023-05", months, targets: targets)
        let yearly = try Sample.run(Self.rising, from: "2018", Sample.indicator(.count))
        let survey = SeriesSubject(
            indicator: months,
            history: Sample.history([
                try Sample.observation(
                    "2025-01",
                    "21",
                    interval: ValueRange(minimum: ExactDecimal(20), maximum: ExactDecimal(22))
                )
            ]),
            targets: targets
        )
        let findings = [series, yearly, survey].flatMap { Self.assess($0).findings }
            .filter { RuleRegistry.standard.rule($0.rule)?.onlyInforms == true }
        #expect(Set(findings.map(\.rule.rawValue)) == ["significance", "trend", "change", "spc"])
        for finding in findings {
            let data = try JSONEncoder().encode(finding.evidence)
            #expect(try JSONDecoder().decode(Evidence.self, from: data) == finding.evidence)
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains("\"rule\":\"\(finding.rule)\"") && text.contains("\"version\":1"))
        }
    }

    @Test func `a sentence is the same in each of its places, in both languages`() throws {
        let evidence = try TrendRule().evidence(
            for: Sample.run(Self.rising, from: "2018", Sample.indicator(.perThousand))
        )
        for language in [Language.nl, .en] {
            let phrases = Phrases(language)
            let facts = FindingFacts(
                about: IndicatorFacts(
                    programme: "p",
                    programmeTitle: "P",
                    package: "6N",
                    packageTitle: "6N",
                    title: "Wmo",
                    unit: .perThousand,
                    areaName: "Dronten"
                ),
                severity: .warning,
                evidence: Evidence(evidence)
            )
            let sentence = evidence.sentence(.perThousand, in: phrases)
            let statement = evidence.statement(of: facts, in: phrases)
            #expect(statement.message == "Wmo: \(sentence)." && statement.line == sentence)
            #expect(statement.verdict.hasSuffix("\(sentence.dropFirst())."))
        }
    }

    @Test func `a long history costs little`() throws {
        let values = (0..<1500).map { "\(100 + $0 % 17)" }
        let series = try Sample.run(values, from: "2020-01-01", Sample.indicator(.count, .lower, .day))
        #expect(Self.assess(series).findings.count == 7)
    }
}
