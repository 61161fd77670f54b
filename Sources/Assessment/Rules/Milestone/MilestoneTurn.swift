/// What is to be said of a turn beside the one that a finding is about.
package struct MilestoneTurn: Hashable, Sendable, Codable {
    package let occasion: MilestoneOccasion
    package let reason: MilestoneReason

    package init(occasion: MilestoneOccasion, reason: MilestoneReason) {
        self.occasion = occasion
        self.reason = reason
    }

    /// Whether something is the matter with it, or may be.
    var isOpen: Bool {
        switch reason {
        case .pastDate, .reportedDelayed, .reportedPostponed, .reportedStopped, .awaitingReport, .dateNear, .dateMoved,
            .notYetReached:
            true
        case .done, .onSchedule, .notStarted, .statusUnknown, .noValue: false
        }
    }
}

/// The turns that stand beside the one that a finding is about.
package struct MilestoneTurnsBeside: Hashable, Sendable, Codable {
    /// In their order; of very many the first and the last.
    package let turns: [MilestoneTurn]
    /// How many of them were missed, also those that are not kept.
    package let missed: Int

    private static let mostKept = 24

    package init(_ turns: [MilestoneTurn]) {
        missed = turns.count { $0.reason == .pastDate }
        let half = Self.mostKept / 2
        self.turns = turns.count > Self.mostKept ? Array(turns.prefix(half) + turns.suffix(half)) : turns
    }
}
