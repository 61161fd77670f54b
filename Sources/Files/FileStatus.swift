internal import Glibc

/// What a folder entry is and how it was last left.
package struct FileStatus: Hashable, Sendable {
    /// The kind of entry.
    package enum Kind: Hashable, Sendable {
        case regular
        case folder
        case symbolicLink
        /// A FIFO, a socket or a device.
        case other
    }

    package let kind: Kind
    /// In bytes.
    package let size: Int
    /// When the content last changed, in nanoseconds since 1970.
    package let modified: Int64
    /// When content, name or rights last changed, in nanoseconds since 1970.
    package let changed: Int64
    package let device: UInt64
    package let inode: UInt64
    /// Under how many names the file is known.
    package let links: Int

    package init(
        kind: Kind = .regular,
        size: Int,
        modified: Int64,
        changed: Int64 = 0,
        device: UInt64 = 0,
        inode: UInt64,
        links: Int = 1
    ) {
        self.kind = kind
        self.size = size
        self.modified = modified
        self.changed = changed
        self.device = device
        self.inode = inode
        self.links = links
    }

    init(_ status: stat) {
        self.init(
            kind: Self.kind(status.st_mode),
            size: Int(status.st_size),
            modified: Self.nanoseconds(status.st_mtim),
            changed: Self.nanoseconds(status.st_ctim),
            device: UInt64(status.st_dev),
            inode: UInt64(status.st_ino),
            links: Int(status.st_nlink)
        )
    }

    /// Whether this is the same file or folder, whatever became of it.
    package func isSameEntry(as other: FileStatus) -> Bool { inode == other.inode && device == other.device }

    /// Whether this is the same file with, as far as can be seen from outside, the same content.
    package func isUntouched(since earlier: FileStatus) -> Bool {
        inode == earlier.inode && device == earlier.device && size == earlier.size && modified == earlier.modified
            && changed == earlier.changed
    }

    private static func kind(_ mode: mode_t) -> Kind {
        switch mode & S_IFMT {
        case S_IFREG: .regular
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        // A time that a hostile file system put thousands of years away must not stop the program.
        Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(time.tv_nsec)
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
