internal import Assessment
internal import Indicators

/// The JSON line of an event in the alert log (design, "alerts.jsonl").
///
/// It is a pure function of the event, so that a lost or torn log can be written again, byte for byte.
package enum AlertLogLine {
    /// The line, with its line feed.
    package static func json(_ event: AlertEvent) -> String {
        let facts = event.facts
        var object = JSONObject()
        object.add("seq", number: String(event.seq))
        object.add("at", text: utc(event.at))
        object.add("event", text: event.kind.rawValue)
        object.add("alert", text: event.alert.description)
        object.add("episode", text: event.episode)
        object.add("severity", text: facts.severity.rawValue)
        object.add("rule", text: event.alert.rule.rawValue)
        object.add("reason", text: facts.reason.rawValue)
        object.add("programme", text: facts.programme)
        object.add("package", text: facts.package)
        object.add("indicator", text: event.alert.series.indicator.description)
        object.add("area", text: event.alert.series.area.description)
        object.add("breakdown", text: event.alert.series.breakdown.nonEmpty)
        object.add("period", text: facts.period)
        object.add("value", number: facts.value)
        object.add("unit", text: facts.unit)
        object.add("target", text: facts.targetsInOneLine)
        object.add("message", text: AlertMessage.dutch(event.kind, facts))
        object.add("import", text: facts.importHash)
        return object.text + "\n"
    }

    private static func utc(_ instant: Instant) -> String {
        String(LocalZone.utc.timestamp(instant).dropLast(6)) + "Z"
    }
}

extension Breakdown {
    /// The breakdown; `nil` for everybody.
    package var nonEmpty: String? { self == .total ? nil : description }
}
