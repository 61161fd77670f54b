package import Indicators

/// A report that a mail which the relay had accepted could not be delivered.
package struct Bounce: Hashable, Sendable {
    /// The Message-IDs that the mail may have, with their angle brackets.
    package let messageIDs: [String]
    /// When the report was read.
    package let at: Instant
    /// What happened, in English.
    package let reply: String
    /// The other mail server's own words.
    package let said: String?

    package init(messageIDs: [String], at: Instant, reply: String, said: String?) {
        self.messageIDs = messageIDs
        self.at = at
        self.reply = reply
        self.said = said
    }

    /// The labels of attempts after which nobody knows whether the mail was accepted: a report of it may come.
    package static let unknownOutcomes: Set<String> = ["connection-lost-after-data", "timeout-after-data"]

    /// What became of a report.
    package enum Outcome: Hashable, Sendable {
        /// The mail counts as failed from now on.
        case noted(message: Int)
        /// It did so already, was dropped, or waits to be sent (again): the report is of an earlier time.
        case knownAlready
        /// No mail of ours has one of the ids.
        case noSuchMessage
    }
}
