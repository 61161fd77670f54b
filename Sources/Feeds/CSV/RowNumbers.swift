internal import Indicators

/// Sees to it that a column without a name, or with that of a program, holds nothing but the numbers of the rows.
struct RowNumbers {
    private var last: Int?

    /// Whether the cell has the number that follows the one before it.
    mutating func follows(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        guard cell.count <= 9, let number = Int(digits: Cell.text(bytes, cell)) else { return false }
        defer { last = number }
        return last.map { number == $0 + 1 } ?? (number <= 1)
    }
}
