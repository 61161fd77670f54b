internal import Glibc
internal import SystemPackage

extension Directory {
    /// Keeps others from locking the folder, for as long as it is open (`flock`, advisory).
    ///
    /// - Returns: `false`, at once, where another one has locked it. Where the file system knows no locks, it counts as locked.
    /// - Throws: ``FileSystemFault``.
    package func lock() throws(FileSystemFault) -> Bool {
        do throws(FileSystemFault) {
            return try SystemCall.make { flock(self.descriptor, LOCK_EX | LOCK_NB) }
                .unless(.wouldBlock, "lock", shownPath)
        } catch {
            // As on some shares; the store keeps two daemons with one configuration apart all the same.
            guard error.code == .noLocks || error.code == .notSupported else { throw error }
            return true
        }
    }
}
