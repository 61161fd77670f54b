internal import Glibc
internal import Indicators

extension OpenFile {
    /// A file without a name, for what comes or goes over the control socket; it is gone when it is closed.
    package static func temporary(holding bytes: [UInt8]) throws(FileSystemFault) -> OpenFile {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let shown = folder.shownSafely()
        var path = Array("\(folder)/peilwacht-XXXXXX".utf8CString)
        let opened = try SystemCall.make { mkstemp(&path) }.orFault("create a file in", shown)
        let file = OpenFile(descriptor: opened, shownPath: "a file in \(shown)")
        unlink(path)
        _ = try SystemCall.make { fcntl(opened, F_SETFD, FD_CLOEXEC) }.orFault("create a file in", shown)
        try file.write(bytes)
        return file
    }
}
