internal import Assessment
internal import Indicators

/// What is said of an edit of the configuration, as it bears on one alert.
struct EditWords: Sendable {
    let phrases: Phrases

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    /// The statement of the edit.
    ///
    /// - Parameters:
    ///   - edit: what was changed.
    ///   - facts: the facts of the alert as they are by it.
    ///   - isOpen: whether something deviates by what holds now.
    /// - Returns: the statement in all its forms.
    func statement(of edit: JudgementEdit, _ facts: FindingFacts, isOpen: Bool) -> Statement {
        let what = what(edit)
        let line = "\(what); \(effect(edit, facts, isOpen: isOpen))"
        return Statement(
            message: "\(facts.about.title): \(line).",
            verdict: say("In de instellingen: ", "In the settings: ") + "\(line).",
            tail: ": \(what)",
            line: line
        )
    }

    /// What was changed: `streefwaarde gewijzigd van < 45 naar < 50 (2026)`.
    func what(_ edit: JudgementEdit) -> String {
        switch edit.cause {
        case .withdrawn: return say("wordt niet meer gevolgd", "is no longer watched")
        case .returned: return say("wordt weer gevolgd", "is watched again")
        case .edited: break
        }
        let changes = told(edit)
        guard !changes.isEmpty else { return say("de beoordeling is gewijzigd", "it is judged in another way") }
        return changes.map(words).joined(separator: ", ")
    }

    /// What follows from it for the alert: `daarmee is er geen afwijking meer`.
    func effect(_ edit: JudgementEdit, _ facts: FindingFacts, isOpen: Bool) -> String {
        guard !facts.isHidden else { return hidden(edit, isOpen: isOpen) }
        let light = phrases.light(facts.light(isClosed: false)).lowercased()
        guard isOpen else { return rest(edit, facts) }
        let isGoingOn = edit.cause == .returned || edit.wasOpen
        if isGoingOn, !edit.begins {
            return say("de melding loopt door (\(light))", "the alert goes on (\(light))")
        }
        // That it is watched again is not why it deviates.
        guard edit.cause != .returned else {
            return say("er is nu een afwijking (\(light))", "there is a deviation now (\(light))")
        }
        return facts.evidence.value.comparesValue
            ? say("daarmee is er nu een afwijking (\(light))", "by that there is a deviation now (\(light))")
            : say("daarmee is er nu een melding (\(light))", "by that there is an alert now (\(light))")
    }
}

// MARK: What was changed
extension EditWords {
    /// What follows from it for an alert of which may not be told whether anything deviates.
    private func hidden(_ edit: JudgementEdit, isOpen: Bool) -> String {
        isOpen
            ? say("er is een melding; het oordeel wordt niet getoond", "there is an alert; the judgement is not shown")
            : say("de melding rust; het oordeel wordt niet getoond", "the alert rests; the judgement is not shown")
    }

    /// Why the alert does not go on.
    private func rest(_ edit: JudgementEdit, _ facts: FindingFacts) -> String {
        guard edit.cause != .withdrawn else { return say("de melding rust", "the alert rests") }
        return facts.lapse == .undecidable
            ? say(
                "nu is niet te beoordelen of er een afwijking is",
                "whether anything deviates cannot be judged now"
            )
            : say("daarmee is er geen afwijking meer", "nothing deviates by that any more")
    }

    /// Changes that read the same, with the periods that they are about.
    private struct Told {
        let change: JudgementEdit.Change
        var periods: [Period] = []
    }

    private func told(_ edit: JudgementEdit) -> [Told] {
        edit.changes.reduce(into: []) { told, change in
            guard case .target(let goal, let period, let before, let after) = change else {
                return told.append(Told(change: change))
            }
            let same = told.firstIndex {
                guard case .target(goal, _, before, after) = $0.change else { return false }
                return true
            }
            if let same {
                told[same].periods.append(period)
            } else {
                told.append(Told(change: change, periods: [period]))
            }
        }
    }

    private func words(_ told: Told) -> String {
        switch told.change {
        case .target(let goal, _, let before, let after):
            let place = place(goal, told.periods, joined: phrases.list)
            switch (before?.oneLine(limit: 60), after?.oneLine(limit: 60)) {
            case (let before?, let after?):
                return say(
                    "streefwaarde gewijzigd van \(before) naar \(after)",
                    "target changed from \(before) to \(after)"
                )
                    + place
            case (nil, let after): return say("streefwaarde toegevoegd: ", "target added: ") + "\(after ?? "")\(place)"
            case (let before?, nil): return say("streefwaarde vervallen: ", "target removed: ") + "\(before)\(place)"
            }
        case .better(_, let after):
            return after == Better.lower.rawValue
                ? say("voortaan is lager beter", "lower is better from now on")
                : say("voortaan is hoger beter", "higher is better from now on")
        case .unit(let before, let after):
            let (old, new) = (before.oneLine(limit: 40), after.oneLine(limit: 40))
            return say("eenheid gewijzigd van \(old) naar \(new)", "unit changed from \(old) to \(new)")
        case .rule(let rule, let before, let after): return words(rule: rule, before, after)
        }
    }

    private func words(rule: String, _ before: [String], _ after: [String]) -> String {
        let changes = settings(rule, before, after).map { setting in
            switch (setting.before, setting.after) {
            case (let before?, let after?):
                say(
                    "\(setting.name) gewijzigd van \(before) naar \(after)",
                    "\(setting.name) changed from \(before) to \(after)"
                )
            case (nil, let after): say("\(setting.name) toegevoegd: ", "\(setting.name) added: ") + (after ?? "")
            case (let before?, nil): say("\(setting.name) vervallen: \(before)", "\(setting.name) removed: \(before)")
            }
        }
        guard changes.isEmpty else { return changes.joined(separator: ", ") }
        let name = rule.oneLine(limit: 40)
        return say("instellingen van de regel ‘\(name)’ gewijzigd", "settings of the rule '\(name)' changed")
    }

    /// One setting of a rule that an edit changed.
    private struct Setting {
        let name: String
        let before: String?
        let after: String?
    }

    /// What was changed of a rule's settings; empty where there are no words for them.
    private func settings(_ rule: String, _ before: [String], _ after: [String]) -> [Setting] {
        let (old, new) = (figures(rule, before), figures(rule, after))
        let names = (old + new).map(\.label).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return names.compactMap { name in
            let setting = Setting(
                name: name,
                before: old.first { $0.label == name }?.value,
                after: new.first { $0.label == name }?.value
            )
            return setting.before == setting.after ? nil : setting
        }
    }

    private func figures(_ rule: String, _ texts: [String]) -> [Figure] {
        RuleRegistry.standard.settings(of: RuleName(rule), texts, in: phrases)
    }

    /// ` (2026)`, ` (doel 6N-2, 2026)`, ` (2026 t/m 2029)`.
    private func place(
        _ goal: String?,
        _ periods: [Period],
        joined: ([String]) -> String = { $0.joined(separator: ", ") }
    ) -> String {
        let all = periods.map(\.description)
        let named =
            all.count > 2
            ? "\(all[0]) \(say("t/m", "to")) \(all[all.count - 1])" : joined(all)
        let parts = [goal.map { say("doel", "goal") + " " + $0.oneLine(limit: 40) }, named].compactMap(\.self)
        return " (\(parts.joined(separator: ", ")))"
    }

    /// What held before and what holds now, for programs: `< 45 (2026)` and `< 50 (2026)`.
    func oldAndNew(_ edit: JudgementEdit) -> (old: String?, new: String?) {
        let pairs = told(edit).map(pair)
        let (old, new) = (pairs.compactMap(\.0), pairs.compactMap(\.1))
        return (
            old.isEmpty ? nil : old.joined(separator: ", "), new.isEmpty ? nil : new.joined(separator: ", ")
        )
    }

    private func pair(_ told: Told) -> (String?, String?) {
        switch told.change {
        case .target(let goal, _, let before, let after):
            let place = place(goal, told.periods)
            return (before.map { $0 + place }, after.map { $0 + place })
        case .better(let before, let after), .unit(let before, let after): return (before, after)
        case .rule(let rule, let before, let after):
            let settings = settings(rule, before, after)
            let (old, new) = (
                settings.compactMap { setting in setting.before.map { "\(setting.name) \($0)" } },
                settings.compactMap { setting in setting.after.map { "\(setting.name) \($0)" } }
            )
            return (old.joined(separator: ", ").nonEmpty, new.joined(separator: ", ").nonEmpty)
        }
    }
}

extension RuleEvidence {
    /// Whether a value was held against a target, so that what is the matter is a deviation.
    fileprivate var comparesValue: Bool { tellsValue && !comparisons.isEmpty }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
