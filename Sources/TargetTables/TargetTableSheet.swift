internal import Feeds

/// A target table whose cells are separated by tabs or semicolons, as spreadsheets write and web pages copy it.
struct TargetTableSheet {
    /// Why the text could not be split to its end.
    let fault: FileFault?
    private let records: [[TargetTableText]]

    /// Splits the text.
    ///
    /// - Parameters:
    ///   - utf8: the text.
    ///   - separator: what stands between the cells.
    /// - Throws: that it has too many cells.
    init(_ utf8: [UInt8], separator: Separator) throws(TargetTableFault) {
        let split = WholeText.records(of: utf8, separator: separator)
        fault = split.fault
        records = split.records.map { record in record.fields.map { TargetTableText(line: record.line, $0) } }
            .filter { !$0.allSatisfy(\.isEmpty) }
        let filled = records.map { $0.count { !$0.isEmpty } }.reduce(0, +)
        if filled > TargetTable.maximumCells { throw .tooManyCells() }
    }

    /// The table; `nil` where the text has another layout.
    func grid() throws(TargetTableFault) -> TargetTableGrid? {
        guard let header = records.firstIndex(where: Self.isHeader), isSeparated(from: header) else { return nil }
        if let fault { throw .brokenRows(fault) }
        let names = try Self.names(records[header], over: header > 0 ? records[header - 1] : [])
        let columns = try Self.columns(of: names)
        var lines: [TargetTableGrid.Line] = []
        for record in records[(header + 1)...] {
            if let line = try Self.line(record, columns: columns) { lines.append(line) }
        }
        let above = records[..<(names == records[header] ? header : header - 1)].map { record in
            TargetTableText(line: record.first?.line ?? 1, record.map(\.text).joined(separator: " "))
        }
        let corner = Self.title(in: names)
        return TargetTableGrid(
            title: corner ?? above.last?.text,
            above: corner == nil ? above.dropLast() : above,
            columns: columns.compactMap(\.self),
            lines: lines
        )
    }

    /// Whether any line below the header has two cells: else each stands on a line of its own, with stray separators.
    private func isSeparated(from header: Int) -> Bool {
        records[header...].contains { $0.count { !$0.isEmpty } > 1 }
    }

    /// The first cell of the header, where it is more than a name for the labels.
    private static func title(in header: [TargetTableText]) -> String? {
        let names = ["", "indicator", "indicatoren", "omschrijving", "naam", "label", "kpi", "kpi's", "onderwerp"]
        return header.first.flatMap { names.contains($0.text.lowercased()) ? nil : $0.text }
    }

    // MARK: Columns

    /// Whether the record names columns: all cells behind the first do, or at least two.
    private static func isHeader(_ record: [TargetTableText]) -> Bool {
        let names = record.dropFirst().filter { !$0.isEmpty }
        let columns = names.compactMap(TargetTableColumn.init)
        return !columns.isEmpty && (columns.count == names.count || columns.count > 1)
    }

    /// The names of the columns, where words such as `Realisatie` stand in a line of their own over the years.
    private static func names(
        _ header: [TargetTableText],
        over: [TargetTableText]
    ) throws(TargetTableFault) -> [TargetTableText] {
        let words = over.dropFirst().filter { !$0.isEmpty }
        guard let first = words.first, words.allSatisfy(TargetTableColumn.isPartOfName) else { return header }
        guard over.count == header.count, zip(over, header).dropFirst().allSatisfy({ $0.isEmpty == $1.isEmpty }) else {
            throw .splitNames(line: first.line, text: first.text)
        }
        return zip(over, header).map { TargetTableText(line: $1.line, "\($0.text) \($1.text)") }
    }

    /// The columns behind the first; `nil` for one without a name, and none at the end.
    private static func columns(of header: [TargetTableText]) throws(TargetTableFault) -> [TargetTableColumn?] {
        if let corner = header.first, TargetTableColumn(corner)?.isPlain == true {
            throw .noLabels(line: corner.line, name: corner.text)
        }
        var columns: [TargetTableColumn?] = []
        for name in header.dropFirst() {
            let column = TargetTableColumn(name)
            if column == nil, !name.isEmpty { throw .columnWithoutPeriod(line: name.line, name: name.text) }
            columns.append(column)
        }
        let end = columns.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
        return Array(columns[..<end])
    }

    // MARK: Rows

    private static func line(
        _ record: [TargetTableText],
        columns: [TargetTableColumn?]
    ) throws(TargetTableFault) -> TargetTableGrid.Line? {
        guard let label = record.first else { return nil }
        let cells = Array(record.dropFirst())
        guard let filled = cells.first(where: { !$0.isEmpty }) else {
            return label.isFootnote ? .footnote(label) : .heading(label)
        }
        if label.isEmpty { throw .cellsWithoutLabel(line: label.line, text: filled.text) }
        let row = try row(label, cells, columns: columns)
        if row.looksLikeColumns { throw .secondTable(line: label.line, text: label.text) }
        return .row(row)
    }

    private static func row(
        _ label: TargetTableText,
        _ cells: [TargetTableText],
        columns: [TargetTableColumn?]
    ) throws(TargetTableFault) -> TargetTableRow {
        let width = cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        if cells.count < columns.count {
            throw .rowTooShort(line: label.line, label: label.text, found: cells.count, expected: columns.count)
        }
        if width > columns.count {
            throw .rowTooLong(line: label.line, label: label.text, found: width, expected: columns.count)
        }
        var kept: [TargetTableText?] = []
        for (cell, column) in zip(cells, columns) {
            if column != nil {
                kept.append(cell.isEmpty ? nil : cell)
            } else if !cell.isEmpty {
                throw .cellWithoutColumn(line: cell.line, text: cell.text)
            }
        }
        return TargetTableRow(label: label, cells: kept)
    }
}
