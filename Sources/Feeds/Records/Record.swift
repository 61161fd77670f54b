/// One record of a table: the cells of a line, or of a row of a sheet; its storage is used again for the next one.
package struct Record: Sendable {
    /// The physical line on which the record begins, from 1.
    package internal(set) var line = 1
    /// The number of fields.
    package internal(set) var fieldCount = 0
    /// The bytes of all fields, one behind the other, without quotes and separators; only the first `byteCount` count.
    var bytes: [UInt8]
    var byteCount = 0
    /// Where each field ends in `bytes`.
    var ends: [Int]
    /// Which of the first 128 fields stood in quotation marks, as bits.
    var quotedFields: UInt128 = 0

    /// An empty record with room for the largest one that is allowed.
    package init(limits: CSVLimits = CSVLimits()) {
        bytes = [UInt8](repeating: 0, count: limits.recordBytes)
        ends = [Int](repeating: 0, count: limits.columns)
    }

    /// Whether the line is empty: a single field without a byte.
    package var isEmptyLine: Bool { fieldCount <= 1 && byteCount == 0 }

    /// Adds empty fields up to so many: a sheet has no cells behind the last that is filled.
    mutating func pad(to count: Int) {
        while fieldCount < min(count, ends.count) {
            ends[fieldCount] = byteCount
            fieldCount += 1
        }
    }

    /// Where the field's bytes lie.
    func range(_ field: Int) -> Range<Int> { (field == 0 ? 0 : ends[field - 1])..<ends[field] }

    /// Whether the field stood in quotation marks; only of the first 128 is it known.
    func isQuoted(_ field: Int) -> Bool { field < 128 && quotedFields & (1 << UInt128(field)) != 0 }

    /// The field as text; what is not UTF-8 is replaced.
    package func text(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

    /// All fields as text.
    package var texts: [String] { (0..<fieldCount).map(text) }
}
