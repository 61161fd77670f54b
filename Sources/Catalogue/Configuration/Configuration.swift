package import Alerting
package import Assessment
package import Feeds
package import Indicators

/// Everything that the configuration says, as values of the domain.
package struct Configuration: Sendable {
    /// The language of what people read.
    package let language: Language
    /// The zone in which dates, hours of digests and due dates are meant.
    package let zone: LocalZone
    package private(set) var folders: Folders
    /// The absolute path of the SQLite database.
    package private(set) var storePath: String
    /// The absolute path of `alerts.jsonl`.
    package private(set) var alertLogPath: String
    /// Whether the lines of a month go into a file of its own beside the log when the next one begins.
    package let alertLogIsByMonth: Bool
    /// The absolute path of the socket on which the daemon takes commands.
    package private(set) var controlSocketPath: String
    /// The seconds between two ticks of the timer.
    package let evaluateEvery: Int
    /// The size of the largest file that is taken in, in bytes.
    package let largestFile: Int
    /// For how long what was dealt with is kept.
    package let retention: RetentionSettings
    package let register: IndicatorRegister
    /// Which indicators count persons, and how few of them are not told.
    package let persons: PersonCounts
    package let feedProfiles: [FeedProfile]
    /// The rules in force, with their parameters.
    package let rules: RuleSet
    /// How mail goes out; `nil` where the configuration has no `mail`.
    package private(set) var mail: MailSettings?
    /// How the status page is served; `nil` where there is none.
    package private(set) var page: PageSettings?
    /// Those of the configuration, each followed by the one that is told in its place where nobody takes an alert up.
    package let subscriptions: [Subscription]
    /// The days of planning and control that the configuration lists, each with its name.
    package let planningMoments: [PlanningMoment]
    /// The mail addresses of owners, by their names.
    package let ownerAddresses: [String: String]
    /// The seconds after which a missing explanation of an alert is asked for; `nil` where it is not.
    package let explainAfter: Int?
    /// What the programme files say beside what is judged: measured cells and reports, as the documents have them.
    package let transcript: Transcript
    /// What the settings leave open, then where the documents contradict themselves, each in order of file and place.
    package let notes: [ConfigurationNote]

    /// The same configuration for another place: everything that is written lies in the folder, and nothing that is there.
    package func placed(in folder: String) -> Configuration {
        var copy = self
        copy.folders = Folders(
            inbox: "\(folder)/inbox",
            work: "\(folder)/work",
            archive: "\(folder)/archive",
            quarantine: "\(folder)/quarantine",
            receipts: "\(folder)/receipts",
            outbox: "\(folder)/outbox",
            handling: nil
        )
        copy.storePath = "\(folder)/store.sqlite"
        copy.alertLogPath = "\(folder)/alerts.jsonl"
        copy.controlSocketPath = "\(folder)/control"
        // What is read there would be moved, and missed by the daemon.
        copy.mail?.bounces = nil
        copy.page = nil
        return copy
    }
}
