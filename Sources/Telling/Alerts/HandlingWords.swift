package import Alerting
package import Indicators

/// What people did with an alert, in words.
///
/// What people wrote stands there in one line each, as they wrote it.
package struct HandlingWords: Sendable {
    private let zone: LocalZone
    private let phrases: Phrases

    /// Words in a language, with the dates of a zone.
    package init(zone: LocalZone, phrases: Phrases) {
        self.zone = zone
        self.phrases = phrases
    }

    /// What was done with an open alert, a sentence each; empty where nothing was.
    ///
    /// - Parameters:
    ///   - handling: what was done.
    ///   - asksExplanation: whether it is said what is missing although nobody answered anything yet.
    /// - Returns: who took it up, what is silent, then the answers and what is missing of them.
    package func lines(of handling: Handling, asksExplanation: Bool = false) -> [String] {
        [handling.acknowledgement.map(acknowledged), handling.silence.map(silenced)].compactMap(\.self)
            + answers(handling.explanation) + missing(handling.explanation, isAsked: asksExplanation)
    }

    /// `Opgepakt door J. Jansen op 3 november 2026: wacht op GGD; tot 1 december 2026`.
    package func acknowledged(_ acknowledgement: Acknowledgement) -> String {
        let (by, on) = (Self.name(acknowledgement.by), date(acknowledgement.at))
        return phrases.say("Opgepakt door \(by) op \(on)", "Taken up by \(by) on \(on)")
            + Self.reason(acknowledgement.why) + "; " + end(acknowledgement.until)
    }

    /// Until when an acknowledgement lasts.
    package func end(_ end: Acknowledgement.End) -> String {
        switch end {
        case .resolved: phrases.say("tot het is opgelost", "until it is resolved")
        case .date(let date): phrases.say("tot \(phrases.date(date))", "until \(phrases.date(date))")
        case .nextMeasurement: phrases.say("tot de volgende meting", "until the next measurement")
        }
    }

    /// `Stil tot 1 december 2026 om 08.00 uur, door J. Jansen: migratie van het bronsysteem`.
    package func silenced(_ silence: Silence) -> String {
        let (by, until) = (Self.name(silence.by), moment(silence.until))
        return phrases.say("Stil tot \(until), door \(by)", "Silent until \(until), by \(by)")
            + Self.reason(silence.why)
    }

    /// `Oorzaak: … (J. Jansen, 3 november 2026)`.
    private func answers(_ explanation: Explanation) -> [String] {
        Explanation.Part.allCases.compactMap { part in
            explanation[part].map { answer in
                let text = answer.text.isEmpty ? phrases.say("niet getoond", "not shown") : Self.text(answer.text)
                return "\(name(of: part)): \(text) (\(Self.name(answer.by)), \(date(answer.at)))"
            }
        }
    }

    private func missing(_ explanation: Explanation, isAsked: Bool) -> [String] {
        let missing = explanation.missing
        guard !missing.isEmpty, isAsked || missing.count < Explanation.Part.allCases.count else { return [] }
        let names = phrases.list(missing.map { name(of: $0).lowercased() })
        return [phrases.say("Nog niet ingevuld: \(names)", "Not answered yet: \(names)")]
    }

    /// The word for one answer.
    package func name(of part: Explanation.Part) -> String {
        switch part {
        case .cause: phrases.say("Oorzaak", "Cause")
        case .consequence: phrases.say("Gevolg", "Consequence")
        case .measure: phrases.say("Bijsturing", "Measure")
        }
    }

    // MARK: Why notices are held back

    /// Which stage holds the notices of an alert back, and why: `geen bericht (whole): …`.
    package func held(by reason: MuteReason) -> String {
        let label = reason.stage.rawValue
        return phrases.say("geen eigen bericht (\(label)): ", "no notice of its own (\(label)): ") + why(reason)
    }

    private func why(_ reason: MuteReason) -> String {
        switch reason {
        case .whole(let speaker):
            phrases.say(
                "wie bericht krijgt van \(speaker.alert), leest het daar",
                "whoever is told of \(speaker.alert) reads it there"
            )
        case .lateSource(let first, let others):
            phrases.say(
                "één bericht samen met \(first.alert)" + (others > 0 ? " en \(others) andere" : ""),
                "one notice together with \(first.alert)" + (others > 0 ? " and \(others) more" : "")
            )
        case .silence(let silence):
            phrases.say(
                "stilte \(silence.id), tot \(moment(silence.until))",
                "silence \(silence.id), until \(moment(silence.until))"
            )
        case .acknowledgement(let own):
            phrases.say(
                "opgepakt; alleen verergering en het einde worden gemeld, \(end(own.until))",
                "taken up; only worsening and its end are told, \(end(own.until))"
            )
        }
    }

    // MARK: Why it is told again

    /// Why an open alert is told again, in one sentence.
    package static func sentence(of reminder: Reminder, in phrases: Phrases) -> String {
        switch reminder {
        case .silenceEnded:
            phrases.say(
                "De melding was stil; dat is voorbij en ze is nog niet opgelost.",
                "The alert was silent; that is over, and it is not resolved yet."
            )
        case .acknowledgementEnded:
            phrases.say(
                "De melding was opgepakt; die termijn is voorbij en ze is nog niet opgelost.",
                "The alert was taken up; that time is over, and it is not resolved yet."
            )
        case .unexplained:
            phrases.say(
                "Oorzaak, gevolg of bijsturing is nog niet ingevuld.",
                "Cause, consequence or measure has not been filled in yet."
            )
        case .escalation:
            phrases.say(
                "Niemand heeft deze melding op tijd opgepakt; daarom is ze doorgestuurd.",
                "Nobody has taken this alert up in time; that is why it was passed on."
            )
        }
    }

    // MARK: Small words

    private static func name(_ text: String) -> String { text.oneLine(limit: 100) }

    private static func text(_ text: String) -> String { text.oneLine(limit: 1000) }

    private static func reason(_ why: String?) -> String {
        why.map { text($0) }.flatMap { $0.isEmpty ? nil : ": \($0)" } ?? ""
    }

    private func date(_ instant: Instant) -> String { phrases.date(zone.local(instant).date) }

    private func moment(_ instant: Instant) -> String {
        let local = zone.local(instant)
        return local.secondOfDay == 0 ? phrases.date(local.date) : phrases.dateAndTime(local)
    }
}
