internal import Indicators

/// A column of a target table: the period that its name holds, and the words around it.
struct TargetTableColumn: Hashable, Sendable {
    let line: Int
    /// The name as the table writes it.
    let name: String
    let period: Period
    /// The words of the name beside its period.
    let words: [String]
    /// Whether the column holds what was measured.
    var isMeasured: Bool

    /// Reads the name of a column; `nil` where it does not name one period.
    init?(_ text: TargetTableText) {
        guard text.text.utf8.count <= 100, let (period, rest) = Self.period(in: Self.words(of: text.text)) else {
            return nil
        }
        line = text.line
        name = text.text
        self.period = period
        self.words = rest.map { $0.lowercased() }
        isMeasured = Self.saysMeasured(self.words)
    }

    private static func words(of name: String) -> [String] {
        name.split { $0.isWhitespace || "()[]".contains($0) }.map { $0.trimming(":;,.*\"") }.filter { !$0.isEmpty }
    }

    private static func saysMeasured(_ words: [String]) -> Bool {
        words.contains(where: measuredWords.contains)
            && !words.contains { $0.hasPrefix("verwacht") || $0.hasPrefix("prognose") || $0.hasPrefix("geraamd") }
    }

    /// Whether the name is so plain that it can be told from a label: a period, with no words but the usual ones.
    var isPlain: Bool { words.allSatisfy(Self.isUsual) }

    /// Whether the text has no words but those that stand beside a period in the names of columns.
    static func isPartOfName(_ text: TargetTableText) -> Bool {
        guard text.text.utf8.count <= 100 else { return false }
        let words = words(of: text.text)
        return !words.isEmpty && words.allSatisfy { isUsual($0.lowercased()) }
    }

    /// Whether the text is such a part, and says that something was measured.
    static func isPartOfMeasuredName(_ text: TargetTableText) -> Bool {
        isPartOfName(text) && saysMeasured(Self.words(of: text.text).map { $0.lowercased() })
    }

    /// Whether the text ends in the names of several columns.
    static func endsInNames(_ text: TargetTableText) -> Bool {
        guard text.text.utf8.count <= 1000 else { return false }
        let words = words(of: text.text)
        let periods = words.indices.filter { Period(words[$0]) != nil }
        guard periods.count > 1, let first = periods.first, periods.last == words.count - 1 else { return false }
        return words[first...].allSatisfy { Period($0) != nil || isUsual($0.lowercased()) }
    }

    private static func isUsual(_ word: String) -> Bool { measuredWords.contains(word) || plannedWords.contains(word) }

    /// Whether the name is a year and nothing else, as a value could be, too.
    var isBareYear: Bool { words.isEmpty && period.kind == .year && (1990...2100).contains(period.year) }

    private static let measuredWords: Set<String> = [
        "realisatie", "realisaties", "gerealiseerd", "gerealiseerde", "nulmeting", "0-meting", "meting", "metingen",
        "gemeten", "werkelijk", "werkelijke", "werkelijkheid", "actual", "actuals", "rekening", "jaarrekening",
    ]

    private static let plannedWords: Set<String> = [
        "begroting", "begroot", "begrote", "primaire", "primair", "bijgestelde", "gewijzigde", "na", "wijziging",
        "meerjarenbegroting", "meerjarenraming", "raming", "prognose", "verwachting", "streefwaarde", "streefwaarden",
        "streefcijfer", "doel", "doelstelling", "doelwaarde", "norm", "ambitie", "target", "waarde", "stand", "cijfer",
        "jaar", "schooljaar", "in", "per",
    ]
}

// MARK: The period

extension TargetTableColumn {
    /// The one period that the words name, and the words beside it.
    private static func period(in words: [String]) -> (Period, rest: [String])? {
        if let whole = Period(words.joined(separator: " ")) { return (whole, []) }
        let named = words.indices.filter { Period(words[$0]) != nil }
        guard named.count == 1, let index = named.first, let period = Period(words[index]) else { return nil }
        var rest = words
        rest.remove(at: index)
        guard !rest.contains(where: Self.mayNamePeriods) else { return nil }
        guard period.kind == .year, let smaller = Self.part(of: period.year, in: rest) else {
            return rest.contains(where: Self.isPartOfYear) ? nil : (period, rest)
        }
        return smaller
    }

    /// The part of the year that stands apart from it: `1e kwartaal 2026`, `Q1 2026`, `stand mei 2026`.
    private static func part(of year: Int, in words: [String]) -> (Period, rest: [String])? {
        for (index, word) in words.enumerated() {
            let two = words.dropFirst(index).prefix(2)
            let candidates = [
                (Period("\(year) \(two.joined(separator: " "))"), two.count), (Period("\(year) \(word)"), 1),
                (Period("\(year)-\(word.uppercased())"), word.utf8.count <= 3 ? 1 : 0),
            ]
            for (period, count) in candidates where count > 0 {
                guard let period, period.kind != .year else { continue }
                let rest = Array(words[..<index] + words[(index + count)...])
                return rest.contains(where: Self.isPartOfYear) ? nil : (period, rest)
            }
        }
        return nil
    }

    /// Whether the word stands for more than the one period: another year, a range, a day, or a value.
    private static func mayNamePeriods(_ word: String) -> Bool {
        let digits = word.unicodeScalars.split { !("0"..."9").contains($0) }
        return digits.contains { $0.count >= 4 } || word.allSatisfy(\.isNumber)
            || word.contains { "%<>≤≥=+".contains($0) }
            || ["t/m", "tot", "vanaf", "e.v", "ev", "verder", "-", "–", "t.o.v"].contains(word.lowercased())
    }

    /// Whether the word is about a part of a year, which must not pass for the whole of it.
    private static func isPartOfYear(_ word: String) -> Bool {
        let lower = word.lowercased()
        let letters = lower.prefix { !$0.isNumber }
        return ["kwartaal", "halfjaar", "maand", "week", "tertaal", "trimester", "semester", "periode"]
            .contains(where: lower.contains)
            || ["q", "h", "s", "w", "wk", "kw", "hj", "t"].contains(letters) && letters.count < lower.count
            || Period.dutchMonths.contains { $0.hasPrefix(lower) && lower.count >= 3 } || lower == "mrt"
            || lower == "sept"
    }
}

extension StringProtocol {
    /// The text without these characters at its ends.
    fileprivate func trimming(_ characters: String) -> String {
        let unwanted = characters.unicodeScalars
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !unwanted.contains($0) }),
            let last = scalars.lastIndex(where: { !unwanted.contains($0) })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
