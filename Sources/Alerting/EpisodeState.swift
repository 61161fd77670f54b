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
