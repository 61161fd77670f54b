internal import Crypto
internal import Feeds

/// The bytes of an open file in chunks, and at the end the proof that they are those of one unchanged file.
package struct FileHandleSource: ByteSource {
    private let file: OpenFile
    private let asOpened: FileStatus
    private let expected: FileDigest?
    private let chunkSize: Int
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
    package init(
        _ file: OpenFile,
        asOpened: FileStatus,
        expected: FileDigest? = nil,
        isHashed: Bool = true,
        chunkSize: Int = 65_536
    ) {
        self.file = file
        self.asOpened = asOpened
        self.expected = expected
        self.chunkSize = chunkSize
        hasher = isHashed ? SHA256() : nil
    }

    /// The same bytes again, after a first reading gave their hash.
    ///
    /// They are hashed again only where a change since might not show in the times of the file.
    package init(_ file: OpenFile, asOpened: FileStatus, again digest: FileDigest) {
        self.init(file, asOpened: asOpened, expected: digest, isHashed: !asOpened.showsLaterWrites)
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
        do {
            return try file.read(at: position, count: chunkSize)
        } catch {
            throw FileFault(.cannotRead)
        }
    }
}

extension FileStatus {
    /// Whether anything that is written from now on must show in the times of the file.
    ///
    /// The kernel stamps files with a clock that moves in ticks of up to 10 ms: two writes within one tick look like one.
    /// A file that was last written well before it was last renamed, as it is when it is claimed, is beyond that.
    var showsLaterWrites: Bool {
        let (rest, isFarApart) = changed.subtractingReportingOverflow(modified)
        return !isFarApart && rest >= Self.twoTicks
    }

    /// In nanoseconds.
    private static let twoTicks: Int64 = 20_000_000
}

extension OpenFile {
    /// Goes on where the file is what it was.
    ///
    /// - Throws: ``FileFault`` with `changed-while-reading`.
    package func verify(isStill earlier: FileStatus) throws {
        guard let now = try? status(), now.isUntouched(since: earlier) else { throw FileFault(.changedWhileReading) }
    }

    /// Reads the whole file for its hash.
    ///
    /// - Parameters:
    ///   - asOpened: what the file was before.
    ///   - look: is given the bytes as they go by.
    /// - Throws: ``FileFault``, as ``FileHandleSource/nextChunk()``.
    /// - Returns: the hash.
    package func digest(
        asOpened: FileStatus,
        whileLooking look: ([UInt8]) -> Void = { _ in }
    ) throws -> FileDigest {
        var source = FileHandleSource(self, asOpened: asOpened)
        while let chunk = try source.nextChunk() { look(chunk) }
        guard let digest = source.digest else { throw FileFault(.cannotRead) }
        return digest
    }
}

/// The SHA-256 of a file's content.
package struct FileDigest: Hashable, Sendable, CustomStringConvertible {
    /// In hexadecimal, 64 digits.
    package let description: String

    init(_ bytes: [UInt8]) {
        description = bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        .joined()
    }

    /// The hash of bytes in memory.
    package init(of bytes: [UInt8]) {
        self.init(Array(SHA256.hash(data: bytes)))
    }
}
