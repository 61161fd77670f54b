package import Indicators

/// Which mails are asked for; what is `nil` is not asked.
package struct LedgerQuery: Hashable, Sendable {
    /// The address that the mail was for, or the subscription.
    package var recipient: String?
    /// An episode, `target:wmo-maatwerk/GM0303#1`, or all episodes of an alert, without the number.
    package var alert: String?
    /// Made at this moment or later.
    package var from: Instant?
    /// Made by this moment.
    package var through: Instant?

    package init(recipient: String? = nil, alert: String? = nil, from: Instant? = nil, through: Instant? = nil) {
        self.recipient = recipient
        self.alert = alert
        self.from = from
        self.through = through
    }

    /// Whether an episode is one of those that are asked for.
    package func isAbout(_ episode: String) -> Bool {
        guard let alert else { return true }
        return episode == alert || episode.hasPrefix("\(alert)#")
    }
}
