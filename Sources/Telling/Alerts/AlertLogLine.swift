package import Alerting
internal import Assessment
package import Indicators

/// The JSON line of an event in the alert log (design, "alerts.jsonl").
///
/// It is a pure function of the event, of what may be told and of the language, so that a lost or torn log can be written
/// again, byte for byte.
package enum AlertLogLine {
    /// The line, with its line feed.
    package static func json(_ event: AlertEvent, by disclosure: Disclosure, in language: Language) -> String {
        object(event, by: disclosure, in: language).line + "\n"
    }

    /// The members of the line.
    package static func object(
        _ event: AlertEvent,
        by disclosure: Disclosure,
        in language: Language
    ) -> JSONObject {
        let event = event.told(by: disclosure)
        let facts = event.facts
        let phrases = Phrases(language)
        var object = JSONObject()
        object.add("seq", count: event.seq)
        object.add("at", text: utc(event.at))
        object.add("event", text: event.kind.rawValue)
        object.add("alert", text: event.alert.description)
        object.add("episode", text: event.episode)
        object.add(facts, of: event.alert, in: phrases)
        object.add("message", text: AlertStatement.message(event.kind, facts, note: event.note, in: phrases))
        object.add("import", text: facts.value?.importHash)
        if event.kind == .opened, facts.isOpeningState { object.add("opening_state", flag: true) }
        if let correction = facts.correction,
            event.kind == .corrected || event.kind == .opened && correction.beginsAlert
        {
            object.add("withdrawn_by", text: correction.by)
            object.add("withdrawn_why", text: correction.why)
        }
        if let note = event.note { object.add(note, in: utc) }
        if event.kind == .targetChanged { object.add(edit: facts, in: phrases) }
        return object
    }

    private static func utc(_ instant: Instant) -> String {
        String(LocalZone.utc.timestamp(instant).dropLast(6)) + "Z"
    }
}

extension JSONObject {
    /// What people did with the alert, or why it is told again.
    fileprivate mutating func add(_ note: HandlingNote, in utc: (Instant) -> String) {
        if note.by != nil { add("by", text: note.by) }
        if note.why != nil { add("why", text: note.why) }
        switch note.matter {
        case .acknowledged(let until): add("until", text: until.description)
        case .silenced(let id, let from, let until):
            add("silence", count: id)
            add("from", text: utc(from))
            add("until", text: utc(until))
        case .explained(let answers):
            var object = JSONObject()
            for part in Alerting.Explanation.Part.allCases {
                if let answer = answers[part] { object.add(part.rawValue, text: answer) }
            }
            add("explanation", .object(object))
        case .reminded(let reminder):
            add("reminder", text: reminder.label)
            if case .silenceEnded(let id) = reminder { add("silence", count: id) }
            if let recipients = reminder.toldTo { add("told_to", texts: recipients) }
        }
    }

    /// What an edit of the configuration changed, and how the alert stands by it.
    fileprivate mutating func add(edit facts: FindingFacts, in phrases: Phrases) {
        let words = EditWords(phrases: phrases)
        let changed = facts.edit.map(words.oldAndNew)
        add("cause", text: facts.edit?.cause.rawValue)
        add("old", text: changed?.old)
        add("new", text: changed?.new)
        add("state", text: facts.rests ? "closed" : "open")
    }

    /// What log and `alerts --json` say of an alert alike.
    ///
    /// - Parameters:
    ///   - facts: the facts of the alert.
    ///   - alert: its identity.
    ///   - title: the title of the indicator, where it is to stand there.
    ///   - phrases: the language of the targets.
    mutating func add(_ facts: FindingFacts, of alert: AlertKey, title: String? = nil, in phrases: Phrases) {
        add("severity", text: facts.isHidden ? nil : facts.severity.rawValue)
        add("rule", text: alert.rule.rawValue)
        add("reason", text: facts.reason.description)
        add("programme", text: facts.about.programme)
        add("package", text: facts.about.package)
        add("indicator", text: alert.series.indicator.description)
        if let title { add("title", text: title) }
        add("area", text: alert.series.area.description)
        add("breakdown", text: alert.series.breakdown.nonEmpty)
        add("period", text: facts.period?.description)
        add("value", number: facts.value?.amount)
        add("unit", text: facts.about.unit.symbol)
        add("target", text: phrases.inOneLine(facts.evidence.value.comparisons.told, unit: facts.about.unit))
        if facts.isHidden { add("hidden", flag: true) }
    }
}

extension Breakdown {
    /// The breakdown; `nil` for everybody.
    package var nonEmpty: String? { self == .total ? nil : description }
}
