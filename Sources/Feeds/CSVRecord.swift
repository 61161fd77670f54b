/// One record of a CSV file; its storage is used again for the next one.
package struct CSVRecord: Sendable {
    /// The physical line on which the record begins, from 1.
    package internal(set) var line = 1
    /// The number of fields.
    package internal(set) var fieldCount = 0
    /// The bytes of all fields, one behind the other, without quotes and separators; only the first `byteCount` count.
    var bytes: [UInt8]
    var byteCount = 0
    /// Where each field ends in `bytes`.
    var ends: [Int]

    /// An empty record with room for the largest one that is allowed.
    package init(limits: CSVLimits = CSVLimits()) {
        bytes = [UInt8](repeating: 0, count: limits.recordBytes)
        ends = [Int](repeating: 0, count: limits.columns)
    }

    /// Whether the line is empty: a single field without a byte.
    package var isEmptyLine: Bool { fieldCount <= 1 && byteCount == 0 }

    /// Where the field's bytes lie.
    func range(_ field: Int) -> Range<Int> { (field == 0 ? 0 : ends[field - 1])..<ends[field] }

    /// The field as text; what is not UTF-8 is replaced.
    package func text(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

    /// All fields as text.
    package var texts: [String] { (0..<fieldCount).map(text) }
}

/// How large a CSV record may be.
package struct CSVLimits: Hashable, Sendable {
    /// The bytes of one record, over all of its lines.
    package var recordBytes = 65_536
    package var columns = 1000
    /// The bytes of a quoted field with line breaks and separators in it, which is then taken for swallowed rows.
    package var swallowedBytes = 4096

    package init() {}
}

/// What makes a CSV file unreadable from some line on.
package enum CSVFault: Error, Hashable, Sendable {
    /// The quote that was opened on the line is never closed.
    case unterminatedQuote(line: Int)
    /// Something other than a separator or a line end follows a closing quote.
    case textAfterQuote(line: Int)
    /// The quote that was opened on the line holds a piece of the file instead of a cell.
    case swallowedRows(line: Int)
    case recordTooLong(line: Int)
    case tooManyColumns(line: Int)
}
