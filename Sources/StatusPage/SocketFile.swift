internal import Glibc
internal import Indicators
internal import Synchronization

/// The file of a Unix socket in its folder.
final class SocketFile: Sendable {
    /// Why nobody can listen there.
    enum Fault: Error, Hashable, CustomStringConvertible {
        case holdsSomethingElse(path: String)
        case isTaken(path: String)

        var description: String {
            switch self {
            case .holdsSomethingElse(let path): "'\(path.shownSafely())' holds something else than a socket"
            case .isTaken(let path): "another process answers on '\(path.shownSafely())'"
            }
        }
    }

    /// What tells a file from another one that has its name later.
    fileprivate struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    let path: String
    private let own = Mutex<Identity?>(nil)

    init(path: String) {
        self.path = path
    }

    /// Sees to it that listening there, which removes a socket that has the name, takes nothing from anybody.
    func checkIsFree() async throws {
        guard let status = Self.status(path) else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw Fault.holdsSomethingElse(path: path) }
        guard await !SocketClient(path: path).isAnswered() else { throw Fault.isTaken(path: path) }
    }

    /// Notes that we listen there, and lets the group connect: the folder decides who else gets that far.
    ///
    /// - Returns: why the group cannot, as the system puts it; `nil` where it can.
    func open() -> String? {
        let identity = Self.status(path).map(Identity.init)
        own.withLock { $0 = identity }
        return chmod(path, 0o660) == 0 ? nil : String(cString: strerror(errno))
    }

    /// Removes the file, unless it has become somebody else's.
    func remove() {
        guard let own = own.withLock(\.self), Self.status(path).map(Identity.init) == own else { return }
        unlink(path)
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }
}

extension SocketFile.Identity {
    fileprivate init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}
