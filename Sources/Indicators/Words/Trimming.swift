extension StringProtocol {
    /// The text without blanks, tabs, line ends and the no-break spaces of spreadsheets at both ends.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(self[first..<scalars.index(after: last)])
    }
}

extension Unicode.Scalar {
    /// Whether this is white space, among it the no-break spaces U+00A0 and U+202F.
    package var isBlank: Bool {
        // Looking up a property costs far more, and nearly all there is to ask about is ASCII.
        isASCII ? value == 32 || (9...13).contains(value) : properties.isWhitespace || self == "\u{FEFF}"
    }
}
