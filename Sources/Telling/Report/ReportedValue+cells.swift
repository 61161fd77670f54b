internal import Assessment
internal import Indicators

extension ReportedValue {
    func cell(_ unit: MeasureUnit, _ phrases: Phrases) -> ReportCell {
        switch self {
        case .measured(let value, _, _, _): .number(value, unit, note: note(in: phrases))
        case .hidden: .text(phrases.hiddenValue)
        case .documented(let text, let value): .written(text, value, unit, note: note(in: phrases))
        }
    }

    /// What has to be known beside the value; `nil` where it is the definitive one of the whole year.
    func note(in phrases: Phrases) -> String? {
        switch self {
        case .hidden: nil
        case .documented(_, nil): nil
        case .documented: phrases.say("volgens het document", "by the document")
        case .measured(_, let period, let isProvisional, let isRunning):
            [
                period.kind == .year ? nil : Self.part(phrases.period(period), isRunning: isRunning, phrases),
                isProvisional ? phrases.say("voorlopig", "provisional") : nil,
            ]
            .compactMap(\.self).nonEmptyList
        }
    }

    /// Which part of the year a value is of.
    private static func part(_ period: String, isRunning: Bool, _ phrases: Phrases) -> String {
        isRunning
            ? phrases.say("tot en met \(period)", "through \(period)")
            : phrases.say("waarde van \(period)", "value of \(period)")
    }
}

extension [String] {
    fileprivate var nonEmptyList: String? { isEmpty ? nil : joined(separator: ", ") }
}

extension ReportedTarget {
    func cell(_ unit: MeasureUnit, _ phrases: Phrases) -> ReportCell {
        .written(text, number, unit, note: isUndated ? Self.undated(in: phrases) : nil)
    }

    /// The document names no year for a target.
    static func undated(in phrases: Phrases) -> String {
        phrases.say("het document noemt bij de streefwaarde geen jaar", "the document names no year for the target")
    }
}
