/// Which series count persons, as the configuration says it.
///
/// What is calculated from a count of persons is about the same persons: a derived indicator counts them too.
package struct PersonCounts: Sendable {
    private let measures: [IndicatorID: PersonMeasure]
    private let dependants: [IndicatorID: [IndicatorID]]
    /// The indicators that say so, or are made of one that does.
    private let indicators: Set<IndicatorID>
    /// The indicators of which some series count persons since a feed says so.
    private var ofFeeds: Set<SeriesKey> = []
    /// Whether every series does.
    private var isEverything = false

    /// None.
    package static let none = PersonCounts(measures: [:], dependants: [:], indicators: [])

    private init(
        measures: [IndicatorID: PersonMeasure],
        dependants: [IndicatorID: [IndicatorID]],
        indicators: Set<IndicatorID>
    ) {
        self.measures = measures
        self.dependants = dependants
        self.indicators = indicators
    }

    /// The indicators that count persons, by what the register says of them.
    ///
    /// - Parameters:
    ///   - register: the indicators.
    ///   - limits: what holds for an indicator that has no limits of its own.
    ///   - feeds: the indicators that a feed brings which says that it counts persons.
    package init(_ register: IndicatorRegister, limits: CountLimits, feeds: Set<IndicatorID> = []) {
        let all = register.indicators.values.filter(\.unit.canCountPersons)
        measures = Dictionary(all.map { ($0.id, PersonMeasure($0, general: limits)) }) { first, _ in first }
        dependants = Dictionary(all.map { ($0.id, register.dependants(of: $0.id)) }) { first, _ in first }
        let own = all.filter { $0.counts.contains(.persons) || feeds.contains($0.id) }.map(\.id)
        indicators = Self.closed(Set(own), dependants)
    }

    /// The indicators with all that are made of them.
    private static func closed(
        _ indicators: Set<IndicatorID>,
        _ dependants: [IndicatorID: [IndicatorID]]
    ) -> Set<IndicatorID> {
        var closed = indicators
        var waiting = Array(indicators)
        while let next = waiting.popLast() {
            for dependant in dependants[next] ?? [] where closed.insert(dependant).inserted {
                waiting.append(dependant)
            }
        }
        return closed
    }

    /// Whether no series counts persons.
    package var isEmpty: Bool { indicators.isEmpty && ofFeeds.isEmpty && !isEverything }

    /// The same with series that a feed brought which says that it counts persons, and what is made of them.
    package func with(series: some Sequence<SeriesKey>) -> PersonCounts {
        var counts = self
        for key in series {
            for indicator in Self.closed([key.indicator], dependants) {
                counts.ofFeeds.insert(SeriesKey(indicator: indicator, area: key.area, breakdown: key.breakdown))
                // What is made of a part of the population is everybody's.
                if indicator != key.indicator {
                    counts.ofFeeds.insert(SeriesKey(indicator: indicator, area: key.area))
                }
            }
        }
        return counts
    }

    /// The same where whatever is asked about counts persons: the rows of a file whose feed says so.
    func withEverything() -> PersonCounts {
        var counts = self
        counts.isEverything = true
        return counts
    }

    /// Whether the series counts persons.
    package func contains(_ series: SeriesKey) -> Bool { measure(of: series) != nil }

    /// Those of the indicators of which any series counts persons.
    package func concerned(among all: Set<IndicatorID>) -> Set<IndicatorID> {
        isEverything ? all : all.intersection(indicators.union(ofFeeds.map(\.indicator)))
    }

    /// How the values of the series stand for persons; `nil` where they do not.
    func measure(of series: SeriesKey) -> PersonMeasure? {
        guard isEverything || indicators.contains(series.indicator) || ofFeeds.contains(series) else { return nil }
        return measures[series.indicator]
    }
}
