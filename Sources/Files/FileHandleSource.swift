internal import Crypto
internal import Feeds

/// The bytes of an open file in chunks, and at the end the proof that they are those of one unchanged file.
package struct FileHandleSource: ByteSource {
    private let file: OpenFile
    private let asOpened: FileStatus
    private let expected: FileDigest?
    private let chunkSize: Int
    private let whileReading: @Sendable () throws -> Void
    private var position = 0
    private var isAtEnd = false
    private var hasher: SHA256?
    /// The hash of the content; `nil` until the end was reached, and where it is not hashed.
    package private(set) var digest: FileDigest?

    /// The bytes of a file that was `asOpened` before the first of them was read.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - asOpened: what it was.
    ///   - expected: the hash of an earlier reading; `nil` for the first.
    ///   - isHashed: whether the content is hashed; otherwise its size and times alone say that it did not change.
    ///   - chunkSize: how many bytes are read at once.
    ///   - whileReading: is called before each of these readings: whoever waits for the work sees that it goes on, and may end
    ///     it by throwing.
    package init(
        _ file: OpenFile,
        asOpened: FileStatus,
        expected: FileDigest? = nil,
        isHashed: Bool = true,
        chunkSize: Int = 65_536,
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) {
        self.file = file
        self.asOpened = asOpened
        self.expected = expected
        self.chunkSize = chunkSize
        self.whileReading = whileReading
        hasher = isHashed ? SHA256() : nil
    }

    /// The same bytes again, after a first reading gave their hash.
    ///
    /// They are hashed again only where a change since might not show in the times of the file.
    package init(
        _ file: OpenFile,
        asOpened: FileStatus,
        again digest: FileDigest,
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) {
        self.init(
            file,
            asOpened: asOpened,
            expected: digest,
            isHashed: !asOpened.showsLaterWrites,
            whileReading: whileReading
        )
    }

    /// The next bytes.
    ///
    /// - Throws: ``FileFault`` with `changed-while-reading` at the end of a file that is not what it was, with
    ///   `cannot-read` where reading fails.
    package mutating func nextChunk() throws -> [UInt8]? {
        guard !isAtEnd else { return nil }
        let chunk = try readChunk()
        guard chunk.isEmpty else {
            position += chunk.count
            // A file that grows while it is read would otherwise be read for ever.
            guard position <= asOpened.size else { throw FileFault(.changedWhileReading) }
            hasher?.update(data: chunk)
            return chunk
        }
        let digest = hasher.map { FileDigest(Array($0.finalize())) }
        try file.verify(isStill: asOpened)
        let isAsExpected = digest == nil || expected == nil || digest == expected
        guard position == asOpened.size, isAsExpected else { throw FileFault(.changedWhileReading) }
        self.digest = digest
        isAtEnd = true
        return nil
    }

    private func readChunk() throws -> [UInt8] {
        try whileReading()
        do {
            return try file.read(at: position, count: chunkSize)
        } catch {
            throw FileFault(.cannotRead)
        }
    }
}
