/// Header fields as somebody else wrote them, each once (RFC 5322 section 2.2).
struct MailFields: Hashable, Sendable {
    private var values: [String: String] = [:]

    private static let mostLines = 1000
    /// In bytes; what is longer is cut off.
    private static let longestValue = 4096

    /// The fields up to the first empty line.
    init(_ bytes: ArraySlice<UInt8>) {
        var lines = MailLines(bytes)
        self.init(&lines)
    }

    init(_ lines: inout MailLines) {
        var name: String?
        for _ in 0..<Self.mostLines {
            guard let line = lines.next(), !line.isEmpty else { return }
            if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
                if let name { go(on: name, with: line) }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let own = Self.text(line[..<colon]).lowercased()
                // The first one counts: what stands behind may have been added on the way.
                name = values[own] == nil ? own : nil
                if name != nil { values[own] = Self.text(line[(colon + 1)...]) }
            } else {
                name = nil
            }
        }
    }

    private mutating func go(on name: String, with line: ArraySlice<UInt8>) {
        guard let value = values[name], value.utf8.count < Self.longestValue else { return }
        values[name] = value.isEmpty ? Self.text(line) : "\(value) \(Self.text(line))"
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes.prefix(longestValue), as: UTF8.self)
        return String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    var isEmpty: Bool { values.isEmpty }

    /// The value of a field, by its name in small letters; `nil` where it is missing or empty.
    func value(of name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Groups of fields with empty lines between.
    static func groups(in bytes: ArraySlice<UInt8>, limit: Int) -> [MailFields] {
        var lines = MailLines(bytes)
        var groups: [MailFields] = []
        while !lines.isAtEnd, groups.count < limit {
            let fields = MailFields(&lines)
            if !fields.isEmpty { groups.append(fields) }
        }
        return groups
    }
}

/// The lines of a text, whatever ends them.
struct MailLines {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    /// What has not been read.
    var unread: ArraySlice<UInt8> { rest }

    /// The next line without its end; `nil` behind the last one.
    mutating func next() -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        var line = rest[..<end]
        rest = end == rest.endIndex ? rest[end...] : rest[(end + 1)...]
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        return line
    }
}
