internal import Indicators

/// Reads what makes an indicator a budget line.
struct BudgetReader {
    let faults: FaultList

    /// What a budget line has, with its places.
    struct Draft {
        let budget: Located<Budget>
        /// The indicator of what has been promised.
        let commitments: Located<String>?
        let changes: [Located<BudgetChange>]
    }

    /// The budget; `nil` where the indicator is no budget line.
    func budget(in section: Section) -> Draft? {
        let side = section.word("budget", of: Budget.Side.self)
        let realised = section.word("realised", of: Budget.Realised.self)
        let forecast = section.value("forecast", expecting: "true or false") { Bool($0) }
        let commitments = section.value("commitments", expecting: Notations.idWords, Notations.id)
        let changes = section.list("changes").compactMap { change($0) }
        noteTwice(changes)
        guard let side else {
            for key in ["realised", "forecast", "commitments", "changes"] where section.has(key) {
                let place = section.node(key)?.place ?? section.keyPlace(key)
                faults.add("'\(key)' is about a budget; add 'budget', or remove it", at: place)
            }
            return nil
        }
        if let commitments, side.value != .costs {
            faults.add(
                "'commitments' is about costs, and this is \(side.value.rawValue); remove it",
                at: commitments.place
            )
        }
        let budget = Budget(
            side.value,
            realised: realised?.value ?? .cumulative,
            isForecast: forecast?.value ?? true,
            commitments: commitments.map { IndicatorID($0.value) },
            changes: changes.map(\.value).sorted { $0.date < $1.date }
        )
        return Draft(
            budget: Located(value: budget, place: side.place),
            commitments: commitments,
            changes: changes
        )
    }

    private func change(_ node: YAMLNode) -> Located<BudgetChange>? {
        guard let section = Section(node, as: .budgetChange, faults: faults) else { return nil }
        let date = section.value("date", expecting: Notations.dateWords) { CalendarDate($0) }
        let total = section.value("budget", expecting: Notations.amountWords, Notations.amount)
        let difference = section.value("by", expecting: Notations.amountWords, Notations.amount)
        let what = section.text("what")
        if section.has("budget"), section.has("by") {
            faults.add("a change names the new 'budget', or what it changes 'by'; keep one", at: section.keyPlace("by"))
        } else if !section.has("budget"), !section.has("by") {
            faults.add("a change has no 'budget' and no 'by'; add the new budget, or the difference", at: section.place)
        }
        guard let date else { return nil }
        let amount: BudgetChange.Amount? =
            total.map { BudgetChange.Amount.total($0.value) }
            ?? difference.map { BudgetChange.Amount.difference($0.value) }
        return amount.map {
            Located(value: BudgetChange(date: date.value, amount: $0, what: what?.value), place: date.place)
        }
    }

    /// Two changes of one day would hold in an order that nobody named.
    private func noteTwice(_ changes: [Located<BudgetChange>]) {
        for (index, change) in changes.enumerated() {
            guard let first = changes[..<index].first(where: { $0.value.date == change.value.date }) else { continue }
            faults.add(
                "'\(change.value.date)' stands twice in 'changes', first on line \(first.place.line); make them one",
                at: change.place
            )
        }
    }
}
