/// What the format of a cell makes of its number.
struct NumberFormat {
    /// What a number is shown as.
    enum Meaning: Hashable {
        case number
        /// × 100, with `%` behind it.
        case percentage
        /// As it is, with `%` behind it.
        case percentSign
        case date
        case month
        case year
        case dateAndTime
        case time
    }

    private let parts: [(condition: NumberFormatSection.Condition?, meaning: Meaning)]
    private let hasConditions: Bool

    static let general = NumberFormat("")

    /// Reads a format as workbooks store it, whatever the language of the spreadsheet: `0.0%;[Red]-0.0%`.
    init(_ code: String) {
        parts = NumberFormatSection.all(in: code).map { ($0.condition, $0.meaning) }
        hasConditions = parts.contains { $0.condition != nil }
    }

    /// The format behind a number that workbooks need not spell out (ECMA-376, 18.8.30).
    init(builtIn id: Int) {
        let code =
            switch id {
            case 9, 10: "0%"
            case 14, 15: "d-m-yy"
            case 16: "d-mmm"
            case 17: "mmm-yy"
            case 18...21: "h:mm"
            case 22: "d-m-yy h:mm"
            case 27...31, 36, 50...54, 57, 58: "d-m-yy"
            case 32...35, 55, 56: "h:mm"
            case 45...47: "mm:ss"
            default: ""
            }
        self.init(code)
    }

    /// What it makes of a number: each section has its own numbers.
    func meaning(of number: SheetNumber) -> Meaning {
        guard parts.count > 1 else { return parts.first?.meaning ?? .number }
        if hasConditions {
            let value = number.double
            return parts.prefix(3).first { $0.condition?.holds(value) ?? true }?.meaning ?? parts[0].meaning
        }
        if number.isNegative { return parts[1].meaning }
        return parts[number.isZero && parts.count > 2 ? 2 : 0].meaning
    }
}
