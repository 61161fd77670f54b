internal import Alerting
package import Indicators

/// Something that is otherwise in a report than in an earlier one of the same programme.
package struct ReportChange: Hashable, Sendable {
    package let package: String
    package let id: IndicatorID
    /// The short name of the line.
    package let name: String
    /// The column in which it is otherwise.
    package let column: ReportColumn
    /// The unit of what stands there; `nil` where that is no amount.
    package let unit: MeasureUnit?
    package let before: ReportCell
    package let after: ReportCell

    /// What changed, line by line; a line that stands under several packages is told once.
    static func between(
        _ before: [ReportRow],
        _ after: [ReportRow],
        zone: LocalZone,
        phrases: Phrases
    ) -> [ReportChange] {
        let earlier = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        var seen: Set<IndicatorID> = []
        return after.filter { seen.insert($0.id).inserted }.flatMap { row in
            earlier[row.id].map { Pair(before: $0, after: row, zone: zone, phrases: phrases).changes } ?? []
        }
    }

    /// What changed, in words: `realisatie 2025`.
    func words(in phrases: Phrases) -> String {
        let title = column == .forecast ? phrases.say("verwacht over het jaar", "expected for the year") : nil
        return title ?? column.wholeTitle(in: phrases).lowercasedFirst
    }
}

/// The same line in both reports.
private struct Pair {
    let before: ReportRow
    let after: ReportRow
    let zone: LocalZone
    let phrases: Phrases

    /// Every column that any table of the report shows of the line: what is not told here is as it was.
    var changes: [ReportChange] { columns.compactMap(change) }

    private var columns: [ReportColumn] { lineItself + years + figures + words }

    private var lineItself: [ReportColumn] { [.name, .goals, .source, .owner, .light] }
    private var figures: [ReportColumn] {
        [.status, .due, .year, .budget, .spent, .through, .forecast, .deviation, .outcome]
    }
    private var words: [ReportColumn] { [.cause, .consequence, .measure, .remark] }

    private var years: [ReportColumn] {
        let realised = Set(before.realised.keys).union(after.realised.keys).sorted()
        let targets = Set(before.targets.keys).union(after.targets.keys).sorted()
        return realised.map(ReportColumn.realised) + targets.map(ReportColumn.target)
    }

    private func change(_ column: ReportColumn) -> ReportChange? {
        let (old, new) = (cell(column, before), cell(column, after))
        guard old != new, !followsFromLight(column) else { return nil }
        return ReportChange(
            package: after.package,
            id: after.id,
            name: after.name,
            column: column,
            unit: [old, new].contains(where: \.isAmount) ? after.unit : nil,
            before: old,
            after: new
        )
    }

    /// Whether all that changed is that an answer is asked for, or not any more, since the light is another one: that is told
    /// with the light.
    private func followsFromLight(_ column: ReportColumn) -> Bool {
        guard before.light != after.light else { return false }
        let part: Explanation.Part? =
            switch column {
            case .cause: .cause
            case .consequence: .consequence
            case .measure: .measure
            case .kind, .package, .goals, .number, .name, .id, .unit, .source, .owner, .realised, .target, .light,
                .status,
                .due, .year, .budget, .spent, .through, .forecast, .deviation, .outcome, .remark, .explanation:
                nil
            }
        return part.map { !before.explanation.isGiven($0) && !after.explanation.isGiven($0) } ?? false
    }

    private func cell(_ column: ReportColumn, _ row: ReportRow) -> ReportCell {
        // A forecast of another year is another matter: it is told with its year.
        guard column == .forecast, case .budget(let budget?) = row.matter, let forecast = budget.forecast else {
            return row.cell(column, zone: zone, phrases: phrases)
        }
        return .number(forecast, row.unit, note: "\(budget.year)")
    }
}

extension ReportCell {
    /// Whether it is a number of a unit.
    fileprivate var isAmount: Bool {
        switch self {
        case .number: true
        case .written(_, let value, let unit, _): value != nil && !unit.symbol.isEmpty
        case .empty, .text, .lines, .date, .light: false
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
