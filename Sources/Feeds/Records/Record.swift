/// One record of a table: the cells of a line, or of a row of a sheet; its storage is used again for the next one.
///
/// A record that lies whole in the bytes that were read is not copied: then its fields are places in those.
package struct Record: Sendable {
    /// The physical line on which the record begins, from 1.
    package internal(set) var line = 1
    /// The number of fields.
    package internal(set) var fieldCount = 0
    /// What the fields are places in.
    private(set) var bytes: [UInt8]
    /// The bytes of all fields together, without quotes and separators.
    private(set) var byteCount = 0
    private var starts: [Int]
    private var ends: [Int]
    /// Which of the first 128 fields stood in quotation marks, as bits.
    private var quotedFields: UInt128 = 0
    /// The most bytes of one record.
    private let room: Int
    /// Whether the fields are places in bytes that were read; the record's own are in `other` then.
    private var isLent = false
    private var other: [UInt8] = []

    /// An empty record with room for the largest one that is allowed.
    package init(limits: CSVLimits = CSVLimits()) {
        room = limits.recordBytes
        bytes = [UInt8](repeating: 0, count: limits.recordBytes)
        starts = [Int](repeating: 0, count: limits.columns)
        ends = starts
    }

    /// Whether the line is empty: a single field without a byte.
    package var isEmptyLine: Bool { fieldCount <= 1 && byteCount == 0 }

    /// Adds empty fields up to so many: a sheet has no cells behind the last that is filled.
    mutating func pad(to count: Int) {
        while fieldCount < min(count, ends.count) {
            starts[fieldCount] = 0
            ends[fieldCount] = 0
            fieldCount += 1
        }
    }

    /// Where the field's bytes lie.
    func range(_ field: Int) -> Range<Int> { starts[field]..<ends[field] }

    /// Whether the field stood in quotation marks; only of the first 128 is it known.
    func isQuoted(_ field: Int) -> Bool { field < 128 && quotedFields & (1 << UInt128(field)) != 0 }

    /// The field as text; what is not UTF-8 is replaced.
    package func text(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

    /// All fields as text.
    package var texts: [String] { (0..<fieldCount).map(text) }
}

// MARK: Filled byte by byte

extension Record {
    /// Begins anew on a line, in storage of its own.
    mutating func begin(line: Int) {
        if isLent {
            swap(&bytes, &other)
            isLent = false
        }
        self.line = line
        fieldCount = 0
        byteCount = 0
        quotedFields = 0
    }

    /// Notes that the field that begins stands in quotation marks.
    mutating func quoteField() {
        if fieldCount < 128 { quotedFields |= 1 << UInt128(fieldCount) }
    }

    /// Adds a byte to the field; `false` where there is no room for it.
    mutating func append(_ byte: UInt8) -> Bool {
        guard byteCount < room else { return false }
        bytes[byteCount] = byte
        byteCount += 1
        return true
    }

    /// Adds bytes to the field; gives where in the chunk it stopped for want of room.
    mutating func append(_ chunk: Span<UInt8>, _ range: Range<Int>) -> Int {
        let start = byteCount
        let count = min(range.count, room - start)
        var target = bytes.mutableSpan
        for offset in 0..<count { target[start + offset] = chunk[range.lowerBound + offset] }
        byteCount += count
        return range.lowerBound + count
    }

    /// Ends the field; `false` where there are too many.
    mutating func endField() -> Bool {
        guard fieldCount < ends.count else { return false }
        starts[fieldCount] = fieldCount == 0 ? 0 : ends[fieldCount - 1]
        ends[fieldCount] = byteCount
        fieldCount += 1
        return true
    }
}

// MARK: Found whole

extension Record {
    /// Finds a record that lies whole in a chunk of a file; gives where it ends, at its line end.
    ///
    /// - Parameters:
    ///   - chunk: the bytes that were read.
    ///   - start: where the record begins.
    ///   - line: the line on which it does.
    ///   - marks: what parts the fields.
    /// - Returns: `nil` where it goes on behind the chunk, or has something in it that has to be looked at byte by byte: a
    ///   quotation mark within quotation marks, a line end there, or more than a record may have.
    mutating func find(in chunk: [UInt8], from start: Int, line: Int, _ marks: CSVMarks) -> Int? {
        var found = Found()
        let end = Self.find(chunk.span, start, marks, &starts, &ends, &found)
        guard let end, found.bytes <= room else { return nil }
        lend(chunk)
        self.line = line
        fieldCount = found.fields
        byteCount = found.bytes
        quotedFields = found.quoted
        return end
    }

    private struct Found {
        var fields = 0
        var bytes = 0
        var quoted: UInt128 = 0
    }

    private static func find(
        _ chunk: Span<UInt8>,
        _ start: Int,
        _ marks: CSVMarks,
        _ starts: inout [Int],
        _ ends: inout [Int],
        _ found: inout Found
    ) -> Int? {
        var starts = starts.mutableSpan
        var ends = ends.mutableSpan
        var position = start
        while found.fields < ends.count {
            let isQuoted = position < chunk.count && chunk[position] == ASCII.quote
            let first = isQuoted ? position + 1 : position
            let last = isQuoted ? marks.quote(in: chunk, from: first) : marks.end(in: chunk, from: first)
            position = isQuoted ? last + 1 : last
            guard position < chunk.count, marks.isEnd(chunk[position]), !isQuoted || chunk[last] == ASCII.quote else {
                return nil
            }
            starts[found.fields] = first
            ends[found.fields] = last
            if isQuoted, found.fields < 128 { found.quoted |= 1 << UInt128(found.fields) }
            found.fields += 1
            found.bytes += last - first
            if chunk[position] != marks.separator { return position }
            position += 1
        }
        return nil
    }

    private mutating func lend(_ chunk: [UInt8]) {
        if !isLent {
            swap(&bytes, &other)
            isLent = true
        }
        // The same bytes as of the record before, mostly: taking them again would count their owners again.
        let isSame = bytes.withUnsafeBufferPointer { mine in
            chunk.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
        }
        if !isSame { bytes = chunk }
    }
}
