internal import Indicators

/// A target table of which each cell stands on a line of its own, as web pages are copied as plain text.
struct TargetTableParagraphs {
    private let items: [TargetTableText]
    private let columns: Range<Int>

    /// Takes the text apart.
    ///
    /// - Parameter utf8: the text.
    /// - Throws: that it has too many cells.
    init(_ utf8: [UInt8]) throws(TargetTableFault) {
        let lines = Self.lines(of: utf8)
        if lines.count > TargetTable.maximumCells { throw .tooManyCells() }
        let columns = Self.columns(in: lines)
        guard Self.areApart(columns, in: lines) else {
            items = lines
            self.columns = columns
            return
        }
        items = Self.joined(lines)
        self.columns = Self.columns(in: items)
    }

    /// The table; `nil` where no line names a column.
    func grid() throws(TargetTableFault) -> TargetTableGrid? {
        guard !columns.isEmpty else { return nil }
        let over = items[..<columns.lowerBound].reversed().prefix(while: TargetTableColumn.isPartOfName)
        if let measured = over.last(where: TargetTableColumn.isPartOfMeasuredName) {
            throw .splitNames(line: measured.line, text: measured.text)
        }
        let rest = items[columns.upperBound...]
        let texts = rest.filter { !$0.isFootnote }
        let sequence = TargetTableSequence(texts, width: columns.count)
        if let second = sequence.secondTable { throw .secondTable(line: second.line, text: second.text) }
        let footnotes = rest.filter(\.isFootnote).map(TargetTableGrid.Line.footnote)
        return TargetTableGrid(
            title: columns.lowerBound > 0 ? items[columns.lowerBound - 1].text : nil,
            above: Array(items[..<columns.lowerBound].dropLast()),
            columns: items[columns].compactMap(TargetTableColumn.init),
            lines: footnotes + (try sequence.lines())
        )
    }

    /// Why no line names a column, as well as can be told.
    var noColumns: TargetTableFault {
        if let line = items.first(where: Self.hasCommas)?.line { return .commas(line: line) }
        if let line = items.first(where: TargetTableColumn.endsInNames)?.line { return .cellsRunTogether(line: line) }
        return .noColumns()
    }

    // MARK: Lines

    private static func lines(of utf8: [UInt8]) -> [TargetTableText] {
        var lines: [TargetTableText] = []
        var number = 1
        var start = 0
        for (index, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
            defer { start = index + 1 }
            if byte == UInt8(ascii: "\n"), index > 0, utf8[index - 1] == UInt8(ascii: "\r") { continue }
            lines.append(TargetTableText(line: number, String(decoding: utf8[start..<index], as: UTF8.self)))
            number += 1
        }
        lines.append(TargetTableText(line: number, String(decoding: utf8[start...], as: UTF8.self)))
        return lines.filter { !$0.isEmpty }
    }

    private static func hasCommas(_ line: TargetTableText) -> Bool {
        let cells = line.text.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
        return (2...100).contains(cells.count)
            && cells.allSatisfy { TargetTableColumn(TargetTableText(line: line.line, $0)) != nil }
    }

    /// The first lines that follow each other and name columns.
    private static func columns(in lines: [TargetTableText]) -> Range<Int> {
        let isColumn = { (line: TargetTableText) in TargetTableColumn(line)?.isPlain ?? false }
        guard let start = lines.firstIndex(where: isColumn) else { return 0..<0 }
        return start..<(lines[start...].firstIndex { !isColumn($0) } ?? lines.endIndex)
    }

    // MARK: Paragraphs

    /// Whether empty lines stand between the names of the columns, and before what follows them.
    private static func areApart(_ columns: Range<Int>, in lines: [TargetTableText]) -> Bool {
        guard !columns.isEmpty else { return false }
        return columns.allSatisfy { $0 + 1 >= lines.count || lines[$0 + 1].line > lines[$0].line + 1 }
    }

    /// The lines with a text that was broken over several of them made whole again.
    private static func joined(_ lines: [TargetTableText]) -> [TargetTableText] {
        var items: [TargetTableText] = []
        var end = 0
        for line in lines {
            if let last = items.last, line.line == end + 1, isText(last), isText(line), !line.isFootnote {
                items[items.count - 1] = TargetTableText(line: last.line, "\(last.text) \(line.text)")
            } else {
                items.append(line)
            }
            end = line.line
        }
        return items
    }

    private static func isText(_ item: TargetTableText) -> Bool {
        TargetTableSequence.Kind(item.text) == .text && TargetTableColumn(item)?.isPlain != true
    }
}
