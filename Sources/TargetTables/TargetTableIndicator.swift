internal import Indicators

/// What a row of a target table becomes in the programme file.
struct TargetTableIndicator {
    /// A cell with its period.
    struct Cell {
        let period: Period
        let text: String
    }

    let id: String
    let title: String
    let description: String
    let unit: MeasureUnit
    /// The direction that is better; `nil` where the table does not say it.
    let better: Better?
    let kind: PeriodKind
    let first: Period?
    let heading: String?
    let documented: [Cell]
    let targets: [Cell]
    let unreadable: [UnreadableCell]
    let notes: [String]
}
