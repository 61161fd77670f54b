internal import Indicators
internal import Storage
internal import Telling

/// Shows mails that wait or failed, as they may be told now.
///
/// A subject says what might be told when the mail was made; since then a value of it may have to be hidden.
struct QueuedMails: Sendable {
    let store: any DigestStore
    let disclosure: Disclosure

    /// A mail with the subject that may be told; `moment` is the one before which nothing is handed to the relay.
    func mail(_ entry: LedgerEntry, heldUntil moment: Instant? = nil) async throws -> QueuedMail {
        let subject = try await subject(entry.subject, ofMail: entry.message.id)
        return QueuedMail(entry, subject: subject, heldUntil: moment)
    }

    /// A mail that was not delivered, with the subject that may be told.
    func mail(_ failure: FailedMessage) async throws -> FailedMessage {
        failure.with(subject: try await subject(failure.subject, ofMail: failure.id))
    }

    /// Nothing is asked where nothing is hidden.
    func subject(_ subject: String, ofMail id: Int) async throws -> String {
        guard !disclosure.isExact else { return subject }
        return LedgerMail.subject(subject, telling: try await store.told(inMail: id), by: disclosure)
    }
}
