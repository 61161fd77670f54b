/// A target of one indicator for one period: a cell of the yearly path, or what a goal says.
package struct IndicatorTarget: Hashable, Sendable {
    package let indicator: IndicatorID
    /// The number of the goal that says it, `6N-7`; `nil` for a cell of the yearly path.
    package let goal: String?
    package let period: Period
    package let notation: TargetNotation
    /// The series it holds for.
    package let scope: SeriesScope
    /// Whether the document is silent about the period, and the target lies between two cells.
    package let isInterpolated: Bool
    /// Whether the period is the date by which it is planned; else the document names none, and the period only says which
    /// year it is about, or from when on it is watched.
    package let isPlanned: Bool
    /// What the footnote of the cell says: `indien witgoedregeling wordt verlengd`.
    package let footnote: String?

    package init(
        indicator: IndicatorID,
        goal: String?,
        period: Period,
        notation: TargetNotation,
        scope: SeriesScope = .all,
        isInterpolated: Bool = false,
        isPlanned: Bool = true,
        footnote: String? = nil
    ) {
        self.indicator = indicator
        self.goal = goal
        self.period = period
        self.notation = notation
        self.scope = scope
        self.isInterpolated = isInterpolated
        self.isPlanned = isPlanned
        self.footnote = footnote
    }
}

extension IndicatorTarget {
    /// The value that is aimed at; `nil` of a target that is measured from a baseline.
    package var absoluteValue: ExactDecimal? {
        guard case .absolute(_, let value, _) = notation.requirement else { return nil }
        return value
    }
}
