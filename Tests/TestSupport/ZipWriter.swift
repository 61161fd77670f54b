/// Writes zip archives byte by byte, true ones and lying ones.
package struct ZipWriter {
    /// One entry; what differs from the truth is said.
    package struct Entry {
        package var name: String
        /// What stands in the archive: the content itself where it is stored.
        package var packed: [UInt8]
        /// What it unpacks to.
        package var content: [UInt8]
        package var method: UInt16 = 0
        package var flags: UInt16 = 0
        /// The name before the bytes, where it is another than in the directory.
        package var localName: String?
        /// The size in the directory.
        package var claimedSize: Int?
        /// The size before the bytes.
        package var claimedLocalSize: Int?
        package var claimedChecksum: UInt32?

        package init(_ name: String, _ content: [UInt8]) {
            self.name = name
            self.content = content
            packed = content
        }

        package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    package var entries: [Entry]
    /// How many entries the end record claims, where it is not the truth.
    package var claimedEntries: Int?
    package var comment: [UInt8] = []

    package init(_ entries: [Entry]) { self.entries = entries }

    /// The archive.
    package var bytes: [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = archive.count
            let checksum = entry.claimedChecksum ?? Self.checksum(entry.content)
            let localName = Array((entry.localName ?? entry.name).utf8)
            let localSize = entry.claimedLocalSize ?? entry.content.count
            archive += [0x50, 0x4B, 3, 4] + Self.common(entry, checksum, localSize, localName.count)
            archive += Self.number(0, 2) + localName + entry.packed
            let size = entry.claimedSize ?? entry.content.count
            directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2)
            directory += Self.common(entry, checksum, size, entry.name.utf8.count)
            directory += Self.number(0, 2 + 2 + 2 + 2 + 4) + Self.number(offset, 4) + Array(entry.name.utf8)
        }
        let count = claimedEntries ?? entries.count
        return archive + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2)
            + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(archive.count, 4)
            + Self.number(comment.count, 2) + comment
    }

    /// What local header and directory have in common.
    private static func common(_ entry: Entry, _ checksum: UInt32, _ size: Int, _ nameLength: Int) -> [UInt8] {
        number(20, 2) + number(Int(entry.flags), 2) + number(Int(entry.method), 2) + number(0, 2) + number(0x21, 2)
            + number(Int(checksum), 4) + number(entry.packed.count, 4) + number(size, 4) + number(nameLength, 2)
    }

    package static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }

    /// CRC-32 as zip has it.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }

    private static let table = (0..<UInt32(256)).map { byte in
        (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
