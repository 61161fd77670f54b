/// Splits bytes in records as RFC 4180 says, from chunks that may end anywhere.
///
/// Line ends may be LF, CRLF or CR. A quote within a field that does not begin with one is kept as text: RFC 4180 has no
/// such fields, but it cannot change where a field ends, and every reader in use takes it so. Anything behind a closing
/// quote is refused: there readers differ. Ours, because nothing that exists names the line of a fault, finds quotes that
/// swallow rows and keeps to one record in memory at the speed of `sqlite3 .import`.
package struct CSVParser: Sendable {
    private enum State {
        case fieldStart
        case plain
        case quoted
        /// Behind a quote in a quoted field: the end of the field, or the first of a pair.
        case quoteInQuoted
    }

    private let marks: CSVMarks
    private let limits: CSVLimits
    private var state = State.fieldStart
    /// The physical line of the next byte, from 1.
    package private(set) var line = 1
    /// Whether the last byte was a CR, so that an LF belongs to the same line end.
    private(set) var isBehindReturn = false
    /// Whether a record has begun: an empty rest of the file is no record.
    private var isInRecord = false
    private var quoteLine = 1
    private var quoteStart = 0
    private var hasBreak = false
    private var hasSeparator = false

    package init(separator: UInt8, limits: CSVLimits = CSVLimits()) {
        marks = CSVMarks(separator: separator)
        self.limits = limits
    }

    /// Reads on until a record is whole (`true`) or the chunk is used up (`false`).
    ///
    /// It begins at `position` in the chunk, and leaves there where to go on. The record must be the same one in every
    /// call; it begins anew after it was whole.
    package mutating func read(
        _ chunk: [UInt8],
        from position: inout Int,
        into record: inout Record
    ) throws(CSVFault) -> Bool {
        while position < chunk.count {
            if isBehindReturn { passLineFeed(chunk.span, &position) }
            guard position < chunk.count else { return false }
            if !isInRecord {
                if findWhole(chunk, &position, &record) { return true }
                begin(&record)
            }
            if try step(chunk.span, &position, &record) { return true }
        }
        return false
    }

    /// Finds the next record where it lies whole in the chunk: the way of nearly every record of nearly every file.
    private mutating func findWhole(_ chunk: [UInt8], _ position: inout Int, _ record: inout Record) -> Bool {
        guard let end = record.find(in: chunk, from: position, line: line, marks) else { return false }
        position = end + 1
        endLine(chunk[end])
        return true
    }

    /// Closes the last record, which need not end in a line end; `false` where there is none.
    package mutating func finish(into record: inout Record) throws(CSVFault) -> Bool {
        if state == .quoted { throw .unterminatedQuote(line: quoteLine) }
        guard isInRecord else { return false }
        try endField(&record)
        endRecord()
        return true
    }

    private mutating func passLineFeed(_ chunk: Span<UInt8>, _ position: inout Int) {
        isBehindReturn = false
        guard chunk[position] == ASCII.lineFeed else { return }
        position += 1
    }

    private mutating func step(
        _ chunk: Span<UInt8>,
        _ position: inout Int,
        _ record: inout Record
    ) throws(CSVFault) -> Bool {
        switch state {
        case .fieldStart:
            state = .plain
            if chunk[position] == ASCII.quote { openQuote(&position, &record) }
            return false
        case .plain: return try readPlain(chunk, &position, &record)
        case .quoted:
            try readQuoted(chunk, &position, &record)
            return false
        case .quoteInQuoted: return try readBehindQuote(chunk, &position, &record)
        }
    }

    private mutating func begin(_ record: inout Record) {
        isInRecord = true
        record.begin(line: line)
    }

    private mutating func openQuote(_ position: inout Int, _ record: inout Record) {
        position += 1
        state = .quoted
        quoteLine = line
        quoteStart = record.byteCount
        record.quoteField()
        hasBreak = false
        hasSeparator = false
    }

    /// Reads fields without quotes, as many as follow each other.
    private mutating func readPlain(
        _ chunk: Span<UInt8>,
        _ position: inout Int,
        _ record: inout Record
    ) throws(CSVFault) -> Bool {
        while true {
            let end = marks.end(in: chunk, from: position)
            position = record.append(chunk, position..<end)
            guard position == end else { throw .recordTooLong(line: record.line) }
            guard position < chunk.count else { return false }
            let byte = chunk[position]
            try endField(&record)
            position += 1
            guard byte == marks.separator else {
                endLine(byte)
                endRecord()
                return true
            }
            guard position < chunk.count, chunk[position] != ASCII.quote else {
                state = .fieldStart
                return false
            }
        }
    }

    private mutating func readQuoted(
        _ chunk: Span<UInt8>,
        _ position: inout Int,
        _ record: inout Record
    ) throws(CSVFault) {
        while position < chunk.count {
            let byte = chunk[position]
            position += 1
            if byte == ASCII.quote {
                state = .quoteInQuoted
                return
            }
            try keep(byte, &record)
            if byte == marks.separator {
                hasSeparator = true
            } else if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                endLineInQuotes(byte, record)
            }
        }
    }

    /// Counts a line end within quotes; both bytes of a CRLF are kept in the field.
    private mutating func endLineInQuotes(_ byte: UInt8, _ record: borrowing Record) {
        hasBreak = true
        line += byte == ASCII.lineFeed && endsWithReturn(record) ? 0 : 1
    }

    private func endsWithReturn(_ record: borrowing Record) -> Bool {
        record.byteCount - 2 >= quoteStart && record.bytes[record.byteCount - 2] == ASCII.carriageReturn
    }

    private mutating func readBehindQuote(
        _ chunk: Span<UInt8>,
        _ position: inout Int,
        _ record: inout Record
    ) throws(CSVFault) -> Bool {
        switch chunk[position] {
        case ASCII.quote:
            state = .quoted
            position += 1
            try keep(ASCII.quote, &record)
        case let byte where marks.isEnd(byte):
            state = .plain
        default: throw .textAfterQuote(line: line)
        }
        return false
    }

    private func keep(_ byte: UInt8, _ record: inout Record) throws(CSVFault) {
        if hasBreak, hasSeparator, record.byteCount - quoteStart >= limits.swallowedBytes {
            throw .swallowedRows(line: quoteLine)
        }
        guard record.append(byte) else { throw .recordTooLong(line: record.line) }
    }

    private func endField(_ record: inout Record) throws(CSVFault) {
        guard record.endField() else { throw .tooManyColumns(line: record.line) }
    }

    private mutating func endLine(_ byte: UInt8) {
        line += 1
        isBehindReturn = byte == ASCII.carriageReturn
    }

    private mutating func endRecord() {
        isInRecord = false
        state = .fieldStart
    }
}
