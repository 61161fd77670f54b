internal import Glibc

extension OpenFile {
    /// Whether it belongs to root or this process's user, and nobody else may read or write it.
    package func isForOwnerAlone() throws(FileSystemFault) -> Bool {
        var status = stat()
        _ = try SystemCall.make { fstat(self.descriptor, &status) }.orFault("look at", shownPath)
        return status.st_mode & (S_IRWXG | S_IRWXO) == 0 && (status.st_uid == 0 || status.st_uid == geteuid())
    }
}
