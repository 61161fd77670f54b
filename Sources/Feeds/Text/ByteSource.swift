/// Where the bytes of a file come from, piece by piece.
package protocol ByteSource {
    /// The next bytes, as many as suit the source; `nil` after the last.
    ///
    /// An error that is a ``FileFault`` is the reason in the receipt.
    mutating func nextChunk() throws -> [UInt8]?
}
