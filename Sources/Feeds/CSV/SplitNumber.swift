/// Two cells that may be one number: `25,3` without quotation marks, in a file that has commas between its fields.
enum SplitNumber {
    /// Whether the cell looks like what stands before a decimal comma: digits, and a minus sign at most.
    static func isStart(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        let digits = !cell.isEmpty && bytes[cell.lowerBound] == ASCII.minus ? cell.dropFirst() : cell
        return isDigits(bytes, digits)
    }

    /// Whether the cell looks like the decimals behind it: one or two digits, or more where the first is a zero.
    static func isRest(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        isDigits(bytes, cell) && (cell.count <= 2 || bytes[cell.lowerBound] == ASCII.zero)
    }

    private static func isDigits(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        if cell.isEmpty { return false }
        for index in cell where !ASCII.isDigit(bytes[index]) { return false }
        return true
    }
}
