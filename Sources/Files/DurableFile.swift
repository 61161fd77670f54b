package import Feeds

/// Writing a file so that after a power cut it is there whole or not at all.
package enum DurableFile {
    /// Writes under a name of its own in the same folder: nothing ends in a place where others look before it is on disk.
    ///
    /// - Parameters:
    ///   - folder: where the file will have its place.
    ///   - mode: its rights, before the process's mask.
    ///   - write: puts the content into the new file.
    /// - Throws: ``FileSystemFault``, and what `write` throws; nothing is left behind then.
    /// - Returns: the name, for ``Directory/move(_:to:as:)`` and the like.
    package static func writeAside(
        in folder: Directory,
        mode: UInt32 = 0o640,
        write: (OpenFile) throws -> Void
    ) throws -> FileName {
        let name = newAside()
        let file = try folder.createFile(name, mode: mode)
        do {
            try write(file)
            try file.sync()
        } catch {
            _ = try? folder.remove(name)
            throw error
        }
        return name
    }

    /// Writes a file whole, in the place of one that has the name.
    ///
    /// The name itself is on disk with the next ``Directory/sync()``.
    package static func write(
        _ bytes: [UInt8],
        as name: FileName,
        in folder: Directory,
        mode: UInt32 = 0o640
    ) throws {
        let aside = try writeAside(in: folder, mode: mode) { try $0.write(bytes) }
        try folder.replace(name, in: folder, with: aside)
    }

    /// A name that nobody has, for a file that is being written.
    package static func newAside() -> FileName { FileName(".\(SystemCall.randomHexadecimal())\(tail)") }

    /// Whether the name is one that ``newAside()`` gives.
    package static func isAside(_ name: FileName) -> Bool {
        name.bytes.count == 17 + tail.utf8.count && name.bytes.first == UInt8(ascii: ".")
            && name.bytes.suffix(tail.utf8.count).elementsEqual(tail.utf8)
    }

    private static let tail = ".tmp"

    /// Moves an entry out of the way, to the first free of `name.tag-1`, `name.tag-2` and so on.
    ///
    /// - Returns: its new name.
    package static func setAside(
        _ name: FileName,
        in folder: Directory,
        tag: String
    ) throws(FileSystemFault) -> FileName {
        var number = 1
        while true {
            let aside = name.extended(by: ".\(tag)-\(number)")
            if try folder.move(name, to: folder, as: aside) { return aside }
            number += 1
        }
    }
}
