internal import Indicators

/// Checks what budget lines name, and that they are money of parts of a year.
struct BudgetCheck {
    let indicators: [String: IndicatorDraft]
    let faults: FaultList

    /// Notes the faults of one line.
    func check(_ draft: IndicatorDraft) {
        guard let budget = draft.budget else { return }
        if let unit = draft.unit, unit.value.euros == nil {
            faults.add(
                "a budget is money: the unit has to be '€' or '€ 1.000', not \(quoted(unit.value.symbol))",
                at: unit.place
            )
        }
        if let kind = draft.cadence?.kind, ![.year, .halfYear, .quarter, .month].contains(kind) {
            faults.add(
                "the cadence of a budget has to divide a year: year, half-year, quarter or month, not \(kind.rawValue)",
                at: budget.place
            )
        }
        if let commitments = draft.commitments { check(commitments, of: draft) }
        for change in draft.changes { check(change, of: draft) }
    }

    private func check(_ commitments: Located<String>, of draft: IndicatorDraft) {
        guard let other = indicators[commitments.value] else {
            return noteUnknownIndicator(commitments, among: indicators.keys, in: faults)
        }
        if commitments.value == draft.id.value {
            faults.add("a line is not its own commitments; name another indicator", at: commitments.place)
        }
        if let unit = draft.unit?.value, let theirs = other.unit?.value, unit != theirs {
            faults.add(
                """
                \(quoted(commitments.value)) has the unit \(quoted(theirs.symbol)), and the line's unit is \
                \(quoted(unit.symbol)); make them the same
                """,
                at: commitments.place
            )
        }
        if let kind = draft.cadence?.kind, let theirs = other.cadence?.kind, kind != theirs {
            faults.add(
                """
                \(quoted(commitments.value)) has the cadence \(theirs.rawValue), and the line's is \(kind.rawValue); \
                make them the same
                """,
                at: commitments.place
            )
        }
    }

    /// A change of a year without a budget would never hold.
    private func check(_ change: Located<BudgetChange>, of draft: IndicatorDraft) {
        let year = change.value.date.year
        let budgets = draft.targets.filter { $0.scope == nil }.map(\.period.value)
        guard !budgets.contains(where: { $0 == Period.year(year) }) else { return }
        faults.add(
            "the line has no budget for \(year) that could be changed; add it to 'targets', or correct the date",
            at: change.place
        )
    }
}
