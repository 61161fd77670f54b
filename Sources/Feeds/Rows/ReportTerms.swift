package import Indicators

/// What holds for the reports of a milestone and is the same in all of their rows.
package struct ReportTerms: Hashable, Sendable {
    /// The period within which it is done once, where it recurs; `nil` where it is done once for all.
    let turn: PeriodKind?
    /// What the documents themselves report of it.
    package let documented: [Observation]

    /// The terms of an indicator; `nil` of one that is no milestone.
    package init?(_ indicator: Indicator, documented: [Observation] = []) {
        guard indicator.isMilestone else { return nil }
        turn = indicator.recurs ? indicator.cadence.kind : nil
        self.documented = documented
    }

    /// Whether what was done on the first day should be done on the other one still.
    func lasts(from first: Period, to other: Period) -> Bool {
        guard let turn else { return true }
        return Period(turn, containing: first.end) == Period(turn, containing: other.end)
    }
}
