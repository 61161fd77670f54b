internal import Indicators

/// What the rows of a table show of the properties that its schema does not name.
struct TableSurvey {
    private var layout: TableLayout
    private var members: [Int: Members] = [:]
    private var forecasts: Set<Int> = []
    private var rows = 0
    /// So many rows show what is in a column of which the title says nothing.
    private static let sample = 1000

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
        rows &+= 1
        for column in layout.dimensions { note(record, column) }
        if rows <= Self.sample { notePeople(record) }
        for column in layout.unused where !forecasts.contains(column) {
            let bytes = record.bytes.span
            if ForecastWord.isOne(bytes, Cell.trimmed(bytes, record.range(column))) { forecasts.insert(column) }
        }
    }

    /// Finds the columns that tell men from women under whatever title.
    private mutating func notePeople(_ record: borrowing Record) {
        let bytes = record.bytes.span
        for column in layout.unused where !layout.titles[column].isEmpty && !layout.dimensions.contains(column) {
            let cell = Cell.trimmed(bytes, record.range(column))
            guard (3...7).contains(cell.count), TotalMember.isPart(ColumnTitle.folded(Cell.text(bytes, cell))) else {
                continue
            }
            layout.dimensions.append(column)
            note(record, column)
            // What stood above was something else.
            if rows > 1 { members[column]?.isVaried = true }
        }
    }

    private mutating func note(_ record: borrowing Record, _ column: Int) {
        let bytes = record.bytes.span
        let cell = Cell.trimmed(bytes, record.range(column))
        if let known = members[column], known.isVaried, known.total != nil { return }
        let member = ColumnTitle.folded(Cell.text(bytes, cell))
        var seen = members[column] ?? Members(first: member)
        if member != seen.first { seen.isVaried = true }
        if seen.total == nil, isTotal(member, column) { seen.total = member }
        members[column] = seen
    }

    private func isTotal(_ member: String, _ column: Int) -> Bool {
        layout.isLevel(column) ? TotalMember.isMunicipal(member) : TotalMember.isTotal(member)
    }

    /// The layout with every property that has a total pinned to it.
    ///
    /// - Throws: that a property has one member only, which is a part: the numbers would pass for those of the whole. Or that
    ///   nothing says of which level the areas are: one code may be a municipality at one, and a district at another.
    func settled() throws(FileFault) -> TableLayout {
        var layout = layout
        for column in layout.dimensions where !forecasts.contains(column) {
            guard let seen = members[column] else { continue }
            if let total = seen.total {
                layout.pins.append(.init(index: column, members: [total]))
            } else if !seen.isVaried && !seen.first.isEmpty || layout.isLevel(column) {
                throw FileFault(.unpinnedDimension, column: layout.title(column), cell: seen.first)
            }
        }
        let pinned = Set(layout.pins.map(\.index))
        layout.forecasts = forecasts.sorted()
        layout.dimensions.removeAll { pinned.contains($0) || forecasts.contains($0) }
        return layout
    }
}
