internal import Foundation

/// Keeps other processes from writing to the store, for as long as it lives.
///
/// An advisory lock (`flock`) on a file of its own: closing any descriptor of the database file itself would drop
/// SQLite's locks on it (POSIX). The kernel drops the lock with the process, however that ends; the file stays, for
/// removing it could leave two processes each with a lock on another file of that name.
final class StoreLock: Sendable {
    private let descriptor: CInt

    /// Takes the lock of the store at the path, at once or not at all.
    init(store path: String) throws(StoreError) {
        descriptor = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .failed("open \(path).lock: \(Self.why(errno))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EWOULDBLOCK ? .inUse(path: path) : .failed("lock \(path).lock: \(Self.why(code))")
        }
    }

    deinit {
        // Not by closing alone: a child process that is just being started still has a copy of the descriptor, and the
        // lock would last until it has become another program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Makes an empty file that only its owner may read, where there is none.
    ///
    /// SQLite gives `-wal` and `-shm` the mode of the database. A file that exists keeps the mode that its owner gave it.
    static func makePrivateFile(_ path: String) throws(StoreError) {
        let made = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard made >= 0 else {
            if errno == EEXIST { return }
            throw .failed("make \(path): \(Self.why(errno))")
        }
        close(made)
    }

    private static func why(_ code: CInt) -> String { String(cString: strerror(code)) }
}
