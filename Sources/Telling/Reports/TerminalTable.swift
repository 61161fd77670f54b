internal import Indicators

/// Columns of text that fit a terminal: the last one goes on below itself, and where that is not enough others are cut.
///
/// Nothing in a cell can steer the terminal.
struct TerminalTable {
    struct Row {
        let cells: [String]
        var paint: TerminalPaint?
    }

    private let rows: [Row]
    private let layout: TerminalLayout
    private let widths: [Int]

    private static let gap = 2
    /// What is narrower is not cut, and the last column gets this much of what there is.
    private static let leastWidth = 10
    private static let leastLast = 16
    /// The first columns name the thing: they are cut last.
    private static let naming = 2

    /// A table; every row has as many cells as the header.
    init(header: [String], rows: [Row], on layout: TerminalLayout) {
        let all = [Row(cells: header)] + rows
        self.rows = all.map { Row(cells: $0.cells.map { $0.shownSafely(limit: 1000) }, paint: $0.paint) }
        self.layout = layout
        widths = Self.widths(self.rows, in: layout.width)
    }

    var text: String { rows.map(lines).joined() }

    private static func widths(_ rows: [Row], in total: Int) -> [Int] {
        let count = rows.first?.cells.count ?? 0
        var widths = (0..<count).map { column in rows.map { $0.cells[column].count }.max() ?? 0 }
        guard let last = widths.popLast() else { return [] }
        let room = max(0, total - gap * widths.count)
        let needed = min(last, leastLast)
        while widths.reduce(0, +) + needed > room, let column = widest(of: widths) { widths[column] -= 1 }
        return widths + [max(needed, min(last, room - widths.reduce(0, +)))]
    }

    /// The column that can be cut best; `nil` where none can.
    private static func widest(of widths: [Int]) -> Int? {
        let wide = widths.indices.filter { widths[$0] > leastWidth }
        let others = wide.filter { $0 >= naming }
        return (others.isEmpty ? wide : others).max { widths[$0] < widths[$1] }
    }

    private func lines(_ row: Row) -> String {
        guard let end = row.cells.last, let width = widths.last else { return "\n" }
        let wrapped = layout.wrapped(end, to: width)
        let fixed = zip(row.cells.dropLast(), widths).enumerated().map { column, cell in
            layout.painted(Self.padded(cell.0, cell.1), column == 0 ? row.paint : nil) + Self.blanks(Self.gap)
        }
        let indent = Self.blanks(widths.dropLast().reduce(0) { $0 + $1 + Self.gap })
        return ([fixed.joined()] + Array(repeating: indent, count: wrapped.count - 1))
            .enumerated().map { Self.trimmed($1 + wrapped[$0]) + "\n" }.joined()
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    private static func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

    private static func padded(_ cell: String, _ width: Int) -> String {
        guard cell.count > width else { return cell + blanks(width - cell.count) }
        return cell.prefix(max(0, width - 1)) + "…"
    }
}
