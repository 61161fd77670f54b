internal import Feeds

extension CellReference {
    private static let mostLetters = 3
    private static let mostDigits = 7

    /// Reads `C14`; `nil` for anything else.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var row = 0
        var index = 0
        while index < text.count, index < Self.mostLetters, text[index] &- UInt8(ascii: "A") < 26 {
            column = column * 26 + Int(text[index] - UInt8(ascii: "A")) + 1
            index += 1
        }
        let digits = text.count - index
        guard column > 0, (1...Self.mostDigits).contains(digits) else { return nil }
        while index < text.count {
            guard text[index] &- UInt8(ascii: "0") < 10 else { return nil }
            row = row * 10 + Int(text[index] - UInt8(ascii: "0"))
            index += 1
        }
        guard row > 0 else { return nil }
        self.init(row: row, column: column - 1)
    }
}

extension CellRange {
    /// Reads `B2:D2`; `nil` for anything else.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
            let first = CellReference(UnsafeBufferPointer(rebasing: text[..<colon])),
            let last = CellReference(UnsafeBufferPointer(rebasing: text[(colon + 1)...])),
            first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}
