package import Feeds
internal import Glibc
internal import Indicators
internal import SystemPackage

/// A folder, held open: everything in it is reached from its descriptor, whatever happens to its path.
///
/// Names are bytes. No call follows a symbolic link below the folder.
package final class Directory: Sendable {
    /// The path as opened, escaped, for messages only.
    package let shownPath: String
    let descriptor: Int32

    private init(descriptor: Int32, shownPath: String) {
        self.descriptor = descriptor
        self.shownPath = shownPath
    }

    deinit { close(descriptor) }

    /// Opens a folder; with `mode` makes it, and what lies above it, where it does not exist.
    package static func open(_ path: String, creating mode: UInt32? = nil) throws(FileSystemFault) -> Directory {
        let shown = path.shownSafely()
        if let mode { try makePath(path, mode: mode) }
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        let opened = try SystemCall.make { Glibc.open(path, flags) }.orFault("open folder", shown)
        return Directory(descriptor: opened, shownPath: shown)
    }

    private static func makePath(_ path: String, mode: UInt32) throws(FileSystemFault) {
        let whole = FilePath(path)
        var part = FilePath(root: whole.root, [])
        for component in whole.components {
            part.append(component)
            // Where the folder exists, `mkdir` may answer EROFS or EACCES before EEXIST.
            guard !part.isThere else { continue }
            let made = SystemCall.make { part.withPlatformString { mkdir($0, mode) } }
            _ = try made.unless(.fileExists, "make folder", part.string.shownSafely())
        }
    }

    /// Opens a folder in this one; with `mode` makes it where it does not exist.
    package func folder(_ name: FileName, creating mode: UInt32? = nil) throws(FileSystemFault) -> Directory {
        if let mode { _ = try makeFolder(name, mode: mode) }
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
        let opened = try call(name) { openat(self.descriptor, $0, flags) }.orFault("open folder", shown(name))
        return Directory(descriptor: opened, shownPath: shown(name))
    }

    /// Makes a folder; `false` where something stands there already.
    package func makeFolder(_ name: FileName, mode: UInt32) throws(FileSystemFault) -> Bool {
        try call(name) { mkdirat(self.descriptor, $0, mode) }.unless(.fileExists, "make folder", shown(name))
    }

    /// What stands under the name, itself and not what a symbolic link points at; `nil` where nothing does.
    package func status(of name: FileName) throws(FileSystemFault) -> FileStatus? {
        var status = stat()
        let looked = try call(name) { fstatat(self.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        return try looked.unless(.noSuchFileOrDirectory, "look at", shown(name)) ? FileStatus(status) : nil
    }

    /// What the folder itself is.
    package func status() throws(FileSystemFault) -> FileStatus {
        var status = stat()
        _ = try SystemCall.make { fstat(self.descriptor, &status) }.orFault("look at", shownPath)
        return FileStatus(status)
    }

    /// Removes a file, or a symbolic link itself; `false` where nothing stands there.
    @discardableResult
    package func remove(_ name: FileName) throws(FileSystemFault) -> Bool {
        try call(name) { unlinkat(self.descriptor, $0, 0) }.unless(.noSuchFileOrDirectory, "remove", shown(name))
    }

    /// Removes an empty folder; `false` where nothing stands there.
    @discardableResult
    package func removeFolder(_ name: FileName) throws(FileSystemFault) -> Bool {
        try call(name) { unlinkat(self.descriptor, $0, AT_REMOVEDIR) }.unless(
            .noSuchFileOrDirectory,
            "remove folder",
            shown(name)
        )
    }

    /// Waits until the names in the folder are on disk.
    package func sync() throws(FileSystemFault) {
        try SystemCall.make { fsync(self.descriptor) }.orSyncFault(shownPath)
    }

    /// The path of a name in the folder, escaped, for messages.
    package func shown(_ name: FileName) -> String { "\(shownPath)/\(name.printable)" }

    /// Makes a call with the name as C wants it.
    func call(
        _ name: FileName,
        _ body: (UnsafePointer<CChar>) -> Int32
    ) throws(FileSystemFault) -> Result<Int32, Errno> {
        guard name.isPlain else { throw .notAName(name.printable) }
        let path = name.bytes.map { CChar(bitPattern: $0) } + [0]
        return SystemCall.make { body(path) }
    }
}
