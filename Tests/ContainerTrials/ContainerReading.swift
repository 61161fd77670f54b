internal import Feeds
internal import Files
internal import Indicators

/// What is kept of opening one file, however large what it holds is.
struct ContainerReading: Equatable {
    private var fault: FileFault?
    private var bytes = 0
    private var lines = 0
    private var digest = 0

    /// So much is read of one, at most: repeated cells make a lot of little.
    private static let mostBytes = 4 << 20

    init(of file: [UInt8]) throws {
        do {
            try read(file)
        } catch let fault as FileFault {
            try ContainerFailure.unless(!fault.faults.isEmpty, "refused for no reason")
            for fault in fault.faults {
                try ContainerFailure.unless(!fault.sentence(.nl).isEmpty, "a fault without words")
            }
            self.fault = fault
        }
    }

    private mutating func read(_ bytes: [UInt8]) throws {
        let file = try OpenFile.temporary(holding: bytes)
        let table = try OpenedTable(file, asOpened: file.status())
        note(try table.container().hashValue)
        guard var source = try table.lines() else { return }
        while self.bytes < Self.mostBytes, let chunk = try source.nextChunk() { try take(chunk) }
    }

    private mutating func take(_ chunk: [UInt8]) throws {
        try ContainerFailure.unless(!chunk.isEmpty, "an empty piece")
        bytes += chunk.count
        lines += chunk.count { $0 == 0x0A }
        note(chunk.hashValue)
        try ContainerFailure.unless(lines <= 1_048_576, "\(lines) lines of one sheet")
    }

    private mutating func note(_ value: Int) {
        var hasher = Hasher()
        hasher.combine(digest)
        hasher.combine(value)
        digest = hasher.finalize()
    }
}
