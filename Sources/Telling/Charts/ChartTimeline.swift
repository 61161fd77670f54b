internal import Indicators

/// The periods along the picture, each with a place of the same width: a period without a value has its place too.
struct ChartTimeline: Hashable {
    let first: Period
    let last: Period
    /// How many periods there are.
    let count: Int

    /// So many periods beyond the last value a target is shown that holds then, and so many the next one may lie ahead.
    private static let ahead = 3
    private static let furthest = 6
    /// More places than this would not be seen.
    private static let most = 90

    /// `nil` where the values lie too far apart for one picture.
    init?(_ chart: SeriesChart) {
        let last = chart.last
        let ends = chart.targets.compactMap { Self.end(of: $0, after: last) }
        let ahead = ends.compactMap { end in last.steps(to: end).map { ($0, end) } }
        let near = ahead.filter { $0.0 <= Self.ahead }
        let shown = near.isEmpty ? ahead.filter { $0.0 <= Self.furthest }.min { $0.0 < $1.0 }.map { [$0] } ?? [] : near
        let end = ([last] + shown.map(\.1) + [chart.forecast?.period].compactMap(\.self)).max() ?? last
        guard let steps = chart.first.steps(to: end), (1...Self.most).contains(steps) else { return nil }
        first = chart.first
        self.last = end
        count = steps + 1
    }

    /// How far ahead a target is worth showing; `nil` for one that lies behind.
    private static func end(of target: SeriesChart.Target, after last: Period) -> Period? {
        guard target.last > last else { return nil }
        guard target.first <= last else { return target.first }
        // What holds for ever needs no room of its own.
        guard target.last.year < 2199 else { return nil }
        let most = sequence(first: last) { $0.next }.prefix(ahead + 1).reduce(last) { $1 }
        return min(target.last, most)
    }

    /// The place of a period, from 0; also of one before or after the others.
    func place(_ period: Period) -> Int { first.steps(to: period) ?? 0 }

    /// The period at a place.
    var periods: [Period] { Array(sequence(first: first) { $0.next }.prefix(count)) }
}
