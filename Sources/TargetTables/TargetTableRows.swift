internal import Catalogue
internal import Indicators

/// Reads the rows of a target table one by one.
struct TargetTableRows {
    private(set) var indicators: [TargetTableIndicator] = []
    private(set) var unreadable: [UnreadableCell] = []
    /// What a person should look at, about the table as a whole.
    private(set) var remarks: Set<Remark> = []
    /// Texts of the table that came to stand nowhere.
    private(set) var strays: [(what: String, text: String)] = []

    /// What was filled in for want of something better.
    enum Remark: Hashable {
        case countAssumed
        case unitFromCell
        case euroSignsLeftOut
        case money
        case skipsPeriods
    }

    private let grid: TargetTableGrid
    private let kind: PeriodKind
    private let amounts: MeasureUnit?
    private let footnotes: [TargetTableText]
    private let footnotesByMark: [String: [String]]
    private var names = TargetTableNames()
    /// The bytes of the texts that the rows bring with them, each as often as it is repeated.
    private var size = 0

    init(_ grid: TargetTableGrid) {
        self.grid = grid
        kind = grid.columns.first?.period.kind ?? .year
        amounts =
            ([grid.title].compactMap(\.self) + grid.above.map(\.text)).lazy
            .compactMap(TargetTableInference.amounts(in:)).first
        footnotes = grid.lines.compactMap { if case .footnote(let text) = $0 { text } else { nil } }
        footnotesByMark = Dictionary(grouping: footnotes.map(\.text), by: \.leadingStars)
        if Self.skipsPeriods(grid.columns) { remarks.insert(.skipsPeriods) }
    }

    /// Reads all rows.
    ///
    /// - Throws: that the programme file would be too large, as soon as that shows: a heading and a footnote stand with
    ///   every row that they are about.
    mutating func read() throws(TargetTableFault) {
        strays = grid.above.map { ("above the table", $0.text) }
        var heading: TargetTableText?
        var isUsed = true
        for line in grid.lines {
            switch line {
            case .heading(let text):
                if let heading, !isUsed { strays.append(("a heading with no row of its own", heading.text)) }
                heading = text
                isUsed = false
            case .row(let row):
                try read(row, heading: heading?.text ?? grid.title)
                isUsed = true
            case .footnote: break
            }
        }
        let used = Set(indicators.flatMap(\.notes))
        strays += footnotes.filter { !used.contains($0.text) }.map { ("a footnote that no row refers to", $0.text) }
        strays += grid.below.map { ("below the table", $0.text) }
    }

    /// The heading of the table.
    var title: String? { grid.title }

    /// Whether the columns of targets leave out a period between them.
    private static func skipsPeriods(_ columns: [TargetTableColumn]) -> Bool {
        let periods = columns.filter { !$0.isMeasured }.map(\.period).sorted()
        return zip(periods, periods.dropFirst()).contains { $0.next != $1 }
    }

    // MARK: One row

    private mutating func read(_ row: TargetTableRow, heading: String?) throws(TargetTableFault) {
        let cells = zip(grid.columns, row.cells).compactMap { column, text in
            text.map { Cell(column: column, text: $0) }
        }
        let unit = unit(of: row, cells)
        let read = cells.map { cell in Outcome(cell, label: row.label.text, unit: unit, kind: kind) }
        let targets = read.filter { !$0.isMeasured }.sorted { $0.period < $1.period }
        let measured = read.filter(\.isMeasured).sorted { $0.period < $1.period }
        let better = TargetTableInference.better(
            targets: targets.compactMap(\.requirement),
            measured: measured.compactMap { $0.requirement?.statedValue }.last,
            unit: unit
        )
        let indicator = TargetTableIndicator(
            id: names.id(of: row.label.text),
            title: TargetTableNames.title(of: row.label.text),
            description: row.label.text,
            unit: unit,
            better: better,
            kind: kind,
            first: targets.first?.period,
            heading: heading,
            documented: measured.compactMap(\.cell),
            targets: targets.compactMap(\.cell),
            unreadable: read.compactMap(\.unreadable),
            notes: notes(of: row, cells, heading: heading)
        )
        size += ([row.label.text, heading ?? ""] + indicator.notes).reduce(0) { $0 + $1.utf8.count }
        guard size <= YAMLDocument.maximumSize else { throw .resultTooLarge() }
        indicators.append(indicator)
        unreadable += indicator.unreadable
    }

    /// The unit of the row, with what was assumed noted.
    private mutating func unit(of row: TargetTableRow, _ cells: [Cell]) -> MeasureUnit {
        let texts = cells.map(\.text.text)
        let unit = TargetTableInference.unit(
            label: row.label.text,
            texts: texts,
            requirements: cells.compactMap { TargetTableCell.notation($0.text.text)?.requirement },
            amounts: amounts
        )
        if texts.contains(where: { $0.unicodeScalars.contains("€") }) { remarks.insert(.euroSignsLeftOut) }
        guard let unit else {
            remarks.insert(.countAssumed)
            return .count
        }
        if unit.symbol.hasPrefix("€") {
            remarks.insert(.money)
        } else if ![.percent, .milestone, .perThousand].contains(unit) {
            remarks.insert(.unitFromCell)
        }
        return unit
    }

    /// The footnotes whose mark stands in the label, in its heading, in a cell, or in the name of the column of a cell.
    private func notes(of row: TargetTableRow, _ cells: [Cell], heading: String?) -> [String] {
        let texts = [row.label.text, heading ?? ""] + cells.flatMap { [$0.text.text, $0.column.name] }
        let marks = Set(texts.flatMap(\.footnoteMarks)).sorted()
        return marks.flatMap { footnotesByMark[$0] ?? [] }
    }

    /// A cell that is not empty, with its column.
    struct Cell {
        let column: TargetTableColumn
        let text: TargetTableText
    }

    /// What became of a cell.
    private struct Outcome {
        let period: Period
        let isMeasured: Bool
        /// What the cell says; `nil` where it is left out or says nothing.
        let requirement: Requirement?
        /// The cell as the programme file keeps it; `nil` where it is left out.
        let cell: TargetTableIndicator.Cell?
        let unreadable: UnreadableCell?

        init(_ cell: Cell, label: String, unit: MeasureUnit, kind: PeriodKind) {
            let column = cell.column
            let notation = TargetTableCell.notation(cell.text.text)
            let reason =
                notation.map {
                    TargetTableCell.misfit($0, isMeasured: column.isMeasured, unit: unit, kind: kind)
                } ?? .notation
            period = column.period
            isMeasured = column.isMeasured
            requirement = reason == nil ? notation?.requirement : nil
            self.cell = reason == nil ? notation.map { .init(period: column.period, text: $0.description) } : nil
            unreadable = reason.map {
                UnreadableCell(
                    label: label,
                    column: column.name,
                    period: column.period,
                    line: cell.text.line,
                    text: cell.text.text,
                    reason: $0,
                    unit: unit
                )
            }
        }
    }
}
