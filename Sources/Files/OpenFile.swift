internal import Feeds
internal import Glibc
internal import Indicators
internal import SystemPackage

/// A file, held open.
package final class OpenFile: Sendable {
    /// The path as opened, escaped, for messages only.
    package let shownPath: String
    let descriptor: Int32

    init(descriptor: Int32, shownPath: String) {
        self.descriptor = descriptor
        self.shownPath = shownPath
    }

    deinit { close(descriptor) }

    /// Opens a file for reading, by a path that a user gave; symbolic links are followed.
    package static func open(_ path: String) throws(FileSystemFault) -> OpenFile {
        let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
        let shown = path.shownSafely()
        let opened = try SystemCall.make { Glibc.open(path, flags) }.orFault("open", shown)
        return OpenFile(descriptor: opened, shownPath: shown)
    }

    /// What the file is now.
    package func status() throws(FileSystemFault) -> FileStatus {
        var status = stat()
        _ = try SystemCall.make { fstat(self.descriptor, &status) }.orFault("look at", shownPath)
        return FileStatus(status)
    }

    /// The bytes at a place, as many as are there up to `count`; none at the end.
    package func read(at offset: Int, count: Int) throws(FileSystemFault) -> [UInt8] {
        var answer: Result<Int, Errno> = .success(0)
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            answer = SystemCall.make { pread(self.descriptor, buffer.baseAddress, count, off_t(offset)) }
            filled = (try? answer.get()) ?? 0
        }
        _ = try answer.orFault("read", shownPath)
        return bytes
    }

    /// The bytes from the beginning, at most so many.
    package func bytes(upTo limit: Int) throws(FileSystemFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let part = try read(at: bytes.count, count: min(65_536, limit - bytes.count))
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }

    /// Writes all of the bytes, however many calls it takes.
    package func write(_ bytes: some Collection<UInt8>) throws(FileSystemFault) {
        let bytes = Array(bytes)
        var written = 0
        while written < bytes.count {
            let answer = bytes.withUnsafeBytes { buffer in
                SystemCall.make {
                    Glibc.write(self.descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                }
            }
            let count = try answer.orFault("write", shownPath)
            // A disk that takes nothing and gives no reason must not hold the program for ever.
            guard count > 0 else { throw .failed(call: "write", path: shownPath, code: .ioError) }
            written += count
        }
    }

    /// Writes what another file holds.
    ///
    /// - Parameters:
    ///   - other: the other file.
    ///   - asOpened: what it was before.
    ///   - whileReading: is called before each piece is read.
    /// - Throws: ``FileFault`` with `changed-while-reading` where the other file is not what it was.
    package func write(
        contentOf other: OpenFile,
        asOpened: FileStatus,
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) throws {
        var source = FileHandleSource(other, asOpened: asOpened, isHashed: false, whileReading: whileReading)
        while let chunk = try source.nextChunk() { try write(chunk) }
    }

    /// Cuts the file off behind so many bytes.
    package func truncate(to size: Int) throws(FileSystemFault) {
        _ = try SystemCall.make { ftruncate(self.descriptor, off_t(size)) }.orFault("cut off", shownPath)
    }

    /// Waits until the content is on disk.
    package func sync() throws(FileSystemFault) {
        try SystemCall.make { fsync(self.descriptor) }.orSyncFault(shownPath)
    }
}
