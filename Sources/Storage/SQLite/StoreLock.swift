internal import Feeds
internal import Files
internal import SystemPackage

/// Keeps other processes from writing to the store, for as long as it lives.
///
/// An advisory lock (`flock`) on a file of its own: closing any descriptor of the database file itself would drop
/// SQLite's locks on it (POSIX). The kernel drops the lock with the process, however that ends; the file stays, for
/// removing it could leave two processes each with a lock on another file of that name.
final class StoreLock: Sendable {
    private let file: OpenFile

    /// Takes the lock of the store at the path, at once or not at all.
    init(store path: String) throws(StoreError) {
        let isLocked: Bool
        do throws(FileSystemFault) {
            let (folder, name) = try Self.place("\(path).lock")
            file = try folder.openForAppending(name, mode: 0o600)
            isLocked = try file.lock()
        } catch {
            throw .failed(error.description)
        }
        guard isLocked else { throw .inUse(path: path) }
    }

    deinit {
        // Not by closing alone: a child process that is just being started still has a copy of the descriptor, and the
        // lock would last until it has become another program.
        file.unlock()
    }

    /// Makes an empty file that only its owner may read, where there is none.
    ///
    /// SQLite gives `-wal` and `-shm` the mode of the database. A file that exists keeps the mode that its owner gave it.
    static func makePrivateFile(_ path: String) throws(StoreError) {
        do throws(FileSystemFault) {
            let (folder, name) = try place(path)
            _ = try folder.createFile(name, mode: 0o600)
        } catch {
            guard error.code != .fileExists else { return }
            throw .failed(error.description)
        }
    }

    private static func place(_ path: String) throws(FileSystemFault) -> (folder: Directory, name: FileName) {
        let path = FilePath(path)
        return (try Directory.open(path.folder.string), FileName(endOf: path))
    }
}
