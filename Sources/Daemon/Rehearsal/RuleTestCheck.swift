internal import Alerting
internal import Assessment
internal import Catalogue
internal import Feeds
internal import Indicators
internal import Telling

/// Holds what was so at the steps of a test against what was expected.
///
/// Whoever runs a test has written or holds its values: what was decided of them is compared exactly. Mails and receipts
/// are as they would be sent.
struct RuleTestCheck {
    let language: Language

    /// What is not as it was expected, in order of the steps; empty where all is.
    func failures(_ test: RuleTest, _ played: [RehearsedStep]) -> [RuleTestResult.Failure] {
        zip(test.steps, played).flatMap { step, played in
            receipt(step, played) + lights(step, played)
                + alerts("happened", step.events, played.events, step)
                + alerts("is open", step.open, played.open, step)
                + mails(step, played)
        }
    }

    private func receipt(_ step: RuleTest.Step, _ played: RehearsedStep) -> [RuleTestResult.Failure] {
        guard let tally = played.receipt?.tally, tally.faultCount != step.refused else { return [] }
        let first = tally.faults.first.map { "; the first: \($0.sentence(language))" } ?? ""
        let words = "\(step.refused) rows should be refused, \(tally.faultCount) were\(first)"
        return [.init(line: step.line, words: words)]
    }

    private func lights(_ step: RuleTest.Step, _ played: RehearsedStep) -> [RuleTestResult.Failure] {
        step.lights.compactMap { expected in
            let found = played.assessments[expected.series]
            guard found?.light.rawValue != expected.light else { return nil }
            let reasons = found?.reasons.map(\.description).joined(separator: ", ") ?? ""
            let standing = found.map { "\($0.light.rawValue)\(reasons.isEmpty ? "" : " (\(reasons))")" }
            let words = "\(expected.series) should be \(expected.light), and is \(standing ?? "no series")"
            return .init(line: expected.line, words: words)
        }
    }

    /// Every one that was expected and is not there, and every one that is there and was not expected.
    private func alerts(
        _ what: String,
        _ expected: [RuleTest.Alert]?,
        _ found: [AlertEvent],
        _ step: RuleTest.Step
    ) -> [RuleTestResult.Failure] {
        guard let expected else { return [] }
        var left = found
        // Who asks for more is served first, so that one who asks for less does not take it away.
        let missing = expected.sorted { $0.members.count > $1.members.count }.filter { alert in
            guard let place = left.firstIndex(where: { isMet(alert, by: $0) }) else { return true }
            left.remove(at: place)
            return false
        }
        return missing.map { .init(line: $0.line, words: "not so: \(words(of: $0)) \(what)") }
            + left.map { .init(line: step.line, words: "not expected: \(words(of: $0)) \(what)") }
    }

    private func isMet(_ expected: RuleTest.Alert, by event: AlertEvent) -> Bool {
        guard expected.indicator == event.alert.series.indicator else { return false }
        let members = AlertLogLine.object(event, by: .exact, in: language).members
        return expected.members.allSatisfy { wanted in
            members.first { $0.key == wanted.name }.map { wanted.text == $0.value.bareText } ?? false
        }
    }

    private func words(of alert: RuleTest.Alert) -> String {
        (["\(alert.indicator)"] + alert.members.map { "\($0.name) \($0.text)" }).joined(separator: ", ")
            .shownSafely(limit: 300)
    }

    private func words(of event: AlertEvent) -> String {
        let members = AlertLogLine.object(event, by: .exact, in: language).members
        let shown = ["indicator", "event", "severity", "rule", "reason", "period", "value"]
        let parts = shown.compactMap { name in
            members.first { $0.key == name }.map { (name == "indicator" ? "" : "\(name) ") + $0.value.bareText }
        }
        return parts.joined(separator: ", ").shownSafely(limit: 300)
    }

    // MARK: Mails

    private func mails(_ step: RuleTest.Step, _ played: RehearsedStep) -> [RuleTestResult.Failure] {
        var left = played.mails
        let missing = step.mails.compactMap { expected -> RuleTestResult.Failure? in
            if let place = left.firstIndex(where: { isMet(expected, by: $0) }) {
                left.remove(at: place)
                return nil
            }
            let others = left.filter { $0.recipient == expected.recipient }.map { "'\($0.subject.shownSafely())'" }
            let there = others.isEmpty ? "there is none" : "there is \(others.joined(separator: ", "))"
            return .init(
                line: expected.line,
                words: "no mail to \(expected.recipient) is as expected; \(there)".shownSafely(limit: 500)
            )
        }
        let unwanted = step.silent.flatMap { address in
            played.mails.filter { $0.recipient == address }.map {
                RuleTestResult.Failure(
                    line: step.line,
                    words: "not expected: a mail to \(address), '\($0.subject)'".shownSafely(limit: 500)
                )
            }
        }
        return missing + unwanted
    }

    private func isMet(_ expected: RuleTest.Mail, by mail: RehearsedStep.Mail) -> Bool {
        guard expected.recipient == mail.recipient else { return false }
        let text = "\(mail.subject)\n\(mail.text)".inOneSpacing
        return expected.says.allSatisfy { text.contains($0.inOneSpacing) }
            && !expected.omits.contains { text.contains($0.inOneSpacing) }
    }
}

extension String {
    /// The words with one blank between them: where a line breaks says nothing.
    fileprivate var inOneSpacing: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension JSONValue {
    /// The value as it is typed in a test: a text without its quotes.
    fileprivate var bareText: String {
        if case .string(let text) = self { text } else { line }
    }
}
