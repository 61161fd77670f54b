package import Alerting

/// A mail that is sent at once, with the notices that it tells; they may be of several subscriptions of one recipient.
package struct UrgentCommit: Sendable {
    package let subscription: String
    /// The mail; `nil` where what came had gone before anybody was told.
    package let message: NewMessage?
    /// The notices, as read.
    package let notices: [Notice]
    /// What the mail makes of them.
    package let retelling: Retelling

    package init(
        subscription: String,
        message: NewMessage?,
        notices: [Notice],
        retelling: Retelling = .none
    ) {
        self.retelling = retelling
        self.subscription = subscription
        self.message = message
        self.notices = notices
    }
}
