internal import CZip
internal import Feeds
internal import Glibc
internal import SystemPackage

/// The bytes of the open file as libzip asks for them.
///
/// Ours, so that a stumbling disk is told apart from a damaged archive, whoever waits sees each reading, and no second
/// descriptor has a position that somebody else moves.
final class ZipBytes {
    let file: OpenFile
    let size: Int
    private let whileReading: () throws -> Void
    private var position = 0
    /// What ended the last reading, where it was not the archive.
    private(set) var failure: (any Error)?

    init(_ file: OpenFile, size: Int, whileReading: @escaping () throws -> Void) {
        self.file = file
        self.size = size
        self.whileReading = whileReading
    }

    /// What libzip calls: the state is this object, which outlives the archive.
    static let answer: zip_source_callback = { state, data, length, command in
        guard let state else { return -1 }
        return Unmanaged<ZipBytes>.fromOpaque(state).takeUnretainedValue().answer(command, data, Int(clamping: length))
    }

    private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
        switch command {
        case ZIP_SOURCE_OPEN:
            position = 0
            return 0
        case ZIP_SOURCE_READ: return read(data, length)
        case ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE: return 0
        case ZIP_SOURCE_STAT: return describe(data, length)
        case ZIP_SOURCE_ERROR: return tellError(data, length)
        case ZIP_SOURCE_SEEK: return seek(data, length)
        case ZIP_SOURCE_TELL: return zip_int64_t(position)
        case ZIP_SOURCE_SUPPORTS: return Self.supported
        default: return -1
        }
    }

    private static let supported: zip_int64_t = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
    ].reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }

    private func read(_ data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
        do {
            try whileReading()
            let wanted = max(0, min(length, size - position))
            let count = try SystemCall.make { pread(self.file.descriptor, data, wanted, off_t(self.position)) }
                .orFault("read", file.shownPath)
            position += count
            return zip_int64_t(count)
        } catch {
            failure = error
            return -1
        }
    }

    private func describe(_ data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
        guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
        let answer = data.assumingMemoryBound(to: zip_stat_t.self)
        zip_stat_init(answer)
        answer.pointee.size = zip_uint64_t(size)
        answer.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
        return zip_int64_t(MemoryLayout<zip_stat_t>.size)
    }

    /// Two numbers: libzip's and the system's; what really happened is in `failure`.
    private func tellError(_ data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
        guard let data, length >= 2 * MemoryLayout<CInt>.size else { return -1 }
        data.storeBytes(of: CInt(ZIP_ER_READ), as: CInt.self)
        data.storeBytes(of: EIO, toByteOffset: MemoryLayout<CInt>.size, as: CInt.self)
        return zip_int64_t(2 * MemoryLayout<CInt>.size)
    }

    private func seek(_ data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
        guard let data, length >= MemoryLayout<zip_source_args_seek_t>.size else { return -1 }
        let wanted = data.load(as: zip_source_args_seek_t.self)
        let base =
            switch wanted.whence {
            case SEEK_CUR: position
            case SEEK_END: size
            default: 0
            }
        let (place, isTooFar) = base.addingReportingOverflow(Int(wanted.offset))
        guard !isTooFar, (0...size).contains(place) else { return -1 }
        position = place
        return 0
    }
}
