package import Alerting
package import Assessment
package import Indicators

/// All that is known of one series, for its page; exact, as the store has it.
package struct IndicatorDossier: Sendable {
    /// Another series of the same indicator, as it is judged now.
    package struct Part: Sendable {
        package let subject: SeriesSubject
        package let assessment: SeriesAssessment

        package init(_ subject: SeriesSubject, _ assessment: SeriesAssessment) {
            self.subject = subject
            self.assessment = assessment
        }
    }

    /// So many episodes are told, the open ones besides.
    package static let mostEpisodes = 50

    package let programme: Programme
    package let subject: SeriesSubject
    /// By the rules that only inform as well.
    package let assessment: SeriesAssessment
    /// The values that were taken back.
    package var corrections: [CorrectedValue] = []
    /// Of the periods whose value was revised: every one that held, the oldest first.
    package var revisions: [Period: [RecordedObservation]] = [:]
    /// The files that brought its values, by their hashes.
    package var files: [String: ToldFile] = [:]
    /// The latest episodes, open and ended, the latest opened first; at most ``mostEpisodes`` of them.
    package var episodes: [Episode] = []
    /// Those that are open, with what holds their notices back.
    package var open: [OpenAlert] = []
    /// Since when an alert is open that was so already when the indicator came under watch.
    package var openingState: Instant?
    /// So many of the indicator's other series as are shown.
    package var parts: [Part] = []
    /// Whether there are more of them.
    package var hasMoreParts = false
    /// How many other series the indicator has in all; `nil` where that was not counted.
    package var partCount: Int?
    /// The units of the indicators that a derived value is made of.
    package var inputUnits: [IndicatorID: MeasureUnit] = [:]
    /// The names of the areas that are watched.
    package var areaNames: [AreaCode: String] = [:]

    package init(programme: Programme, subject: SeriesSubject, assessment: SeriesAssessment) {
        self.programme = programme
        self.subject = subject
        self.assessment = assessment
    }

    var key: SeriesKey { subject.history.key }

    /// Where its page stands; the programme's own area needs no name.
    var address: PageAddress {
        .indicator(
            programme: programme.id,
            key.indicator,
            area: key.area == programme.area ? nil : key.area,
            breakdown: key.breakdown == .total ? nil : key.breakdown
        )
    }
}
