internal import Indicators

/// Reads one cell of a target table.
enum TargetTableCell {
    /// The cell as the programme file can keep it; `nil` where it is no target.
    ///
    /// It is the cell word for word, but for a euro sign, which the unit says, and for all but one of its footnote marks.
    static func notation(_ text: String) -> TargetNotation? {
        guard text.utf8.count <= 100 else { return nil }
        let bare = text.withoutClosingStars
        let plain = withoutEuro(bare) + (bare == text ? "" : "*")
        guard let notation = try? TargetNotation(plain) else { return nil }
        if case .absolute(_, _, let unit?)? = notation.requirement, !isUnit(unit) { return nil }
        return notation
    }

    /// Words that stand where a cell is yet to come.
    static let standIns: Set<String> = [
        "n.t.b.", "ntb", "n.n.b.", "nnb", "nnb.", "n.v.t.", "nvt", "p.m.", "pm", "?", "x", "…", "...", "—", "n/a",
        "volgt", "nader te bepalen", "nog te bepalen", "niet bekend", "nog niet bekend", "niet beschikbaar", "ja",
        "nee",
    ]

    /// Why the cell does not suit its row; `nil` where it does.
    static func misfit(
        _ notation: TargetNotation,
        isMeasured: Bool,
        unit: MeasureUnit,
        kind: PeriodKind
    ) -> UnreadableCell.Reason? {
        guard let requirement = notation.requirement else { return nil }
        if isMeasured, !requirement.isBareValue { return .notMeasured }
        if (requirement == .milestone) != (unit == .milestone) { return .otherKind }
        if let baseline = requirement.baseline, baseline.kind != kind { return .otherPeriod }
        guard case .absolute(_, let value, let written) = requirement else { return nil }
        if let written, MeasureUnit(written) != unit { return .otherUnit }
        return unit.naturalRange.contains(value) ? nil : .outOfRange
    }

    /// Whether the text behind a number can be the unit of it: `%`, `maanden`, `per 1000`.
    private static func isUnit(_ text: String) -> Bool {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || " /-%".unicodeScalars.contains($0)
        }
        return text == MeasureUnit.perThousand.symbol || isPlain && text.utf8.count <= 24 && text.words.count <= 2
    }

    /// The amount without its euro sign, which stands before the digits or at the end.
    private static func withoutEuro(_ text: String) -> String {
        let parts = text.unicodeScalars.split(separator: "€", omittingEmptySubsequences: false)
            .map { String(String.UnicodeScalarView($0)).trimmed }
        guard parts.count == 2 else { return text }
        let isSign = parts[0].unicodeScalars.allSatisfy { "<>≤≥=+-\u{2212} ".unicodeScalars.contains($0) }
        return isSign || parts[1].isEmpty ? parts.joined() : text
    }
}

extension Requirement {
    /// Whether it is a value without a comparator, as a measured one is.
    fileprivate var isBareValue: Bool {
        if case .absolute(nil, _, _) = self { true } else { false }
    }
}
