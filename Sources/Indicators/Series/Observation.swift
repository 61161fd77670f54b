/// One value of one series in one period, as supplied.
///
/// Small, since it is copied on its way from a file to the store and to the rules: what few values have stands apart.
package struct Observation: Hashable, Sendable {
    package let period: Period
    package let value: ExactDecimal
    package let status: ObservationStatus
    private let particulars: Particulars?

    /// The published interval around the value, where there is one.
    package var interval: ValueRange? { particulars?.interval }
    /// The number of respondents or cases behind the value.
    package var sampleSize: Int? { particulars?.sampleSize }
    package var source: String? { particulars?.source }
    /// The day on which the figures were as they are (peildatum).
    package var referenceDate: CalendarDate? { particulars?.referenceDate }
    package var note: String? { particulars?.note }
    /// What is reported of a milestone; `nil` for a measured value.
    package var milestone: MilestoneReport? { particulars?.milestone }

    /// Whether there is more to it than its value and status.
    package var hasParticulars: Bool { particulars != nil }

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
        let isBare =
            interval == nil && sampleSize == nil && source == nil && referenceDate == nil && note == nil
            && milestone == nil
        particulars =
            isBare
            ? nil
            : Particulars(
                interval: interval,
                sampleSize: sampleSize,
                source: source,
                referenceDate: referenceDate,
                note: note,
                milestone: milestone
            )
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

extension Observation {
    /// What may stand beside a value.
    private final class Particulars: Hashable, Sendable {
        let interval: ValueRange?
        let sampleSize: Int?
        let source: String?
        let referenceDate: CalendarDate?
        let note: String?
        let milestone: MilestoneReport?

        init(
            interval: ValueRange?,
            sampleSize: Int?,
            source: String?,
            referenceDate: CalendarDate?,
            note: String?,
            milestone: MilestoneReport?
        ) {
            self.interval = interval
            self.sampleSize = sampleSize
            self.source = source
            self.referenceDate = referenceDate
            self.note = note
            self.milestone = milestone
        }

        static func == (one: Particulars, other: Particulars) -> Bool {
            one === other
                || one.interval == other.interval && one.sampleSize == other.sampleSize && one.source == other.source
                    && one.referenceDate == other.referenceDate && one.note == other.note
                    && one.milestone == other.milestone
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(interval)
            hasher.combine(sampleSize)
            hasher.combine(source)
            hasher.combine(referenceDate)
            hasher.combine(note)
            hasher.combine(milestone)
        }
    }
}
