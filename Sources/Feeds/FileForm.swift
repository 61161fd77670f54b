package import Indicators

/// The forms of file by name, as receipts write them.
package enum FormName: String, Hashable, Sendable, CaseIterable {
    case plain
    case milestone
}

/// The forms of file that are recognised, each with what its row interpreter needs of the header.
package enum FileForm: Hashable, Sendable {
    /// The plain form of the contract: one value a row.
    case plain(PlainForm.Layout)
    /// Reports of milestones: one a row.
    case milestone(MilestoneForm.Layout)

    /// Which form it is.
    package var name: FormName {
        switch self {
        case .plain: .plain
        case .milestone: .milestone
        }
    }

    /// The word for the form.
    package var label: String { name.rawValue }

    /// The number of fields in each row.
    var columnCount: Int {
        switch self {
        case .plain(let layout): layout.columns.count
        case .milestone(let layout): layout.columns.count
        }
    }

    /// The columns whose numbers settle the decimal sign of the file, with their places.
    var decimals: [(index: Int, column: PlainColumn)] {
        switch self {
        case .plain(let layout):
            PlainColumn.decimals.compactMap { column in layout.index(of: column).map { ($0, column) } }
        case .milestone: []
        }
    }
}

extension FileDialect {
    /// The rows of the file that was surveyed, read again from the start.
    package func rows(_ source: any ByteSource, register: IndicatorRegister) -> any RowReader {
        switch form {
        case .plain(let layout): PlainForm.Rows(source, dialect: self, layout: layout, register: register)
        case .milestone(let layout): MilestoneForm.Rows(source, dialect: self, layout: layout, register: register)
        }
    }
}
