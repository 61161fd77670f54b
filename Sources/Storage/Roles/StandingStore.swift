package import Alerting
package import Assessment
package import Indicators

/// The store as whoever looks needs it: how things stood when they were judged last, so many at a time.
///
/// Lights are those that series were judged to have; nothing is judged anew, so that a page costs the same over however many
/// series. They are exact: what may not be told is for the asker to leave out.
package protocol StandingStore: Sendable {
    /// How many series of each indicator have which light; what has not been judged yet counts as grey.
    func lightCounts() async throws -> [IndicatorID: LightCounts]

    /// The series of these indicators with one of these lights, in the order of their keys, after one of them.
    ///
    /// What has not been judged yet has the light grey here.
    ///
    /// - Parameters:
    ///   - indicators: whose series.
    ///   - lights: which of them.
    ///   - mark: the last series of the page before; `nil` for the first page.
    ///   - limit: how many at most.
    /// - Returns: the page.
    /// - Throws: ``StoreError``.
    func series(
        of indicators: [IndicatorID],
        lights: Set<Light>,
        after mark: SeriesKey?,
        limit: Int
    ) async throws -> [SeriesStanding]

    /// How fresh all of it is.
    func freshness() async throws -> Freshness

    /// How many alerts are open, by severity.
    func openAlertCounts() async throws -> [Severity: Int]

    /// The episodes of these series, open and ended, the latest opened first.
    func allEpisodes(of series: [SeriesKey], limit: Int) async throws -> [Episode]
}
