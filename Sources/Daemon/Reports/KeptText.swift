internal import Files
internal import SystemPackage

/// A text that is whole: in memory, or in a file without a name that goes with it.
struct KeptText: Sendable {
    /// In bytes.
    private static let piece = 64 * 1024

    private let memory: [UInt8]
    /// The file that holds it, where it is long.
    let file: OpenFile?
    /// In bytes.
    let length: Int

    init(_ text: String) {
        self.init(memory: Array(text.utf8), file: nil, length: text.utf8.count)
    }

    init(memory: [UInt8], file: OpenFile?, length: Int) {
        (self.memory, self.file, self.length) = (memory, file, length)
    }

    /// The bytes at a place, as many as make a piece; none at the end.
    func piece(at offset: Int) throws(FileSystemFault) -> [UInt8] {
        if let file { return try file.read(at: offset, count: Self.piece) }
        return Array(memory[offset..<min(offset + Self.piece, memory.count)])
    }

    /// Gives all of it in pieces, in order.
    func write(_ write: (String) throws -> Void) throws {
        var characters = WholeCharacters()
        var offset = 0
        while offset < length {
            let bytes = try piece(at: offset)
            guard !bytes.isEmpty else {
                throw FileSystemFault.failed(call: "read", path: file?.shownPath ?? "", code: .ioError)
            }
            offset += bytes.count
            try write(characters.text(with: bytes))
        }
        try write(characters.end())
    }
}
