internal import Indicators

/// Compares the titles of columns as people see them: blanks of all kinds count as one, and capitals do not count.
enum ColumnTitle {
    static func folded(_ title: String) -> String {
        var folded = String.UnicodeScalarView()
        var hasBlank = false
        for scalar in title.lowercased().unicodeScalars {
            if scalar.isBlank || scalar == "\u{A0}" || scalar == "\u{202F}" {
                hasBlank = !folded.isEmpty
                continue
            }
            if hasBlank { folded.append(" ") }
            hasBlank = false
            folded.append(scalar == "’" || scalar == "‘" ? "'" : scalar)
        }
        return String(folded)
    }

    /// The unit that a title ends with, in parentheses; `nil` where it has none.
    static func unit(of title: String) -> String? {
        let title = title.trimmed
        guard title.last == ")", let open = title.lastIndex(of: "(") else { return nil }
        return String(title[title.index(after: open)..<title.index(before: title.endIndex)]).trimmed
    }
}
