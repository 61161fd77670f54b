package import Feeds
internal import Glibc

extension Directory {
    /// Opens for reading, without following a symbolic link, waiting for a FIFO or taking a terminal.
    package func openFile(_ name: FileName) throws(FileSystemFault) -> OpenFile {
        try open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, "open", mode: 0)
    }

    /// Opens for reading and for writing at the end, made where it does not exist.
    package func openForAppending(_ name: FileName, mode: UInt32) throws(FileSystemFault) -> OpenFile {
        try open(name, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, "open", mode: mode)
    }

    /// Makes a file that does not exist, for writing and reading.
    package func createFile(_ name: FileName, mode: UInt32) throws(FileSystemFault) -> OpenFile {
        try open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, "create", mode: mode)
    }

    private func open(
        _ name: FileName,
        _ flags: Int32,
        _ what: String,
        mode: UInt32
    ) throws(FileSystemFault) -> OpenFile {
        let opened = try call(name) { openat(self.descriptor, $0, flags, mode) }.orFault(what, shown(name))
        return OpenFile(descriptor: opened, shownPath: shown(name))
    }
}
