/// One row of a target table.
struct TargetTableRow: Hashable, Sendable {
    /// The label as the table writes it.
    let label: TargetTableText
    /// A cell for each column; `nil` for an empty one.
    let cells: [TargetTableText?]

    /// Whether the cells are years in order: the names of columns.
    var looksLikeColumns: Bool { Self.lookLikeColumns(cells.compactMap(\.self)) }

    /// Whether the texts are years in order, and more than one.
    static func lookLikeColumns(_ texts: [TargetTableText]) -> Bool {
        let years = texts.compactMap(TargetTableColumn.init).filter {
            $0.isPlain && ($0.isBareYear || !$0.words.isEmpty)
        }
        guard years.count == texts.count, years.count > 1 else { return false }
        return zip(years, years.dropFirst()).allSatisfy { $0.period < $1.period }
    }
}
