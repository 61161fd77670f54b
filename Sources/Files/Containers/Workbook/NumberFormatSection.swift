/// One of the parts of a number format between semicolons.
struct NumberFormatSection: Hashable {
    /// For which numbers it holds: `[>=100]`.
    struct Condition: Hashable {
        let sign: String
        let bound: Double

        init?(_ text: String) {
            let sign = String(text.prefix { "<>=".contains($0) })
            let rest = Array(text.dropFirst(sign.count).utf8)
            guard !sign.isEmpty, let bound = SheetNumber(rest)?.double else { return nil }
            self.sign = sign
            self.bound = bound
        }

        func holds(_ value: Double) -> Bool {
            switch sign {
            case "<": value < bound
            case "<=": value <= bound
            case ">": value > bound
            case ">=": value >= bound
            case "=": value == bound
            default: value != bound
            }
        }
    }

    private(set) var condition: Condition?
    /// What is left when quoted and escaped text and brackets are dropped, in small letters.
    private var symbols = ""
    /// What was quoted or escaped.
    private var literal = ""
    /// Whether it has `[h]` or `[mm]`.
    private var isDuration = false

    private static let longest = 1024

    /// The sections of a format.
    static func all(in code: String) -> [NumberFormatSection] {
        var sections = [NumberFormatSection()]
        var rest = code.unicodeScalars.prefix(longest)[...]
        while let scalar = rest.popFirst() {
            if scalar == ";" {
                sections.append(NumberFormatSection())
            } else {
                sections[sections.count - 1].take(scalar, &rest)
            }
        }
        return sections
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView) {
        switch scalar {
        case "\"":
            let quoted = rest.prefix { $0 != "\"" }
            literal.unicodeScalars.append(contentsOf: quoted)
            rest = rest.dropFirst(quoted.count + 1)
        case "\\": if let escaped = rest.popFirst() { literal.unicodeScalars.append(escaped) }
        case "_", "*": rest = rest.dropFirst()
        case "[":
            let inside = String(rest.prefix { $0 != "]" })
            rest = rest.dropFirst(inside.unicodeScalars.count + 1)
            takeBrackets(inside)
        default: symbols.unicodeScalars.append(contentsOf: String(scalar).lowercased().unicodeScalars)
        }
    }

    private mutating func takeBrackets(_ inside: String) {
        let letters = Set(inside.lowercased())
        if !inside.isEmpty, letters == ["h"] || letters == ["m"] || letters == ["s"] {
            isDuration = true
        } else if let bound = Condition(inside) {
            condition = bound
        }
    }

    var meaning: NumberFormat.Meaning {
        if isDuration { return .time }
        // The word itself has an `e` and an `a`, but `AM/PM` has an `m`.
        let plain = symbols.replacing("general", with: "").replacing("am/pm", with: "h").replacing("a/p", with: "h")
        if plain.contains("%") { return .percentage }
        if let date = dateMeaning(plain) { return date }
        return literal.contains("%") ? .percentSign : .number
    }

    private func dateMeaning(_ symbols: String) -> NumberFormat.Meaning? {
        let letters = Set(symbols)
        let hasDay = letters.contains("d")
        let hasYear = letters.contains("y")
        let hasTime = letters.contains("h") || letters.contains("s")
        if hasTime { return hasDay || hasYear ? .dateAndTime : .time }
        if hasDay { return .date }
        if letters.contains("m") { return .month }
        return hasYear ? .year : nil
    }
}
