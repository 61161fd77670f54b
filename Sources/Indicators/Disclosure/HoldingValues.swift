/// Which value holds of which series in which period, as little of it as it takes to say whether a value is that one.
///
/// It is kept as long as pages are asked for: of each value it has eight bytes. That two of a million values have the same
/// ones is less likely than that a disk gives a wrong byte.
struct HoldingValues: Sendable {
    private var marks: Set<Int> = []

    /// The values of the series; of one that is there twice those of the first.
    init(_ histories: some Sequence<SeriesHistory>) {
        for history in histories where marks.insert(Self.mark(history.key)).inserted {
            let values = history.observations.map { ($0.period, $0.value) }
            for (period, value) in Dictionary(values, uniquingKeysWith: { _, last in last }) {
                marks.insert(Self.mark(value, period, history.key))
            }
        }
    }

    /// Whether the series is known, and another value than this one, or none, holds in the period.
    func contradict(_ value: ExactDecimal, in period: Period, of series: SeriesKey) -> Bool {
        marks.contains(Self.mark(series)) && !marks.contains(Self.mark(value, period, series))
    }

    private static func mark(_ series: SeriesKey) -> Int {
        var hasher = Hasher()
        hasher.combine(series)
        return hasher.finalize()
    }

    private static func mark(_ value: ExactDecimal, _ period: Period, _ series: SeriesKey) -> Int {
        var hasher = Hasher()
        hasher.combine(series)
        hasher.combine(period)
        hasher.combine(value)
        return hasher.finalize()
    }
}
