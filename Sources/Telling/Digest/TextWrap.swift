/// Breaks text into lines of at most 72 columns.
enum TextWrap {
    private static let width = 72

    /// The lines of a paragraph, broken at blanks; a word longer than a line is broken inside.
    ///
    /// - Parameters:
    ///   - paragraph: one line of text; blanks at its start stay.
    ///   - hanging: by how many blanks the second and later lines are indented.
    /// - Returns: the lines, without line ends.
    static func lines(_ paragraph: String, hanging: Int = 0) -> [String] {
        let indent = String(repeating: " ", count: hanging)
        var lines: [String] = []
        var line = String(paragraph.prefix { $0 == " " })
        var isBare = true
        for word in paragraph.split(separator: " ") {
            if !isBare, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
                isBare = true
            }
            line += isBare ? String(word) : " \(word)"
            isBare = false
            while line.count > width {
                lines.append(String(line.prefix(width)))
                line = indent + line.dropFirst(width)
            }
        }
        return lines + [line]
    }
}
