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
    /// - Throws: ``FileFault``, as ``FileHandleSource/nextChunk()``.
    package func digest(asOpened: FileStatus) throws -> FileDigest {
        var source = FileHandleSource(self, asOpened: asOpened)
        while try source.nextChunk() != nil {}
        guard let digest = source.digest else { throw FileFault(.cannotRead) }
        return digest
    }
}
