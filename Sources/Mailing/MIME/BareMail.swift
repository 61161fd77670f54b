package import Indicators
internal import Telling

/// A mail of ours without what goes with its words: pictures and the file with figures.
///
/// The words say all of it, so that nothing is lost; that something is left out is said in a line.
package enum BareMail {
    /// The mail, which stays the same one: its header is as it was; `nil` where nothing goes with its words.
    ///
    /// - Parameters:
    ///   - message: the mail as it was made.
    ///   - language: the language that it was made in.
    /// - Returns: the bytes of the mail.
    package static func compose(_ message: [UInt8], language: Language) -> [UInt8]? {
        guard let parts = MIMEMessage.Words(of: message) else { return nil }
        let words = LeftOutWords(language: language, table: parts.table, hasPictures: parts.hasPictures)
        return MIMEMessage.bytes(
            header: parts.header,
            text: words.said(inText: parts.text),
            html: words.said(inPage: parts.html),
            language: language.rawValue
        )
    }
}
