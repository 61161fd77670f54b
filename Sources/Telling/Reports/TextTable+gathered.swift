internal import Indicators

extension TextTable {
    /// The rows of a long table, gathered as the bytes of their cells until the widths of all columns are known.
    struct Gathered: Sendable {
        /// No cell has it: what a reader cannot see is escaped.
        private static let end = UInt8(ascii: "\n")
        /// So many bytes go out in one piece.
        private static let piece = 64 * 1024

        private var bytes: [UInt8] = []
        private var widths: [Int] = []
        private var columns = 0

        /// Adds a row; each has as many cells as the first.
        mutating func add(_ row: [String], limit: Int = 80) {
            columns = max(columns, row.count)
            for (column, cell) in row.enumerated() {
                let shown = cell.shownSafely(limit: limit)
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], shown.width)
                bytes.append(contentsOf: shown.utf8)
                bytes.append(Self.end)
            }
        }

        /// Writes the table in pieces.
        ///
        /// - Parameters:
        ///   - header: the first row, of the columns that stay.
        ///   - left: the columns that are left out.
        ///   - write: takes a piece.
        /// - Throws: what `write` throws.
        func write(header: [String], leavingOut left: Set<Int>, _ write: (String) throws -> Void) rethrows {
            let places = (0..<max(columns, header.count + left.count)).filter { !left.contains($0) }
            let widths = zip(places, header).map { place, title in
                max(place < self.widths.count ? self.widths[place] : 0, title.width)
            }
            var text = TextTable.line(header.map { $0[...] }, widths) + "\n"
            var cells: [Substring] = []
            var column = 0
            var start = bytes.startIndex
            while start < bytes.endIndex, let end = bytes[start...].firstIndex(of: Self.end) {
                if !left.contains(column) { cells.append(Substring(decoding: bytes[start..<end], as: UTF8.self)) }
                start = end + 1
                column += 1
                guard column == columns else { continue }
                text += TextTable.line(cells, widths) + "\n"
                cells.removeAll(keepingCapacity: true)
                column = 0
                guard text.utf8.count >= Self.piece else { continue }
                try write(text)
                text = ""
            }
            if !text.isEmpty { try write(text) }
        }
    }
}

extension StringProtocol {
    /// The number of characters, which of ASCII letters is that of bytes.
    fileprivate var width: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : count }
}
