package import Alerting
package import Indicators

/// The mail that tells one recipient once how things stand where indicators come under watch for it.
package struct OpeningCommit: Sendable {
    /// An open alert that the mail tells, and that was decided before the subscription was told of anything.
    package struct Known: Hashable, Sendable {
        package let subscription: String
        /// The id of the episode.
        package let episode: String

        package init(subscription: String, episode: String) {
            self.subscription = subscription
            self.episode = episode
        }
    }

    /// The address of the recipient.
    package let recipient: String
    /// The indicators that the recipient has followed from now on.
    package let indicators: Set<IndicatorID>
    /// The mail; `nil` where nothing deviates.
    package let message: NewMessage?
    /// The notices that the mail tells, as read.
    package let notices: [WaitingNotice]
    /// What else the mail tells: it counts as told from now on.
    package let known: [Known]

    package init(
        recipient: String,
        indicators: Set<IndicatorID>,
        message: NewMessage?,
        notices: [WaitingNotice] = [],
        known: [Known] = []
    ) {
        self.recipient = recipient
        self.indicators = indicators
        self.message = message
        self.notices = notices
        self.known = known
    }
}
