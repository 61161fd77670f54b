internal import Alerting
internal import Indicators

extension JSONObject {
    /// What people did with an alert; nothing where nobody did.
    mutating func add(_ handling: Handling, in zone: LocalZone) {
        if let own = handling.acknowledgement {
            var object = JSONObject()
            object.add("by", text: own.by)
            object.add("why", text: own.why)
            object.add("at", text: zone.timestamp(own.at))
            object.add("until", text: own.until.description)
            add("acknowledged", .object(object))
        }
        if let silence = handling.silence {
            var object = JSONObject()
            object.add("silence", count: silence.id)
            object.add("by", text: silence.by)
            object.add("why", text: silence.why.isEmpty ? nil : silence.why)
            object.add("until", text: zone.timestamp(silence.until))
            add("silenced", .object(object))
        }
        guard handling.explanation.missing.count < Explanation.Part.allCases.count else { return }
        add("explanation", .object(object(handling.explanation, in: zone)))
    }

    /// Every part, `null` where it is missing.
    private func object(_ explanation: Explanation, in zone: LocalZone) -> JSONObject {
        var object = JSONObject()
        for part in Explanation.Part.allCases {
            guard let answer = explanation[part] else {
                object.add(part.rawValue, .text(nil))
                continue
            }
            var own = JSONObject()
            own.add("text", text: answer.text.isEmpty ? nil : answer.text)
            own.add("by", text: answer.by)
            own.add("at", text: zone.timestamp(answer.at))
            object.add(part.rawValue, .object(own))
        }
        return object
    }
}
