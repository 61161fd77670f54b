internal import Crypto
internal import Feeds

/// The bytes of an open file in chunks, and at the end the proof that they are those of one unchanged file.
package struct FileHandleSource: ByteSource {
    private let file: OpenFile
    private let asOpened: FileStatus
    private let expected: FileDigest?
    private let chunkSize: Int
    private var position = 0
    private var hasher = SHA256()
    /// The hash of the content; `nil` until the end was reached.
    package private(set) var digest: FileDigest?

    /// The bytes of a file that was `asOpened` before the first of them was read.
    ///
    /// `expected` is the hash of an earlier reading; `nil` for the first.
    package init(_ file: OpenFile, asOpened: FileStatus, expected: FileDigest? = nil, chunkSize: Int = 65_536) {
        self.file = file
        self.asOpened = asOpened
        self.expected = expected
        self.chunkSize = chunkSize
    }

    /// The next bytes.
    ///
    /// - Throws: ``FileFault`` with `changed-while-reading` at the end of a file that is not what it was, with
    ///   `cannot-read` where reading fails.
    package mutating func nextChunk() throws -> [UInt8]? {
        guard digest == nil else { return nil }
        let chunk = try readChunk()
        guard chunk.isEmpty else {
            position += chunk.count
            // A file that grows while it is read would otherwise be read for ever.
            guard position <= asOpened.size else { throw FileFault(.changedWhileReading) }
            hasher.update(data: chunk)
            return chunk
        }
        let digest = FileDigest(Array(hasher.finalize()))
        try file.verify(isStill: asOpened)
        guard position == asOpened.size, expected == nil || expected == digest else {
            throw FileFault(.changedWhileReading)
        }
        self.digest = digest
        return nil
    }

    private func readChunk() throws -> [UInt8] {
        do {
            return try file.read(at: position, count: chunkSize)
        } catch {
            throw FileFault(.cannotRead)
        }
    }
}
