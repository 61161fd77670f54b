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

    private let separator: UInt8
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
        self.separator = separator
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
        let chunk = chunk.span
        while position < chunk.count {
            if isBehindReturn { passLineFeed(chunk, &position) }
            if position < chunk.count, try step(chunk, &position, &record) { return true }
        }
        return false
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
        if !isInRecord { begin(&record) }
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
        record.line = line
        record.fieldCount = 0
        record.byteCount = 0
        record.quotedFields = 0
    }

    private mutating func openQuote(_ position: inout Int, _ record: inout Record) {
        position += 1
        state = .quoted
        quoteLine = line
        quoteStart = record.byteCount
        if record.fieldCount < 128 { record.quotedFields |= 1 << UInt128(record.fieldCount) }
        hasBreak = false
        hasSeparator = false
    }

    /// Reads fields without quotes, as many as follow each other: the way of nearly every byte of nearly every file.
    private mutating func readPlain(
        _ chunk: Span<UInt8>,
        _ position: inout Int,
        _ record: inout Record
    ) throws(CSVFault) -> Bool {
        let end = chunk.count
        while true {
            copyPlain(chunk, &position, &record)
            guard position < end else { return false }
            let byte = chunk[position]
            guard byte == separator || byte == ASCII.lineFeed || byte == ASCII.carriageReturn else {
                throw .recordTooLong(line: record.line)
            }
            try endField(&record)
            position += 1
            guard byte == separator else {
                endLine(byte)
                endRecord()
                return true
            }
            guard position < end, chunk[position] != ASCII.quote else {
                state = .fieldStart
                return false
            }
        }
    }

    /// Copies bytes up to the end of the field, the chunk or the room.
    private func copyPlain(_ chunk: Span<UInt8>, _ position: inout Int, _ record: inout Record) {
        var from = position
        var to = record.byteCount
        let last = from + min(chunk.count - from, record.bytes.count - to)
        var room = record.bytes.mutableSpan
        while from < last {
            let byte = chunk[from]
            if byte == separator || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
            room[to] = byte
            from += 1
            to += 1
        }
        position = from
        record.byteCount = to
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
            if byte == separator {
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
        case separator, ASCII.lineFeed, ASCII.carriageReturn:
            state = .plain
        default: throw .textAfterQuote(line: line)
        }
        return false
    }

    private func keep(_ byte: UInt8, _ record: inout Record) throws(CSVFault) {
        if hasBreak, hasSeparator, record.byteCount - quoteStart >= limits.swallowedBytes {
            throw .swallowedRows(line: quoteLine)
        }
        guard record.byteCount < record.bytes.count else { throw .recordTooLong(line: record.line) }
        record.bytes[record.byteCount] = byte
        record.byteCount += 1
    }

    private func endField(_ record: inout Record) throws(CSVFault) {
        guard record.fieldCount < record.ends.count else { throw .tooManyColumns(line: record.line) }
        record.ends[record.fieldCount] = record.byteCount
        record.fieldCount += 1
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
