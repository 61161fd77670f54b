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

/// Enhanced status codes at the start of a line (RFC 3463 section 2, RFC 2034 section 4).
enum EnhancedStatusCode {
    /// The code such as "5.1.1" before a space or the end of the line, or nil.
    static func prefix(of line: [UInt8]) -> String? {
        let word = line.prefix { $0 != UInt8(ascii: " ") }
        let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy(isNumber) else { return nil }
        guard ["2", "4", "5"].contains(String(decoding: parts[0], as: UTF8.self)) else { return nil }
        return String(decoding: word, as: UTF8.self)
    }

    private static func isNumber(_ part: ArraySlice<UInt8>) -> Bool {
        (1...3).contains(part.count) && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// Turns what a stranger wrote into text fit for a log or a page.
enum ReplyText {
    /// RFC 5321 bounds a line at 512 octets; more than this helps nobody.
    static let limit = 500

    /// Joins the lines, drops the enhanced code before each, strips and shortens.
    static func readable(_ lines: [[UInt8]], without code: String?) -> String {
        let bare = lines.map { line in
            EnhancedStatusCode.prefix(of: line) == code ? line.dropFirst(code?.utf8.count ?? 0) : line[...]
        }
        let joined = bare.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        let kept = String.UnicodeScalarView(joined.unicodeScalars.map(blankIfSpace).filter(isShown))
        let words = kept.split(separator: " ").map { String($0) }.joined(separator: " ")
        return String(String.UnicodeScalarView(words.unicodeScalars.prefix(limit)))
    }

    private static func blankIfSpace(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar == "\t" ? " " : scalar
    }

    /// Not control characters, nor the invisible ones that can reorder or hide text.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}
