package import Alerting
package import Assessment
package import Indicators

/// The store as whoever looks needs it: how things stood when they were judged last, so many at a time.
///
/// What is counted is counted within the store, however much there is.
///
/// Lights are those that series were judged to have; nothing is judged anew, so that a page costs the same over however many
/// series. They are exact: what may not be told is for the asker to leave out.
package protocol StandingStore: Sendable {
    /// What changes whenever anything is changed; it is read before what is kept by it.
    func changeMark() async throws -> ChangeMark

    /// The state of the values: as long as it is the same, no value was taken in or taken back, whatever else was committed.
    func valueMark() async throws -> ValueMark

    /// How many series of each indicator have which light; what has not been judged yet counts as grey.
    ///
    /// What was judged and has no light is not watched, such as the areas that are there to compare with: it is left out.
    func lightCounts() async throws -> [IndicatorID: LightCounts]

    /// How these series stand, in the order of the question; what the store has not met is left out.
    func standings(of series: [SeriesKey]) async throws -> [SeriesStanding]

    /// The series of these indicators with one of these lights, in the order of their keys, after one of them.
    ///
    /// What has not been judged yet has the light grey here; what is not watched is left out.
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

    /// How many series of each indicator were last judged to have which light; what was never judged does not count.
    func judgedLights() async throws -> [IndicatorID: LightCounts]

    /// How many alerts are open on the series of each indicator, by severity.
    func openAlerts() async throws -> [IndicatorID: [Severity: Int]]

    /// How many alerts are open in all.
    func openAlertCount() async throws -> Int

    /// The open episodes, the latest opened first; pages by the mark of the page before.
    func openEpisodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage

    /// The open episodes of one rule, ordered by alert within what there is room for.
    func openEpisodes(of rule: RuleName, limit: Int) async throws -> [Episode]

    /// The episodes of these series, open and ended, the latest opened first.
    func allEpisodes(of series: [SeriesKey], limit: Int) async throws -> [Episode]
}
