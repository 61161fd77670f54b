package import Indicators

/// What the report shows as aimed at in one year.
package struct ReportedTarget: Hashable, Sendable {
    /// As the document writes it: `<2,3%`, `stijging t.o.v. 2024`, `Nb`.
    package let text: String
    /// The number of a cell that is nothing but a number.
    package let number: ExactDecimal?
    /// Whether the document names no year, and this is only the first one that is watched.
    package let isUndated: Bool

    package init(_ target: IndicatorTarget) {
        text = target.notation.description
        isUndated = !target.isPlanned
        switch target.notation.requirement {
        case .absolute(nil, let value, _)? where !target.notation.hasFootnote: number = value
        case .absolute(.equal?, let value, _)? where target.notation.isKeptLevel && !target.notation.hasFootnote:
            number = value
        case .absolute, .relative, .difference, .direction, .milestone, nil: number = nil
        }
    }
}
