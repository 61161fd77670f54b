internal import Assessment
internal import Indicators

/// The episodes of some series.
package struct EpisodeState: Hashable, Sendable {
    /// At most one for each alert.
    package var open: [AlertKey: Episode]
    /// How many episodes each alert has had.
    package var counts: [AlertKey: Int]
    /// Episodes that have ended, and of which something was told by a value that has been taken back since; their facts are
    /// what was told.
    package var untrue: [Episode]

    package init(open: [AlertKey: Episode] = [:], counts: [AlertKey: Int] = [:], untrue: [Episode] = []) {
        self.open = open
        self.counts = counts
        self.untrue = untrue
    }
}

extension EpisodeState {
    /// What the alert that a finding would open follows from, where that is a value that was taken back.
    func correction(
        opening finding: Finding,
        _ assessment: SeriesAssessment,
        since judged: Instant
    ) -> ValueCorrection? {
        guard finding.severity != nil, !assessment.withdrawn.isEmpty else { return nil }
        let told = (untrue + open.values).filter { $0.alert.series == assessment.key }
        return assessment.correction(opening: finding, since: judged, told: told.map(\.facts))
    }
}
