internal import Alerting
internal import Assessment
internal import Indicators

/// The words of the ledger for people.
struct LedgerWords {
    let zone: LocalZone
    let phrases: Phrases
    /// Whether mails are handed to a relay at all: without one they wait for nothing.
    var hasRelay = true
    /// Whether days are written as people write them; as `2026-04-01`, which can be put in order, where they are not.
    var isForReaders = false

    /// `2026-04-01 08:00`, or `01-04-2026 08:00` for readers.
    func moment(_ instant: Instant) -> String {
        let local = zone.local(instant)
        let day = isForReaders ? PageWords(phrases: phrases).day(local.date) : local.date.description
        return "\(day) \(local.clock)"
    }

    /// That no mail is handed to anybody, and where it lies.
    static func noRelay(_ phrases: Phrases) -> String {
        phrases.say(
            "Er is geen mailserver ingesteld: Peilwacht maakt mails, maar verstuurt ze niet.",
            "There is no relay in the settings: Peilwacht makes mails, and does not send them."
        )
    }

    func standing(_ standing: LedgerMail.Standing) -> String {
        switch standing {
        case .waiting where !hasRelay: phrases.say("niet verstuurd: geen mailserver", "not sent: no relay")
        case .waiting: phrases.say("wacht", "waiting")
        case .accepted: phrases.say("aangenomen", "accepted")
        case .failed: phrases.say("mislukt", "failed")
        case .dropped: phrases.say("opgegeven", "dropped")
        }
    }

    /// What happened, in one word.
    func kind(_ kind: AlertEventKind) -> String {
        switch kind {
        case .opened: phrases.say("nieuw", "new")
        case .worsened: phrases.say("erger", "worse")
        case .eased: phrases.say("beter", "better")
        case .escalated: phrases.say("zwaarder", "graver")
        case .relaxed: phrases.say("lichter", "milder")
        case .changed: phrases.say("gewijzigd", "changed")
        case .released: phrases.say("nog open", "still open")
        case .corrected: phrases.say("gecorrigeerd", "corrected")
        case .resolved: phrases.say("opgelost", "resolved")
        case .targetChanged: phrases.say("configuratie gewijzigd", "configuration changed")
        case .acknowledged: phrases.say("opgepakt", "taken up")
        case .silenced: phrases.say("stil", "silenced")
        case .reminded: phrases.say("herinnering", "reminder")
        case .explained: phrases.say("toegelicht", "explained")
        }
    }

    /// What happened, in one word; what was so already when the indicator came under watch is not new.
    func kind(of event: AlertEvent) -> String {
        event.kind == .opened && event.facts.isOpeningState ? phrases.openingState : kind(event.kind)
    }

    /// `nieuw: Wmo-maatwerk (112 per 1000 over 2025): De streefwaarde is niet gehaald. [target:wmo-maatwerk/GM0303#1]`.
    func told(_ event: AlertEvent) -> String {
        let facts = event.facts
        let tellsValue =
            facts.value != nil && facts.evidence.value.tellsValue && event.alert.rule != OverdueEvidence.rule
        let value = tellsValue ? " (\(phrases.value(of: facts)))" : ""
        return "\(kind(of: event)): \(facts.about.title)\(value): \(verdict(event)) [\(event.episode)]"
    }

    /// What the mail says is the matter, or how it ended.
    private func verdict(_ event: AlertEvent) -> String {
        let facts = event.facts
        switch event.kind {
        case .resolved: return AlertStatement.of(facts, isClosed: true, in: phrases).verdict
        case .corrected where facts.lapse != nil: return AlertStatement.of(facts, isClosed: true, in: phrases).verdict
        case .corrected: return corrected(facts)
        case .opened where facts.correction?.beginsAlert == true: return corrected(facts)
        case .targetChanged: return AlertStatement.edited(facts, in: phrases).verdict
        case .opened, .worsened, .eased, .escalated, .relaxed, .changed, .released, .acknowledged, .silenced,
            .reminded, .explained:
            return AlertStatement.of(facts, isClosed: false, in: phrases).verdict
        }
    }

    /// Of a correction what was taken back first.
    private func corrected(_ facts: FindingFacts) -> String {
        let verdict = AlertStatement.of(facts, isClosed: false, in: phrases).verdict
        guard let correction = facts.correction, !facts.about.isMilestone else { return verdict }
        return "\(CorrectionWords(phrases: phrases).lead(correction, facts)) \(verdict)"
    }

    func attempt(_ attempt: LedgerMail.Attempt) -> String {
        "\(moment(attempt.at)) \(result(attempt.result)): \(attempt.reply)"
    }

    private func result(_ result: LedgerMail.Attempt.Result) -> String {
        switch result {
        case .accepted: phrases.say("aangenomen door de mailserver", "accepted by the relay")
        case .retried: phrases.say("later opnieuw", "tried again later")
        case .failed: phrases.say("mislukt", "failed")
        case .bounced: phrases.say("alsnog onbestelbaar", "not deliverable after all")
        }
    }

    func order(_ order: LedgerMail.Order) -> String {
        "\(moment(order.at)) \(verb(order.verb)), \(order.by): \(order.why)"
    }

    /// What was ordered, in the words of what became of it.
    private func verb(_ verb: String) -> String {
        switch verb {
        case "drop": phrases.say("opgegeven", "dropped")
        case "retry": phrases.say("opnieuw geprobeerd", "tried again")
        default: verb
        }
    }

    /// How much a mail told beside what is listed.
    func more(_ count: Int) -> String {
        phrases.say(
            "en nog \(count); alles staat in ‘peilwacht ledger’",
            "and \(count) more; 'peilwacht ledger' has all"
        )
    }

    func replaces(_ id: Int) -> String { phrases.say("in plaats van mail \(id)", "in the place of mail \(id)") }
}
