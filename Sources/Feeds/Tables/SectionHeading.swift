internal import Indicators

/// The heading within a table under which its rows stand, where that says that they are of a part or of another year.
struct SectionHeading {
    /// As it stands there; `nil` where the last heading says nothing of the kind.
    private var part: String?

    /// Takes in the record of a heading.
    mutating func note(_ record: borrowing Record) {
        part = nil
        for field in 0..<record.fieldCount {
            let cell = Cell.trimmed(record.bytes.span, record.range(field))
            if cell.isEmpty { continue }
            let text = Cell.text(record.bytes.span, cell)
            // Ages and years have digits.
            let isPart = TotalMember.isPart(ColumnTitle.folded(text)) || text.utf8.contains(where: ASCII.isDigit)
            part = isPart ? text : nil
            return
        }
    }

    /// The value, or the fault that it would pass for one of the whole.
    func checked(_ outcome: RowOutcome, line: Int) -> RowOutcome {
        guard case .observed = outcome, let part else { return outcome }
        return .fault(RowFault(.sectionNotRead, line: line, cell: part))
    }
}
