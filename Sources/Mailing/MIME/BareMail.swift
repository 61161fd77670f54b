package import Indicators
internal import Telling

/// A mail of ours without what goes with its words: pictures and the file with figures.
///
/// The words say all of it, so that nothing is lost; that something is left out is said in a line.
package enum BareMail {
    /// The mail, with a Message-ID of its own and in the same thread; `nil` where nothing goes with its words.
    ///
    /// - Parameters:
    ///   - message: the mail as it was made.
    ///   - subject: its subject as people read it.
    ///   - sender: the address that it is from.
    ///   - language: the language that it was made in.
    ///   - key: what makes the new message one and the same.
    /// - Returns: the mail.
    /// - Throws: ``MIMEFault`` where the key or the address cannot stand in a header.
    package static func compose(
        _ message: [UInt8],
        subject: String,
        sender: String,
        language: Language,
        key: String
    ) throws(MIMEFault) -> ComposedMail? {
        guard let parts = MIMEMessage.Words(of: message) else { return nil }
        let messageID = try MessageID.make(key: key, domain: HeaderAddress(sender).domain)
        let words = LeftOutWords(language: language, table: parts.table, hasPictures: parts.hasPictures)
        let header = ReaddressedMail.renewed(parts.header, messageID: messageID)
        let bytes = MIMEMessage.bytes(
            header: header,
            text: words.said(inText: parts.text),
            html: words.said(inPage: parts.html),
            language: language.rawValue
        )
        return ComposedMail(subject: subject, messageID: messageID, bytes: bytes)
    }
}
