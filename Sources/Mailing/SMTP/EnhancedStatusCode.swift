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
