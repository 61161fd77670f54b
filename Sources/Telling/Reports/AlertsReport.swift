package import Alerting
internal import Assessment
package import Indicators

/// Open episodes, or all.
package struct AlertsReport: Sendable {
    private let episodes: [Episode]
    private let zone: LocalZone
    private let phrases: Phrases

    package init(_ episodes: [Episode], zone: LocalZone, phrases: Phrases) {
        self.episodes = episodes
        self.zone = zone
        self.phrases = phrases
    }

    /// One JSON array, with the words of the alert log.
    package var json: String { JSONValue.array(episodes.map { .object(object($0)) }).line }

    private func object(_ episode: Episode) -> JSONObject {
        let facts = episode.facts
        var object = JSONObject()
        object.add("alert", text: episode.alert.description)
        object.add("episode", text: episode.id)
        object.add("state", text: episode.closedAt == nil ? "open" : "closed")
        object.add("opened_at", text: zone.timestamp(episode.openedAt))
        object.add("closed_at", text: episode.closedAt.map(zone.timestamp))
        object.add(facts, of: episode.alert, title: facts.about.title, in: phrases)
        object.add("message", text: message(episode))
        object.add("import", text: facts.value?.importHash)
        return object
    }

    private func message(_ episode: Episode) -> String {
        AlertStatement.of(episode.facts, isClosed: episode.closedAt != nil, in: phrases).message
    }

    /// A table for a terminal.
    package var text: String {
        let rows = episodes.map { episode in
            [
                episode.facts.severity.rawValue,
                zone.local(episode.openedAt).date.description,
                episode.closedAt.map { zone.local($0).date.description } ?? "open",
                message(episode),
            ]
        }
        let header = [
            phrases.say("ERNST", "SEVERITY"), phrases.say("SINDS", "SINCE"), phrases.say("TOT", "UNTIL"),
            phrases.say("MELDING", "MESSAGE"),
        ]
        return TextTable(header: header, rows: rows, limit: 200).text
    }
}
