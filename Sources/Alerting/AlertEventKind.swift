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
    /// It went some way, and which way may not be told; no episode is kept with it.
    case changed
    /// Told on its own, since the alert of the whole that spoke for it ended first.
    case released
    /// Something of what was told is known to be untrue: with it the alert ends, or is told by what holds now.
    case corrected
    case resolved
    /// The configuration was edited: the episode goes on, rests or goes on again by that, and nothing was measured.
    case targetChanged = "target-changed"
    /// Somebody took it up.
    case acknowledged
    /// Its notices are held back for a while.
    case silenced
    /// It is told again, since something ended that held it back, or since nobody dealt with it.
    case reminded
    /// Somebody answered what the duty to explain asks.
    case explained

    /// Whether the episode ends with it for good; by an edit it only rests, and a correction may leave it open.
    package var closes: Bool {
        switch self {
        case .resolved, .corrected: true
        case .opened, .worsened, .eased, .escalated, .relaxed, .changed, .released, .targetChanged, .acknowledged,
            .silenced, .reminded, .explained:
            false
        }
    }

    /// Whether it is about what people do with the alert, and not about what is measured.
    package var isOfHandling: Bool {
        switch self {
        case .acknowledged, .silenced, .reminded, .explained: true
        case .opened, .worsened, .eased, .escalated, .relaxed, .changed, .released, .corrected, .resolved,
            .targetChanged:
            false
        }
    }

    /// The kind as it is told of an alert whose value is hidden: that it began, went on or ended, and not which way.
    func ofHidden(isClosed: Bool) -> AlertEventKind {
        switch self {
        case .opened, .released, .targetChanged, .acknowledged, .silenced, .reminded, .explained: self
        case .worsened, .eased, .escalated, .relaxed, .changed: .changed
        case .corrected, .resolved: isClosed ? .resolved : .changed
        }
    }
}
