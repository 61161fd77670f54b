internal import Indicators

/// Makes ids and titles of labels.
struct TargetTableNames {
    private var taken: Set<String> = []
    /// The number with which an id was told from others last.
    private var numbers: [String: Int] = [:]

    /// The id of the row: its label in small letters and hyphens, and another one than that of any row before.
    mutating func id(of label: String) -> String {
        let words = Self.words(label.withoutNumbering)
        let base = Self.joined(words.isEmpty ? ["indicator"] : words, limit: Self.idLimit)
        var id = base
        var number = numbers[base] ?? 2
        while !taken.insert(id).inserted {
            let suffix = "-\(number)"
            id =
                Self.joined(base.split(separator: "-").map(String.init), limit: Self.idLimit - suffix.utf8.count)
                + suffix
            number += 1
        }
        numbers[base] = number
        return id
    }

    /// The title of the row: its label without number and footnote marks, in at most 45 characters.
    static func title(of label: String) -> String {
        let visible = label.unicodeScalars.filter { !$0.isUnsafeToShow || $0.isBlank }
        let text = String(String.UnicodeScalarView(visible)).collapsed.withoutNumbering.withoutClosingStars
        let cut = shortened(text)
        return cut.isEmpty ? shortened(label) : cut
    }

    private static let idLimit = 64
    private static let titleLimit = 45

    private static func shortened(_ text: String) -> String {
        guard text.unicodeScalars.count > titleLimit else { return text }
        var title = ""
        for word in text.split(separator: " ") {
            let longer = title.isEmpty ? String(word) : "\(title) \(word)"
            guard longer.unicodeScalars.count <= titleLimit else { break }
            title = longer
        }
        guard !title.isEmpty else { return String(String.UnicodeScalarView(text.unicodeScalars.prefix(titleLimit))) }
        return title
    }

    /// The words joined by hyphens, as many as fit; a first word that does not fit is cut.
    private static func joined(_ words: [String], limit: Int) -> String {
        var id = ""
        for word in words {
            let longer = id.isEmpty ? word : "\(id)-\(word)"
            guard longer.utf8.count <= limit else { break }
            id = longer
        }
        return id.isEmpty ? String(words.first?.prefix(limit) ?? "") : id
    }

    // MARK: Letters

    /// The words of letters a-z and digits.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            if let letters = folded(scalar) {
                word += letters
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// The scalar in ASCII; empty for what belongs to a word without being a letter, `nil` for what parts words.
    private static func folded(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z", "0"..."9": return String(scalar)
        case "'", "’", "‘", "´", "`": return ""
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .format: return ""
        default: return letters[scalar]
        }
    }

    private static let letters: [Unicode.Scalar: String] = {
        let table = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
            "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšșſ", "t": "ţťŧț",
            "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß", "th": "þ", "ij": "ĳ",
            "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ",
        ]
        return table.reduce(into: [:]) { letters, entry in
            for scalar in entry.value.unicodeScalars { letters[scalar] = entry.key }
        }
    }()
}
