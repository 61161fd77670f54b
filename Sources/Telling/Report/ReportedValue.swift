package import Indicators

/// What the report shows as realised in one year.
package enum ReportedValue: Hashable, Sendable {
    /// The last value that a delivery brought for the year, or a part of it; one that is running counts all of the year
    /// through its period.
    case measured(ExactDecimal, Period, isProvisional: Bool, isRunning: Bool)
    /// There is a value, which may not be told.
    case hidden
    /// No delivery brought a value, and the document of the programme shows this one.
    case documented(text: String, ExactDecimal?)

    /// Whether it is the same number as the document shows.
    func says(_ other: ReportedValue?) -> Bool {
        switch (self, other) {
        case (.measured(let value, _, isProvisional: false, _), .documented(_, let shown?)): value == shown
        case (.measured, _), (.hidden, _), (.documented, _): false
        }
    }
}

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
