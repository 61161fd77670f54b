/// The forms of file that are recognised, each with what its row interpreter needs of the header.
package enum FileForm: Hashable, Sendable {
    /// The plain form of the contract (design, "Measurement CSV"): one value a row.
    case plain(ColumnLayout<PlainColumn>)
    /// Reports of milestones: one a row, of one milestone as it stood on one day.
    case milestone(ColumnLayout<MilestoneColumn>)
    /// A table of somebody else, as the schema of a feed profile says it is to be read.
    case table(TableLayout)

    /// The word for the form.
    package var label: String {
        switch self {
        case .plain: FormName.plain.rawValue
        case .milestone: FormName.milestone.rawValue
        case .table(let layout): layout.form.rawValue
        }
    }

    /// The number of fields in each row.
    var columnCount: Int {
        switch self {
        case .plain(let layout): layout.columns.count
        case .milestone(let layout): layout.columns.count
        case .table(let layout): layout.titles.count
        }
    }

    /// The columns at the end whose header is empty: spreadsheets add them, and nothing may stand in them.
    var unnamed: Range<Int> {
        switch self {
        case .plain(let layout): layout.unnamed
        case .milestone(let layout): layout.unnamed
        case .table(let layout): layout.unnamed
        }
    }

    /// Whether the first column only counts the rows.
    var hasRowNumbers: Bool {
        switch self {
        case .plain(let layout): layout.hasRowNumbers
        case .milestone(let layout): layout.hasRowNumbers
        case .table: false
        }
    }

    /// The column in which the periods stand; `nil` where none does, or something else says of which period the values are.
    var period: Int? {
        switch self {
        case .plain(let layout): layout.index(of: .period)
        case .milestone: nil
        case .table(let layout): layout.period == nil ? layout.places[.period] : nil
        }
    }

    /// The columns whose numbers settle the decimal sign of the file, with their places.
    var decimals: [(index: Int, title: String)] {
        switch self {
        case .plain(let layout):
            PlainColumn.decimals.compactMap { column in layout.index(of: column).map { ($0, column.dutch) } }
        case .milestone: []
        case .table(let layout): layout.decimals.map { ($0, layout.title($0)) }
        }
    }
}

extension FileDialect {
    /// The rows of the file that was surveyed, read again from the start.
    package func rows(_ source: any ByteSource, in context: ReadingContext) -> any RowReader {
        let rows = lines(source, in: context)
        return container.sheet == nil ? rows : SheetRows(rows, form: form)
    }

    private func lines(_ source: any ByteSource, in context: ReadingContext) -> any RowReader {
        switch form {
        case .plain(let layout):
            FormRows<PlainInterpreter>(source, dialect: self, layout: layout, context: context)
        case .milestone(let layout):
            FormRows<MilestoneInterpreter>(source, dialect: self, layout: layout, context: context)
        case .table(let layout):
            TableRows(source, dialect: self, layout: layout, context: context)
        }
    }
}
