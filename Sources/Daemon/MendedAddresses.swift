internal import Alerting
internal import Catalogue
internal import Feeds
internal import Indicators
internal import Mailing
internal import Storage
internal import Telling

/// Sends what still waits for an address, or failed at it, to the one that its subscription has now.
///
/// The mail for the first address is given up, with the reason; the new one takes its place, with the same content.
struct MendedAddresses {
    let store: any OutboxStore & DigestStore
    let active: ActiveConfiguration

    /// What failed longer ago is no news any more, and stays in the queue for whoever decides on it.
    private static let longestAgo = 31 * 86_400

    /// Moves all there is; gives how many mails that were.
    ///
    /// Where messages rest in the outbox, somebody else hands them over, and may have done so.
    func run(at now: Instant) async throws -> Int {
        guard active.configuration.mail?.relay != nil else { return 0 }
        var moved = 0
        for (subscription, recipient) in recipients {
            let mails = try await store.undelivered(
                of: subscription,
                notTo: recipient.address,
                madeAfter: now.adding(seconds: -Self.longestAgo)
            )
            for mail in mails { try await move(mail, to: recipient, at: now) }
            try await follow(mails, as: recipient.address)
            moved += mails.count
        }
        return moved
    }

    private typealias Recipient = (address: String, name: String?)

    /// The subscriptions and the suppliers who get receipts, each with its address.
    private var recipients: [(subscription: String, recipient: Recipient)] {
        let subscriptions = active.subscriptions.map { ($0.id, Recipient($0.who.address, $0.who.name)) }
        let suppliers = active.configuration.feedProfiles.compactMap { profile in
            profile.receiptTo.map { (ActiveConfiguration.receipts(of: profile), Recipient($0, nil)) }
        }
        return subscriptions + suppliers
    }

    private func move(_ mail: UndeliveredMail, to recipient: Recipient, at now: Instant) async throws {
        let key = MessageKey.readdressed(mail.key, to: recipient.address)
        let (address, name) = (active.mailSender.address, active.mailSender.name)
        let composed = try ReaddressedMail.compose(
            try ReaddressedMail.compose(mail.bytes, from: (address, name)),
            to: recipient,
            subject: mail.subject,
            sender: active.sender,
            key: key.text
        )
        let why = active.phrases.say(
            "adres van '\(mail.subscription)' is nu \(recipient.address); daarheen gestuurd",
            "the address of '\(mail.subscription)' is \(recipient.address) now; sent there"
        )
        try await store.replace(
            QueueOrder(verb: .drop, message: mail.id, by: "peilwacht", why: why, at: now),
            by: NewMessage(
                key: key.text,
                subscription: mail.subscription,
                recipient: recipient.address,
                sender: active.sender,
                subject: mail.subject,
                messageID: composed.messageID,
                bytes: composed.bytes,
                createdAt: now
            )
        )
    }

    /// Whoever gets all that there was for an address which never took anything is the same reader, and is not told once
    /// more how things stand.
    private func follow(_ mails: [UndeliveredMail], as address: String) async throws {
        var indicators: Set<IndicatorID> = []
        let followed = try await store.followedIndicators().byRecipient
        for old in Set(mails.map(\.recipient)) {
            let query = LedgerQuery(recipient: old)
            let earlier = try await store.ledger(query, after: 0, limit: Self.mostLookedAt)
            guard !earlier.contains(where: { $0.standing == .accepted }) else { continue }
            indicators.formUnion(followed[old] ?? [])
        }
        if !indicators.isEmpty { try await store.adopt(followed: [address: indicators]) }
    }

    private static let mostLookedAt = 200
}
