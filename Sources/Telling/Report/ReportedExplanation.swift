internal import Alerting
internal import Indicators

/// The answers to what planning and control asks beside an amber or red light: cause, consequence and measure.
package struct ReportedExplanation: Hashable, Sendable {
    /// Whether an alert is open, so that answers are asked for.
    package let isAsked: Bool
    private let answers: [Explanation.Part: [Explanation.Answer]]

    /// The answers that stand with these open alerts, as far as they may be told; the same answer stands once.
    init(_ alerts: [Episode]) {
        isAsked = !alerts.isEmpty
        let given = Explanation.Part.allCases.map { part in
            (part, alerts.compactMap { $0.handling.explanation[part] })
        }
        answers = Dictionary(uniqueKeysWithValues: given).mapValues { answers in
            var seen: Set<String> = []
            return answers.filter { seen.insert($0.text).inserted }
        }
    }

    /// Whether somebody has answered the part.
    func isGiven(_ part: Explanation.Part) -> Bool { !(answers[part] ?? []).isEmpty }

    /// `Minder instroom (J. Jansen, 3 november 2026)`, or that nobody has answered yet; `nil` where nothing is asked.
    func words(for part: Explanation.Part, zone: LocalZone, phrases: Phrases) -> String? {
        guard isAsked else { return nil }
        let given = (answers[part] ?? []).map { answer in
            let text =
                answer.text.isEmpty ? phrases.say("niet getoond", "not shown") : answer.text.oneLine(limit: 2000)
            return "\(text) (\(answer.by.oneLine(limit: 100)), \(phrases.date(zone.local(answer.at).date)))"
        }
        return given.isEmpty ? phrases.say("nog niet ingevuld", "not filled in yet") : given.joined(separator: "; ")
    }
}
