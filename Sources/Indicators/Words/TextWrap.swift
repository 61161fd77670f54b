/// Breaks text into lines of at most so many columns.
package struct TextWrap: Sendable {
    private let width: Int
    private let breaksWords: Bool

    /// - Parameters:
    ///   - width: the columns, one for each character.
    ///   - breaksWords: whether a word longer than a line is broken inside; else it stays whole, on a longer line.
    package init(width: Int, breaksWords: Bool) {
        self.width = width
        self.breaksWords = breaksWords
    }

    /// The lines of a paragraph, broken at blanks.
    ///
    /// - Parameters:
    ///   - paragraph: one line of text; blanks at its start stay.
    ///   - mark: what stands before the first line; the others are indented by its length.
    ///   - hanging: by how many blanks more the second and later lines are indented.
    /// - Returns: the lines, without line ends.
    package func lines(_ paragraph: String, mark: String = "", hanging: Int = 0) -> [String] {
        let indent = String(repeating: " ", count: mark.count + hanging)
        var lines: [String] = []
        var line = mark + paragraph.prefix { $0 == " " }
        var isBare = true
        for word in paragraph.split(separator: " ") {
            if !isBare, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
                isBare = true
            }
            line += isBare ? String(word) : " \(word)"
            isBare = false
            while breaksWords, line.count > width {
                lines.append(String(line.prefix(width)))
                line = indent + line.dropFirst(width)
            }
        }
        return lines + [line]
    }
}
