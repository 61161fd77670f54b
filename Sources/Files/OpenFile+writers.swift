internal import Glibc
internal import SystemPackage

/// Whether somebody has a file open for writing, as far as the kernel says.
package enum FileWriters: Hashable, Sendable {
    /// Nobody has.
    case none
    case some
    /// The kernel does not say: the file is of another user, or lies on a share, of which only its server knows.
    case unknown
}

extension OpenFile {
    /// Asks the kernel whether somebody has the file open for writing.
    ///
    /// A read lease (fcntl(2), F_SETLEASE) is refused while there is one. It is given back at once: whoever opens the file
    /// for writing in between is held up for no longer than that.
    package func writers() -> FileWriters {
        guard knowsItsOpeners else { return .unknown }
        // The end of a lease is told by SIGIO, which ends a process that does not expect it; SIGURG does nothing to it.
        guard fcntl(descriptor, Self.setSignal, SIGURG) >= 0 else { return .unknown }
        switch SystemCall.make({ fcntl(self.descriptor, Self.setLease, Int32(F_RDLCK)) }) {
        case .success:
            _ = fcntl(descriptor, Self.setLease, Int32(F_UNLCK))
            return .none
        case .failure(.resourceTemporarilyUnavailable): return .some
        case .failure: return .unknown
        }
    }

    /// Keeps everybody but the owner from writing in the file.
    ///
    /// - Returns: whether the file is ours, so that nobody else can undo that.
    package func keepToOwner() throws(FileSystemFault) -> Bool {
        var status = stat()
        _ = try SystemCall.make { fstat(self.descriptor, &status) }.orFault("look at", shownPath)
        guard status.st_uid == geteuid() else { return false }
        let others = mode_t(S_IWGRP | S_IWOTH)
        guard status.st_mode & others != 0 else { return true }
        let mode = status.st_mode & 0o7777 & ~others
        _ = try SystemCall.make { fchmod(self.descriptor, mode) }.orFault("change the rights of", shownPath)
        return true
    }

    /// Lets nobody but the owner read or write the file.
    package func keepFromOthers() throws(FileSystemFault) {
        _ = try SystemCall.make { fchmod(self.descriptor, mode_t(S_IRUSR | S_IWUSR)) }
            .orFault("change the rights of", shownPath)
    }

    // Of Linux, which the C library shows to GNU programs only.
    private static let setLease: Int32 = 1024
    private static let setSignal: Int32 = 10
}

// MARK: The file system

extension OpenFile {
    /// Whether the file lies on a file system of this machine: of others the kernel knows its own openers only.
    private var knowsItsOpeners: Bool {
        guard let fstatfs = Self.fstatfs else { return false }
        // The first field is the type, and the whole is 120 bytes on 64 bits.
        var fields = [Int](repeating: 0, count: 32)
        let answer = fields.withUnsafeMutableBytes { buffer in fstatfs(self.descriptor, buffer.baseAddress) }
        return answer == 0 && Self.local.contains(fields[0])
    }

    /// ext2 to ext4, XFS, Btrfs, F2FS, ZFS, bcachefs, tmpfs, ramfs and overlayfs, by their numbers in statfs(2).
    private static let local: Set<Int> = [
        0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x2FC1_2FC1, 0xCA45_1A4E, 0x0102_1994, 0x8584_58F6, 0x794C_7630,
    ]

    private typealias FileSystemStatus = @convention(c) (Int32, UnsafeMutableRawPointer?) -> Int32

    /// `fstatfs`, asked of the C library by name because no module shows its header.
    private static let fstatfs: FileSystemStatus? = dlsym(nil, "fstatfs").map {
        // The type is that of fstatfs(2).
        unsafeBitCast($0, to: FileSystemStatus.self)
    }
}
