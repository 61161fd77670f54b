/// The current observations of one series, in order of period.
package struct SeriesHistory: Hashable, Sendable {
    package let key: SeriesKey
    /// One for each period, the latest revision, ordered by period.
    package let observations: [RecordedObservation]
    /// The periods whose value was taken back last.
    package let withdrawn: [Period: TakenBackPeriod]

    /// A history; the observations need not be in order, and those that do not hold only count as taken back.
    package init(key: SeriesKey, observations all: [RecordedObservation], withdrawn: [Period: TakenBackPeriod] = [:]) {
        self.key = key
        // Most histories come in order and nothing was ever taken back of them.
        if all.isPlain {
            observations = all
            self.withdrawn = withdrawn
            return
        }
        let own = all.filter(\.isByOrder).map { ($0.period, TakenBackPeriod($0)) }
        self.withdrawn = withdrawn.merging(own) { $0.revision > $1.revision ? $0 : $1 }
        let observations = all.filter(\.holds)
        // A milestone may have both reports of a day and plain values of a year: what matters is when they end.
        let isMixed = observations.contains { $0.period.kind != observations[0].period.kind }
        self.observations = observations.sorted {
            isMixed ? $0.period.end < $1.period.end : $0.period < $1.period
        }
    }

    /// A history as it stood at a moment.
    ///
    /// - Parameters:
    ///   - key: the series.
    ///   - revisions: every revision of every period, in any order.
    ///   - moment: what was recorded later does not count, be it a value or that one was taken back.
    package init(key: SeriesKey, revisions: [RecordedObservation], recordedBy moment: Instant) {
        let known = revisions.filter { $0.recordedAt <= moment }
        let latest = Dictionary(known.map { ($0.period, $0) }) { $0.revision > $1.revision ? $0 : $1 }
        self.init(key: key, observations: Array(latest.values))
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

extension [RecordedObservation] {
    /// Whether all hold, none was put in its place by an order, and they are of one kind of period and in order.
    fileprivate var isPlain: Bool {
        for place in indices {
            guard self[place].holds, !self[place].isByOrder else { return false }
            guard place > startIndex else { continue }
            let (one, other) = (self[place - 1].period, self[place].period)
            guard one.kind == other.kind, one < other else { return false }
        }
        return true
    }
}

extension TakenBackPeriod {
    fileprivate init(_ placed: RecordedObservation) {
        self.init(
            revision: placed.revision,
            order: placed.withdrawal,
            amount: placed.holds ? nil : placed.value,
            holds: placed.holds ? placed.observation : nil
        )
    }
}

extension Range<Int> {
    /// The place in the middle; `nil` where there is none.
    fileprivate var middle: Int? { isEmpty ? nil : lowerBound + count / 2 }
}
