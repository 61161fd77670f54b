import Indicators
import Telling

/// A manual page, as mdoc(7) writes it.
struct MdocPage {
    private var lines: [String]
    /// Whether a paragraph would run on in what stands before it.
    private var isInText = false

    /// A page with its heading.
    ///
    /// - Parameters:
    ///   - name: what it is about.
    ///   - section: of the manual.
    ///   - purpose: in one line.
    init(_ name: String, _ section: Int, _ purpose: String) {
        lines = [
            ".\\\" Made by tools/generate; do not edit.",
            ".Dd \(CalendarDate(programDate).map(Self.written) ?? "")",
            ".Dt \(name.uppercased()) \(section)", ".Os",
            ".Sh NAME", ".Nm \(name)", ".Nd \(purpose)",
        ]
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func written(_ date: CalendarDate) -> String {
        "\(months[date.month - 1]) \(date.day), \(date.year)"
    }

    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func section(_ title: String) {
        lines.append(".Sh \(MdocText.arguments(title.uppercased()))")
        isInText = false
    }

    mutating func subsection(_ title: String) {
        lines.append(".Ss \(MdocText.arguments(title))")
        isInText = false
    }

    mutating func paragraph(_ text: String) {
        if isInText { lines.append(".Pp") }
        lines += MdocText.lines(text)
        isInText = true
    }

    /// Lines of macros that are text too, as a synopsis is.
    mutating func macros(_ macros: [String]) {
        if isInText { lines.append(".Pp") }
        lines += macros
        isInText = true
    }

    mutating func literal(_ text: [String]) {
        lines += [".Bd -literal -offset 2n"] + text.map(MdocText.literal) + [".Ed"]
        isInText = true
    }

    /// Things with their explanations; a thing is written in macros.
    mutating func definitions(_ items: [(macros: String, words: [String])]) {
        guard !items.isEmpty else { return }
        lines.append(".Bl -tag -width Ds")
        for item in items {
            lines.append(".It \(item.macros)")
            lines += item.words.flatMap(MdocText.lines)
        }
        lines.append(".El")
        isInText = true
    }

    private mutating func list(isOrdered: Bool, _ items: [String]) {
        lines.append(".Bl \(isOrdered ? "-enum" : "-bullet") -width 2n")
        for item in items { lines += [".It"] + MdocText.lines(item) }
        lines.append(".El")
        isInText = true
    }
}

extension MdocPage {
    /// Adds what a page in Markdown says; its title is left to the heading.
    mutating func add(_ blocks: [MarkdownBlock]) {
        for block in blocks {
            switch block {
            case .heading(1, _): continue
            case .heading(2, let title): section(title)
            case .heading(_, let title): subsection(title)
            case .paragraph(let text): paragraph(text)
            case .literal(let lines): literal(lines)
            case .list(let isOrdered, let items): list(isOrdered: isOrdered, items)
            case .table(let head, let rows): table(head, rows)
            }
        }
    }

    /// Adds a page in Markdown.
    mutating func add(markdown: String) { add(MarkdownBlock.read(markdown)) }

    /// A row is told as its first cell and, under it, what the others say of it.
    private mutating func table(_ head: [String], _ rows: [[String]]) {
        definitions(
            rows.map { row in
                (
                    "Sy \(MdocText.arguments(row[0].replacing("`", with: "")))",
                    Self.words(Array(zip(head, row).dropFirst()))
                )
            }
        )
    }

    /// What the cells behind the first say: each with its head, but for the one that is the explanation.
    private static func words(_ cells: [(head: String, text: String)]) -> [String] {
        let explains = cells.count == 1 || cells.last?.head == "meaning"
        let told = cells.dropLast(explains ? 1 : 0).filter { !$0.text.isEmpty }
            .map { "\($0.head): \($0.text)" }.joined(separator: "; ")
        guard explains, let last = cells.last?.text else { return [told] }
        return [told.isEmpty ? "" : "(\(told))", last].filter { !$0.isEmpty }
    }
}
