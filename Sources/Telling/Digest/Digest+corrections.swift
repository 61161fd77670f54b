internal import Alerting
internal import Assessment

extension Digest.Item {
    /// What was put right of it since its reader was told, where it is open still.
    var openCorrection: ValueCorrection? {
        switch section {
        case .corrected, .worsened, .changed, .eased: isClosed ? nil : episode.facts.correction
        case .new, .resolved, .reminded, .edited, .stillOpen: nil
        }
    }

    /// Whether it is told of first, by what holds since a value was taken back.
    var beginsByCorrection: Bool {
        section == .corrected && openCorrection.map(\.beginsAlert) ?? false
    }
}
