package import Alerting
package import Indicators
package import Telling

/// Makes the mail of a digest.
package enum DigestMail {
    /// The mail, the same bytes for the same arguments.
    ///
    /// - Parameters:
    ///   - digest: what is told, and to whom.
    ///   - sender: who it is from; also the contact for questions and for unsubscribing.
    ///   - zone: the zone of the dates and hours in it.
    ///   - language: the language of its texts.
    ///   - key: what makes this message one and the same; the Message-ID follows from it.
    ///   - inReplyTo: the Message-ID of the mail that this one follows up.
    ///   - references: the Message-IDs of the thread, the first one first.
    ///   - replyTo: where answers go, where that is not the sender.
    /// - Returns: the mail.
    /// - Throws: ``MIMEFault`` where an address, a Message-ID or the key cannot stand in a header.
    package static func compose(
        _ digest: Digest,
        sender: MailSender,
        zone: LocalZone,
        language: Language,
        key: String,
        inReplyTo: String? = nil,
        references: [String] = [],
        replyTo: String? = nil
    ) throws(MIMEFault) -> ComposedMail {
        let address = try HeaderAddress(sender.address)
        let messageID = try MessageID.make(key: key, domain: address.domain)
        var mail: ComposedMail?
        for limits in DigestLimits.steps {
            let page = DigestPage(digest, sender: sender, zone: zone, language: language, limits: limits)
            var fields = try fields(digest, page, sender, zone, messageID, inReplyTo, references)
            if let replyTo { fields.insert(try HeaderField("Reply-To", person: nil, address: replyTo), at: 2) }
            mail = composed(page, fields, messageID, language)
            if let mail, mail.bytes.count <= largest { return mail }
        }
        guard let mail else { preconditionFailure("There is at least one step.") }
        return mail
    }

    /// A mail with this page, of a digest.
    static func compose(
        _ page: DigestPage,
        of digest: Digest,
        sender: MailSender,
        zone: LocalZone,
        language: Language,
        key: String,
        replyTo: String? = nil
    ) throws(MIMEFault) -> ComposedMail {
        let messageID = try MessageID.make(key: key, domain: HeaderAddress(sender.address).domain)
        var fields = try fields(digest, page, sender, zone, messageID, nil, [])
        if let replyTo { fields.insert(try HeaderField("Reply-To", person: nil, address: replyTo), at: 2) }
        return composed(page, fields, messageID, language)
    }

    /// In bytes; many mail programs cut off what lies behind 102 kB.
    private static let largest = 100_000

    private static func composed(
        _ page: DigestPage,
        _ fields: [HeaderField],
        _ messageID: String,
        _ language: Language
    ) -> ComposedMail {
        let message = MIMEMessage(
            fields: fields,
            text: DigestText.render(page),
            html: DigestHTML.render(page),
            language: language.rawValue
        )
        return ComposedMail(subject: page.subject, messageID: messageID, bytes: message.bytes)
    }

    private static func fields(
        _ digest: Digest,
        _ page: DigestPage,
        _ sender: MailSender,
        _ zone: LocalZone,
        _ messageID: String,
        _ inReplyTo: String?,
        _ references: [String]
    ) throws(MIMEFault) -> [HeaderField] {
        let address = try HeaderAddress(sender.address)
        var fields = [
            try HeaderField("From", person: sender.name, address: sender.address),
            try HeaderField("To", person: digest.subscription.who.name, address: digest.subscription.who.address),
            HeaderField("Subject", unstructured: page.subject),
            HeaderField("Date", verbatim: MailDate.written(digest.composedAt, in: zone)),
            HeaderField("Message-ID", verbatim: messageID),
        ]
        fields += try thread(inReplyTo: inReplyTo, references: references)
        return fields + automation(digest, contact: address)
    }

    /// The fields that make a thread (RFC 5322 section 3.6.4).
    private static func thread(inReplyTo: String?, references: [String]) throws(MIMEFault) -> [HeaderField] {
        var fields: [HeaderField] = []
        if let inReplyTo { fields.append(HeaderField("In-Reply-To", verbatim: try MessageID.check(inReplyTo))) }
        var checked: [String] = []
        for reference in references { checked.append(try MessageID.check(reference)) }
        if !checked.isEmpty { fields.append(HeaderField("References", words: checked)) }
        return fields
    }

    /// The fields by which programs see that no person wrote this, and what it is about (RFC 3834, 2919, 2369).
    private static func automation(_ digest: Digest, contact: HeaderAddress) -> [HeaderField] {
        let id = digest.subscription.id
        // On one line: a folded List-Unsubscribe broke signatures at one relay.
        let unsubscribe =
            "<mailto:\(contact.text.percentEncoded(allowing: "@+"))?subject=\("Afmelden \(id)".percentEncoded())>"
        var fields = [
            HeaderField("Auto-Submitted", verbatim: "auto-generated"),
            HeaderField("X-Auto-Response-Suppress", verbatim: "All"),
            HeaderField("List-Id", verbatim: "Peilwacht <\(MessageID.label(id)).peilwacht.\(contact.domain)>"),
            HeaderField("List-Unsubscribe", verbatim: unsubscribe),
        ]
        if case .scheduled = digest.occasion { fields.append(HeaderField("Precedence", verbatim: "bulk")) }
        // As many as the mail tells in full; a header of thousands would be refused.
        return fields + digest.news.prefix(50).map { HeaderField("X-Peilwacht-Episode", words: $0.episode.id.inPieces) }
    }
}

extension String {
    /// An episode's id as a header carries it, percent-encoded, in pieces that fit on lines: blanks in it do not count.
    fileprivate var inPieces: [String] {
        let encoded = Array(percentEncoded(allowing: ":/#=+,@").utf8)
        return stride(from: 0, to: encoded.count, by: 56).map { start in
            String(decoding: encoded[start..<Swift.min(start + 56, encoded.count)], as: UTF8.self)
        }
    }
}
