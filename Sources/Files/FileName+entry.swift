package import Feeds
internal import Glibc
package import SystemPackage

/// What a name has to do with folders and paths; the name itself is a pure value, and `Feeds` knows it.
extension FileName {
    /// The name that a path ends in, to the byte; an empty one, which no folder can hold, where it ends in none.
    package init(endOf path: FilePath) {
        let bytes = path.lastComponent?.withPlatformString {
            Array(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
        }
        self.init(bytes: bytes ?? [])
    }

    /// Whether a folder can hold an entry of this name.
    package var isPlain: Bool {
        (1...255).contains(bytes.count) && bytes != Array(".".utf8) && bytes != Array("..".utf8)
            && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(0)
    }

    /// The name with something behind it, cut before that so that the whole is a name.
    package func extended(by tail: String) -> FileName {
        FileName(bytes: bytes.prefix(255 - tail.utf8.count) + Array(tail.utf8))
    }
}
