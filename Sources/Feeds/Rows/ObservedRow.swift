package import Indicators

/// One value that a row of a file gives.
///
/// Small, since it is copied on its way to the store: what all rows of an indicator share stands apart.
package struct ObservedRow: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    package let line: Int
    package let series: SeriesKey
    package let observation: Observation
    /// Whether the period was not over when the file was read, so that its value is provisional whatever the file says.
    package let isUnfinished: Bool
    /// The day that stands where the period should; `nil` where that is written itself.
    package let day: CalendarDate?
    private let terms: RowTerms?

    /// What the value may be after the one before it; `nil` where nobody has to confirm it, or somebody did.
    package var plausible: PlausibleChange? { terms?.plausible }
    /// Whether the value has to be held against the one before it.
    package var hasToBePlausible: Bool { terms?.isBound ?? false }
    /// The indicator, where its values count persons.
    package var persons: IndicatorID? { terms?.persons }
    /// Of a milestone what its reports are held against.
    package var reports: ReportTerms? { terms?.reports }

    package init(
        line: Int,
        series: SeriesKey,
        observation: Observation,
        plausible: PlausibleChange? = nil,
        isUnfinished: Bool = false,
        day: CalendarDate? = nil,
        persons: IndicatorID? = nil,
        reports: ReportTerms? = nil
    ) {
        self.init(
            line: line,
            series: series,
            observation: observation,
            terms: RowTerms(plausible: plausible, persons: persons, reports: reports),
            isUnfinished: isUnfinished,
            day: day
        )
    }

    /// A row whose terms are made once for all rows that share them.
    init(
        line: Int,
        series: SeriesKey,
        observation: Observation,
        terms: RowTerms?,
        isUnfinished: Bool = false,
        day: CalendarDate? = nil
    ) {
        self.line = line
        self.series = series
        self.observation = observation
        self.terms = terms
        self.isUnfinished = isUnfinished
        self.day = day
    }

    /// The row with an interval around its value.
    func with(interval: ValueRange) -> ObservedRow {
        ObservedRow(
            line: line,
            series: series,
            observation: observation.with(interval: interval),
            terms: terms,
            isUnfinished: isUnfinished,
            day: day
        )
    }
}
