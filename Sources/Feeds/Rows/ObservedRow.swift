package import Indicators

/// One value that a row of a file gives.
package struct ObservedRow: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    package let line: Int
    package let series: SeriesKey
    package let observation: Observation
    /// What the value may be after the one before it; `nil` where nobody has to confirm it, or somebody did.
    package let plausible: PlausibleChange?
    /// Whether the period was not over when the file was read, so that its value is provisional whatever the file says.
    package let isUnfinished: Bool
    /// The day that stands where the period should; `nil` where that is written itself.
    package let day: CalendarDate?
    /// The indicator, where its values count persons.
    package let persons: IndicatorID?

    package init(
        line: Int,
        series: SeriesKey,
        observation: Observation,
        plausible: PlausibleChange? = nil,
        isUnfinished: Bool = false,
        day: CalendarDate? = nil,
        persons: IndicatorID? = nil
    ) {
        self.day = day
        self.line = line
        self.series = series
        self.observation = observation
        self.plausible = plausible
        self.isUnfinished = isUnfinished
        self.persons = persons
    }

    /// The row with an interval around its value.
    func with(interval: ValueRange) -> ObservedRow {
        ObservedRow(
            line: line,
            series: series,
            observation: observation.with(interval: interval),
            plausible: plausible,
            isUnfinished: isUnfinished,
            day: day,
            persons: persons
        )
    }
}
