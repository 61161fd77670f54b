/// One cell of a target table, or one spoken target, as the document writes it.
package struct TargetNotation: Hashable, Sendable, CustomStringConvertible {
    /// What the cell says.
    package enum Content: Hashable, Sendable {
        case requirement(Requirement)
        /// `Nb`: niet bekend, not known.
        case notKnown
        /// `-`: none.
        case noTarget
    }

    package let content: Content
    /// Whether a closing `*` or `**` refers to a footnote.
    package let hasFootnote: Bool
    /// Whether it is of a row that has to stay as it is: a bare number that the value may leave to neither side.
    package let isKeptLevel: Bool
    /// The cell as written, without blanks around it.
    package let description: String

    /// Reads a cell.
    ///
    /// - Parameter text: the cell, in the notation of the contract (design, "Target notation").
    /// - Throws: ``TargetNotationError`` where the cell is none of the notations.
    package init(_ text: some StringProtocol) throws(TargetNotationError) {
        let written = text.trimmed
        let bare = String(written.reversed().drop { $0 == "*" }.reversed()).trimmed
        description = written
        hasFootnote = bare != written
        isKeptLevel = false
        guard let content = Self.content(of: bare) else { throw TargetNotationError(cell: written) }
        self.content = content
    }

    /// A value that no document writes, such as one between two cells.
    init(_ requirement: Requirement) {
        content = .requirement(requirement)
        hasFootnote = false
        isKeptLevel = false
        description = requirement.written
    }

    private init(keepingLevel content: Content, of other: TargetNotation) {
        self.content = content
        isKeptLevel = true
        hasFootnote = other.hasFootnote
        description = other.description
    }

    /// The cell of a row that is to stay level: a bare number in it is to be kept, neither below nor above.
    package var keptLevel: TargetNotation {
        guard case .requirement(.absolute(nil, let value, let unit)) = content else { return self }
        return TargetNotation(keepingLevel: .requirement(.absolute(.equal, value, unit: unit)), of: self)
    }

    /// Whether the value may move to neither side, but within a margin.
    package var asksToStayLevel: Bool {
        if case .direction(.steady, _)? = requirement { true } else { isKeptLevel }
    }

    /// What the footnotes of the row say of this cell: that of the same number of stars, to stand within a sentence.
    package func footnote(among notes: [String]) -> String? {
        let stars = description.reversed().prefix { $0 == "*" }.count
        guard stars > 0, let note = notes.first(where: { $0.prefix { $0 == "*" }.count == stars }) else { return nil }
        let text = note.dropFirst(stars).trimmed
        // "Indien …" begins with a small letter within a sentence, an abbreviation stays as it is.
        let isWord = text.dropFirst().first?.isLowercase ?? false
        return isWord ? text.prefix(1).lowercased() + text.dropFirst() : text
    }

    /// The requirement; `nil` for `Nb` and `-`.
    package var requirement: Requirement? {
        if case .requirement(let requirement) = content { requirement } else { nil }
    }

    private static func content(of text: String) -> Content? {
        switch text.lowercased() {
        case "nb", "n.b.", "onbekend": .notKnown
        case "-", "–": .noTarget
        case "gereed": .requirement(.milestone)
        default: (absolute(text) ?? compared(text)).map(Content.requirement)
        }
    }

    private static func absolute(_ text: String) -> Requirement? {
        let (comparator, rest) = takeComparator(text)
        let number = rest.prefix { $0.isNumber || ",.-\u{2212}".contains($0) }
        guard let value = dutchNumber(number) else { return nil }
        let unit = rest.dropFirst(number.count).trimmed
        // "36 t.o.v. 2025" is not a value with the unit "t.o.v. 2025", nor is "-10% t.o.v. vorig jaar".
        guard !unit.contains(where: \.isNumber) || unit == MeasureUnit.perThousand.symbol,
            !baselineWords.contains(where: { $0.utf8.count <= unit.utf8.count && unit.contains($0) })
        else { return nil }
        return .absolute(comparator, value, unit: unit.isEmpty ? nil : unit)
    }

    private static func takeComparator(_ text: String) -> (Comparator?, String) {
        let signs: [(String, Comparator)] = [
            ("<=", .atMost), ("≤", .atMost), (">=", .atLeast), ("≥", .atLeast), ("<", .below), (">", .above),
            ("=", .equal),
        ]
        for (sign, comparator) in signs where text.hasPrefix(sign) {
            return (comparator, text.dropFirst(sign.count).trimmed)
        }
        return (nil, text)
    }

    /// Reads a movement or a change, with the period it is compared with where one is named.
    private static func compared(_ text: String) -> Requirement? {
        let (change, baseline) = splitBaseline(text)
        guard let baseline else { return nil }
        let period = baseline.isEmpty ? nil : Period(baseline)
        guard baseline.isEmpty || period != nil else { return nil }
        return self.change(change.lowercased(), from: period)
    }

    private static func change(_ word: String, from baseline: Period?) -> Requirement? {
        if let trend = Trend(word: word) { return .direction(trend, baseline: baseline) }
        if word == "halvering" { return .relative(percent: ExactDecimal(-50), baseline: baseline) }
        if word == "verdubbeling" { return .relative(percent: ExactDecimal(100), baseline: baseline) }
        guard let first = word.unicodeScalars.first, "+-\u{2212}".unicodeScalars.contains(first) else { return nil }
        let unsigned = word.hasPrefix("+") ? word.dropFirst().trimmed : word
        if unsigned.hasSuffix("%") {
            return dutchNumber(unsigned.dropLast().trimmed).map { .relative(percent: $0, baseline: baseline) }
        }
        return dutchNumber(unsigned).map { .difference($0, baseline: baseline) }
    }

    /// The words before the period that a change is measured from.
    private static let baselineWords = ["t.o.v.", "ten opzichte van"]

    /// Splits `-10% t.o.v. 2025` in its change and its baseline; the baseline is empty where none is named.
    private static func splitBaseline(_ text: String) -> (String, String?) {
        for words in baselineWords {
            guard let range = text.firstRange(of: words) else { continue }
            let baseline = text[range.upperBound...].trimmed
            return (text[..<range.lowerBound].trimmed, baseline.isEmpty ? nil : baseline)
        }
        return (text, "")
    }

    /// A number with a decimal comma and, where written, points between the thousands: `1.234,5`.
    private static func dutchNumber(_ text: some StringProtocol) -> ExactDecimal? {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.count > 1 else { return ExactDecimal(text, decimalSign: ",") }
        let whole = groups.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[0] }
        guard let lead = groups.first, (1...3).contains(lead.drop { $0 == "-" }.count),
            whole.allSatisfy({ $0.count == 3 })
        else { return nil }
        return ExactDecimal(groups.joined(), decimalSign: ",")
    }
}

extension Requirement {
    /// An absolute requirement as a cell: `≥54,5%`.
    fileprivate var written: String {
        guard case .absolute(let comparator, let value, let unit) = self else { return kind }
        let suffix = unit.map { $0 == "%" ? $0 : " \($0)" } ?? ""
        return (comparator?.sign ?? "") + value.written(decimalSign: ",") + suffix
    }
}
