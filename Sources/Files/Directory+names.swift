package import Feeds
internal import Glibc
internal import SystemPackage

extension Directory {
    /// The names in the folder, in no order, without `.` and `..`.
    package func names() throws(FileSystemFault) -> [FileName] {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        // A descriptor of its own, so that two readers do not share one place in the folder.
        let own = try SystemCall.make { openat(self.descriptor, ".", flags) }.orFault("read folder", shownPath)
        guard let stream = fdopendir(own) else {
            let code = Errno.last
            close(own)
            throw .failed(call: "read folder", path: shownPath, code: code)
        }
        defer { closedir(stream) }
        var names: [FileName] = []
        while let name = try nextName(stream) {
            if name.isPlain { names.append(name) }
        }
        return names
    }

    private func nextName(_ stream: OpaquePointer) throws(FileSystemFault) -> FileName? {
        errno = 0
        guard let entry = readdir(stream) else {
            guard errno == 0 else { throw .failed(call: "read folder", path: shownPath, code: .last) }
            return nil
        }
        // `d_name` may be shorter in memory than its declared 256 bytes: only what the pointer reaches up to NUL is read.
        let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 19)
        let length = strlen(start.assumingMemoryBound(to: CChar.self))
        return FileName(bytes: Array(UnsafeRawBufferPointer(start: start, count: length)))
    }
}
