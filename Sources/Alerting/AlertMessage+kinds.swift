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
        let days = milestone.movedDays == 1 ? "1 dag" : "\(milestone.movedDays) dagen"
        let moved = milestone.movedDays > 0 ? ", \(days) later dan eerst gepland" : ""
        let expected = milestone.due.map { "; nu verwacht op \($0)\(moved)" } ?? ""
        let reported = milestone.reportedOn.map { " (gemeld op \($0))" } ?? ""
        switch facts.reason {
        case .pastDate:
            // A report may say no more than that it is not done.
            let known =
                milestone.reportedOn == nil
                ? "geen melding ontvangen" : "laatst gemeld: \(milestone.status ?? "niet gereed")\(reported)"
            return "\(facts.title) is niet gereed op \(milestone.due ?? "de geplande datum")\(moved); \(known)."
        case .dateMoved: return "\(facts.title) schuift op\(expected)\(reported)."
        case .reportedStopped: return "\(facts.title) is gestopt\(reported)."
        case .reportedPostponed, .reportedDelayed:
            return "\(facts.title) is \(milestone.status ?? "vertraagd")\(expected)\(reported)."
        default: return nil
        }
    }

    /// The sentence for the end of such an alert; `nil` where the general one will do.
    static func endingOfKind(_ facts: AlertFacts) -> String? {
        switch facts.reason {
        case .milestoneDone: "\(facts.title) is gereed."
        case .onSchedule: "\(facts.title) ligt op schema."
        case .notStarted: "\(facts.title) is nog niet gestart; de geplande datum ligt voor ons."
        case .withinBudget: "\(facts.title): de verwachte uitkomst ligt binnen de begroting."
        case .noBudget: "\(facts.title) heeft voor dit jaar geen begroting; de melding is gesloten."
        case .goesOn: "\(facts.title) eindigt later dan gemeld, of niet; de melding is gesloten."
        default: nil
        }
    }
}
