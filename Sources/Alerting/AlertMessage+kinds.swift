internal import Assessment

extension AlertMessage {
    /// The sentence for an open alert of a milestone, a budget line or something that ends; `nil` for another one.
    static func ofKind(_ facts: AlertFacts) -> String? {
        if let milestone = facts.milestone { return ofMilestone(facts, milestone) }
        if let budget = facts.budget {
            return "\(facts.title): verwacht \(budget.forecast) bij een begroting van \(budget.budget); "
                + "\(budget.dutchOutcome)."
        }
        guard let end = facts.endsOn else { return nil }
        return facts.reason == .hasEnded
            ? "\(facts.title) is geëindigd op \(end)." : "\(facts.title) eindigt op \(end)."
    }

    private static func ofMilestone(_ facts: AlertFacts, _ milestone: MilestoneFacts) -> String? {
        let reported = milestone.reportedOn.map { " (gemeld op \($0))" } ?? ""
        switch facts.reason {
        case .pastDate:
            let due = milestone.due ?? "de geplande datum"
            let late =
                facts.severity == .critical
                ? "had op \(due) gereed moeten zijn" : "is niet gereed gemeld; gepland op \(due)"
            let last = milestone.reportedOn.map { "Laatste bericht (\($0)): \(milestone.status ?? "niet gereed")." }
            return "\(facts.title) \(late)\(moved(milestone)). \(last ?? "Er is nog niets gemeld.")"
        case .dateMoved: return "\(facts.title) schuift op\(planned(milestone))\(reported)."
        case .reportedStopped: return "\(facts.title) is gestopt\(reported)."
        case .reportedPostponed, .reportedDelayed:
            return "\(facts.title) is \(milestone.status ?? "vertraagd")\(planned(milestone))\(reported)."
        case .notYetReached: return "\(facts.title) is nog niet gereed\(planned(milestone))."
        default: return nil
        }
    }

    /// `; gepland op 2025-12-31`, or `; nu verwacht op 2026-12-31, 365 dagen later dan eerst gepland`.
    private static func planned(_ milestone: MilestoneFacts) -> String {
        guard let due = milestone.due else { return "" }
        return milestone.movedDays > 0 ? "; nu verwacht op \(due)\(moved(milestone))" : "; gepland op \(due)"
    }

    private static func moved(_ milestone: MilestoneFacts) -> String {
        guard milestone.movedDays > 0 else { return "" }
        return ", \(milestone.movedDays == 1 ? "1 dag" : "\(milestone.movedDays) dagen") later dan eerst gepland"
    }

    /// The sentence for the end of such an alert; `nil` where the general one will do.
    static func endingOfKind(_ facts: AlertFacts) -> String? {
        switch facts.reason {
        case .milestoneDone: "\(facts.title) is gereed."
        case .onSchedule: "\(facts.title) ligt op schema."
        case .notStarted: "\(facts.title) is nog niet gestart; dat is volgens planning."
        case .noValue where facts.milestone != nil: "\(facts.title) heeft een latere geplande datum."
        case .withinBudget: "\(facts.title): de verwachte uitkomst wijkt niet noemenswaardig af van de begroting."
        case .noBudget: "\(facts.title) heeft voor dit jaar geen begroting; de melding is gesloten."
        case .goesOn: "De einddatum van \(facts.title) is aangepast; de melding is gesloten."
        default: nil
        }
    }
}
