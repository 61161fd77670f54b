package import Alerting
package import Indicators
package import Telling

/// Makes the mail of an opening state.
package enum OpeningMail {
    /// The mail, the same bytes for the same arguments.
    ///
    /// - Parameters:
    ///   - opening: what is told, and to whom.
    ///   - subscription: the subscription that the mail is sent for.
    ///   - sender: who it is from.
    ///   - zone: the zone of the dates in it.
    ///   - language: the language of its texts.
    ///   - key: what makes this message one and the same.
    ///   - replyTo: where answers go, where that is not the sender.
    /// - Returns: the mail.
    /// - Throws: ``MIMEFault`` where an address or the key cannot stand in a header.
    package static func compose(
        _ opening: OpeningState,
        of subscription: Subscription,
        sender: MailSender,
        zone: LocalZone,
        language: Language,
        key: String,
        replyTo: String? = nil
    ) throws(MIMEFault) -> ComposedMail {
        let page = OpeningPage.make(opening, sender: sender, zone: zone, language: language)
        let digest = Digest(
            subscription: subscription,
            occasion: .atOnce,
            composedAt: opening.composedAt,
            items: opening.items
        )
        return try DigestMail.compose(
            page,
            of: digest,
            sender: sender,
            zone: zone,
            language: language,
            key: key,
            replyTo: replyTo
        )
    }
}
