import Alerting
import Assessment
import DigestSamples
import Indicators
import Telling
import Testing

@testable import Storage

@Suite("Facts of version 2 in the form of version 3")
struct FactsOfVersion2Tests {
    private func episode(_ alert: KeptVersion2.Alert) throws -> Episode {
        let json = try FactsOfVersion2(alert.facts, rule: alert.rule).renewed()
        return Episode(
            alert: AlertKey(rule: RuleName(alert.rule), series: wmo),
            number: 1,
            openedAt: Instant(milliseconds: 1_783_000_000_000),
            closedAt: alert.event.closes ? Instant(milliseconds: 1_783_500_000_000) : nil,
            facts: try FindingFacts(json: json, rules: .standard)
        )
    }

    @Test(arguments: KeptVersion2.alerts)
    func `say the sentence that version 2 said`(_ alert: KeptVersion2.Alert) throws {
        let facts = try episode(alert).facts
        #expect(AlertStatement.message(alert.event, facts, in: Phrases(.nl)) == alert.message)
    }

    @Test(arguments: KeptVersion2.alerts, Language.allCases)
    func `are told in a mail in the words of version 2`(_ alert: KeptVersion2.Alert, _ language: Language) throws {
        let episode = try episode(alert)
        let (facts, phrases) = (episode.facts, Phrases(language))
        let statement = AlertStatement.of(facts, isClosed: alert.event.closes, in: phrases)
        let card = try #require(alert.card[language.rawValue]).inOneLine
        #expect(card.contains(" \(statement.verdict.inOneLine) "))
        for figure in facts.evidence.value.figures(of: facts, in: phrases) {
            #expect(card.contains("\(figure.label): \(figure.value)".inOneLine))
        }
        if let subject = alert.subject[language.rawValue] {
            #expect(subject.hasSuffix(facts.about.title + statement.tail))
        }
        let section: Digest.Section =
            alert.event == .resolved ? .resolved : alert.event == .corrected ? .corrected : .new
        let digest = Sample.digest([Digest.Item(section: section, episode: episode)])
        let text = DigestText.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: language)
        #expect(text.inOneLine.contains(facts.isLateInWords ? statement.line.inOneLine : statement.verdict.inOneLine))
    }

    @Test(arguments: KeptVersion2.alerts)
    func `keep their reason and how grave they are`(_ alert: KeptVersion2.Alert) throws {
        let facts = try episode(alert).facts
        #expect(alert.facts.contains("\"reason\": \"\(facts.reason)\""))
        #expect(alert.facts.contains("\"severity\": \"\(facts.severity.rawValue)\""))
    }

    @Test func `are of every rule, and of every reason that an alert can have`() throws {
        let told = Set(try KeptVersion2.alerts.map { try episode($0).facts.reason.description })
        // The others are found of series that have no alert, or that leave an open one as it is.
        let silent: Set = [
            "baseline-missing", "is-baseline", "no-value", "input-missing", "not-computable", "status-unknown",
            "unconfirmed", "too-early", "periods-missing",
        ]
        // Version 2 did not know these: no roads to a target, no gaps, no periods of which nothing is asked.
        let later: Set = [
            "awaiting-report", "date-near", "year-not-over", "part-ends-soon", "part-has-ended", "uncertain-soon",
            "uncertain", "received-since", "at-target-level", "on-course", "behind-course", "wrong-way", "not-asked",
            "gap", "told-with-date", "mean-missed", "unsteady", "recovering",
        ]
        let all =
            TargetReason.allCases.map(\.rawValue) + OverdueReason.allCases.map(\.rawValue)
            + MilestoneReason.allCases.map(\.rawValue) + BudgetReason.allCases.map(\.rawValue)
            + EndingReason.allCases.map(\.rawValue)
            // Version 2 knew of no clock that ran ahead, took nothing back and told no edit.
            + Lapse.allCases.filter { ![.clockWasWrong, .valueWithdrawn, .edited, .undecidable].contains($0) }.map(
                \.rawValue
            )
        #expect(Set(all).subtracting(told).isSubset(of: silent.union(later)))
        let rules = Set(RuleRegistry.standard.rules.filter { !$0.onlyInforms }.map { $0.name.rawValue })
        #expect(Set(KeptVersion2.alerts.map(\.rule)) == rules.subtracting(["baseline", "forecast"]))
    }

    @Test(arguments: KeptVersion2.alerts)
    func `are written again as they were read`(_ alert: KeptVersion2.Alert) throws {
        let facts = try episode(alert).facts
        #expect(try FindingFacts(json: facts.json(), rules: .standard) == facts)
    }

    @Test func `that are no object are refused in words`() {
        #expect(throws: StoreError.failed("renew store: the facts of an episode are no object")) {
            try FactsOfVersion2("[]", rule: "target")
        }
    }
}

extension FindingFacts {
    /// Whether it is told with others of its supplier, in a line.
    fileprivate var isLateInWords: Bool {
        severity == .warning && lapse == nil && evidence.of(OverdueEvidence.self)?.reason == .overdue
    }
}

extension String {
    fileprivate var inOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
