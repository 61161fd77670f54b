package import Alerting
package import Indicators

/// The store as handling needs it: what people did with open alerts, and who was told when.
///
/// What is decided on it is kept by ``JudgingStore/commit(decisions:)``, together with its events.
package protocol HandlingStore: Sendable {
    /// The silences that have not been ended, in the order in which they were made; with those that have, where all are
    /// asked for. The cost follows their number.
    func silences(isAll: Bool) async throws -> [Silence]

    /// Silences that came to their end by themselves at a moment ahead of the clock were ended by a clock that ran ahead: they
    /// go on as if they had not ended. What somebody ended stays ended.
    ///
    /// - Returns: how many they are.
    func resumeSilences(endedAhead now: Instant) async throws -> Int

    /// The open episodes that somebody did something with, ordered by alert. The cost follows their number.
    func handledEpisodes() async throws -> [Episode]

    /// When the subscriptions that have a notice of the episodes were first told of them, by episode id.
    func firstTold(of episodes: [String]) async throws -> [String: [String: FirstTold]]
}
