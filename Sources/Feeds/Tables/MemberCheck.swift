internal import Indicators

/// Sees that two members of a property which nobody pinned do not pass for one another.
struct MemberCheck {
    private struct Key: Hashable {
        let series: SeriesKey
        let period: Period
    }

    private struct Seen {
        let line: Int
        let value: ExactDecimal
        let members: [String]
    }

    private var seen: [Key: Seen] = [:]

    /// The row, or the property that gives two values for one series and period.
    mutating func checked(_ row: ObservedRow, _ record: borrowing Record, _ layout: TableLayout) -> RowOutcome {
        if layout.dimensions.isEmpty { return .observed(row) }
        let key = Key(series: row.series, period: row.observation.period)
        var members: [String] = []
        for column in layout.dimensions {
            members.append(Cell.text(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(column))))
        }
        guard let earlier = seen[key] else {
            seen[key] = Seen(line: row.line, value: row.observation.value, members: members)
            return .observed(row)
        }
        guard earlier.value != row.observation.value,
            let place = members.indices.first(where: { members[$0] != earlier.members[$0] })
        else { return .observed(row) }
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
