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
    package let folders: Folders
    /// The absolute path of the SQLite database.
    package let storePath: String
    /// The absolute path of `alerts.jsonl`.
    package let alertLogPath: String
    /// The absolute path of the socket on which the daemon takes commands.
    package let controlSocketPath: String
    /// The seconds between two ticks of the timer.
    package let evaluateEvery: Int
    package let register: IndicatorRegister
    package let feedProfiles: [FeedProfile]
    /// The rules in force, with their parameters.
    package let rules: RuleSet
    /// How mail goes out; `nil` where the configuration has no `mail`.
    package let mail: MailSettings?
    package let subscriptions: [Subscription]
    /// What the programme files say beside what is judged: measured cells and reports, as the documents have them.
    package let transcript: Transcript
    /// Where the documents contradict themselves, in order of file and place.
    package let notes: [ConfigurationNote]
}

/// The folders through which files and mails go, as absolute paths.
package struct Folders: Hashable, Sendable {
    package let inbox: String
    package let work: String
    package let archive: String
    package let quarantine: String
    package let receipts: String
    package let outbox: String
}

/// How mail goes out.
package struct MailSettings: Hashable, Sendable {
    /// The address of the sender.
    package let from: String
    /// The relay as configured, `smtp://…` or `smtps://…`; `nil` lets messages rest in the outbox.
    package let relay: String?
    /// The name to log in with at the relay.
    package let user: String?
    /// The absolute path of the file that holds the password.
    ///
    /// `nil` beside a `user` where neither `password_file` nor the systemd credential is there: outside the service, a
    /// `check` cannot see the credential.
    package let passwordFile: String?
    /// The absolute path of the certificates to trust instead of the system's.
    package let caFile: String?
    /// The name with which the relay is greeted; `nil` for the host's own.
    package let heloName: String?
    /// After so many seconds a message that could not be delivered is given up.
    package let retryFor: Int
}

/// What a programme file keeps of its document that no rule needs.
package struct Transcript: Hashable, Sendable {
    /// One measured cell of a document's table.
    package struct Cell: Hashable, Sendable {
        package let period: Period
        /// The cell as written: `2,3%`, `Nb`, `-`.
        package let text: String
        /// The value; `nil` for `Nb` and `-`.
        package let value: ExactDecimal?
    }

    /// What a document reports of a milestone.
    package struct Report: Hashable, Sendable {
        /// The day that the report is about.
        package let date: CalendarDate
        package let report: MilestoneReport
        /// The document's own words.
        package let note: String?
        /// The document, where it is another one than the programme's.
        package let document: String?
        /// The passage of that document.
        package let heading: String?
    }

    /// The measured cells of every indicator that has any, ordered by period.
    package let documented: [IndicatorID: [Cell]]
    /// The reports of every milestone that has any, ordered by date.
    package let reported: [IndicatorID: [Report]]
}

/// Something that is no fault, but that a reader of the configuration should know.
package struct ConfigurationNote: Hashable, Sendable, CustomStringConvertible {
    /// The file as the user named it.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, counted in Unicode scalars.
    package let column: Int
    package let message: String

    init(_ message: String, at place: Place) {
        file = place.file
        line = place.line
        column = place.column
        self.message = message
    }

    /// The note as compilers write it: `FILE:LINE:COLUMN: note: …`.
    package var description: String { "\(escaped(file)):\(line):\(column): note: \(message)" }
}

/// One fault of the configuration, with its place.
package struct ConfigurationFault: Hashable, Sendable, CustomStringConvertible {
    /// The file as the user named it.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, counted in Unicode scalars.
    package let column: Int
    package let message: String

    /// The fault as compilers write it: `FILE:LINE:COLUMN: error: …`.
    package var description: String { "\(escaped(file)):\(line):\(column): error: \(message)" }
}

/// All faults of one configuration, ordered by file and place.
package struct ConfigurationFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let faults: [ConfigurationFault]
    /// Whether the one fault is that the configuration file itself does not exist.
    package let isMissingFile: Bool

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// Checks that a layer above does on words of the configuration; each gives a complaint, or `nil` where all is well.
package struct ConfigurationChecks: Sendable {
    package let mailAddress: @Sendable (String) -> String?
    package let relay: @Sendable (String) -> String?

    package init(
        mailAddress: @escaping @Sendable (String) -> String?,
        relay: @escaping @Sendable (String) -> String?
    ) {
        self.mailAddress = mailAddress
        self.relay = relay
    }
}
