/// A column of the milestone form.
package enum MilestoneColumn: Int, FormColumn {
    case milestone
    case referenceDate
    case status
    case expected
    case area
    case source
    case note

    /// The form that it is a column of.
    package static let form = FormName.milestone

    /// The columns without which a file has nothing to say, the one that names the indicator first.
    package static let required: [MilestoneColumn] = [.milestone, .referenceDate, .status]

    package static let byName = columnsByName()

    /// The column that names the indicator.
    package static let subject = MilestoneColumn.milestone

    package static let measured: MilestoneColumn? = nil

    package static let otherNames: [String: MilestoneColumn] = [
        "gemeente": .area, "opmerking": .note, "opmerkingen": .note, "remark": .note,
    ]

    /// The name in a Dutch header, and in every receipt.
    package var dutch: String {
        switch self {
        case .milestone: "mijlpaal"
        case .referenceDate: "peildatum"
        case .status: "status"
        case .expected: "verwacht"
        case .area: "gebied"
        case .source: "bron"
        case .note: "toelichting"
        }
    }

    /// The name in an English header.
    package var english: String {
        switch self {
        case .milestone: "milestone"
        case .referenceDate: "reference_date"
        case .status: "status"
        case .expected: "expected"
        case .area: "area"
        case .source: "source"
        case .note: "note"
        }
    }
}
