extension Unicode.Scalar {
    /// Whether a terminal, a log or a page could take the scalar for an instruction, or a reader could not see it.
    ///
    /// That is: control characters (C0, DEL, C1), the line and paragraph separators, the marks that turn the writing
    /// direction and other invisible ones, and what Unicode has not assigned.
    package var isUnsafeToShow: Bool {
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: return true
        default: return false
        }
    }
}

extension String {
    /// The text for a log or a terminal: unsafe scalars as `\u{1b}`, at most `limit` scalars.
    package func shownSafely(limit: Int = 200) -> String {
        // Most texts are short and in ASCII letters: they are shown as they are.
        if utf8.count <= limit, utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
        let scalars = unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let shown = String(scalars[..<end]).escaping(\.isUnsafeToShow)
        return end == scalars.endIndex ? shown : shown + "…"
    }

    /// The text with the scalars of one kind written as `\u{1b}`.
    package func escaping(_ isEscaped: (Unicode.Scalar) -> Bool) -> String {
        var result = ""
        for scalar in unicodeScalars {
            if isEscaped(scalar) {
                result += "\\u{\(scalar.value.hexadecimal(digits: 1))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
