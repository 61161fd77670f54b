package import Alerting
package import Indicators

/// The silences that are in force or to come, or one that was made or ended.
package struct SilencesReport: Sendable {
    private let silences: [Silence]
    private let zone: LocalZone
    private let phrases: Phrases

    package init(_ silences: [Silence], zone: LocalZone, phrases: Phrases) {
        self.silences = silences
        self.zone = zone
        self.phrases = phrases
    }

    /// One JSON array.
    package var json: String { JSONValue.array(silences.map { .object(object($0)) }).line }

    /// One JSON object of each silence.
    ///
    /// - Parameters:
    ///   - silence: the silence.
    ///   - alerts: the open alerts that it covers, by name; `nil` where that is not asked.
    /// - Returns: the object.
    package func object(_ silence: Silence, alerts: [String]? = nil) -> JSONObject {
        var object = JSONObject()
        object.add("id", count: silence.id)
        for (name, names) in silence.scope.named { object.add(name, texts: names) }
        object.add("from", text: zone.timestamp(silence.from))
        object.add("until", text: zone.timestamp(silence.until))
        object.add("by", text: silence.by)
        object.add("why", text: silence.why)
        object.add("at", text: zone.timestamp(silence.at))
        object.add("ended_at", text: silence.ended.map { zone.timestamp($0.at) })
        if let alerts { object.add("alerts", texts: alerts) }
        return object
    }

    /// A table for a terminal.
    package var text: String {
        let header = [
            "ID", phrases.say("VAN", "FROM"), phrases.say("TOT", "UNTIL"), phrases.say("WAT", "WHAT"),
            phrases.say("DOOR", "BY"), phrases.say("REDEN", "REASON"),
        ]
        let rows = silences.map { silence in
            [
                "\(silence.id)", moment(silence.from), moment(silence.until), what(silence), silence.by, silence.why,
            ]
        }
        return TextTable(header: header, rows: rows, limit: 200).text
    }

    /// `programme=dronten, rule=overdue`.
    private func what(_ silence: Silence) -> String {
        silence.scope.named.filter { !$0.names.isEmpty }
            .map { "\($0.name)=\($0.names.joined(separator: ","))" }
            .joined(separator: "; ")
    }

    private func moment(_ instant: Instant) -> String {
        let local = zone.local(instant)
        return "\(local.date) \(local.clock)"
    }
}

extension Silence.Scope {
    /// Each list by its name, in the order of the options.
    fileprivate var named: [(name: String, names: [String])] {
        [
            ("programmes", programmes), ("packages", packages), ("indicators", indicators), ("areas", areas),
            ("rules", rules), ("owners", owners),
        ]
        .map { ($0.0, $0.1.sorted()) }
    }
}
