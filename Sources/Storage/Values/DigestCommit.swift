package import Alerting

/// The end of one digest slot.
package struct DigestCommit: Sendable {
    package let subscription: String
    package let slot: DigestSlot
    package let message: NewMessage?
    /// The notices that the digest tells, as read.
    package let notices: [Notice]
    /// What the digest makes of them.
    package let retelling: Retelling
    /// The failures that the digest tells, as read.
    package let failures: [FailedMessage]

    package init(
        subscription: String,
        slot: DigestSlot,
        message: NewMessage?,
        notices: [Notice],
        retelling: Retelling = .none,
        failures: [FailedMessage]
    ) {
        self.retelling = retelling
        self.subscription = subscription
        self.slot = slot
        self.message = message
        self.notices = notices
        self.failures = failures
    }
}
