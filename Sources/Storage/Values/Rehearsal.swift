package import Indicators

/// What a file would bring, as a dry run found it.
package struct Rehearsal: Sendable {
    package let outcome: ImportOutcome
    /// The first of the series that would have to be judged.
    package let series: [SeriesToJudge]
    /// How many there are in all.
    package let count: Int
    /// The histories that judging them needs, as they would be.
    package let histories: [SeriesHistory]

    package init(
        _ outcome: ImportOutcome,
        series: [SeriesToJudge] = [],
        count: Int = 0,
        histories: [SeriesHistory] = []
    ) {
        self.outcome = outcome
        self.series = series
        self.count = count
        self.histories = histories
    }
}
