internal import Indicators

/// Columns of text for a terminal; nothing in a cell can steer it.
package struct TextTable: Sendable {
    private let rows: [[String]]
    private let minimumWidths: [Int]

    /// A table whose cells show at most `limit` scalars.
    ///
    /// - Parameters:
    ///   - header: the first row; `nil` where the table goes on from another one.
    ///   - rows: the others.
    ///   - limit: of each cell.
    ///   - minimumWidths: of the first columns, for a table that comes in parts.
    package init(header: [String]?, rows: [[String]], limit: Int = 80, minimumWidths: [Int] = []) {
        self.rows = ((header.map { [$0] } ?? []) + rows).map { $0.map { $0.shownSafely(limit: limit) } }
        self.minimumWidths = minimumWidths
    }

    /// The table, each row on a line of its own.
    package var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            max(
                column < minimumWidths.count ? minimumWidths[column] : 0,
                rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
            )
        }
        return rows.map { Self.line($0.map { $0[...] }, widths) + "\n" }.joined()
    }

    static func line(_ row: [Substring], _ widths: [Int]) -> String {
        var line = ""
        var gap = 0
        for (cell, width) in zip(row, widths) {
            if !cell.isEmpty {
                line += String(repeating: " ", count: gap)
                line += cell
                gap = 0
            }
            let count = cell.utf8.allSatisfy { $0 < 0x80 } ? cell.utf8.count : cell.count
            gap += width - count + 2
        }
        return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
    }
}
