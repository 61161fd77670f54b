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

    private func effect(_ edit: JudgementEdit, _ facts: FindingFacts, isOpen: Bool) -> String {
        let light = phrases.light(facts.light(isClosed: false)).lowercased()
        guard isOpen else {
            return edit.cause == .withdrawn
                ? say("de melding rust", "the alert rests")
                : say("daarmee is er geen afwijking meer", "nothing deviates by that any more")
        }
        if edit.cause == .returned || edit.wasOpen {
            return say("de melding loopt door (\(light))", "the alert goes on (\(light))")
        }
        return say("daarmee is er nu een afwijking (\(light))", "by that there is a deviation now (\(light))")
    }
}

// MARK: What was changed
extension EditWords {
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
            let place = place(goal, told.periods)
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
        // The tolerance stands first among the terms of this rule.
        if rule == TargetEvidence.rule.rawValue, let old = before.first, let new = after.first, old != new,
            before.dropFirst() == after.dropFirst()
        {
            return say("marge gewijzigd van \(old) naar \(new)", "margin changed from \(old) to \(new)")
        }
        if rule == EndingEvidence.rule.rawValue { return say("einddatum gewijzigd", "end date changed") }
        let name = rule.oneLine(limit: 40)
        return say("instellingen van de regel ‘\(name)’ gewijzigd", "settings of the rule '\(name)' changed")
    }

    /// ` (2026)`, ` (doel 6N-2, 2026)`, ` (2026 t/m 2029)`.
    private func place(_ goal: String?, _ periods: [Period]) -> String {
        let all = periods.map(\.description)
        let named =
            all.count > 2
            ? "\(all[0]) \(say("t/m", "to")) \(all[all.count - 1])" : all.joined(separator: ", ")
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
            return ("\(rule): \(before.joined(separator: ", "))", "\(rule): \(after.joined(separator: ", "))")
        }
    }
}
