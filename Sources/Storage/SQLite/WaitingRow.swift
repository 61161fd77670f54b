internal import Feeds

/// A row that waits to go into the store together with others.
struct WaitingRow {
    let row: ObservedRow
    let series: SeriesCache.Entry
}
