internal import Indicators

/// The names of a header, read as those of one form.
struct FormHeader<Column: FormColumn> {
    let names: [String]
    let columns: [Column?]
    private let unit: String?
    /// The columns that bear the very name of the form.
    private let proper: [Column?]

    init(_ names: [String]) {
        self.names = names
        let meant = names.map(Column.meant)
        columns = meant.map { $0?.column }
        unit = meant.lazy.compactMap { $0?.unit }.first
        proper = names.map(Column.init(named:))
    }

    /// The number of names that are columns of the form.
    var known: Int { columns.count { $0 != nil } }

    private var used: Int { names.count { !$0.isEmpty } }

    private var near: Int { names.count { !$0.isEmpty && NearestName.find($0, in: Column.names) != nil } }

    /// Which of the required columns are there; other names for them count where the header names the indicator, as
    /// `jaar` and `waarde` stand in many a table.
    private var requiredKnown: Int {
        Column.required.count(where: names(Column.subject) ? columns.contains : proper.contains)
    }

    /// Whether the first column only counts the rows: it has no name, or one that programs give it.
    private var hasRowNumbers: Bool {
        let others = ["", "index", "id", "nr", "unnamed: 0", "volgnummer"]
        return names.count > 1 && others.contains(names[0].lowercased()) && names(Column.subject)
    }

    /// Whether the header names the column as it should be.
    func names(_ column: Column) -> Bool { columns.contains(column) }

    /// Whether this is meant as the form: it has two of the required columns, or half of its names are known but for a
    /// typing error.
    var isMeant: Bool { requiredKnown > 1 || (proper.contains { $0 != nil } && near * 2 >= used) }

    /// How much of the header looks like the form, for telling two forms apart.
    var likeness: (near: Int, required: Int) { (near, requiredKnown) }

    /// The columns of the header on this line, or every fault in it.
    func layout(line: Int) throws(FileFault) -> ColumnLayout<Column> {
        let end = names.lastIndex { !$0.isEmpty } ?? 0
        var faults = names[...end].indices.compactMap { fault(at: $0, line: line) }
        for column in Column.required where !columns.contains(column) {
            faults.append(
                RowFault(.missingColumn, line: line, column: column.dutch, detail: .requiredColumns(Column.form))
            )
        }
        guard let first = faults.first else {
            return ColumnLayout(columns: columns, unit: unit, hasRowNumbers: hasRowNumbers)
        }
        let marks = zip(names, columns).filter { $0.1 != nil }.map(\.0)
        throw FileFault(first, Array(faults.dropFirst()))
            .ofFile(takenFor: Recognition(.own(Column.form), marks: marks))
    }

    private func fault(at index: Int, line: Int) -> RowFault? {
        if index == 0, hasRowNumbers { return nil }
        let name = names[index]
        guard let column = columns[index] else {
            let nearest = NearestName.find(name, in: Column.names).map(FaultDetail.nearest)
            return RowFault(.unknownColumn, line: line, cell: name, detail: nearest)
        }
        guard columns[..<index].contains(column) else { return nil }
        return RowFault(.doubledColumn, line: line, column: column.dutch, cell: name)
    }
}
