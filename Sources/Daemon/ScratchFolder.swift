internal import Files
internal import Glibc

/// A folder that is gone with its object, and all that is in it.
final class ScratchFolder {
    let path: String

    init() throws(FileSystemFault) {
        let above = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(above)/peilwacht-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .failed(call: "make folder in", path: above, code: .last) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        if let folder = try? Directory.open(path) { Self.empty(folder, depth: 0) }
        rmdir(path)
    }

    /// What it makes itself lies two folders deep at most.
    private static func empty(_ folder: Directory, depth: Int) {
        for name in (try? folder.names()) ?? [] {
            if (try? folder.status(of: name))?.kind == .folder, depth < 3 {
                if let inner = try? folder.folder(name) { empty(inner, depth: depth + 1) }
                _ = try? folder.removeFolder(name)
            } else {
                _ = try? folder.remove(name)
            }
        }
    }
}
