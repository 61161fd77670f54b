internal import Files
internal import Glibc
internal import SystemPackage

/// Keeps a long answer until it is whole: in memory, and beyond that in a file without a name, where one can be made.
///
/// What is read of the store in one state must not wait for whoever reads the answer.
final class AnswerSpool {
    private static let mostInMemory = 1 << 20

    private var memory = ""
    private var file: UnsafeMutablePointer<FILE>?

    deinit { if let file { fclose(file) } }

    func add(_ piece: String) throws {
        memory += piece
        guard memory.utf8.count > Self.mostInMemory else { return }
        try spill()
    }

    private func spill() throws {
        file = file ?? tmpfile()
        guard let file else { return }
        let written = memory.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
        guard written == memory.utf8.count else { throw Errno(rawValue: errno) }
        memory.removeAll(keepingCapacity: true)
    }

    /// Gives all of it in pieces, in order.
    func write(_ write: (String) throws -> Void) throws {
        guard let file else { return try write(memory) }
        try spill()
        // What is still on its way into the file may find no room; going back would forget that.
        guard fflush(file) == 0 else { throw Errno(rawValue: errno) }
        rewind(file)
        var rest: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            rest += buffer[..<count]
            // A piece ends behind a whole character.
            let end = rest.lastIndex { $0 & 0xC0 != 0x80 }.flatMap { $0 > 0 ? $0 : nil } ?? rest.endIndex
            try write(String(decoding: rest[..<end], as: UTF8.self))
            rest.removeSubrange(..<end)
        }
        guard ferror(file) == 0 else { throw Errno(rawValue: errno) }
        if !rest.isEmpty { try write(String(decoding: rest, as: UTF8.self)) }
    }
}
