internal import FoundationEssentials

/// The transfer encoding of what is no text (RFC 2045 section 6.8).
enum Base64 {
    /// Encodes bytes in lines of 76 characters.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let text = Data(bytes).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return Array(text.utf8)
    }
}
