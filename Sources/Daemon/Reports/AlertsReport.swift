package import Alerting
internal import Assessment
package import Indicators

/// Open episodes, or all.
package struct AlertsReport: Sendable {
    private let episodes: [Episode]
    private let zone: LocalZone

    package init(_ episodes: [Episode], zone: LocalZone) {
        self.episodes = episodes
        self.zone = zone
    }

    /// One JSON array, with the words of the alert log.
    package var json: String { JSONText.array(episodes.map(object)) }

    private func object(_ episode: Episode) -> String {
        let facts = episode.facts
        var object = JSONObject()
        object.add("alert", text: episode.alert.description)
        object.add("episode", text: episode.id)
        object.add("state", text: episode.closedAt == nil ? "open" : "closed")
        object.add("opened_at", text: zone.timestamp(episode.openedAt))
        object.add("closed_at", text: episode.closedAt.map(zone.timestamp))
        object.add("severity", text: facts.severity.rawValue)
        object.add("rule", text: episode.alert.rule.rawValue)
        object.add("reason", text: facts.reason.rawValue)
        object.add("programme", text: facts.programme)
        object.add("package", text: facts.package)
        object.add("indicator", text: episode.alert.series.indicator.description)
        object.add("title", text: facts.title)
        object.add("area", text: episode.alert.series.area.description)
        object.add("breakdown", text: episode.alert.series.breakdown.nonEmpty)
        object.add("period", text: facts.period)
        object.add("value", number: facts.value)
        object.add("unit", text: facts.unit)
        object.add("target", text: facts.targetsInOneLine)
        object.add("message", text: message(episode))
        object.add("import", text: facts.importHash)
        return object.text
    }

    private func message(_ episode: Episode) -> String {
        AlertMessage.dutch(episode.closedAt == nil ? .opened : .resolved, episode.facts)
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
        return TextTable(header: ["SEVERITY", "SINCE", "UNTIL", "MESSAGE"], rows: rows, limit: 200).text
    }
}
