package import Indicators

/// The store as a replay needs it: when what was recorded, and how it stood at a moment.
package protocol HistoryStore: Sendable {
    /// What was recorded after one moment, until another one and then included, in the order in which it was.
    ///
    /// The answer has an entry for each series and moment: it grows with what was recorded, not with what is watched.
    func recordings(after start: Instant, through end: Instant) async throws -> [Recordings]

    /// The observations of the series as they stood at a moment, in the order asked.
    func histories(of series: [SeriesKey], recordedBy moment: Instant) async throws -> [SeriesHistory]
}
