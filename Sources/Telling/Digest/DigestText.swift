package import Alerting
internal import Assessment
package import Indicators

/// The digest as plain text: all that the page says, but for the line that mail programs show before it is opened.
package enum DigestText {
    /// Where lines are broken.
    static let width = 72
    private static let wrap = TextWrap(width: width, breaksWords: true)

    /// The text, hard wrapped at 72 columns, with line feeds.
    package static func render(_ digest: Digest, sender: MailSender, zone: LocalZone, language: Language) -> String {
        render(DigestPage(digest, sender: sender, zone: zone, language: language))
    }

    /// The text of what a digest says.
    package static func render(_ page: DigestPage) -> String {
        var lines = page.occasion.isEmpty ? [] : wrap.lines(page.occasion) + [""]
        lines += title(page.heading, underline: "=")
        if !page.strip.cells.isEmpty { lines += wrap.lines(text(of: page.strip)) + [""] }
        for paragraph in page.lead { lines += wrap.lines(paragraph) + [""] }
        for section in page.sections { lines += text(of: section, page) + [""] }
        lines += [String(repeating: "-", count: width)]
        for paragraph in page.about { lines += wrap.lines(paragraph) + [""] }
        if let overview = page.overview { lines += wrap.lines(page.overviewWords) + [overview, ""] }
        lines += wrap.lines("\(page.contact) \(page.contactAddress)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func title(_ heading: String, underline: String) -> [String] {
        let lines = wrap.lines(heading)
        return lines + [String(repeating: underline, count: lines.map(\.count).max() ?? 0), ""]
    }

    /// `■ rood 2 · ▲ oranje 31 · te laat 13`.
    private static func text(of strip: DigestStrip) -> String {
        strip.cells.map { cell in
            "\(cell.light.map { "\($0.symbol) " } ?? "")\(cell.word) \(cell.count)"
        }
        .joined(separator: " · ")
    }

    private static func text(of section: DigestPage.Section, _ page: DigestPage) -> [String] {
        var lines = [""] + title(section.heading, underline: "-")
        if let introduction = section.introduction { lines += wrap.lines(introduction) + [""] }
        if let table = section.table { lines += text(of: table) + [""] }
        lines += section.entries.map { text(of: $0, page) }.joined(separator: [""])
        if !section.entries.isEmpty, !section.lines.isEmpty { lines.append("") }
        lines += section.rows.map(text).joined(separator: [""])
        if !section.rows.isEmpty, !section.lines.isEmpty { lines.append("") }
        for line in section.lines { lines += wrap.lines("- \(line)", hanging: 2) }
        return lines
    }

    /// Titles that are too long go on above their numbers, so that these stay in their columns.
    private static func text(of table: DigestPage.Table) -> [String] {
        let cells = [table.columns.dropFirst().map { $0 }] + table.rows.map(\.cells)
        let widths = (0..<table.columns.count - 1).map { column in cells.map { $0[column].count }.max() ?? 0 }
        let room = width - widths.reduce(0) { $0 + $1 + 2 }
        let rows = [(title: table.columns[0], cells: Array(table.columns.dropFirst()))] + table.rows
        return rows.flatMap { row in
            var title = TextWrap(width: room, breaksWords: true).lines(row.title)
            let numbers = zip(row.cells, widths).map { "  " + String(repeating: " ", count: $1 - $0.count) + $0 }
            let last = title.popLast() ?? ""
            return title + [last + String(repeating: " ", count: max(0, room - last.count)) + numbers.joined()]
        }
    }

    private static func text(of entry: DigestPage.Entry, _ page: DigestPage) -> [String] {
        let measure = entry.measure.map { [Figure(label: $0.label, value: $0.amount + $0.rest)] + $0.beside } ?? []
        let chart = entry.series.flatMap { page.charts[$0] }.map { ["  \($0.alternative.oneLine(limit: 500))"] } ?? []
        let takeUp = entry.takeUp.map { ["  \(page.takeUpWords):", "  \($0)"] } ?? []
        return wrap.lines("\(entry.light.symbol) \(entry.word): \(entry.title)", hanging: 2)
            + measure.flatMap(text) + chart.flatMap { wrap.lines($0, hanging: 4) }
            + wrap.lines("  \(entry.verdict)", hanging: 2) + entry.facts.flatMap(text) + text(ofLink: entry.link)
            + takeUp
    }

    /// An address is never broken: a mail program would follow its beginning only.
    private static func text(ofLink link: String?) -> [String] { link.map { ["  \($0)"] } ?? [] }

    private static func text(of fact: Figure) -> [String] {
        wrap.lines("  \(fact.label): \(fact.value)", hanging: 4)
    }

    private static func text(of group: DigestPage.RowGroup) -> [String] {
        (group.name.map { wrap.lines("\($0):") } ?? []) + group.rows.flatMap(text)
    }

    private static func text(of row: DigestPage.Row) -> [String] {
        let cells = row.cells.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
        return wrap.lines("\(row.light.symbol) \(row.word): \(row.title)", hanging: 2)
            + wrap.lines("  \(cells)", hanging: 4) + row.notes.flatMap { wrap.lines("  \($0)", hanging: 4) }
            + text(ofLink: row.link)
    }
}
