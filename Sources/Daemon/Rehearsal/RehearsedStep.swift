internal import Alerting
internal import Assessment
internal import Feeds
internal import Indicators

/// What was so at one moment of a rehearsal.
struct RehearsedStep: Sendable {
    /// What became of the file that came in; `nil` where none did.
    var receipt: Receipt?
    /// The judgement of each series that is asked for.
    var assessments: [SeriesKey: SeriesAssessment] = [:]
    /// What happened since the step before.
    var events: [AlertEvent] = []
    /// What is open.
    var open: [AlertEvent] = []
    /// The mails since the step before.
    var mails: [Mail] = []

    struct Mail: Hashable, Sendable {
        let recipient: String
        let subject: String
        /// The plain text.
        let text: String
    }
}
