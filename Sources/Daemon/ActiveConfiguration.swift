package import Alerting
package import Assessment
package import Catalogue
package import Feeds
package import Indicators
package import Mailing
package import Storage
package import Telling

/// One configuration, as the parts of the daemon use it.
///
/// A reload replaces the whole value.
package struct ActiveConfiguration: Sendable {
    package let configuration: Configuration
    package let assessor: Assessor
    /// Which series the judgement of another one rests on.
    package let dependence: SeriesDependence
    /// What signs the links in mails; `nil` where mails have none.
    var links: MailLinkSigner?
    /// Tells one reading of the configuration from another.
    let identity = Identity()

    /// One reading: it is equal to nothing but itself.
    final class Identity: Equatable, Sendable {
        static func == (one: Identity, other: Identity) -> Bool { one === other }
    }

    package init(_ configuration: Configuration) {
        self.configuration = configuration
        assessor = Assessor(rules: configuration.rules, zone: configuration.zone)
        dependence = SeriesDependence(configuration.rules, in: configuration.register)
    }

    package var register: IndicatorRegister { configuration.register }
    package var subscriptions: [Subscription] { configuration.subscriptions }
    package var zone: LocalZone { configuration.zone }

    /// The address that mail comes from.
    package var sender: String { configuration.mail?.from ?? "peilwacht@localhost" }

    /// Who mail is from, and where its reader can look further.
    package var mailSender: MailSender { MailSender(address: sender, pages: configuration.page?.address) }

    /// The language of what people read.
    package var language: Language { configuration.language }

    /// The words of what people read.
    package var phrases: Phrases { Phrases(language) }

    /// The series that must exist, with the fingerprints of their definitions.
    package var expectedSeries: [ExpectedSeries] {
        register.indicatorsInOrder.compactMap { indicator in
            register.expectedSeries(of: indicator).map {
                ExpectedSeries(
                    key: $0,
                    fingerprint: configuration.fingerprint(of: indicator.id),
                    terms: JudgementTerms(
                        indicator,
                        targets: register.targets(of: indicator.id),
                        rules: configuration.rules
                    )
                )
            }
        }
    }

    /// The digest as a mail to its recipient.
    ///
    /// - Parameters:
    ///   - digest: what is told.
    ///   - key: what makes it one and the same message, however often it is made.
    ///   - thread: what it follows up.
    ///   - enclosures: what goes with its words.
    /// - Returns: the message, ready to be committed.
    /// - Throws: ``MIMEFault`` where an address cannot stand in a header; the configuration's check prevents it.
    package func message(
        _ digest: Digest,
        key: MessageKey,
        thread: MailThread? = nil,
        enclosures: MailEnclosures = .none
    ) throws -> NewMessage {
        var digest = digest
        digest.context.takeUp = links?.tokens(for: digest) ?? [:]
        let mail = try DigestMail.compose(
            digest,
            sender: mailSender,
            zone: zone,
            language: language,
            key: key.text,
            inReplyTo: thread?.messageIDs.last,
            references: thread?.messageIDs ?? [],
            replyTo: answerAddress(to: digest.items, for: digest.subscription.who.address),
            enclosures: enclosures
        )
        return NewMessage(
            key: key.text,
            subscription: digest.subscription.id,
            recipient: digest.subscription.who.address,
            sender: sender,
            subject: mail.subject,
            messageID: mail.messageID,
            bytes: mail.bytes,
            createdAt: digest.composedAt,
            parent: thread?.parent
        )
    }

    /// The opening state as a mail to its recipient.
    ///
    /// - Parameters:
    ///   - opening: what is told.
    ///   - subscription: the one that the mail is noted with.
    ///   - key: what makes it one and the same message, however often it is made.
    /// - Returns: the message, ready to be committed.
    /// - Throws: ``MIMEFault`` where an address cannot stand in a header; the configuration's check prevents it.
    package func message(_ opening: OpeningState, of subscription: Subscription, key: MessageKey) throws -> NewMessage {
        let mail = try OpeningMail.compose(
            opening,
            of: subscription,
            sender: mailSender,
            zone: zone,
            language: language,
            key: key.text,
            replyTo: answerAddress(to: opening.items, for: opening.recipient.address)
        )
        return NewMessage(
            key: key.text,
            subscription: subscription.id,
            recipient: opening.recipient.address,
            sender: sender,
            subject: mail.subject,
            messageID: mail.messageID,
            bytes: mail.bytes,
            createdAt: opening.composedAt
        )
    }

    /// The receipt as a mail to the supplier of the file; `nil` where nobody asked for that.
    ///
    /// - Throws: ``MIMEFault`` where an address cannot stand in a header; the configuration's check prevents it.
    package func message(_ receipt: Receipt) throws -> NewMessage? {
        guard let profile = receipt.profile, let address = profile.receiptTo, let claim = receipt.claim else {
            return nil
        }
        let key = MessageKey.receipt(of: claim).text
        let mail = try ReceiptMail.compose(
            ReceiptPage(receipt, language: language, zone: zone),
            to: address,
            sender: mailSender,
            at: (receipt.at, zone),
            language: language,
            key: key
        )
        return NewMessage(
            key: key,
            subscription: Self.receipts(of: profile),
            recipient: address,
            sender: sender,
            subject: mail.subject,
            messageID: mail.messageID,
            bytes: mail.bytes,
            createdAt: receipt.at
        )
    }

    /// What stands in the place of a subscription for the receipts of a supplier.
    static func receipts(of profile: FeedProfile) -> String { "receipt/\(profile.name)" }

    /// The digest as plain text, with its subject and its recipient on top.
    package func previewText(_ digest: Digest) -> String {
        let text = DigestText.render(digest, sender: mailSender, zone: zone, language: language)
        return
            "To: \(digest.subscription.who.address)\nSubject: \(DigestSubject.line(digest, language: language))\n\n\(text)\n"
    }
}

extension IntakeSettings {
    /// What the configuration says about taking in.
    ///
    /// - Parameters:
    ///   - active: the configuration.
    ///   - disclosure: says what receipts may tell.
    ///   - whileReading: is called again and again while a file is read.
    init(
        _ active: ActiveConfiguration,
        by disclosure: @escaping @Sendable () async throws -> Disclosure,
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) {
        self.init(
            register: active.register,
            profiles: active.configuration.feedProfiles,
            language: active.language,
            zone: active.zone,
            dependants: { [dependence = active.dependence] in dependence.dependants(of: $0) },
            sizeLimit: active.configuration.largestFile,
            mail: { try active.message($0) },
            disclosure: disclosure,
            whileReading: whileReading
        )
    }
}
