internal import Glibc
internal import SystemPackage

extension OpenFile {
    /// Keeps others from locking the file, for as long as it is open (`flock`, advisory).
    ///
    /// - Returns: `false`, at once, where another one has locked it.
    package func lock() throws(FileSystemFault) -> Bool {
        try SystemCall.make { flock(self.descriptor, LOCK_EX | LOCK_NB) }.unless(.wouldBlock, "lock", shownPath)
    }

    /// Lets others lock the file.
    package func unlock() { flock(descriptor, LOCK_UN) }
}
