internal import Indicators

/// What the rows of a table show of the properties that its schema does not name.
struct TableSurvey {
    private let layout: TableLayout
    private var members: [Int: Members] = [:]

    /// What stands in one column.
    private struct Members {
        var first: String
        var isVaried = false
        var total: String?
    }

    init(_ layout: TableLayout) {
        self.layout = layout
    }

    /// The decimal sign that the form of the table has.
    var decimalSign: DecimalSign? { layout.form.decimalSign }

    mutating func note(_ record: borrowing Record) {
        for column in layout.dimensions { note(record, column) }
    }

    private mutating func note(_ record: borrowing Record, _ column: Int) {
        let bytes = record.bytes.span
        let cell = Cell.trimmed(bytes, record.range(column))
        if let known = members[column], known.isVaried, known.total != nil { return }
        let member = ColumnTitle.folded(Cell.text(bytes, cell))
        var seen = members[column] ?? Members(first: member)
        if member != seen.first { seen.isVaried = true }
        if seen.total == nil, TotalMember.isTotal(member) { seen.total = member }
        members[column] = seen
    }

    /// The layout with every property that has a total pinned to it.
    ///
    /// - Throws: that a property has one member only, which is a part: the numbers would pass for those of the whole.
    func settled() throws(FileFault) -> TableLayout {
        var layout = layout
        for column in layout.dimensions {
            guard let seen = members[column] else { continue }
            if let total = seen.total {
                layout.pins.append(.init(index: column, members: [total]))
            } else if !seen.isVaried, !seen.first.isEmpty {
                throw FileFault(.unpinnedDimension, column: layout.title(column), cell: seen.first)
            }
        }
        let pinned = Set(layout.pins.map(\.index))
        layout.dimensions.removeAll(where: pinned.contains)
        return layout
    }
}
