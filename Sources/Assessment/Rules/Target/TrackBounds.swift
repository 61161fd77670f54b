internal import Indicators

/// The targets of one track as plain bounds of one series, each worked out once for all its values.
struct TrackBounds {
    private struct Cell {
        let period: Period
        /// `nil` while its baseline is missing.
        let bound: Bound?
    }

    /// What names no period, and holds for every one.
    private let undated: Cell?
    private let cells: [Cell]
    private let end: CalendarDate?

    /// - Parameters:
    ///   - track: the targets, ordered by period.
    ///   - series: the series that they ask something of.
    init(of track: [IndicatorTarget], in series: SeriesSubject) {
        func cell(_ target: IndicatorTarget) -> Cell { Cell(period: target.period, bound: series.bound(of: target)) }
        undated = track.last { !$0.isPlanned }.map(cell)
        cells = undated == nil ? track.map(cell) : []
        end = cells.last?.period.end
    }

    /// The target of the period; behind the last one of the track, that one.
    func bound(for period: Period) -> Bound? {
        if let undated { return undated.bound }
        if let own = cells.first(where: { $0.period == period }) { return own.bound }
        guard let last = cells.last, let end, end < period.start else { return nil }
        return last.bound
    }
}
