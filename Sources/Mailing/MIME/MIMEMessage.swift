/// A message in two forms, plain text and HTML, of which a mail program shows the one it can (RFC 2046 section 5.1.4).
package struct MIMEMessage: Sendable {
    private let fields: [HeaderField]
    private let text: String
    private let html: String
    private let language: String

    /// The line between the parts.
    ///
    /// It never occurs in them: quoted-printable writes every `=` as `=3D`, so that `=_` cannot be there (RFC 2045
    /// section 6.7, last note).
    private static let boundary = "=_peilwacht"

    /// A message.
    ///
    /// - Parameters:
    ///   - fields: all header fields but those of MIME.
    ///   - text: the plain text; it says everything that the page says.
    ///   - html: the page.
    ///   - language: an ASCII language tag (RFC 3282).
    init(fields: [HeaderField], text: String, html: String, language: String) {
        self.fields = fields
        self.text = text
        self.html = html
        self.language = language
    }

    /// The message in 7-bit bytes, every line ended by CR LF.
    var bytes: [UInt8] {
        let mime = [
            HeaderField("MIME-Version", verbatim: "1.0"),
            HeaderField("Content-Language", verbatim: language),
            HeaderField("Content-Type", words: ["multipart/alternative;", "boundary=\"\(Self.boundary)\""]),
        ]
        let header = (fields + mime).map(\.text).joined()
        return Array(header.utf8) + part("plain", text) + part("html", html)
            + Array("\r\n--\(Self.boundary)--\r\n".utf8)
    }

    private func part(_ subtype: String, _ content: String) -> [UInt8] {
        let opening = [
            HeaderField("Content-Type", verbatim: "text/\(subtype); charset=utf-8"),
            HeaderField("Content-Transfer-Encoding", verbatim: "quoted-printable"),
            HeaderField("Content-Language", verbatim: language),
        ]
        let header = "\r\n--\(Self.boundary)\r\n" + opening.map(\.text).joined() + "\r\n"
        return Array(header.utf8) + QuotedPrintable.encode(content)
    }
}

// MARK: Reading back
extension MIMEMessage {
    /// The plain text of a message that this type made; empty where it has none.
    package static func plainText(of message: [UInt8]) -> String {
        let border = Array("\r\n--\(boundary)\r\n".utf8)
        guard let start = message.firstRange(of: border)?.upperBound,
            let header = message[start...].firstRange(of: Array("\r\n\r\n".utf8))
        else { return "" }
        let body = message[header.upperBound...]
        return QuotedPrintable.decode(body[..<(body.firstRange(of: border)?.lowerBound ?? body.endIndex)])
    }
}
