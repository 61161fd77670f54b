internal import Alerting
internal import Assessment
internal import Indicators

/// What milestones, budget lines and money that ends have to tell, in words.
struct KindWords: Sendable {
    let words: DigestWords
    let dates: DateWords

    /// A date as stored, in words.
    private func date(_ text: String?) -> String? {
        text.map { text in CalendarDate(text).map(dates.date) ?? text.oneLine(limit: 40) }
    }

    // MARK: The verdict

    /// What is the matter, in one sentence; `nil` for a measured value.
    func verdict(_ facts: AlertFacts) -> String? {
        switch facts.reason {
        case .pastDate: pastDate(facts)
        case .reportedDelayed: words.say("De mijlpaal is vertraagd.", "The milestone is delayed.")
        case .reportedPostponed: words.say("De mijlpaal is uitgesteld.", "The milestone is postponed.")
        case .reportedStopped: words.say("De mijlpaal is gestopt.", "The milestone is stopped.")
        case .dateMoved:
            words.say(
                "De verwachte datum is later dan eerst gepland.",
                "The expected date is later than first planned."
            )
        case .budgetDisadvantage:
            words.say("Naar verwachting valt het jaar nadelig uit.", "The year is expected to end with a disadvantage.")
        case .budgetAdvantage:
            words.say("Naar verwachting valt het jaar voordelig uit.", "The year is expected to end with an advantage.")
        case .endsSoon: words.say("Dit geld houdt op.", "This money comes to an end.")
        case .hasEnded: words.say("Dit geld is opgehouden.", "This money has come to an end.")
        default: nil
        }
    }

    private func pastDate(_ facts: AlertFacts) -> String {
        facts.severity == .critical
            ? words.say(
                "De geplande datum is voorbij. De mijlpaal is niet gereed.",
                "The planned date has passed. The milestone is not done."
            )
            : words.say(
                "De geplande datum is voorbij. De mijlpaal is nog niet gereed gemeld.",
                "The planned date has passed. The milestone is not reported done yet."
            )
    }

    /// How it ended, in one sentence; `nil` for a measured value.
    func ending(_ facts: AlertFacts) -> String? {
        switch facts.reason {
        case .milestoneDone: words.say("De mijlpaal is gereed.", "The milestone is done.")
        case .onSchedule: words.say("De mijlpaal ligt op schema.", "The milestone is on schedule.")
        case .notStarted:
            words.say(
                "De mijlpaal is nog niet gestart. Dat is volgens planning.",
                "The milestone has not started, as planned."
            )
        case .noValue where facts.milestone != nil:
            words.say("De mijlpaal heeft een latere geplande datum.", "The milestone has a later planned date.")
        case .withinBudget:
            words.say(
                "De verwachte uitkomst wijkt niet noemenswaardig af van de begroting.",
                "The expected outcome does not deviate notably from the budget."
            )
        case .noBudget: words.say("Er is voor dit jaar geen begroting.", "There is no budget for this year.")
        case .goesOn: words.say("De einddatum is aangepast.", "The end date has been changed.")
        default: nil
        }
    }

    // MARK: The figures

    /// The figures of an alert by their labels; `nil` for a measured value.
    func figures(_ facts: AlertFacts) -> [(label: String, value: String?)]? {
        if let milestone = facts.milestone { return figures(milestone) }
        if let budget = facts.budget { return figures(budget, facts) }
        guard facts.endsOn != nil else { return nil }
        return [(words.say("Laatste dag", "Last day"), date(facts.endsOn))]
    }

    private func figures(_ milestone: MilestoneFacts) -> [(label: String, value: String?)] {
        let moved =
            milestone.movedDays > 0
            ? words.say(
                " (\(days(milestone)) later dan eerst gepland)",
                " (\(days(milestone)) later than first planned)"
            ) : ""
        let first = milestone.movedDays > 0 ? date(milestone.firstPlanned) : nil
        return [
            (words.say("Stand", "Status"), status(milestone)),
            (words.say("Toelichting", "Note"), milestone.note?.oneLine(limit: 500)),
            (words.say("Eerst gepland", "First planned"), first),
            (
                first == nil ? words.say("Gepland", "Planned") : words.say("Nu gepland", "Planned now"),
                date(milestone.due).map { $0 + moved }
            ),
        ]
    }

    /// `uitgesteld, gemeld op 10 juli 2025`.
    private func status(_ milestone: MilestoneFacts) -> String {
        guard let reported = date(milestone.reportedOn) else {
            return words.say("nog niets gemeld", "nothing reported yet")
        }
        return "\(word(milestone)), \(words.say("gemeld op", "reported on")) \(reported)"
    }

    private func word(_ milestone: MilestoneFacts) -> String {
        guard let status = milestone.status.flatMap({ MilestoneStatus(word: $0) }) else {
            return words.say("niet gereed", "not done")
        }
        return words.say(status.rawValue, status.english)
    }

    private func figures(_ budget: BudgetFacts, _ facts: AlertFacts) -> [(label: String, value: String?)] {
        let until = facts.period.map { words.say(" tot en met ", " through ") + dates.period($0) } ?? ""
        return [
            (words.say("Begroting", "Budget"), budget.budget.oneLine(limit: 60)),
            (words.say("Gerealiseerd", "Realised"), budget.realised.oneLine(limit: 60) + until),
            (words.say("Verwacht over het jaar", "Expected for the year"), budget.forecast.oneLine(limit: 60)),
            (words.say("Verschil", "Difference"), outcome(budget)),
        ]
    }

    private func days(_ milestone: MilestoneFacts) -> String {
        milestone.movedDays == 1
            ? words.say("1 dag", "1 day") : "\(milestone.movedDays) \(words.say("dagen", "days"))"
    }

    /// `nadeel € 2.100.000 (10,0%)`.
    private func outcome(_ budget: BudgetFacts) -> String {
        guard let isAdvantage = budget.isAdvantage else { return words.say("geen", "none") }
        let side = isAdvantage ? words.say("voordeel", "advantage") : words.say("nadeel", "disadvantage")
        let share = budget.percent.map { " (\($0.oneLine(limit: 20)))" } ?? ""
        return "\(side) \(budget.deviation.oneLine(limit: 60))\(share)"
    }

    // MARK: In one line

    /// What is the matter, to stand behind a title; `nil` for a measured value.
    func short(_ facts: AlertFacts) -> String? {
        if let milestone = facts.milestone { return short(milestone, facts) }
        if let budget = facts.budget { return words.say("verwacht ", "expected ") + outcome(budget) }
        guard let end = date(facts.endsOn) else { return nil }
        return facts.reason == .hasEnded
            ? words.say("geëindigd op \(end)", "ended on \(end)") : words.say("eindigt op \(end)", "ends on \(end)")
    }

    private func short(_ milestone: MilestoneFacts, _ facts: AlertFacts) -> String {
        let due = date(milestone.due)
        switch facts.reason {
        case .pastDate:
            let day = due ?? words.say("de geplande datum", "its date")
            return facts.severity == .critical
                ? words.say("niet gereed op \(day)", "not done by \(day)")
                : words.say("niet gereed gemeld (gepland \(day))", "not reported done (planned \(day))")
        case .dateMoved:
            return words.say("\(days(milestone)) opgeschoven", "moved by \(days(milestone))")
        default:
            guard let due, facts.reason != .reportedStopped else { return word(milestone) }
            return word(milestone)
                + (milestone.movedDays > 0
                    ? words.say(" (verwacht \(due))", " (expected \(due))")
                    : words.say(" (gepland \(due))", " (planned \(due))"))
        }
    }
}
