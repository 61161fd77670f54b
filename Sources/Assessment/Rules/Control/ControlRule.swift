package import Indicators

/// The rule `spc`: whether the latest value is more than chance, by an XmR chart (methods, section 1).
///
/// The limits are those of the values since the last break or rebase; a rebase is declared by people, with its reason. With
/// fewer than six values there are none, with fewer than thirteen they are a trial of which nothing is concluded. It
/// judges what is measured several times a year: a yearly value has a trend rather than a level. It only informs.
package struct ControlRule: Rule {
    package typealias Evidence = ControlEvidence

    private let parameters: ControlParameters

    package init(_ parameters: ControlParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that tells chance from more than chance; it only informs" }

    package static var onlyInforms: Bool { true }

    package func applies(to indicator: Indicator) -> Bool {
        indicator.hasDirectedValues && indicator.cadence.kind.isOperational
    }

    /// Judges the latest value.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let indicator = series.indicator
        guard let stretch = MeasuredStretch(of: series, breaks: indicator.breaks + indicator.rebases) else {
            return Finding(.inOrder, ControlEvidence(.noValue, nil, nil, parameters), light: nil)
        }
        let standing =
            stretch.count < parameters.trialFrom
            ? nil : ControlStanding(stretch, in: series, screensOutliers: parameters.screensOutliers)
        let reason = reason(stretch, standing, indicator.better)
        return Finding(
            ControlEvidence(reason, stretch, standing, parameters),
            isTold: reason.isTold,
            of: stretch,
            in: series
        )
    }

    private func reason(_ stretch: MeasuredStretch, _ standing: ControlStanding?, _ better: Better) -> ControlReason {
        guard stretch.count >= parameters.trialFrom else { return .tooFewValues }
        guard let standing else { return .noVariation }
        guard stretch.count >= parameters.limitsFrom else { return .trialLimits }
        switch ProcessVariation(standing.cause, higherIsBetter: better == .higher) {
        case .improvement: return .improvement
        case .concern: return .concern
        case .commonCause, .neutralHigh, .neutralLow: return .commonCause
        }
    }
}
