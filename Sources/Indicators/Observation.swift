/// Whether a supplier still expects to change a value (SDMX CL_OBS_STATUS A and P).
package enum ObservationStatus: String, Sendable, CaseIterable, Hashable {
    case definitive
    case provisional
}

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
}

/// An observation as the store holds it.
package struct RecordedObservation: Hashable, Sendable {
    package let observation: Observation
    /// 1 for the first value of the period, one more for each revision.
    package let revision: Int
    /// The SHA-256 of the file that brought it, in hexadecimal; `nil` for a derived value.
    package let importHash: String?
    package let recordedAt: Instant

    package init(_ observation: Observation, revision: Int, importHash: String?, recordedAt: Instant) {
        self.observation = observation
        self.revision = revision
        self.importHash = importHash
        self.recordedAt = recordedAt
    }

    package var period: Period { observation.period }
    package var value: ExactDecimal { observation.value }
}

/// The current observations of one series, in order of period.
package struct SeriesHistory: Hashable, Sendable {
    package let key: SeriesKey
    /// One for each period, the latest revision, ordered by period.
    package let observations: [RecordedObservation]

    /// A history; the observations need not be in order.
    package init(key: SeriesKey, observations: [RecordedObservation]) {
        self.key = key
        // A milestone may have both reports of a day and plain values of a year: what matters is when they end.
        let isMixed = observations.contains { $0.period.kind != observations[0].period.kind }
        self.observations = observations.sorted {
            isMixed ? $0.period.end < $1.period.end : $0.period < $1.period
        }
    }

    /// The observation of the latest period.
    package var latest: RecordedObservation? { observations.last }

    /// The observation of the period.
    package func observation(of period: Period) -> RecordedObservation? {
        // They are in the order of their ends, whatever their kinds.
        let end = period.end
        var places = observations.startIndex..<observations.endIndex
        while let middle = places.middle {
            places =
                observations[middle].period.end < end
                ? middle + 1..<places.upperBound : places.lowerBound..<middle
        }
        return observations[places.lowerBound...].prefix { $0.period.end == end }.first { $0.period == period }
    }
}

extension Range<Int> {
    /// The place in the middle; `nil` where there is none.
    fileprivate var middle: Int? { isEmpty ? nil : lowerBound + count / 2 }
}
