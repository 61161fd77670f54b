internal import Telling

/// How a browser is told to save an answer (RFC 6266, RFC 8187).
enum AttachmentName {
    /// `attachment; filename="dronten-2026.csv"`, and once more with all of its letters where it has others than ASCII.
    static func header(_ name: String) -> String {
        let plain = String(name.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
        let header = "attachment; filename=\"\(plain)\""
        return plain == name ? header : header + "; filename*=UTF-8''\(name.percentEncoded())"
    }

    /// Nothing that ends the quotes or the header, or leads into another folder.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7E).contains(scalar.value) && !"\"\\/%;:*?<>|".unicodeScalars.contains(scalar)
    }
}
