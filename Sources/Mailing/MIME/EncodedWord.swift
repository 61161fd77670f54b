/// Text of any characters in a header (RFC 2047), as UTF-8 in the "Q" encoding.
enum EncodedWord {
    private static let opening = "=?utf-8?Q?"
    private static let closing = "?="
    /// Section 2: an encoded word has at most 75 characters.
    private static let longestWord = 75

    /// The text as encoded words, each with whole characters, that fit on lines of 78.
    ///
    /// The first word stands at `firstColumn` of its line, the others each on a line of their own.
    static func words(_ text: String, firstColumn: Int) -> [String] {
        var words: [String] = []
        var payload = ""
        for scalar in text.unicodeScalars {
            let piece = encoded(scalar)
            let room = words.isEmpty ? min(longestWord, 78 - firstColumn) : longestWord
            if opening.utf8.count + payload.utf8.count + piece.utf8.count + closing.utf8.count > room {
                words.append(opening + payload + closing)
                payload = ""
            }
            payload += piece
        }
        return payload.isEmpty ? words : words + [opening + payload + closing]
    }

    /// Section 5, rule 3: what may stand for itself even in the name before an address.
    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(scalar)
        case " ": "_"
        default: String(scalar).utf8.map { QuotedPrintable.hexadecimal($0, after: "=") }.joined()
        }
    }
}
