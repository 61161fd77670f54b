package import Alerting
internal import Assessment
package import Indicators

/// The digest as plain text.
package enum DigestText {
    private static let wrap = TextWrap(width: 72, breaksWords: true)

    /// The text, hard wrapped at 72 columns, with line feeds.
    package static func render(_ digest: Digest, sender: MailSender, zone: LocalZone, language: Language) -> String {
        render(DigestPage(digest, sender: sender, zone: zone, language: language))
    }

    /// The text of what a digest says.
    package static func render(_ page: DigestPage) -> String {
        var lines = title(page.heading, underline: "=")
        for paragraph in page.lead { lines += wrap.lines(paragraph) }
        for section in page.sections { lines += [""] + text(of: section) }
        lines += ["", ""] + title(page.aboutHeading, underline: "-")
        for paragraph in page.about { lines += wrap.lines(paragraph) + [""] }
        lines += wrap.lines("\(page.contact) \(page.contactAddress)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func title(_ heading: String, underline: String) -> [String] {
        let lines = wrap.lines(heading)
        return lines + [String(repeating: underline, count: lines.map(\.count).max() ?? 0), ""]
    }

    private static func text(of section: DigestPage.Section) -> [String] {
        var lines = [""] + title(section.heading, underline: "-")
        if let introduction = section.introduction { lines += wrap.lines(introduction) + [""] }
        if let table = section.table { lines += text(of: table) + [""] }
        lines += section.entries.map(text).joined(separator: [""])
        for line in section.lines { lines += wrap.lines("- \(line)", hanging: 2) }
        return lines
    }

    /// Titles that are too long go on above their numbers, so that these stay in their columns.
    private static func text(of table: DigestPage.Table) -> [String] {
        let cells = [table.columns.dropFirst().map { $0 }] + table.rows.map(\.cells)
        let widths = (0..<table.columns.count - 1).map { column in cells.map { $0[column].count }.max() ?? 0 }
        let room = 72 - widths.reduce(0) { $0 + $1 + 2 }
        let rows = [(title: table.columns[0], cells: Array(table.columns.dropFirst()))] + table.rows
        return rows.flatMap { row in
            var title = TextWrap(width: room, breaksWords: true).lines(row.title)
            let numbers = zip(row.cells, widths).map { "  " + String(repeating: " ", count: $1 - $0.count) + $0 }
            let last = title.popLast() ?? ""
            return title + [last + String(repeating: " ", count: max(0, room - last.count)) + numbers.joined()]
        }
    }

    private static func text(of entry: DigestPage.Entry) -> [String] {
        wrap.lines("\(entry.light.symbol) \(entry.word): \(entry.title)", hanging: 2)
            + wrap.lines("  \(entry.verdict)", hanging: 2)
            + entry.facts.flatMap { wrap.lines("  \($0.label): \($0.value)", hanging: 4) }
    }
}
