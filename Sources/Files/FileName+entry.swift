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

    /// The name with something before its extension, so that programs still know what kind of file it is.
    ///
    /// A file may have two, as `cijfers.csv.gz`; a year or a number between dots is none.
    package func marked(by mark: String) -> FileName {
        let ending = Array(bytes.suffix(extensionLength))
        let stem = FileName(bytes: Array(bytes.dropLast(ending.count)))
        let room = 255 - ending.count
        let tail = ".\(mark)"
        return FileName(bytes: stem.bytes.prefix(room - tail.utf8.count) + Array(tail.utf8) + ending)
    }

    /// The bytes of the extensions with their dots.
    private var extensionLength: Int {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.dropFirst().reversed().prefix(2).prefix(while: Self.isExtension).reduce(0) { $0 + $1.count + 1 }
    }

    private static func isExtension(_ part: ArraySlice<UInt8>) -> Bool {
        let isLetter = { (byte: UInt8) in (65...90).contains(byte) || (97...122).contains(byte) }
        return (1...5).contains(part.count) && part.contains(where: isLetter)
            && part.allSatisfy { isLetter($0) || (48...57).contains($0) }
    }

    /// The name with something behind it, cut before that so that the whole is a name.
    package func extended(by tail: String) -> FileName {
        FileName(bytes: bytes.prefix(255 - tail.utf8.count) + Array(tail.utf8))
    }
}
