internal import Feeds

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
    ///   - whileReading: is called before each piece is read.
    /// - Throws: ``FileFault``, as ``FileHandleSource/nextChunk()``.
    /// - Returns: the hash.
    package func digest(
        asOpened: FileStatus,
        whileLooking look: ([UInt8]) -> Void = { _ in },
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) throws -> FileDigest {
        var source = FileHandleSource(self, asOpened: asOpened, whileReading: whileReading)
        while let chunk = try source.nextChunk() { look(chunk) }
        guard let digest = source.digest else { throw FileFault(.cannotRead) }
        return digest
    }
}
