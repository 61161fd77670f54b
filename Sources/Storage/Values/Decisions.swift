package import Alerting
package import Indicators

/// What one round of judging decided.
package struct Decisions: Sendable {
    /// A series as judged.
    package struct Judged: Hashable, Sendable {
        package let series: SeriesToJudge
        package let nextReview: Instant?
        /// The moment as of which it was judged.
        package let at: Instant

        package init(series: SeriesToJudge, nextReview: Instant?, at: Instant) {
            self.series = series
            self.nextReview = nextReview
            self.at = at
        }
    }

    package var judged: [Judged] = []
    /// In the order in which they get their numbers.
    package var transitions: [Transition] = []
    /// Open episodes whose facts are newer, without a change to tell.
    package var refreshed: [Episode] = []
    package var notices: [Notice] = []
    /// The series of which it was decided what an edit of the configuration changes.
    package var edited: [SeriesKey] = []

    package init(
        judged: [Judged] = [],
        transitions: [Transition] = [],
        refreshed: [Episode] = [],
        notices: [Notice] = [],
        edited: [SeriesKey] = []
    ) {
        self.edited = edited
        self.judged = judged
        self.transitions = transitions
        self.refreshed = refreshed
        self.notices = notices
    }
}
