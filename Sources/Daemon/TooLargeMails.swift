internal import Catalogue
internal import Indicators
internal import Mailing
internal import Storage
internal import Telling

/// Lets what the relay found too large go without what goes with its words.
///
/// It stays the mail that it is, in its place: nothing overtakes it, and nobody gets it twice. What was words alone has
/// failed.
struct TooLargeMails {
    let store: any OutboxStore
    let outbox: Outbox
    let active: ActiveConfiguration

    /// So many at a time: they may be large.
    private static let most = 20

    /// Gives how many mails are sent again.
    func run(at now: Instant) async throws -> Int {
        guard active.configuration.mail?.relay != nil else { return 0 }
        let reason = DeliveryFailure.Reason.messageTooLarge.rawValue
        var count = 0
        for mail in try await store.waiting(after: reason, at: now, limit: Self.most) {
            if let bare = try bare(mail) {
                if try await lighten(mail, to: bare, at: now) { count += 1 }
            } else {
                try await store.record(attempt: .tooLarge(mail.id, reason, at: now))
            }
        }
        return count
    }

    private func bare(_ mail: UndeliveredMail) throws -> [UInt8]? {
        let sender = active.mailSender
        return try BareMail.compose(mail.bytes, language: active.language)
            .map { try ReaddressedMail.compose($0, from: (sender.address, sender.name)) }
    }

    /// The file goes first: one that lies there with other bytes than the store has would be kept as somebody else's.
    private func lighten(_ mail: UndeliveredMail, to bytes: [UInt8], at now: Instant) async throws -> Bool {
        let state = MessageState(id: mail.id, key: mail.key, createdAt: mail.createdAt, folder: .new)
        try await outbox.withdraw(state, holding: mail.bytes)
        let isDone = try await store.mend(senderOf: mail.id, to: active.mailSender.address, bytes: bytes, at: now)
        guard isDone else {
            try await outbox.place(MessageToPlace(state: state, lies: nil, bytes: mail.bytes))
            return false
        }
        let why = active.phrases.say(
            "te groot voor de mailserver; opnieuw zonder grafieken en bijlage",
            "too large for the relay; again without charts and attachment"
        )
        _ = try await store.obey(QueueOrder(verb: .retry, message: mail.id, by: "peilwacht", why: why, at: now))
        return true
    }
}

extension DeliveryAttempt {
    fileprivate static func tooLarge(_ message: Int, _ reason: String, at now: Instant) -> DeliveryAttempt {
        DeliveryAttempt(
            message: message,
            at: now,
            result: .failed,
            reason: reason,
            reply: "It is larger than the relay takes, and nothing of it can be left out."
        )
    }
}
