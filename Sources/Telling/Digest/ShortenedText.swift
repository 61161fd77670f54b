extension String {
    /// The text, cut behind a whole word and outside brackets where it is longer; a word that fills it is cut itself.
    func shortened(to length: Int) -> String {
        guard count > length else { return self }
        let room = max(1, length - 1)
        let cut = prefix(room)
        let isAtWord = self[cut.endIndex] == " "
        let words = isAtWord ? cut : cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]
        // Of one very long word more is told by its beginning than by none of it.
        let whole = words.count * 2 < room ? cut : words
        let closed = whole.beforeOpenBracket
        // Where nearly all stands within the bracket, it is told without that.
        return (closed.count * 2 < room ? String(String(whole).withoutBrackets.prefix(room)) : closed).trimmedAtEnd
            + "…"
    }

    /// The text with dashes for its brackets, for where it stands within brackets itself.
    var withoutBrackets: String {
        replacing(" (", with: " – ").replacing("(", with: "").replacing(")", with: "")
    }
}

extension Substring {
    /// What stands before the first bracket that is not closed; a bracket at the very beginning is left out alone.
    fileprivate var beforeOpenBracket: String {
        var open: [Index] = []
        for index in indices {
            switch self[index] {
            case "(", "[": open.append(index)
            case ")", "]": if !open.isEmpty { open.removeLast() }
            default: break
            }
        }
        guard let first = open.first else { return String(self) }
        let before = self[..<first]
        return before.contains { $0 != " " } ? String(before) : self[index(after: first)...].beforeOpenBracket
    }
}

extension String {
    /// Without blanks and signs that lead to something else.
    fileprivate var trimmedAtEnd: String {
        var text = self
        while let last = text.last, " ,;:–-".contains(last) { text.removeLast() }
        return text
    }
}
