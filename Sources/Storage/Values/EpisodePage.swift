package import Alerting

/// The place of an episode among all, the latest opened first.
package struct EpisodeMark: Hashable, Sendable {
    /// In milliseconds since 1970.
    package let openedAt: Int64
    /// The episode's number in the store.
    package let id: Int64

    package init(openedAt: Int64, id: Int64) {
        self.openedAt = openedAt
        self.id = id
    }
}

/// Some episodes in a row.
package struct EpisodePage: Sendable {
    package let episodes: [Episode]
    /// The place of the last one; `nil` where there is none.
    package let end: EpisodeMark?

    package init(episodes: [Episode], end: EpisodeMark?) {
        self.episodes = episodes
        self.end = end
    }
}
