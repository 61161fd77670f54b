/// The episodes of some series.
package struct EpisodeState: Hashable, Sendable {
    /// At most one for each alert.
    package var open: [AlertKey: Episode]
    /// How many episodes each alert has had.
    package var counts: [AlertKey: Int]

    package init(open: [AlertKey: Episode] = [:], counts: [AlertKey: Int] = [:]) {
        self.open = open
        self.counts = counts
    }
}
