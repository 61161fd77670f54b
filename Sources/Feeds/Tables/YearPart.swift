internal import Indicators

/// A part of a year that stands in a column of its own, beside the year.
enum YearPart {
    /// What a number is a part of, by what the title of its column begins with.
    private static let kinds = [
        ("kwartaal", "kwartaal"), ("kw", "kwartaal"), ("quarter", "kwartaal"), ("maand", "maand"), ("month", "maand"),
        ("halfjaar", "halfjaar"), ("half", "halfjaar"), ("week", "week"),
    ]

    /// Year and part as one period is written: `2025` and `januari`, `Q1` or, below `kwartaal`, `1`.
    ///
    /// Without a part, or with a total, it is the year; what cannot be read stays as it is, to be refused as such.
    static func joined(_ year: String, _ part: String, title: String) -> String {
        if part.isEmpty || TotalMember.isTotal(ColumnTitle.folded(part)) { return year }
        // Programs write whole numbers as `1.0`.
        let bare = part.hasSuffix(".0") ? String(part.dropLast(2)) : part
        guard let number = Int(digits: bare) else { return worded(year, part) }
        let folded = ColumnTitle.folded(title)
        guard let kind = kinds.first(where: { folded.hasPrefix($0.0) })?.1 else { return "\(year) \(part)" }
        return "\(kind) \(number) \(year)"
    }

    private static func worded(_ year: String, _ part: String) -> String {
        // A part with its own year says it all, where that is the year.
        if case .period(let period) = PeriodCell(part).reading, period.kind != .year {
            return String(period.year) == year.prefix(4) ? part : "\(year) \(part)"
        }
        return "\(part) \(year)"
    }
}
