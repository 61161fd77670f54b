/// A target of one indicator for one period: a cell of the yearly path, or what a goal says.
package struct IndicatorTarget: Hashable, Sendable {
    // Each value of a series is held against it: what is copied is the place where it stands.
    private struct Fields: Hashable, Sendable {
        let indicator: IndicatorID
        let goal: String?
        let period: Period
        let notation: TargetNotation
        let scope: SeriesScope
        let isInterpolated: Bool
        let isPlanned: Bool
        let footnote: String?
    }

    private let own: Shared<Fields>

    package var indicator: IndicatorID { own.value.indicator }
    /// The number of the goal that says it, `6N-7`; `nil` for a cell of the yearly path.
    package var goal: String? { own.value.goal }
    package var period: Period { own.value.period }
    package var notation: TargetNotation { own.value.notation }
    /// The series it holds for.
    package var scope: SeriesScope { own.value.scope }
    /// Whether the document is silent about the period, and the target lies between two cells.
    package var isInterpolated: Bool { own.value.isInterpolated }
    /// Whether the period is the date by which it is planned; else the document names none, and the period only says which
    /// year it is about, or from when on it is watched.
    package var isPlanned: Bool { own.value.isPlanned }
    /// What the footnote of the cell says: `indien witgoedregeling wordt verlengd`.
    package var footnote: String? { own.value.footnote }

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
        own = Shared(
            Fields(
                indicator: indicator,
                goal: goal,
                period: period,
                notation: notation,
                scope: scope,
                isInterpolated: isInterpolated,
                isPlanned: isPlanned,
                footnote: footnote
            )
        )
    }
}

extension IndicatorTarget {
    /// The value that is aimed at; `nil` of a target that is measured from a baseline.
    package var absoluteValue: ExactDecimal? {
        guard case .absolute(_, let value, _) = notation.requirement else { return nil }
        return value
    }
}
