/// Bytes that are already in memory, handed out in chunks of one size.
package struct ChunkedBytes: ByteSource {
    private let bytes: [UInt8]
    private let chunkSize: Int
    private var position = 0

    package init(_ bytes: [UInt8], chunkSize: Int = 65_536) {
        self.bytes = bytes
        self.chunkSize = max(1, chunkSize)
    }

    package mutating func nextChunk() -> [UInt8]? {
        guard position < bytes.count else { return nil }
        let end = min(position + chunkSize, bytes.count)
        defer { position = end }
        return Array(bytes[position..<end])
    }
}
