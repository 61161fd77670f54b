/// What happened to an episode.
///
/// The words are those of the alert log's contract.
package enum AlertEventKind: String, Sendable, CaseIterable, Hashable, Codable {
    case opened
    case worsened
    case eased
    /// It stands graver than it did, and what is measured did not become worse: the year of a target has come.
    case escalated
    /// It stands less grave than it did, and what is measured did not become better.
    case relaxed
    /// Told on its own, since the alert of the whole that spoke for it ended first.
    case released
    case corrected
    case resolved

    /// Whether the episode has ended with it.
    package var closes: Bool { self == .resolved || self == .corrected }
}
