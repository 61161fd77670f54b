/// A unit as somebody writes it, taken apart in the unit itself and how many of it a value of 1 is: `x 1 000` is 1,000
/// times `aantal`, `1 000 euro` is 1,000 times `€`.
package struct WrittenUnit: Hashable, Sendable {
    package let unit: MeasureUnit
    /// How many of the unit a value of 1 is.
    package let scale: ExactDecimal

    /// Reads a unit, with brackets and blanks around it or without; what is not known is a unit of its own.
    package init(_ text: String) {
        let folded = Self.folded(text)
        if let known = Self.words[folded] {
            self.init(known, 1)
        } else if folded.hasPrefix("per ") {
            self.init(Self.isPerThousand(folded) ? .perThousand : MeasureUnit(folded), 1)
        } else if let scaled = Self.scaled(folded) {
            self = scaled
        } else {
            self.init(MeasureUnit(folded), 1)
        }
    }

    private init(_ unit: MeasureUnit, _ scale: Int) {
        self.unit = unit
        self.scale = ExactDecimal(scale)
    }

    /// What a value in this unit has to be multiplied by to be one in the other; `nil` where they measure something else.
    package func factor(to other: WrittenUnit) -> ExactDecimal? {
        unit == other.unit ? scale.divided(by: other.scale, decimals: 9)?.withoutTrailingZeros : nil
    }

    /// What a value in this unit has to be multiplied by to be one in the unit of an indicator; `nil` where it cannot.
    package func factor(to unit: MeasureUnit) -> ExactDecimal? { factor(to: WrittenUnit(unit.symbol)) }
}

extension WrittenUnit {
    private static let months = MeasureUnit("maanden")
    private static let weeks = MeasureUnit("weken")
    private static let days = MeasureUnit("dagen")

    private static let words: [String: MeasureUnit] = {
        let spellings: [(MeasureUnit, [String])] = [
            (.percent, ["%", "procent", "percentage", "percent", "pct", "perc", "in %", "in procenten", "procenten"]),
            (.perThousand, ["‰", "promille", "per mille", "/1000", "in promille"]),
            (.count, ["aantal", "aantallen", "absoluut", "stuks", "count", "number"]),
            (.euro, ["€", "euro", "euro's", "euros", "eur", "in euro", "in euro's", "x € 1", "x 1 euro", "1 euro"]),
            (.milestone, ["mijlpaal", "mijlpalen", "milestone"]),
            (months, ["maanden", "maand", "mnd", "mnd.", "in maanden", "aantal maanden", "months", "month"]),
            (weeks, ["weken", "week", "in weken", "aantal weken", "weeks"]),
            (days, ["dagen", "dag", "in dagen", "aantal dagen", "days", "day"]),
        ]
        return Dictionary(spellings.flatMap { unit, words in words.map { ($0, unit) } }) { first, _ in first }
    }()

    /// Small letters, one blank between words, digits without signs between thousands, no brackets around it all.
    private static func folded(_ text: String) -> String {
        var words: [String] = []
        let straight = text.lowercased().map { "\u{2018}\u{2019}".contains($0) ? "'" : $0 == "×" ? "x" : $0 }
        for word in String(straight).split(whereSeparator: { $0.unicodeScalars.allSatisfy(\.isBlank) }) {
            let bare = withoutThousandSigns(String(word))
            if let last = words.last, isGroup(bare), isNumber(last) {
                words[words.count - 1] = last + bare
            } else {
                words.append(bare)
            }
        }
        let whole = words.joined(separator: " ")
        let isBracketed = whole.hasPrefix("(") && whole.hasSuffix(")") && whole.filter { $0 == "(" }.count == 1
        return isBracketed ? folded(String(whole.dropFirst().dropLast())) : whole
    }

    /// `1.000` and `€1.000` without the point, where groups of three follow it.
    private static func withoutThousandSigns(_ word: String) -> String {
        let groups = word.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.count > 1, groups.dropFirst().allSatisfy({ isGroup(String($0)) }),
            groups[0].last?.isNumber == true
        else { return word }
        return groups.joined()
    }

    private static func isNumber(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func isGroup(_ word: String) -> Bool { word.utf8.count == 3 && isNumber(word) }

    private static func isPerThousand(_ folded: String) -> Bool {
        let rest = folded.dropFirst("per ".count)
        for start in ["1000", "duizend"] where rest == start || rest.hasPrefix("\(start) ") {
            let whom = rest.dropFirst(start.count).trimmed
            return ["", "inwoners", "inw", "inw.", "inwoner", "inhabitants"].contains(whom)
        }
        return false
    }

    /// `x 1000`, `1000 euro`, `x € 1000`, `mln euro`, `€ 1 mln`.
    private static func scaled(_ folded: String) -> WrittenUnit? {
        var words = folded.replacing("€", with: " € ").split(separator: " ").map(String.init)
        if words.first == "in" { words.removeFirst() }
        if words.first == "x" { words.removeFirst() }
        let isEuro = words.contains { euroWords.contains($0) }
        words.removeAll { euroWords.contains($0) }
        if words.first == "x" { words.removeFirst() }
        if words.count == 2, words[0] == "1" { words.removeFirst() }
        guard words.count == 1, let scale = scales[words[0]], isEuro || folded.hasPrefix("x ") || scale == 1_000_000
        else { return nil }
        return WrittenUnit(isEuro ? .euro : .count, scale)
    }

    private static let euroWords: Set = ["€", "euro", "euro's", "euros", "eur"]

    private static let scales = [
        "1000": 1000, "duizend": 1000, "1000000": 1_000_000, "mln": 1_000_000, "mln.": 1_000_000, "miljoen": 1_000_000,
    ]
}
