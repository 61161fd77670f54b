internal import Indicators

/// The tables of a report as markup.
struct ReportTableHTML {
    let phrases: Phrases

    /// A table with its caption, in a region that scrolls where it is wider than the page.
    func table(_ table: ReportTable) -> HTML {
        let figures = table.columns.indices.map { column in table.rows.allSatisfy { $0[column].isFigure } }
        let rows = table.rows.map { row -> HTML in
            let cells = table.columns.indices.map { cell(row[$0], of: table.columns[$0], isFigure: figures[$0]) }
            return "<tr>\(HTML(joining: cells))</tr>\n"
        }
        return """
            <div class="report-wide" role="region" aria-label="\(table.caption)" tabindex="0">
            <table class="report-table">
            <caption>\(table.caption)</caption>
            <thead>
            \(head(table.columns))</thead>
            <tbody>
            \(HTML(joining: rows))</tbody>
            </table>
            </div>
            \(notes(table.notes))
            """
    }

    private func notes(_ notes: [String]) -> HTML {
        guard !notes.isEmpty else { return "" }
        let items = notes.map { "<li>\($0)</li>\n" as HTML }
        return "<ul class=\"report-footnotes\">\n\(HTML(joining: items))</ul>\n"
    }

    // MARK: The head

    /// One row of headings, or two where columns belong together.
    private func head(_ columns: [ReportTable.Column]) -> HTML {
        guard columns.contains(where: { $0.group != nil }) else {
            return "<tr>\(HTML(joining: columns.map { heading($0.title, "scope=\"col\"") }))</tr>\n"
        }
        let upper = groups(of: columns).map { group, members in
            group.map { heading($0, "colspan=\"\(String(members.count))\" scope=\"colgroup\"") }
                ?? heading(members[0].title, "rowspan=\"2\" scope=\"col\"")
        }
        let lower = columns.filter { $0.group != nil }.map { heading($0.title, "scope=\"col\"") }
        return "<tr>\(HTML(joining: upper))</tr>\n<tr>\(HTML(joining: lower))</tr>\n"
    }

    private func heading(_ title: String, _ attributes: HTML) -> HTML { "<th \(attributes)>\(title)</th>" }

    /// Neighbours of one group together; a column without a group by itself.
    private func groups(of columns: [ReportTable.Column]) -> [(String?, [ReportTable.Column])] {
        columns.reduce(into: []) { groups, column in
            if let last = groups.last, let group = column.group, last.0 == group {
                groups[groups.count - 1].1.append(column)
            } else {
                groups.append((column.group, [column]))
            }
        }
    }

    // MARK: The cells

    /// Figures stand to the right where their column has nothing else.
    private func cell(_ cell: ReportCell, of column: ReportTable.Column, isFigure: Bool) -> HTML {
        if column.isName { return "<th scope=\"row\">\(content(cell))</th>" }
        if isFigure { return "<td class=\"report-figure\">\(content(cell))</td>" }
        return column.width <= Self.shortColumn
            ? "<td class=\"report-short\">\(content(cell))</td>" : "<td>\(content(cell))</td>"
    }

    /// A column that is no wider, in characters, is not broken into lines.
    private static let shortColumn = 11

    private func content(_ cell: ReportCell) -> HTML {
        switch cell {
        case .empty: ""
        case .text(let text): "\(text)"
        case .lines(let lines): HTML(joining: lines.map(line))
        case .number(let value, let unit, let note): "\(Self.figure(value, unit))\(self.note(note))"
        case .written(let text, _, _, let note): "\(text)\(self.note(note))"
        case .date(let date): "\(Self.short(date))"
        case .light(let light): LightMark(light, phrases).html
        }
    }

    private func line(_ line: ReportCell.Line) -> HTML {
        guard let label = line.label else { return "<p>\(line.text)</p>" }
        let words: HTML = line.isMissing ? "<em>\(line.text)</em>" : "\(line.text)"
        return "<p><b>\(label):</b> \(words)</p>"
    }

    private func note(_ note: String?) -> HTML {
        note.map { "<span class=\"report-note\">\($0)</span>" } ?? ""
    }

    /// As the documents write it: the sign of a percentage, and of everything else the number alone.
    private static func figure(_ value: ExactDecimal, _ unit: MeasureUnit) -> String {
        unit == .percent ? unit.written(value) : unit.number(value)
    }

    /// `30-06-2026`.
    private static func short(_ date: CalendarDate) -> String {
        "\(date.day.padded(to: 2))-\(date.month.padded(to: 2))-\(date.year)"
    }
}

extension ReportCell {
    /// Whether it may stand among figures.
    fileprivate var isFigure: Bool {
        switch self {
        case .empty, .number, .written: true
        case .text, .lines, .date, .light: false
        }
    }
}
