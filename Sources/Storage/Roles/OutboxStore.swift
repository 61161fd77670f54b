package import Indicators

/// The store as outbox and relay need it: the mails, where their files lie, and what became of them.
package protocol OutboxStore: Sendable {
    /// The messages whose file is not yet where their state says, oldest first.
    func messagesToPlace(limit: Int) async throws -> [MessageToPlace]

    /// The mails that were delivered and made before a moment, and whose bytes are still kept, oldest first.
    func deliveredMails(before moment: Instant, limit: Int) async throws -> [MessageState]

    /// Removes the bytes of mails that were delivered; what is known of them besides stays. Others are left as they are.
    func forgetBytes(ofMails ids: [Int]) async throws

    /// Every message, without its bytes, for making the outbox whole again after a start; pages by id.
    func messages(after id: Int, limit: Int) async throws -> [MessageState]

    /// The bytes of one message; `nil` where there is no such message.
    func bytes(ofMessage id: Int) async throws -> [UInt8]?

    /// Notes that the file of a message lies where its state says.
    func placed(message id: Int, in folder: OutboxFolder) async throws

    /// Takes the messages whose next attempt is due, oldest attempt first, and keeps them from other claimants until the
    /// lease ends.
    ///
    /// What one recipient is told keeps its order: where an older message to the same recipient waits, that one is taken
    /// in the place of the one that is due, and while it is being sent none. Of each recipient one is taken at a time.
    ///
    /// An attempt that is planned further ahead than ``ClaimedMessage/longestDelay``, and a lease that ends later than one
    /// which would begin now, were noted by a clock that ran ahead, and count as nothing.
    func claimDueMessages(at now: Instant, lease seconds: Int, limit: Int) async throws -> [ClaimedMessage]

    /// Notes the outcome of an attempt. Where the message is tried again later, so are those behind it.
    ///
    /// What was accepted stays sent, whatever a claimant notes that comes after the end of its lease.
    func record(attempt: DeliveryAttempt) async throws

    /// Who was told what and when, and what the relay answered, newest first.
    func ledger(limit: Int) async throws -> [LedgerEntry]

    /// The mails that are asked for, each with all that is known of it, oldest first; pages by id.
    ///
    /// - Parameters:
    ///   - query: which mails.
    ///   - id: of the last mail of the page before.
    ///   - limit: so many mails at most.
    ///   - toldLimit: so many of the changes that each of them told, at most, of the alert that is asked for where there are
    ///     more; `nil`: all of them.
    /// - Returns: the mails.
    /// - Throws: ``StoreError``.
    func ledger(_ query: LedgerQuery, after id: Int, limit: Int, toldLimit: Int?) async throws -> [LedgerRecord]

    /// The mails to a recipient or of a subscription, each with all that is known of it, the latest first; pages by the id of
    /// the last one of the page before. Of the changes that each told, so many at most; all of them where there is no limit.
    func mails(to recipient: String?, before id: Int?, limit: Int, toldLimit: Int?) async throws -> [LedgerRecord]

    /// When a mail was accepted last; `nil` where none was.
    func lastAcceptance() async throws -> Instant?

    /// Why nothing is handed to a relay for now; `nil` where nothing stands in the way.
    func trouble(ofRelay relay: String) async throws -> RelayTrouble?

    /// Notes that a relay takes no mail.
    func note(trouble: RelayTrouble) async throws

    /// Notes that a relay takes mail again: what waited for the next attempt is due now.
    func endTrouble(ofRelay relay: String, at now: Instant) async throws

    /// When a trouble of a relay ended last that needed mending (``RelayTrouble/needsMending``); `nil` where there was none.
    func recovery(ofRelay relay: String) async throws -> Instant?

    /// The messages that wait, and those that failed and nobody has dropped, oldest first; pages by id.
    func queue(after id: Int, limit: Int) async throws -> [LedgerEntry]

    /// Does with a message what an administrator orders, and keeps the order.
    ///
    /// A failure that is told of once is told of again where the message fails again. Where one is tried again, so is the
    /// relay that nothing was handed to.
    func obey(_ order: QueueOrder) async throws -> QueueOrder.Outcome

    /// Notes that a mail which was accepted could not be delivered after all: it counts as failed, and is told of as such.
    func record(bounce: Bounce) async throws -> Bounce.Outcome

    /// The mails of a subscription for another address that wait, or failed and nobody has dropped, oldest first; of those
    /// that were made after a moment.
    func undelivered(
        of subscription: String,
        notTo address: String,
        madeAfter moment: Instant
    ) async throws -> [UndeliveredMail]

    /// The mails that wait and are from another sender, oldest first, but for those that are being sent; pages by id.
    func waiting(notFrom sender: String, at now: Instant, after id: Int, limit: Int) async throws -> [UndeliveredMail]

    /// Gives a mail that waits another sender, and the bytes that go with it; its file is no longer in its place then. Does
    /// nothing where it does not wait any more, or is being sent.
    ///
    /// - Returns: whether it was done.
    func mend(senderOf id: Int, to sender: String, bytes: [UInt8], at now: Instant) async throws -> Bool

    /// The mails that wait, were tried last with this outcome, and are not being sent; oldest first.
    func waiting(after reason: String, at now: Instant, limit: Int) async throws -> [UndeliveredMail]

    /// Drops a mail as ordered, and keeps another in its place, which counts as having told what the first one tells.
    /// Does nothing where there is nothing to drop.
    func replace(_ order: QueueOrder, by message: NewMessage) async throws

    /// The orders about one message, oldest first.
    func orders(about message: Int) async throws -> [QueueOrder]

    /// How many messages wait, and how many failed for good and are not dropped.
    func outboxCounts() async throws -> OutboxCounts
}

extension OutboxStore {
    /// The mails that are asked for, each with all that it told.
    package func ledger(_ query: LedgerQuery, after id: Int, limit: Int) async throws -> [LedgerRecord] {
        try await ledger(query, after: id, limit: limit, toldLimit: nil)
    }

    /// The latest mails, each with all that it told.
    package func mails(to recipient: String?, before id: Int?, limit: Int) async throws -> [LedgerRecord] {
        try await mails(to: recipient, before: id, limit: limit, toldLimit: nil)
    }
}
