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
