package import Indicators
package import Telling

/// Makes a mail that only shows whether mail arrives.
package enum TestMail {
    /// The mail, the same bytes for the same arguments.
    ///
    /// - Parameters:
    ///   - page: what is told.
    ///   - address: to whom.
    ///   - sender: who it is from.
    ///   - moment: its date, with the zone that it is written in.
    ///   - language: the language of the page.
    ///   - key: what makes this message one and the same.
    /// - Returns: the mail.
    /// - Throws: ``MIMEFault`` where an address or the key cannot stand in a header.
    package static func compose(
        _ page: TestPage,
        to address: String,
        sender: MailSender,
        at moment: (instant: Instant, zone: LocalZone),
        language: Language,
        key: String
    ) throws(MIMEFault) -> ComposedMail {
        let messageID = try MessageID.make(key: key, domain: HeaderAddress(sender.address).domain)
        let fields = [
            try HeaderField("From", person: sender.name, address: sender.address),
            try HeaderField("To", person: nil, address: address),
            HeaderField("Subject", unstructured: page.subject),
            HeaderField("Date", verbatim: MailDate.written(moment.instant, in: moment.zone)),
            HeaderField("Message-ID", verbatim: messageID),
            HeaderField("Auto-Submitted", verbatim: "auto-generated"),
            HeaderField("X-Auto-Response-Suppress", verbatim: "All"),
        ]
        let message = MIMEMessage(fields: fields, text: page.text, html: page.html, language: language.rawValue)
        return ComposedMail(subject: page.subject, messageID: messageID, bytes: message.bytes)
    }
}
