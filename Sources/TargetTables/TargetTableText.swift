internal import Indicators

/// A piece of a table with the line on which it begins.
struct TargetTableText: Hashable, Sendable {
    let line: Int
    /// The piece with every run of blanks made one.
    let text: String

    init(line: Int, _ text: some StringProtocol) {
        self.line = line
        self.text = text.collapsed
    }

    var isEmpty: Bool { text.isEmpty }

    /// Whether it is a footnote: `*Indien witgoedregeling wordt verlengd`.
    var isFootnote: Bool { !text.leadingStars.isEmpty && text.leadingStars != text }
}

extension StringProtocol {
    /// The text without blanks at its ends, and with every run of blanks within it made one.
    var collapsed: String {
        var result = String.UnicodeScalarView()
        for word in unicodeScalars.split(whereSeparator: \.isBlank) {
            if !result.isEmpty { result.append(" ") }
            result.append(contentsOf: word)
        }
        return String(result)
    }

    /// The words between blanks.
    var words: [String] { collapsed.split(separator: " ").map(String.init) }

    /// The footnote mark that the text begins with: `*`, `**`.
    var leadingStars: String { String(String.UnicodeScalarView(unicodeScalars.prefix { $0 == "*" })) }

    /// The footnote marks in the text, each as long as it is there.
    var footnoteMarks: [String] {
        unicodeScalars.split { $0 != "*" }.map { String(String.UnicodeScalarView($0)) }
    }

    /// The text without footnote marks and blanks at its end.
    var withoutClosingStars: String {
        let scalars = unicodeScalars
        guard let last = scalars.lastIndex(where: { $0 != "*" && !$0.isBlank }) else { return "" }
        return String(String.UnicodeScalarView(scalars[...last])).trimmed
    }

    /// The text without the number of its row: `3. `, `1) `, `3.1. `.
    var withoutNumbering: String {
        let scalars = unicodeScalars
        let number = scalars.prefix { ("0"..."9").contains($0) || $0 == "." }
        var rest = scalars[number.endIndex...]
        let isClosed: Bool
        if rest.first == ")" {
            rest = rest.dropFirst()
            isClosed = true
        } else {
            isClosed = number.last == "."
        }
        guard let first = number.first, first != ".", number.count <= 10, isClosed, let blank = rest.first,
            blank.isBlank
        else { return trimmed }
        return String(String.UnicodeScalarView(rest)).trimmed
    }
}
