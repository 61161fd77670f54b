internal import Indicators

/// What a row does not say in so many words, as far as its cells and the table's title show it.
enum TargetTableInference {
    /// The unit of a row; `nil` where neither the row nor the title names one.
    ///
    /// - Parameters:
    ///   - label: the label of the row.
    ///   - texts: the cells as written.
    ///   - requirements: what those cells ask that can be read.
    ///   - amounts: the unit of the amounts of the table, where its title names one.
    /// - Returns: the unit.
    static func unit(
        label: String,
        texts: [String],
        requirements: [Requirement],
        amounts: MeasureUnit?
    ) -> MeasureUnit? {
        let named = requirements.compactMap { requirement in
            if case .absolute(_, _, let unit?) = requirement { MeasureUnit(unit) } else { nil }
        }
        let isPercentage = label.contains("(%)") || label.contains("(in %)") || label.hasPrefix("% ")
        if named.contains(.percent) || isPercentage { return .percent }
        if requirements.contains(.milestone), !requirements.contains(where: \.isAbsolute) { return .milestone }
        if let amounts { return amounts }
        if texts.contains(where: { $0.unicodeScalars.contains("€") }) { return .euro }
        return named.first
    }

    /// The unit of amounts that a title names: `(bedragen x € 1.000)`, `x 1.000 euro`, `bedragen in euro's`, `(€)`.
    ///
    /// A euro sign of another kind, as in `inkomen tot € 30.000`, names none.
    static func amounts(in title: String) -> MeasureUnit? {
        let text = title.collapsed.lowercased()
        guard text.utf8.count <= 1000 else { return nil }
        let words = text.replacing("€", with: " € ").split { $0.isWhitespace || "()[],;:".contains($0) }.map(
            String.init
        )
        for index in words.indices where ["x", "×", "*"].contains(words[index]) {
            if let unit = multiple(Array(words[(index + 1)...].prefix(3))) { return unit }
        }
        let isInEuros = zip(words, words.dropFirst()).contains { $0 == "in" && euroWords.contains($1) }
        return isInEuros || text.contains("(€)") ? .euro : nil
    }

    private static let euroWords: Set<String> = ["€", "euro", "euro's", "euro’s", "euros"]
    private static let millionWords: Set<String> = ["mln", "mln.", "miljoen", "mio"]

    /// What stands behind the `x`: `€ 1.000`, `1.000 euro`, `€ 1 mln`, `€ miljoen`.
    private static func multiple(_ words: [String]) -> MeasureUnit? {
        guard words.contains(where: euroWords.contains) else { return nil }
        let others = words.filter { !euroWords.contains($0) }
        let number = others.first.flatMap { Int(digits: $0.replacing(".", with: "")) }
        let isMillion = others.prefix(2).contains(where: millionWords.contains)
        switch (number, isMillion) {
        case (nil, true), (1, true), (1_000_000, false): return MeasureUnit("€ 1.000.000")
        case (1, false): return .euro
        case (1000, false): return .thousandEuro
        default: return nil
        }
    }

    /// The direction that is better; `nil` where the cells do not show it.
    ///
    /// - Parameters:
    ///   - targets: what is asked, in order of period.
    ///   - measured: the last value that was measured before.
    ///   - unit: the unit of the row.
    /// - Returns: the direction of the comparators and movements, else of the path.
    static func better(targets: [Requirement], measured: ExactDecimal?, unit: MeasureUnit) -> Better? {
        let said = Set(targets.compactMap(\.better))
        guard said.isEmpty else { return said.count == 1 ? said.first : nil }
        // An amount that grows says nothing: a budget follows its costs.
        guard unit.euros == nil, !unit.symbol.hasPrefix("€") else { return nil }
        let values = [measured].compactMap(\.self) + targets.compactMap(\.value)
        let steps = zip(values, values.dropFirst())
        guard let first = values.first, let last = values.last, first != last else { return nil }
        if steps.allSatisfy({ $0 >= $1 }) { return .lower }
        return steps.allSatisfy { $0 <= $1 } ? .higher : nil
    }
}

extension Requirement {
    fileprivate var isAbsolute: Bool {
        if case .absolute = self { true } else { false }
    }

    fileprivate var value: ExactDecimal? {
        if case .absolute(_, let value, _) = self { value } else { nil }
    }

    /// The direction that the requirement asks for by itself.
    fileprivate var better: Better? {
        switch self {
        case .absolute(let comparator?, _, _): comparator.better
        case .absolute: nil
        case .relative(let change, _), .difference(let change, _):
            change == .zero ? nil : change < .zero ? .lower : .higher
        case .direction(let trend, _): trend.comparator.better
        case .milestone: .higher
        }
    }
}

extension Comparator {
    fileprivate var better: Better? {
        switch self {
        case .below, .atMost: .lower
        case .above, .atLeast: .higher
        case .equal: nil
        }
    }
}
