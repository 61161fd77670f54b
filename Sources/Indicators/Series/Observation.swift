/// One value of one series in one period, as supplied.
package struct Observation: Hashable, Sendable {
    package let period: Period
    package let value: ExactDecimal
    package let status: ObservationStatus
    /// The published interval around the value, where there is one.
    package let interval: ValueRange?
    /// The number of respondents or cases behind the value.
    package let sampleSize: Int?
    package let source: String?
    /// The day on which the figures were as they are (peildatum).
    package let referenceDate: CalendarDate?
    package let note: String?
    /// What is reported of a milestone; `nil` for a measured value.
    package let milestone: MilestoneReport?

    package init(
        period: Period,
        value: ExactDecimal,
        status: ObservationStatus = .definitive,
        interval: ValueRange? = nil,
        sampleSize: Int? = nil,
        source: String? = nil,
        referenceDate: CalendarDate? = nil,
        note: String? = nil,
        milestone: MilestoneReport? = nil
    ) {
        self.period = period
        self.value = value
        self.status = status
        self.interval = interval
        self.sampleSize = sampleSize
        self.source = source
        self.referenceDate = referenceDate
        self.note = note
        self.milestone = milestone
    }

    /// The same observation with an interval around its value.
    package func with(interval: ValueRange) -> Observation {
        Observation(
            period: period,
            value: value,
            status: status,
            interval: interval,
            sampleSize: sampleSize,
            source: source,
            referenceDate: referenceDate,
            note: note,
            milestone: milestone
        )
    }
}
