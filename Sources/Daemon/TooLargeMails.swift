internal import Catalogue
internal import Indicators
internal import Mailing
internal import Storage

/// Sends what the relay found too large once more, without what goes with its words.
///
/// The one that was refused is given up, with the reason, and the other takes its place in one transaction: it is made once,
/// whatever happens. What was words alone stays failed.
struct TooLargeMails {
    let store: any OutboxStore
    let active: ActiveConfiguration

    private static let most = 100

    /// Gives how many mails are sent again.
    func run(at now: Instant) async throws -> Int {
        guard active.configuration.mail?.relay != nil else { return 0 }
        var count = 0
        for mail in try await store.failed(for: DeliveryFailure.Reason.messageTooLarge.rawValue, limit: Self.most) {
            if try await replace(mail, at: now) { count += 1 }
        }
        return count
    }

    private func replace(_ mail: UndeliveredMail, at now: Instant) async throws -> Bool {
        let key = MessageKey.bare(mail.key).text
        let composed = try BareMail.compose(
            mail.bytes,
            subject: mail.subject,
            sender: active.sender,
            language: active.language,
            key: key
        )
        guard let composed else { return false }
        let why = active.phrases.say(
            "te groot voor de mailserver; opnieuw verstuurd zonder grafieken en bijlage",
            "too large for the relay; sent again without charts and attachment"
        )
        try await store.replace(
            QueueOrder(verb: .drop, message: mail.id, by: "peilwacht", why: why, at: now),
            by: NewMessage(
                key: key,
                subscription: mail.subscription,
                recipient: mail.recipient,
                sender: active.sender,
                subject: mail.subject,
                messageID: composed.messageID,
                bytes: composed.bytes,
                createdAt: now,
                parent: mail.parent
            )
        )
        return true
    }
}
