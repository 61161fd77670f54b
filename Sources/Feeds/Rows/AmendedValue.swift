package import Indicators

/// A value, or a report of a milestone, that stayed while something beside it became another.
package struct AmendedValue: Hashable, Sendable, Codable {
    /// What may stand beside a value.
    package enum Particular: String, Hashable, Sendable, Codable {
        case status
        case interval
        case sampleSize = "sample_size"
        case source
        case referenceDate = "reference_date"
        case note
    }

    package let series: SeriesKey
    package let period: Period
    package private(set) var said: WithdrawnValue.Said
    package let changed: [Particular]
    /// Whether it is provisional since, where the status is among what changed.
    package let isProvisional: Bool?

    /// What differs between two observations of one period that say the same; `nil` where they do not.
    package init?(of series: SeriesKey, from old: Observation, to new: Observation) {
        guard old.value == new.value, old.milestone == new.milestone else { return nil }
        self.series = series
        period = new.period
        said = WithdrawnValue.Said(new)
        changed = Self.differences(old, new)
        isProvisional = old.status == new.status ? nil : new.status == .provisional
    }

    /// The value as it may be told.
    func told(by disclosure: Disclosure) -> AmendedValue {
        var told = self
        told.said = said.told(of: series, period, by: disclosure)
        return told
    }

    private static func differences(_ old: Observation, _ new: Observation) -> [Particular] {
        [
            old.status == new.status ? nil : .status,
            old.interval == new.interval ? nil : .interval,
            old.sampleSize == new.sampleSize ? nil : .sampleSize,
            old.source == new.source ? nil : .source,
            old.referenceDate == new.referenceDate ? nil : .referenceDate,
            old.note == new.note ? nil : .note,
        ]
        .compactMap(\.self)
    }
}
