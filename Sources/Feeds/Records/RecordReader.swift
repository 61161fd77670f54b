/// Reads the records of a file behind its header, second pass.
///
/// It holds one chunk and one record at a time, whatever the size of the file.
struct RecordReader {
    /// What there is next.
    enum Step {
        case record
        /// The structure is broken, and nothing follows.
        case broken(CSVFault)
        case end
    }

    /// The record that was read last.
    private(set) var record = Record()
    private var source: DecodedSource
    private var chunk: [UInt8] = []
    private var position = 0
    private var parser: CSVParser
    private var recordsToSkip: Int
    /// So many fields each row has, of a sheet; 0 of lines of text, which have to have them.
    private let width: Int
    private var isAtEnd = false

    /// Begins at the header, on a source that starts at the first byte again.
    init(_ source: any ByteSource, dialect: FileDialect) {
        self.source = DecodedSource(source, encoding: dialect.encoding)
        parser = CSVParser(separator: dialect.separator.byte)
        recordsToSkip = dialect.recordsBeforeRows
        width = dialect.container.sheet == nil ? 0 : dialect.form.columnCount
    }

    /// Reads the next record.
    ///
    /// Throws what the source of the bytes throws.
    mutating func advance() throws -> Step {
        do {
            while try read() {
                if recordsToSkip == 0 {
                    if !record.isEmptyLine { record.pad(to: width) }
                    return .record
                }
                recordsToSkip -= 1
            }
            return .end
        } catch let fault as CSVFault {
            // The survey has seen the same bytes, so the file changed since: nothing behind this can be trusted.
            isAtEnd = true
            return .broken(fault)
        }
    }

    private mutating func read() throws -> Bool {
        while !isAtEnd {
            if try parser.read(chunk, from: &position, into: &record) { return true }
            guard let next = try source.nextChunk() else {
                isAtEnd = true
                return try parser.finish(into: &record)
            }
            chunk = next
            position = 0
        }
        return false
    }
}
