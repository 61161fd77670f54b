/// One reply of the relay: a code, perhaps an enhanced code, and text made harmless (RFC 5321 section 4.2).
package struct SMTPReply: Sendable, Equatable, CustomStringConvertible {
    /// What the first digit says (RFC 5321 section 4.2.1).
    package enum Severity: Sendable {
        /// 2yz: done.
        case positive

        /// 3yz: go on.
        case intermediate

        /// 4yz: not now.
        case temporary

        /// 5yz: not like this.
        case permanent
    }

    /// The three digits, 200 to 599.
    package let code: Int

    /// The enhanced status code such as "5.1.1", if the first line has one (RFC 3463).
    package let enhancedCode: String?

    /// The text of all lines, at most 500 scalars, without control and formatting characters.
    package let text: String

    /// The octets after the code of each line, as received; for the keywords of EHLO.
    let lines: [[UInt8]]

    /// The code, the enhanced code and the text.
    package var description: String {
        [String(code), enhancedCode, text.isEmpty ? nil : text].compactMap(\.self).joined(separator: " ")
    }

    /// What the first digit says.
    package var severity: Severity {
        switch code / 100 {
        case 2: .positive
        case 3: .intermediate
        case 4: .temporary
        default: .permanent
        }
    }

    init(code: Int, lines: [[UInt8]]) {
        self.code = code
        self.lines = lines
        enhancedCode = lines.first.flatMap(EnhancedStatusCode.prefix(of:))
        text = ReplyText.readable(lines, without: enhancedCode)
    }

    /// The same reply without its text if that repeats one of the given secrets.
    ///
    /// A relay may echo the command it did not understand, and that may have been a password.
    func withholding(_ secrets: [[UInt8]]) -> SMTPReply {
        let whole = Array(lines.joined())
        guard secrets.contains(where: { whole.contains($0) }) else { return self }
        return SMTPReply(code: code, lines: [Array("(text withheld: it repeated the credentials)".utf8)])
    }
}
