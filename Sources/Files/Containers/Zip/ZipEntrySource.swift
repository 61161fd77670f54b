internal import CZip
internal import Feeds

/// The bytes of one entry, piece by piece; its end is the proof that they are those that were packed.
package struct ZipEntrySource: ByteSource {
    private let opened: OpenedEntry

    init(_ archive: ZipArchive, _ entry: ZipEntry, _ file: OpaquePointer) {
        opened = OpenedEntry(archive, entry, file)
    }

    /// The next bytes; `nil` after the last, when their checksum has agreed and the file is what it was.
    ///
    /// - Throws: ``ZipFault``, ``FileFault`` with `changed-while-reading`, or what the file system or `whileReading` throws.
    package mutating func nextChunk() throws -> [UInt8]? {
        var failure: (any Error)?
        let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, filled in
            do { filled = try opened.read(into: UnsafeMutableRawBufferPointer(buffer)) } catch { failure = error }
        }
        if let failure { throw failure }
        return chunk.isEmpty ? nil : chunk
    }

    private static let chunkSize = 65_536

    /// Reads as much as there is room for; 0 at the proven end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { try opened.read(into: buffer) }
}

/// Holds what libzip has to be told the end of.
private final class OpenedEntry {
    private let archive: ZipArchive
    private let entry: ZipEntry
    private let file: OpaquePointer
    private var count = 0
    private var isAtEnd = false

    init(_ archive: ZipArchive, _ entry: ZipEntry, _ file: OpaquePointer) {
        self.archive = archive
        self.entry = entry
        self.file = file
    }

    deinit { zip_fclose(file) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !isAtEnd else { return 0 }
        let read = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
        guard read >= 0 else { throw archive.bytes.failure ?? ZipFault.damaged(entry: entry.name) }
        count += read
        try archive.charge(entry, count)
        guard read == 0 else { return read }
        guard count == entry.size else { throw ZipFault.sizeDiffers(entry: entry.name) }
        try archive.verifyUnchanged()
        isAtEnd = true
        return 0
    }
}
