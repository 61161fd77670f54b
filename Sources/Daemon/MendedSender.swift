internal import Catalogue
internal import Indicators
internal import Mailing
internal import Storage
internal import Telling

/// Gives mails that wait the sender that is configured now: the envelope has it, and receivers want both to agree.
///
/// Only what was sent is kept byte for byte. A mail whose outcome is not known may have arrived: it keeps its Message-ID, so
/// that it is the same mail. One that is being sent is left as it is.
struct MendedSender {
    let store: any OutboxStore
    let outbox: Outbox
    let active: ActiveConfiguration

    private static let page = 100

    /// Mends all there is; gives how many mails that were.
    ///
    /// Where messages rest in the outbox, somebody else hands them over, and may have done so.
    func run(at now: Instant) async throws -> Int {
        guard active.configuration.mail?.relay != nil, (try? MailAddress(active.sender)) != nil else { return 0 }
        var mended = 0
        var last = 0
        while true {
            let mails = try await store.waiting(notFrom: active.sender, at: now, after: last, limit: Self.page)
            for mail in mails where try await mend(mail, at: now) { mended += 1 }
            guard let end = mails.last?.id, mails.count == Self.page else { return mended }
            last = end
        }
    }

    /// The file goes first: one that lies there with other bytes than the store has would be kept as somebody else's.
    private func mend(_ mail: UndeliveredMail, at now: Instant) async throws -> Bool {
        let sender = active.mailSender
        let bytes = try ReaddressedMail.compose(mail.bytes, from: (sender.address, sender.name))
        let state = MessageState(id: mail.id, key: mail.key, createdAt: mail.createdAt, folder: .new)
        try await outbox.withdraw(state, holding: mail.bytes)
        let isDone = try await store.mend(senderOf: mail.id, to: sender.address, bytes: bytes, at: now)
        if !isDone { try await outbox.place(MessageToPlace(state: state, lies: nil, bytes: mail.bytes)) }
        return isDone
    }
}
