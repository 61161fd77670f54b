internal import Alerting
internal import Assessment
internal import Indicators

/// What people did with an alert, as a digest tells it.
struct DigestHandling: Sendable {
    let phrases: Phrases
    let zone: LocalZone

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    /// Who has taken it up, until when it is silent, and the answers of the duty to explain, or that they are missing.
    func figures(of episode: Episode) -> [Figure] {
        let explanation = episode.handling.explanation
        return [
            Figure(say("Opgepakt", "Taken up"), takenUp(episode)), Figure(say("Stilte", "Silence"), silent(episode)),
        ]
        .compactMap(\.self)
            + (explanation.cause == nil && explanation.measure == nil
                ? [Figure(label: say("Oorzaak en bijsturing", "Cause and measure"), value: notGiven)]
                : [
                    Figure(label: say("Oorzaak", "Cause"), value: answer(explanation.cause)),
                    Figure(label: say("Bijsturing", "Measure"), value: answer(explanation.measure)),
                ])
            + [explanation.consequence.map { Figure(label: say("Gevolg", "Consequence"), value: answer($0)) }]
            .compactMap(\.self)
    }

    /// `door Jan Jansen, tot de volgende meting (reden: overleg loopt)`; `nil` where nobody has.
    func takenUp(_ episode: Episode) -> String? {
        episode.handling.acknowledgement.map { acknowledgement in
            // What somebody wrote of a figure that is hidden may give it away.
            let reason = episode.facts.isHidden ? "" : acknowledgement.why ?? ""
            let why = reason.isEmpty ? "" : " (\(say("reden", "reason")): \(reason.oneLine(limit: 300)))"
            let by = acknowledgement.by.oneLine(limit: 100)
            let end = HandlingWords(zone: zone, phrases: phrases).end(acknowledgement.until)
            return "\(say("door", "by")) \(by), \(end)\(why)"
        }
    }

    /// `Stil tot 1 december 2026 om 08.00 uur, door J. Jansen: migratie`; `nil` where it is not.
    func silent(_ episode: Episode) -> String? {
        episode.handling.silence.map { HandlingWords(zone: zone, phrases: phrases).silenced($0) }
    }

    /// The answers that were given, each in a line: `Oorzaak: …`.
    func answers(of episode: Episode) -> [String] {
        guard !episode.facts.isHidden else { return [] }
        let given = episode.handling.explanation
        let named = [
            (say("Oorzaak", "Cause"), given.cause), (say("Gevolg", "Consequence"), given.consequence),
            (say("Bijsturing", "Measure"), given.measure),
        ]
        return named.compactMap { name, own in own.map { "\(name): \(answer($0))" } }
    }

    private var notGiven: String { say("nog niet ingevuld", "not filled in yet") }

    /// `meer aanvragen na de sluiting (Jan Jansen, 3 april 2026)`.
    private func answer(_ answer: Alerting.Explanation.Answer?) -> String {
        guard let answer else { return notGiven }
        let day = phrases.date(zone.local(answer.at).date)
        return "\(answer.text.oneLine(limit: 500)) (\(answer.by.oneLine(limit: 100)), \(day))"
    }
}
