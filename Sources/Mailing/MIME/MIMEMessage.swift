internal import Telling

/// A message in two forms, plain text and HTML, of which a mail program shows the one it can (RFC 2046 section 5.1.4), with
/// the pictures of the page beside it (RFC 2387) and a file attached (RFC 2183).
package struct MIMEMessage: Sendable {
    private let fields: [HeaderField]
    private let text: String
    private let html: String
    private let language: String
    private let pictures: [MailEnclosures.Picture]
    private let table: MailEnclosures.Table?

    /// The lines between the parts.
    ///
    /// They never occur in them: quoted-printable writes every `=` as `=3D`, so that `=_` cannot be there (RFC 2045
    /// section 6.7, last note), and base64 has no `_`. None begins as another one does.
    private enum Boundary {
        static let alternative = "=_peilwacht"
        static let related = "=_pictures"
        static let mixed = "=_files"
    }

    /// A message.
    ///
    /// - Parameters:
    ///   - fields: all header fields but those of MIME.
    ///   - text: the plain text; it says everything that the page says.
    ///   - html: the page.
    ///   - language: an ASCII language tag (RFC 3282).
    ///   - pictures: what the page shows by `cid:`.
    ///   - table: the file that is attached.
    init(
        fields: [HeaderField],
        text: String,
        html: String,
        language: String,
        pictures: [MailEnclosures.Picture] = [],
        table: MailEnclosures.Table? = nil
    ) {
        self.fields = fields
        self.text = text
        self.html = html
        self.language = language
        self.pictures = pictures
        self.table = table
    }

    /// The message in 7-bit bytes, every line ended by CR LF.
    var bytes: [UInt8] {
        let opening = [
            HeaderField("MIME-Version", verbatim: "1.0"), HeaderField("Content-Language", verbatim: language),
        ]
        let body = table.map { Part("mixed", Boundary.mixed, [alternative, file($0)]) } ?? alternative
        return Array((fields + opening).map(\.text).joined().utf8) + body.bytes + [13, 10]
    }

    private var alternative: Part {
        let page = words("html", html)
        let shown =
            pictures.isEmpty
            ? page : Part("related", Boundary.related, type: "type=\"text/html\"", [page] + pictures.map(picture))
        return Part("alternative", Boundary.alternative, [words("plain", text), shown])
    }

    private func words(_ subtype: String, _ content: String) -> Part {
        Part(
            fields: [
                HeaderField("Content-Type", verbatim: "text/\(subtype); charset=utf-8"),
                HeaderField("Content-Transfer-Encoding", verbatim: "quoted-printable"),
                HeaderField("Content-Language", verbatim: language),
            ],
            content: QuotedPrintable.encode(content)
        )
    }

    private func picture(_ picture: MailEnclosures.Picture) -> Part {
        Part(
            fields: [
                HeaderField("Content-Type", verbatim: "image/png"),
                HeaderField("Content-Transfer-Encoding", verbatim: "base64"),
                HeaderField("Content-ID", verbatim: "<\(picture.picture.contentID)>"),
                HeaderField("Content-Disposition", verbatim: "inline"),
            ],
            content: Base64.encode(picture.png)
        )
    }

    private func file(_ table: MailEnclosures.Table) -> Part {
        Part(
            fields: [
                HeaderField(
                    "Content-Type",
                    words: ["text/csv; charset=utf-8; header=present;", "name=\"\(table.name)\""]
                ),
                HeaderField("Content-Transfer-Encoding", verbatim: "base64"),
                HeaderField("Content-Disposition", words: ["attachment;", "filename=\"\(table.name)\""]),
            ],
            content: Base64.encode(table.bytes)
        )
    }

    /// A part with its header.
    private struct Part {
        let bytes: [UInt8]

        init(fields: [HeaderField], content: [UInt8]) {
            bytes = Array((fields.map(\.text).joined() + "\r\n").utf8) + content
        }

        /// A part of parts.
        init(_ subtype: String, _ boundary: String, type: String? = nil, _ parts: [Part]) {
            let words = ["multipart/\(subtype);", type.map { "\($0);" }, "boundary=\"\(boundary)\""].compactMap(\.self)
            let header = HeaderField("Content-Type", words: words).text
            let between = Array("\r\n--\(boundary)\r\n".utf8)
            bytes = Array(header.utf8) + parts.flatMap { between + $0.bytes } + Array("\r\n--\(boundary)--".utf8)
        }
    }
}

// MARK: Reading back
extension MIMEMessage {
    /// A message of this type taken apart, where more than words is in it.
    struct Words {
        /// The fields above those of MIME.
        let header: [UInt8]
        let text: String
        let html: String
        /// The name of the file that is attached.
        let table: String?
        let hasPictures: Bool

        /// `nil` where nothing but words is in it, or this type did not make it.
        init?(of message: [UInt8]) {
            guard let opening = message.firstRange(of: Array("\r\nMIME-Version: 1.0\r\n".utf8)),
                let page = MIMEMessage.part("html", of: message[opening.upperBound...])
            else { return nil }
            table = MIMEMessage.fileName(in: message[opening.upperBound...])
            hasPictures = page.contains("<img src=\"cid:")
            guard table != nil || hasPictures else { return nil }
            header = Array(message[..<message.index(opening.lowerBound, offsetBy: 2)])
            text = MIMEMessage.plainText(of: message)
            html = page
        }
    }

    /// A message of words alone, below fields that were made before.
    static func bytes(header: [UInt8], text: String, html: String, language: String) -> [UInt8] {
        header + MIMEMessage(fields: [], text: text, html: html, language: language).bytes
    }

    /// The words of a part, up to the next line between parts.
    private static func part(_ subtype: String, of message: ArraySlice<UInt8>) -> String? {
        let field = Array("\r\nContent-Type: text/\(subtype); charset=utf-8\r\n".utf8)
        guard let start = message.firstRange(of: field),
            let header = message[start.upperBound...].firstRange(of: Array("\r\n\r\n".utf8))
        else { return nil }
        let body = message[header.upperBound...]
        // In quoted-printable no line begins so.
        return QuotedPrintable.decode(
            body[..<(body.firstRange(of: Array("\r\n--=_".utf8))?.lowerBound ?? body.endIndex)]
        )
    }

    private static func fileName(in message: ArraySlice<UInt8>) -> String? {
        guard let start = message.firstRange(of: Array("filename=\"".utf8))?.upperBound,
            let end = message[start...].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        return String(decoding: message[start..<end], as: UTF8.self)
    }

    /// The plain text of a message that this type made; empty where it has none.
    package static func plainText(of message: [UInt8]) -> String {
        let border = Array("\r\n--\(Boundary.alternative)\r\n".utf8)
        guard let start = message.firstRange(of: border)?.upperBound,
            let header = message[start...].firstRange(of: Array("\r\n\r\n".utf8))
        else { return "" }
        let body = message[header.upperBound...]
        return QuotedPrintable.decode(body[..<(body.firstRange(of: border)?.lowerBound ?? body.endIndex)])
    }
}
