internal import Alerting
internal import Assessment
internal import Indicators

/// The words of a receipt about what follows from its file.
struct EffectWords {
    private let phrases: Phrases
    private let now: LocalDateTime

    init(_ phrases: Phrases, at now: LocalDateTime) {
        self.phrases = phrases
        self.now = now
    }

    /// The paragraph: a heading, and a line for each of the worst.
    func lines(_ consequences: ToldReceipt.Consequences, isTrial: Bool) -> [String] {
        let effects = consequences.effects
        let rest = effects.count - effects.series.count
        let others = rest == 1 ? "andere reeks" : "andere reeksen"
        let more = rest > 0 ? [phrases.say("- en nog \(rest) \(others).", "- and \(rest) more series.")] : []
        let body = effects.series.map { "- \(line($0))" } + more
        return [heading(consequences, isTrial: isTrial, isEmpty: body.isEmpty)] + body + limit(consequences)
    }

    private func heading(_ consequences: ToldReceipt.Consequences, isTrial: Bool, isEmpty: Bool) -> String {
        switch consequences {
        case .judged where isEmpty:
            phrases.say("Geen stoplicht en geen melding is hierdoor anders.", "No light and no alert changes by this.")
        case .judged: phrases.say("Wat er verandert:", "What changes:")
        case .foreseen where isEmpty && isTrial:
            phrases.say("Geen stoplicht en geen melding wordt dan anders.", "No light and no alert would change.")
        case .foreseen where isTrial: phrases.say("Wat er dan verandert:", "What would change:")
        case .foreseen where isEmpty:
            phrases.say(
                "Peilwacht beoordeelt dit in de volgende ronde. Zoals het nu staat, wordt geen stoplicht en geen melding anders.",
                "Peilwacht judges this in its next round. As things stand, no light and no alert will change."
            )
        case .foreseen:
            phrases.say(
                "Peilwacht beoordeelt dit in de volgende ronde. Zoals het nu staat, verandert er dan:",
                "Peilwacht judges this in its next round. As things stand, this will change:"
            )
        }
    }

    private func limit(_ consequences: ToldReceipt.Consequences) -> [String] {
        guard case .foreseen(_, let judged, let count) = consequences, judged < count else { return [] }
        return [
            phrases.say(
                "Hiervoor zijn de eerste \(judged) van \(count) reeksen bekeken.",
                "For this the first \(judged) of \(count) series were looked at."
            )
        ]
    }

    /// `wmo-maatwerk 2026: nu rood; wethouder@dronten.example krijgt bericht om 16.00 uur`.
    private func line(_ effect: SeriesEffect) -> String {
        let name = effect.isExpected ? effect.series.indicator.description : effect.series.description
        let period = effect.period.map(phrases.period)
        let subject = [name.oneLine(limit: 200), period].compactMap(\.self).joined(separator: " ")
        return "\(subject): " + ([state(effect)] + told(effect)).joined(separator: "; ")
    }

    private func state(_ effect: SeriesEffect) -> String {
        let light = phrases.light(effect.light).lowercased()
        guard !effect.changesLight else { return phrases.say("nu \(light)", "now \(light)") }
        let changes = effect.changes.map(words).joined(separator: "; ")
        return "\(phrases.say("blijft", "stays")) \(light), \(changes)"
    }

    /// `nieuwe melding: streefwaarde`: of several alerts of one series each says what it is about.
    private func words(_ change: SeriesEffect.Change) -> String {
        let title = RuleRegistry.standard.title(of: change.rule, in: phrases)
        return word(change.kind) + (title.map { ": \($0)" } ?? "")
    }

    private func word(_ kind: AlertEventKind) -> String {
        switch kind {
        case .opened: phrases.say("nieuwe melding", "new alert")
        case .worsened: phrases.say("melding is erger", "alert is worse")
        case .eased: phrases.say("melding is minder erg", "alert is less bad")
        case .escalated: phrases.say("melding weegt zwaarder", "alert weighs more")
        case .relaxed: phrases.say("melding weegt minder", "alert weighs less")
        case .changed: phrases.say("melding is veranderd", "alert has changed")
        case .released: phrases.say("melding staat voortaan op zichzelf", "alert stands on its own")
        case .corrected: phrases.say("melding is rechtgezet", "alert is put right")
        case .resolved: phrases.say("melding is voorbij", "alert has ended")
        case .targetChanged: phrases.say("melding is anders door een wijziging", "alert differs by an edit")
        case .acknowledged: phrases.say("melding is opgepakt", "alert is taken up")
        case .silenced: phrases.say("melding is stil gezet", "alert is silenced")
        case .reminded: phrases.say("melding vraagt opnieuw aandacht", "alert needs attention again")
        case .explained: phrases.say("melding is toegelicht", "alert is explained")
        }
    }

    /// Who is told, those of one moment together.
    private func told(_ effect: SeriesEffect) -> [String] {
        let moments = effect.told.reduce(into: [String?]()) { if !$0.contains($1.slot) { $0.append($1.slot) } }
        let groups = moments.map { slot in
            told(effect.told.filter { $0.slot == slot }.map { $0.address.oneLine(limit: 100) }, slot)
        }
        let rest = effect.otherTold
        guard rest > 0 else { return groups }
        return groups + [
            phrases.say(
                rest == 1 ? "nog 1 ander krijgt bericht" : "nog \(rest) anderen krijgen bericht",
                rest == 1 ? "1 more is told" : "\(rest) more are told"
            )
        ]
    }

    private func told(_ names: [String], _ slot: String?) -> String {
        let verb = names.count == 1 ? phrases.say("krijgt", "is told") : phrases.say("krijgen", "are told")
        let who = phrases.list(names)
        guard let slot = slot.flatMap({ DigestSlot($0) }) else {
            return phrases.say("\(who) \(verb) direct bericht", "\(who) \(verb) at once")
        }
        return phrases.say("\(who) \(verb) bericht \(moment(slot.local))", "\(who) \(verb) \(moment(slot.local))")
    }

    /// `om 16.00 uur` of the same day, else with the date: a receipt is read later as well.
    private func moment(_ slot: LocalDateTime) -> String {
        let clock = "\(phrases.say("om", "at")) \(phrases.clock(secondOfDay: slot.secondOfDay))"
        return slot.date == now.date
            ? clock
            : phrases.say("op \(phrases.dateWithWeekday(slot.date)) ", "on \(phrases.dateWithWeekday(slot.date)) ")
                + clock
    }
}
