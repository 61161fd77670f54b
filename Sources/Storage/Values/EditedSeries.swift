package import Indicators

/// A series whose definition was edited.
package struct EditedSeries: Hashable, Sendable {
    package let key: SeriesKey
    /// The moment as of which it was last judged; `nil` where that is not known.
    package let judgedAt: Instant?
    /// Whether it had values then that had not been judged.
    package let hadNews: Bool

    package init(key: SeriesKey, judgedAt: Instant?, hadNews: Bool) {
        self.key = key
        self.judgedAt = judgedAt
        self.hadNews = hadNews
    }
}
