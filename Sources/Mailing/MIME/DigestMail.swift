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
    ///   - enclosures: the pictures of the alerts, and the file with their figures.
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
        replyTo: String? = nil,
        enclosures: MailEnclosures = .none
    ) throws(MIMEFault) -> ComposedMail {
        let address = try HeaderAddress(sender.address)
        let messageID = try MessageID.make(key: key, domain: address.domain)
        var mail: ComposedMail?
        for limits in DigestLimits.steps {
            var page = DigestPage(
                digest,
                sender: sender,
                zone: zone,
                language: language,
                limits: limits,
                charts: enclosures.charts
            )
            page.note(table: enclosures.table?.name, isLeftOut: enclosures.leavesTableOut)
            var fields = try fields(digest, page, sender, zone, messageID, inReplyTo, references)
            if let replyTo { fields.insert(try HeaderField("Reply-To", person: nil, address: replyTo), at: 2) }
            let words = composed(page, fields, messageID, language)
            // Only the words are cut off by a mail program: what goes with them has a limit of its own.
            mail = words.with(enclosures)
            if let mail, words.bytes.count <= largest { return mail }
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
        return composed(page, fields, messageID, language).with(.none)
    }

    /// In bytes; many mail programs cut off what lies behind 102 kB.
    private static let largest = 100_000

    /// A mail of words alone, to which enclosures may be added.
    private struct Draft {
        let subject: String
        let messageID: String
        let fields: [HeaderField]
        let text: String
        let html: String
        let language: String

        var bytes: [UInt8] { MIMEMessage(fields: fields, text: text, html: html, language: language).bytes }

        func with(_ enclosures: MailEnclosures) -> ComposedMail {
            let message = MIMEMessage(
                fields: fields,
                text: text,
                html: html,
                language: language,
                pictures: enclosures.shown(on: html),
                table: enclosures.table
            )
            return ComposedMail(subject: subject, messageID: messageID, bytes: message.bytes)
        }
    }

    private static func composed(
        _ page: DigestPage,
        _ fields: [HeaderField],
        _ messageID: String,
        _ language: Language
    ) -> Draft {
        Draft(
            subject: page.subject,
            messageID: messageID,
            fields: fields,
            text: DigestText.render(page),
            html: DigestHTML.render(page),
            language: language.rawValue
        )
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
