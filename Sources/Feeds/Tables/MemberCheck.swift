internal import Indicators

/// Sees that two members of a property which nobody pinned do not pass for one another: all values of a series are of one
/// member, in whatever period.
struct MemberCheck {
    private struct Seen {
        let line: Int
        let members: [String]
    }

    private var seen: [SeriesKey: Seen] = [:]

    /// The row, or the property of which the series has two members.
    mutating func checked(_ row: ObservedRow, _ record: borrowing Record, _ layout: TableLayout) -> RowOutcome {
        if layout.dimensions.isEmpty { return .observed(row) }
        var members: [String] = []
        for column in layout.dimensions {
            members.append(Cell.text(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(column))))
        }
        guard let earlier = seen[row.series] else {
            seen[row.series] = Seen(line: row.line, members: members)
            return .observed(row)
        }
        guard let place = members.indices.first(where: { members[$0] != earlier.members[$0] }) else {
            return .observed(row)
        }
        return .fault(
            RowFault(
                .unpinnedDimension,
                line: row.line,
                column: layout.title(layout.dimensions[place]),
                cell: members[place],
                detail: .otherRow(line: earlier.line, text: earlier.members[place])
            )
        )
    }
}
