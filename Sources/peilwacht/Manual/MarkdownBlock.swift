/// A block of the Markdown that the project's own pages are written in.
enum MarkdownBlock: Equatable {
    case heading(level: Int, String)
    case paragraph(String)
    /// Text that is shown as it stands.
    case literal([String])
    case list(isOrdered: Bool, items: [String])
    case table(head: [String], rows: [[String]])

    /// Reads a page, block by block.
    static func read(_ page: String) -> [MarkdownBlock] {
        var reader = MarkdownReader(page)
        var blocks: [MarkdownBlock] = []
        while let block = reader.next() { blocks.append(block) }
        return blocks
    }

    /// What stands under a heading of the second level, without the heading.
    static func chapter(_ title: String, of page: [MarkdownBlock]) -> [MarkdownBlock] {
        guard let start = page.firstIndex(of: .heading(level: 2, title)) else { return [] }
        return Array(page[(start + 1)...].prefix { !$0.isChapter })
    }

    private var isChapter: Bool {
        switch self {
        case .heading(let level, _): level <= 2
        case .paragraph, .literal, .list, .table: false
        }
    }
}

/// Takes one block after another from the lines of a page.
private struct MarkdownReader {
    private var rest: ArraySlice<String>

    init(_ page: String) {
        rest = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    }

    mutating func next() -> MarkdownBlock? {
        while rest.first?.isEmpty == true { rest.removeFirst() }
        guard let line = rest.first else { return nil }
        if line.hasPrefix("```") { return fenced() }
        if line.hasPrefix("    ") { return indented() }
        if line.hasPrefix("#") { return heading() }
        if line.hasPrefix("|") { return table() }
        if Self.item(line) != nil { return list() }
        return .paragraph(lines { $0.isEmpty || $0.hasPrefix("```") || Self.item($0) != nil }.joined(separator: " "))
    }

    /// Takes lines up to one that ends the block; the first is taken whatever it is.
    private mutating func lines(until ends: (String) -> Bool) -> [String] {
        var taken = [rest.removeFirst()]
        while let line = rest.first, !ends(line) { taken.append(rest.removeFirst()) }
        return taken
    }

    private mutating func fenced() -> MarkdownBlock {
        let text = Array(lines { $0 == "```" }.dropFirst())
        rest = rest.dropFirst()
        return .literal(text)
    }

    private mutating func indented() -> MarkdownBlock {
        .literal(lines { !$0.hasPrefix("    ") }.map { String($0.dropFirst(4)) })
    }

    private mutating func heading() -> MarkdownBlock {
        let line = rest.removeFirst()
        let level = line.prefix { $0 == "#" }.count
        return .heading(level: level, String(line.dropFirst(level + 1)))
    }

    private mutating func table() -> MarkdownBlock {
        let rows = lines { !$0.hasPrefix("|") }.map(Self.cells)
        return .table(head: rows[0], rows: Array(rows.dropFirst(2)))
    }

    private static func cells(_ row: String) -> [String] {
        // A bar within a cell stands behind a backslash.
        let mark = "\u{1}"
        return row.replacing("\\|", with: mark).split(separator: "|", omittingEmptySubsequences: false)
            .dropFirst().dropLast()
            .map { $0.replacing(mark, with: "|").trimmed }
    }

    private mutating func list() -> MarkdownBlock {
        let isOrdered = rest.first?.first?.isNumber == true
        var items: [String] = []
        while let line = rest.first, let start = Self.item(line) {
            rest.removeFirst()
            items.append(String(start))
            while let more = rest.first, more.hasPrefix("  ") {
                rest.removeFirst()
                items[items.count - 1] += " " + more.trimmed
            }
        }
        return .list(isOrdered: isOrdered, items: items)
    }

    /// What stands behind `- ` or `1. `.
    private static func item(_ line: String) -> Substring? {
        if line.hasPrefix("- ") { return line.dropFirst(2) }
        let number = line.prefix(while: \.isNumber)
        guard !number.isEmpty, line.dropFirst(number.count).hasPrefix(". ") else { return nil }
        return line.dropFirst(number.count + 2)
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
