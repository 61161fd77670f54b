package import Assessment
package import Indicators

/// Why a series has the light it has: rule by rule, with the numbers.
package struct ExplainReport: Sendable {
    private let account: SeriesAccount
    private let phrases: Phrases

    /// An explanation, in the lines of an account.
    package init(_ account: SeriesAccount, phrases: Phrases) {
        self.account = account
        self.phrases = phrases
    }

    /// An explanation of a series; see ``SeriesAccount``.
    package init(
        _ subject: SeriesSubject,
        _ assessment: SeriesAssessment,
        by disclosure: Disclosure,
        zone: LocalZone,
        document: String? = nil,
        corrections: [CorrectedValue] = [],
        openingState: Instant? = nil,
        alerts: [OpenAlert] = [],
        inputUnits: [IndicatorID: MeasureUnit] = [:],
        phrases: Phrases
    ) {
        self.init(
            SeriesAccount(
                subject,
                assessment,
                by: disclosure,
                zone: zone,
                document: document,
                corrections: corrections,
                openingState: openingState,
                alerts: alerts,
                inputUnits: inputUnits,
                phrases: phrases
            ),
            phrases: phrases
        )
    }

    /// The explanation, in lines.
    package var text: String {
        (heading + handling + observations + withdrawals + inputs + account.rulings.flatMap(lines))
            .map { $0.shownSafely(limit: 400) + "\n" }
            .joined()
    }

    private static let wrap = TextWrap(width: 100, breaksWords: true)

    private var heading: [String] {
        [
            "\(account.key) — \(account.title)",
            "\(phrases.say("licht", "light")): "
                + ([phrases.light(account.light)] + account.reasons).joined(separator: ", "),
            line(account.unit),
        ] + (account.opening.map { [$0] } ?? []) + account.origin.map(line)
    }

    private func line(_ fact: SeriesAccount.Fact) -> String { "\(fact.name): \(fact.words)" }

    private var handling: [String] {
        account.handled.flatMap { alert in
            ["\(phrases.say("melding", "alert")) \(alert.episode):"]
                + alert.lines.flatMap { Self.wrap.lines("  \($0)", hanging: 4) }
        }
    }

    private var observations: [String] {
        let lines = (account.derivation.map { [$0] } ?? []) + account.values.flatMap { [$0.words] + note($0) }
        let heading = phrases.say("waarnemingen", "observations")
        return lines.isEmpty
            ? ["\(heading): \(phrases.say("geen", "none"))"] : ["\(heading):"] + lines.map { "  \($0)" }
    }

    private func note(_ value: SeriesAccount.Value) -> [String] {
        guard let note = value.note else { return [] }
        return Self.wrap.lines("  \(phrases.say("toelichting", "note")): \(note)", hanging: 4)
    }

    private var withdrawals: [String] {
        guard !account.withdrawals.isEmpty else { return [] }
        return ["\(phrases.say("ingetrokken", "withdrawn")):"] + account.withdrawals.map { "  \($0)" }
    }

    private var inputs: [String] {
        guard !account.inputs.isEmpty else { return [] }
        let lines = account.inputs.flatMap { input in
            ["  \(input.series): \(input.value.words)"] + note(input.value).map { "  \($0)" }
        }
        return ["\(phrases.say("onderdelen", "inputs")):"] + lines
    }

    private func lines(_ ruling: SeriesAccount.Ruling) -> [String] {
        ["\(phrases.say("regel", "rule")) \(ruling.rule): \(ruling.summary)"] + ruling.details.map { "  \($0)" }
    }
}
