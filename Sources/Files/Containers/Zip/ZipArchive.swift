internal import CZip
internal import Feeds
internal import SystemPackage

/// A zip archive, read entry by entry, for as little as can be believed of it.
///
/// libzip does the unpacking; beyond its own checks (`ZIP_CHECKCONS`) an archive is refused that claims too many entries
/// (before it is opened), packs otherwise than by store or deflate, is encrypted, has one name twice, or unpacks to more
/// than it says or than ``ZipLimits`` allow. Names are never paths, and an archive within the archive is never opened.
///
/// What an entry gives is proven only when its last byte was read: until then nothing that was made of it may be kept.
package final class ZipArchive {
    package private(set) var limits: ZipLimits
    /// The entries in the order of the directory.
    package let entries: [ZipEntry]
    private let byName: [String: Int]
    private let archive: OpaquePointer
    let bytes: ZipBytes
    private let asOpened: FileStatus
    /// How far each entry was unpacked.
    private var unpacked: [UInt64: Int] = [:]
    private var unpackedInAll = 0

    /// Opens the archive in an open file.
    ///
    /// - Parameters:
    ///   - file: the file, which is read from its descriptor, whatever its name has come to mean.
    ///   - asOpened: what the file was before its first byte was read.
    ///   - limits: how much of it is looked at.
    ///   - whileReading: is called before each reading: whoever waits sees that the work goes on, and may end it by throwing.
    /// - Throws: ``ZipFault``, or what the file system or `whileReading` throws.
    package init(
        _ file: OpenFile,
        asOpened: FileStatus,
        limits: ZipLimits = ZipLimits(),
        whileReading: @escaping () throws -> Void = {}
    ) throws {
        self.limits = limits
        self.asOpened = asOpened
        guard asOpened.size <= limits.fileBytes else { throw ZipFault.fileTooLarge }
        try whileReading()
        bytes = ZipBytes(file, size: asOpened.size, whileReading: whileReading)
        let claimed = try ZipEndRecord.claimedEntries(fileSize: asOpened.size) { try file.read(at: $0, count: $1) }
        guard let claimed else { throw try Self.isArchive(file) ? ZipFault.damaged(entry: nil) : .notAnArchive }
        guard claimed <= limits.entries else { throw ZipFault.tooManyEntries(claimed) }
        let opened = try Self.open(bytes)
        do {
            entries = try Self.entries(opened, limits, fileSize: asOpened.size)
            byName = try Self.names(entries)
        } catch {
            zip_discard(opened)
            throw error
        }
        archive = opened
    }

    deinit { zip_discard(archive) }

    /// Goes on within these limits, where it shows what the archive is.
    ///
    /// - Throws: that the archive itself is larger than they allow.
    func bound(by limits: ZipLimits) throws {
        guard asOpened.size <= limits.fileBytes else { throw ZipFault.fileTooLarge }
        self.limits = limits
    }

    private static func isArchive(_ file: OpenFile) throws -> Bool {
        try file.read(at: 0, count: 4) == [0x50, 0x4B, 0x03, 0x04]
    }

    private static func open(_ bytes: ZipBytes) throws -> OpaquePointer {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let state = Unmanaged.passUnretained(bytes).toOpaque()
        guard let source = zip_source_function_create(ZipBytes.answer, state, &error) else {
            throw FileSystemFault.failed(call: "open", path: bytes.file.shownPath, code: .noMemory)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
            zip_source_free(source)
            throw bytes.failure ?? ZipFault.damaged(entry: nil)
        }
        return archive
    }

    private static func entries(_ archive: OpaquePointer, _ limits: ZipLimits, fileSize: Int) throws -> [ZipEntry] {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count > 0 else { throw ZipFault.empty }
        guard count <= limits.entries else { throw ZipFault.tooManyEntries(count) }
        return try (0..<UInt64(count)).map { index in
            var stat = zip_stat_t()
            guard zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_RAW), &stat) == 0, let name = stat.name else {
                throw ZipFault.damaged(entry: nil)
            }
            let entry = ZipEntry(
                index: index,
                name: String(cString: name),
                size: Int(clamping: stat.size),
                packedSize: min(fileSize, Int(clamping: stat.comp_size)),
                isEncrypted: stat.encryption_method != UInt16(ZIP_EM_NONE),
                isKnownPacking: stat.comp_method == UInt16(ZIP_CM_STORE) || stat.comp_method == UInt16(ZIP_CM_DEFLATE)
            )
            guard !entry.isEncrypted else { throw ZipFault.encrypted(entry: entry.name) }
            guard entry.isKnownPacking else { throw ZipFault.packingNotKnown(entry: entry.name) }
            return entry
        }
    }

    private static func names(_ entries: [ZipEntry]) throws -> [String: Int] {
        var byName: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            guard byName.updateValue(index, forKey: folded(entry.name)) == nil else {
                throw ZipFault.sameName(entry.name)
            }
        }
        return byName
    }

    /// The name as parts of workbooks are compared: capitals do not count, and some writers put `\` for `/`.
    private static func folded(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\\" ? "/" : $0 })).lowercased()
    }

    /// The entry with a name, whatever its capitals; `nil` where there is none.
    package func entry(named name: String) -> ZipEntry? { byName[Self.folded(name)].map { entries[$0] } }

    /// Starts to read an entry.
    package func open(_ entry: ZipEntry) throws -> ZipEntrySource {
        guard let opened = zip_fopen_index(archive, entry.index, 0) else {
            throw bytes.failure ?? ZipFault.damaged(entry: entry.name)
        }
        return ZipEntrySource(self, entry, opened)
    }

    /// All of an entry that may hold at most so many bytes.
    package func content(_ entry: ZipEntry, upTo limit: Int) throws -> [UInt8] {
        var source = try open(entry)
        var content: [UInt8] = []
        while let chunk = try source.nextChunk() {
            guard content.count + chunk.count <= limit else { throw ZipFault.expandsTooFar(entry: entry.name) }
            content += chunk
        }
        return content
    }

    /// Counts what an entry has given up to now, against all limits.
    func charge(_ entry: ZipEntry, _ count: Int) throws {
        let before = unpacked[entry.index, default: 0]
        if count > before {
            unpacked[entry.index] = count
            unpackedInAll += count - before
        }
        let isBomb = count > limits.bytesWithoutRatio && count / max(1, entry.packedSize) > limits.ratio
        guard !isBomb, count <= limits.entryBytes, unpackedInAll <= limits.totalBytes else {
            throw ZipFault.expandsTooFar(entry: entry.name)
        }
        guard count <= entry.size else { throw ZipFault.sizeDiffers(entry: entry.name) }
    }

    /// Goes on where the file is still what it was.
    func verifyUnchanged() throws { try bytes.file.verify(isStill: asOpened) }
}
