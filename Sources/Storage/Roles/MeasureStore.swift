package import Assessment
package import Indicators

/// The store as numbers about the watch need it: counted within the store, however many there are.
///
/// What may not be told is for the asker to leave out.
package protocol MeasureStore: Sendable {
    /// How many series of each indicator were last judged to have which light; what was never judged does not count.
    func judgedLights() async throws -> [IndicatorID: LightCounts]

    /// How many alerts are open on the series of each indicator, by severity.
    func openAlerts() async throws -> [IndicatorID: [Severity: Int]]

    /// The open episodes, the latest opened first; pages by the mark of the page before.
    func openEpisodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage
}
