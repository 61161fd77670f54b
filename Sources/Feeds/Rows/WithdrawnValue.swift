package import Indicators

/// A value, or a report of a milestone, that was taken back, and what holds since.
package struct WithdrawnValue: Hashable, Sendable, Codable {
    /// What a period says.
    package struct Said: Hashable, Sendable, Codable {
        package private(set) var value: ExactDecimal
        /// What was reported of a milestone; `nil` for a measured value.
        package let report: MilestoneReport?
        // Absent in what is kept.
        private var hidden: Bool?

        /// Whether the value may not be told; then no number stands here.
        var isHidden: Bool { hidden == true }

        package init(_ observation: Observation) {
            value = observation.value
            report = observation.milestone
            hidden = nil
        }

        /// What it says as it may be told.
        func told(of series: SeriesKey, _ period: Period, by disclosure: Disclosure) -> Said {
            guard disclosure.hides(value, in: period, series) else { return self }
            var told = self
            (told.value, told.hidden) = (.zero, true)
            return told
        }
    }

    package let series: SeriesKey
    package let period: Period
    package private(set) var old: Said
    /// The older one that holds again; `nil` where there is none.
    package private(set) var holds: Said?

    /// The value as it may be told.
    package func told(by disclosure: Disclosure) -> WithdrawnValue {
        var told = self
        told.old = old.told(of: series, period, by: disclosure)
        told.holds = holds?.told(of: series, period, by: disclosure)
        return told
    }

    package init(series: SeriesKey, period: Period, old: Observation, holds: Observation?) {
        self.series = series
        self.period = period
        self.old = Said(old)
        self.holds = holds.map(Said.init)
    }
}
