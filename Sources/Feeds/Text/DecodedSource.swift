/// The bytes of a file as UTF-8 without byte order mark, from a source in the encoding that was settled.
struct DecodedSource {
    private var source: any ByteSource
    private let encoding: TextEncoding
    private var isAtStart = true

    init(_ source: any ByteSource, encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
    }

    mutating func nextChunk() throws -> [UInt8]? {
        guard var chunk = try source.nextChunk() else { return nil }
        if isAtStart {
            isAtStart = false
            chunk = try withoutMark(chunk)
        }
        return encoding == .utf8 ? chunk : Windows1252.utf8(chunk)
    }

    private mutating func withoutMark(_ first: [UInt8]) throws -> [UInt8] {
        var start = first
        while start.count < ByteOrderMark.utf8.count, let more = try source.nextChunk() { start += more }
        return start.starts(with: ByteOrderMark.utf8) ? Array(start.dropFirst(ByteOrderMark.utf8.count)) : start
    }
}
