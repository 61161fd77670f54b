/// A part of a mail as somebody else wrote it: its type, and its body as it stands (RFC 2045, 2046).
struct MailPart {
    /// In small letters, without parameters.
    let type: String
    let body: ArraySlice<UInt8>
    private let boundary: String?

    private static let mostParts = 20

    init(_ bytes: ArraySlice<UInt8>) {
        var lines = MailLines(bytes)
        let fields = MailFields(&lines)
        body = lines.unread
        let written = fields.value(of: "content-type") ?? "text/plain"
        type = String(written.prefix { $0 != ";" && $0 != " " && $0 != "\t" }).lowercased()
        boundary = Self.boundary(in: written)
    }

    /// The value of `boundary=`, in quotes or without.
    private static func boundary(in written: String) -> String? {
        let bytes = Array(written.utf8)
        let small = bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard let start = small.firstRange(of: Array("boundary=".utf8))?.upperBound,
            start < bytes.count
        else { return nil }
        let isQuoted = bytes[start] == UInt8(ascii: "\"")
        let value = bytes[(isQuoted ? start + 1 : start)...]
            .prefix { isQuoted ? $0 != UInt8(ascii: "\"") : $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        // RFC 2046 section 5.1.1 allows 70.
        return (1...70).contains(value.count) ? String(decoding: value, as: UTF8.self) : nil
    }

    /// What stands between its boundaries, where it has any.
    var parts: [MailPart] {
        guard let boundary else { return [] }
        let border = Array("--\(boundary)".utf8)
        var parts: [MailPart] = []
        var start: Int?
        var lines = MailLines(body)
        var place = body.startIndex
        while parts.count < Self.mostParts, let line = lines.next() {
            if line.starts(with: border), Self.isEnd(line.dropFirst(border.count)) {
                if let start { parts.append(MailPart(body[start..<place])) }
                start = lines.unread.startIndex
            }
            place = lines.unread.startIndex
        }
        if let start, parts.count < Self.mostParts { parts.append(MailPart(body[start...])) }
        return parts
    }

    /// Nothing, or `--` behind the last part, and blanks.
    private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
