internal import Feeds
internal import Indicators

/// What stands where in a target table, whichever way it was copied.
struct TargetTableGrid {
    /// What stands on one line of the table.
    enum Line {
        case heading(TargetTableText)
        case footnote(TargetTableText)
        case row(TargetTableRow)
    }

    /// The heading of the table.
    var title: String?
    /// What stands above the table and its heading.
    var above: [TargetTableText] = []
    var columns: [TargetTableColumn]
    var lines: [Line]
    /// What stands below the last row.
    var below: [TargetTableText] = []

    init(title: String?, above: [TargetTableText], columns: [TargetTableColumn], lines: [Line]) {
        self.title = title
        self.above = above
        self.columns = columns
        let end = lines.lastIndex { if case .row = $0 { true } else { false } }.map { $0 + 1 } ?? 0
        self.lines = Array(lines[..<end])
        for line in lines[end...] {
            if case .heading(let text) = line { below.append(text) } else { self.lines.append(line) }
        }
    }

    /// Reads a text in the layout that it shows.
    ///
    /// - Parameter utf8: the text.
    /// - Throws: why it is no table, or none that can be taken for one thing only.
    init(reading utf8: [UInt8]) throws(TargetTableFault) {
        var broken: FileFault?
        for separator in [Separator.tab, .semicolon] where utf8.contains(separator.byte) {
            let sheet = try TargetTableSheet(utf8, separator: separator)
            if let grid = try sheet.grid() {
                self = grid
                return
            }
            broken = broken ?? sheet.fault
        }
        let text = try TargetTableParagraphs(utf8)
        if let grid = try text.grid() {
            self = grid
        } else if let broken {
            throw .brokenRows(broken)
        } else {
            throw text.noColumns
        }
    }

    /// The grid with the columns settled up to `measuredUntil` as measured ones.
    ///
    /// - Parameter measuredUntil: the last period that was measured; `nil` where the names of the columns say it.
    /// - Returns: the grid, in which no two columns say the same.
    /// - Throws: what about the columns or the rows cannot be settled.
    func settled(measuredUntil: Period?) throws(TargetTableFault) -> TargetTableGrid {
        var grid = self
        for index in columns.indices {
            if let measuredUntil, columns[index].period.end <= measuredUntil.end {
                grid.columns[index].isMeasured = true
            }
        }
        try grid.checkColumns()
        guard grid.hasRows else { throw .noRows(line: columns.first?.line ?? 1) }
        return grid
    }

    private var hasRows: Bool {
        lines.contains { if case .row = $0 { true } else { false } }
    }

    private func checkColumns() throws(TargetTableFault) {
        for (index, column) in columns.enumerated() {
            if let first = columns.first, first.period.kind != column.period.kind {
                throw .columnsOfDifferentKinds(first, column)
            }
            let twin = columns[..<index].first {
                $0.period == column.period && $0.isMeasured == column.isMeasured
            }
            if let twin { throw .columnTwice(twin, column) }
        }
    }
}
