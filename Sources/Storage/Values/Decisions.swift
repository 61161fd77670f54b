package import Alerting
package import Assessment
package import Indicators

/// What one round of judging decided.
package struct Decisions: Sendable {
    /// A series as judged.
    package struct Judged: Hashable, Sendable {
        package let series: SeriesToJudge
        package let nextReview: Instant?
        /// The moment as of which it was judged.
        package let at: Instant
        package let light: Light?

        package init(series: SeriesToJudge, nextReview: Instant?, at: Instant, light: Light? = nil) {
            self.light = light
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
    /// How those stand by the edit.
    package var editedLights: [SeriesKey: Light] = [:]
    /// What the files that brought it about changed, by their SHA-256.
    package var effects: [String: ImportEffects] = [:]
    /// The silences that somebody made.
    package var begunSilences: [Silence] = []
    /// The silences that are over.
    package var endedSilences: [Silence] = []

    package init(
        judged: [Judged] = [],
        transitions: [Transition] = [],
        refreshed: [Episode] = [],
        notices: [Notice] = [],
        edited: [SeriesKey] = [],
        editedLights: [SeriesKey: Light] = [:],
        effects: [String: ImportEffects] = [:]
    ) {
        self.editedLights = editedLights
        self.effects = effects
        self.edited = edited
        self.judged = judged
        self.transitions = transitions
        self.refreshed = refreshed
        self.notices = notices
    }
}
