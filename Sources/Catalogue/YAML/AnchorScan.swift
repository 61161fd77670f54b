/// Finds what looks like anchors and aliases: `&` or `*` with a word right behind it, at the start of a value.
enum AnchorScan {
    static func marks(in text: String, file: String) -> [Located<Unicode.Scalar>] {
        var marks: [Located<Unicode.Scalar>] = []
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (line, bytes) in lines.enumerated() {
            // Few lines have any, and only those are looked at closely.
            guard bytes.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*") }) else { continue }
            let content = Array(Substring(bytes).unicodeScalars)
            marks += columns(of: content).map {
                Located(value: content[$0], place: Place(file: file, line: line + 1, column: $0 + 1))
            }
        }
        return marks
    }

    private static func columns(of line: [Unicode.Scalar]) -> [Int] {
        line.indices.filter { index in
            guard line[index] == "&" || line[index] == "*", index + 1 < line.count, !line[index + 1].isBlankOrBracket
            else { return false }
            return !isText(line[..<index])
        }
    }

    /// Whether what precedes on the line shows that a text has begun.
    private static func isText(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = before.last(where: { $0 != " " && $0 != "\t" }) else { return false }
        guard !before.contains("\""), !before.contains("'"), !before.contains("#") else { return true }
        return !"-?:,[{".unicodeScalars.contains(last)
    }

    static func lines(of text: String) -> [[Unicode.Scalar]] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }
}

extension Unicode.Scalar {
    fileprivate var isBlankOrBracket: Bool { " \t\r,[]{}&*".unicodeScalars.contains(self) }
}
