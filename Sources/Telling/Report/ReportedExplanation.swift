internal import Alerting
internal import Indicators

/// The answers to what planning and control asks beside an amber or red light: cause, consequence and measure.
package struct ReportedExplanation: Hashable, Sendable {
    /// Whether answers are asked for: an alert is open, and its light is amber or red.
    package let isAsked: Bool
    private let answers: [Explanation.Part: [Explanation.Answer]]

    /// The answers that stand with these open alerts, as far as they may be told; the same answer stands once.
    ///
    /// - Parameters:
    ///   - alerts: the alerts.
    ///   - deviates: whether the light is amber or red.
    init(_ alerts: [Episode], deviates: Bool) {
        isAsked = deviates && !alerts.isEmpty
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

    /// `Minder instroom (J. Jansen, 3 november 2026)`, or that nobody has answered yet; `nil` where nothing is asked either.
    func words(for part: Explanation.Part, zone: LocalZone, phrases: Phrases) -> String? {
        let given = (answers[part] ?? []).map { answer in
            let text =
                answer.text.isEmpty ? phrases.say("niet getoond", "not shown") : answer.text.oneLine(limit: 2000)
            return "\(text) (\(answer.by.oneLine(limit: 100)), \(phrases.date(zone.local(answer.at).date)))"
        }
        guard given.isEmpty else { return given.joined(separator: "; ") }
        return isAsked ? phrases.say("nog niet ingevuld", "not filled in yet") : nil
    }
}
