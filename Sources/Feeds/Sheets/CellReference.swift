/// The place of a cell in a sheet, as spreadsheets name it: `C14`.
package struct CellReference: Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package let row: Int
    /// From 0.
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// The column and the row: `C14`.
    package var description: String { Self.letters(column) + String(row) }

    /// The letters of a column, which counts from 0: `A`, `Z`, `AA`.
    package static func letters(_ column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
