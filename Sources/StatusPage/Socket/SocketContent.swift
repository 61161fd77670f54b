/// Bytes that are sent piece by piece, so that they need not be in memory together.
package struct SocketContent: Sendable {
    /// It ended before the length that was said.
    struct CutShort: Error {}

    /// In bytes.
    package let length: Int
    private let give: @Sendable (_ offset: Int) throws -> [UInt8]

    /// - Parameters:
    ///   - length: in bytes.
    ///   - piece: gives some of the bytes from a place on; none where they are there no more.
    package init(length: Int, piece: @escaping @Sendable (_ offset: Int) throws -> [UInt8]) {
        self.length = length
        give = piece
    }

    package init(_ bytes: [UInt8]) {
        self.init(length: bytes.count) { Array(bytes[$0...]) }
    }

    /// The bytes from a place on, as many as make a piece.
    ///
    /// - Throws: ``CutShort``, and why they cannot be read.
    package func piece(at offset: Int) throws -> [UInt8] {
        let piece = try give(offset)
        guard !piece.isEmpty else { throw CutShort() }
        return Array(piece.prefix(length - offset))
    }
}
