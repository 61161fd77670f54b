internal import Files

/// Keeps a long answer until it is whole: in memory, and beyond that in a file without a name, where one can be made.
///
/// What is read of the store in one state must not wait for whoever reads the answer.
final class AnswerSpool {
    private static let mostInMemory = 1 << 20

    /// In bytes, where no file can be made.
    private let mostWithoutFile: Int
    private var memory: [UInt8] = []
    private var file: OpenFile?
    /// Of all that was added, in bytes.
    private(set) var length = 0

    /// - Parameter mostWithoutFile: how many bytes are kept in memory where no file can be made.
    init(mostWithoutFile: Int = .max) {
        self.mostWithoutFile = mostWithoutFile
    }

    func add(_ piece: String) throws {
        memory += piece.utf8
        length += piece.utf8.count
        guard memory.count > Self.mostInMemory else { return }
        try spill()
    }

    private func spill() throws {
        do {
            let open = try file ?? OpenFile.temporary(holding: [])
            file = open
        } catch {
            guard memory.count <= mostWithoutFile else { throw error }
            return
        }
        try file?.write(memory)
        memory.removeAll(keepingCapacity: true)
    }

    /// All that was added; nothing is added any more.
    func kept() throws -> KeptText {
        guard file != nil else { return KeptText(memory: memory, file: nil, length: length) }
        try spill()
        return KeptText(memory: [], file: file, length: length)
    }
}
