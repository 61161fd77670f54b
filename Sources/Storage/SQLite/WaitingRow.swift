internal import Feeds
internal import Indicators

/// A row that waits to go into the store together with others.
struct WaitingRow {
    let row: ObservedRow
    let series: SeriesCache.Entry

    /// Where it goes.
    var place: RowPlace { RowPlace(series: series.id, period: row.observation.period.code) }
}
