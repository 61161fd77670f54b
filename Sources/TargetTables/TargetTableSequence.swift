internal import Indicators

/// Tells labels, cells and headings apart where each stands on a line of its own.
///
/// A row is a label and as many cells as there are columns, a heading is a text that is no label. Of all the ways to take
/// the lines so, the one is chosen in which the fewest lines are taken for something that they do not look like; where
/// there are several of those, or none at all, the table is refused.
struct TargetTableSequence {
    /// What a line looks like.
    enum Kind {
        /// A target, or a word that stands in the place of one.
        case cell
        /// Something with a number that is no target, as `ca. 20` or `18 t/m 64 jaar`.
        case likeCell
        case text
    }

    /// How the lines from one on are taken.
    private struct Plan {
        enum Step {
            case row
            case heading
            case end
        }

        let step: Step
        /// How many lines are taken for something that they do not look like.
        let cost: Int
        /// Whether the lines can be taken in another way at the same cost.
        var isAmbiguous = false
    }

    private let items: [TargetTableText]
    private let kinds: [Kind]
    private let width: Int

    init(_ items: [TargetTableText], width: Int) {
        self.items = items
        self.width = width
        kinds = items.map { Kind($0.text) }
    }

    /// The lines as headings and rows.
    func lines() throws(TargetTableFault) -> [TargetTableGrid.Line] {
        let plans = plans()
        var lines: [TargetTableGrid.Line] = []
        var index = 0
        while index < items.count {
            guard let plan = plans[index] else { throw fault }
            if plan.isAmbiguous { throw .headingOrCell(line: items[index].line, text: items[index].text) }
            if plan.step == .row {
                lines.append(.row(TargetTableRow(label: items[index], cells: Array(items[cells(of: index)]))))
                index += width
            } else {
                lines.append(.heading(items[index]))
            }
            index += 1
        }
        return lines
    }

    private func cells(of index: Int) -> Range<Int> { index + 1..<index + 1 + width }

    // MARK: Plans

    /// The best plan from each line on; `nil` where there is none.
    private func plans() -> [Plan?] {
        var plans = [Plan?](repeating: nil, count: items.count + 1)
        plans[items.count] = Plan(step: .end, cost: 0)
        for index in items.indices.reversed() where kinds[index] != .cell {
            let step = [end(index, plans), row(index, plans), heading(index, plans)].compactMap(\.self)
            guard var best = step.min(by: { $0.cost < $1.cost }) else { continue }
            best.isAmbiguous = step.count { $0.cost == best.cost } > 1
            plans[index] = best
        }
        return plans
    }

    /// The lines that follow the last row.
    private func end(_ index: Int, _ plans: [Plan?]) -> Plan? {
        guard let next = plans[index + 1], next.step == .end else { return nil }
        return Plan(step: .end, cost: next.cost + (kinds[index] == .text ? 0 : 2))
    }

    private func row(_ index: Int, _ plans: [Plan?]) -> Plan? {
        let cells = cells(of: index)
        guard cells.upperBound <= items.count, let next = plans[cells.upperBound],
            !kinds[cells].contains(.text)
        else { return nil }
        return Plan(step: .row, cost: next.cost + kinds[cells].count { $0 == .likeCell })
    }

    private func heading(_ index: Int, _ plans: [Plan?]) -> Plan? {
        guard let next = plans[index + 1], next.step != .end else { return nil }
        return Plan(step: .heading, cost: next.cost + (kinds[index] == .text ? 0 : 2))
    }

    // MARK: Faults

    /// Where the cells do not come out even, as well as can be told.
    private var fault: TargetTableFault {
        var index = 0
        while index < items.count {
            let label = kinds[index...].firstIndex { $0 != .text } ?? items.count
            let end = kinds[label...].firstIndex(of: .text) ?? items.count
            guard label > index else { return .cellsWithoutLabel(line: items[index].line, text: items[index].text) }
            if end > label, end - label != width {
                let (row, found) = (items[label - 1], end - label)
                return found < width
                    ? .rowTooShort(line: row.line, label: row.text, found: found, expected: width)
                    : .rowTooLong(line: row.line, label: row.text, found: found, expected: width)
            }
            index = end
        }
        return .noRows(line: items.first?.line ?? 1)
    }

    /// The names of the columns of another table.
    var secondTable: TargetTableText? {
        var start = 0
        while start < items.count {
            guard TargetTableColumn(items[start])?.isPlain == true else {
                start += 1
                continue
            }
            let end = items[start...].firstIndex { TargetTableColumn($0)?.isPlain != true } ?? items.count
            if areColumns(start..<end) { return items[start] }
            start = end
        }
        return nil
    }

    /// Whether the lines are names of columns and not values that look like years.
    private func areColumns(_ range: Range<Int>) -> Bool {
        guard TargetTableRow.lookLikeColumns(Array(items[range])) else { return false }
        let isCell = { (index: Int) in kinds.indices.contains(index) && kinds[index] == .cell }
        // As many as there are columns are a whole row, which cannot begin or end beside another cell.
        return range.count >= width || !isCell(range.lowerBound - 1) && !isCell(range.upperBound)
    }
}

extension TargetTableSequence.Kind {
    /// What a line looks like, without its surroundings.
    init(_ text: String) {
        if TargetTableCell.standIns.contains(text.withoutClosingStars.lowercased()) {
            self = .cell
        } else if TargetTableCell.notation(text) != nil {
            self = .cell
        } else {
            self = Self.isLikeCell(text) ? .likeCell : .text
        }
    }

    /// Whether the text is short, has a number and hardly any words.
    private static func isLikeCell(_ text: String) -> Bool {
        guard text.utf8.count <= 32, text.withoutNumbering == text else { return false }
        let words = text.words
        let numbers = words.filter { $0.contains { $0.isNumber } }
        guard let number = numbers.first, !number.contains(where: \.isLetter) else { return false }
        let plain = words.filter { word in
            word.count { $0.isLetter } > 2 && !qualifiers.contains(word.lowercased())
        }
        return plain.count <= 1
    }

    private static let qualifiers: Set<String> = [
        "circa", "ongeveer", "minimaal", "maximaal", "minstens", "hoogstens", "minder", "meer", "dan", "min.", "max.",
    ]
}
