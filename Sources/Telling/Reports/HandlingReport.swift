package import Alerting
package import Indicators

/// What was done with open alerts on somebody's order.
package struct HandlingReport: Sendable {
    private let decision: HandlingDecision
    private let disclosure: Disclosure
    private let zone: LocalZone
    private let phrases: Phrases

    package init(_ decision: HandlingDecision, by disclosure: Disclosure, zone: LocalZone, phrases: Phrases) {
        self.decision = decision
        self.disclosure = disclosure
        self.zone = zone
        self.phrases = phrases
    }

    private var silences: SilencesReport { SilencesReport([], zone: zone, phrases: phrases) }

    private var names: [String] { decision.transitions.map(\.episode.alert.description) }

    /// One JSON value: the silence with the open alerts that it covers, or an array of the one alert.
    package var json: String {
        if let silence = decision.begun ?? decision.ended { return silences.object(silence, alerts: names).line }
        return AlertsReport(decision.transitions.map(\.episode), by: disclosure, zone: zone, phrases: phrases).json
    }

    /// Lines for a terminal.
    package var text: String { lines.map { $0.shownSafely(limit: 1000) + "\n" }.joined() }

    private var lines: [String] {
        if let silence = decision.begun { return begun(silence) }
        if let silence = decision.ended { return ended(silence) }
        let words = HandlingWords(zone: zone, phrases: phrases)
        return decision.transitions.flatMap { transition in
            let episode = transition.told(by: disclosure).episode
            let lines = words.lines(of: episode.handling, asksExplanation: transition.kind == .explained)
            return ["\(episode.id):"] + lines.map { "  \($0)" } + (transition.kind == .acknowledged ? [early] : [])
        }
    }

    private var early: String {
        phrases.say(
            "  Wordt de melding erger, dan eindigt dit en krijgt ieder daar bericht van, zoals altijd.",
            "  Where the alert becomes worse this ends, and everybody is told, as ever."
        )
    }

    private func begun(_ silence: Silence) -> [String] {
        let (from, until) = (moment(silence.from), moment(silence.until))
        let (id, count) = (silence.id, decision.transitions.count)
        return [
            phrases.say(
                "Stilte \(id), van \(from) tot \(until), over \(open(count)) nu en alle die erbij komen.",
                "Silence \(id), from \(from) until \(until), of \(open(count)) now and all that are added."
            ),
            phrases.say(
                "Er gaan geen berichten over uit, ook geen directe mails over rode meldingen. Het stoplicht blijft. "
                    + "Daarna volgt één bericht van wat dan nog open is.",
                "No notices go out about them, and no mails at once about red alerts either. Their lights stay. What is "
                    + "still open after it is told once."
            ),
            phrases.say("Eerder beëindigen: peilwacht unsilence \(id)", "To end it early: peilwacht unsilence \(id)"),
        ]
    }

    private func ended(_ silence: Silence) -> [String] {
        let over = phrases.say("Stilte \(silence.id) is beëindigd", "Silence \(silence.id) is over")
        guard !decision.transitions.isEmpty else {
            let nothing = phrases.say("er is nu niets van te melden.", "there is nothing of it to tell now.")
            return ["\(over); \(nothing)"]
        }
        return [
            phrases.say(
                "\(over); wat nog open is en niemand heeft opgepakt, wordt gemeld: wat dringend is meteen, de rest in de "
                    + "volgende mail.",
                "\(over); what is still open and nobody has taken up is told: what is urgent at once, the rest in the next mail."
            )
        ]
    }

    private func open(_ count: Int) -> String {
        count == 1
            ? phrases.say("1 open melding", "1 open alert")
            : phrases.say("\(count) open meldingen", "\(count) open alerts")
    }

    private func moment(_ instant: Instant) -> String { phrases.dateAndTime(zone.local(instant)) }
}
