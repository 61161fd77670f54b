internal import Alerting
package import Indicators

/// Something that is otherwise in a report than in an earlier one of the same programme.
package struct ReportChange: Hashable, Sendable {
    /// What of the line changed.
    package enum What: Hashable, Sendable {
        case light
        case realised(Int)
        case status
        case due
        case forecast
        case cause
        case consequence
        case measure
    }

    package let package: String
    package let id: IndicatorID
    /// The short name of the line.
    package let name: String
    package let what: What
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

    /// What changed, in words.
    func words(in phrases: Phrases) -> String {
        switch what {
        case .light: phrases.say("stoplicht", "light")
        case .realised(let year): phrases.say("realisatie \(year)", "realised \(year)")
        case .status: "status"
        case .due: phrases.say("gepland gereed", "planned")
        case .forecast: phrases.say("verwacht over het jaar", "expected for the year")
        case .cause: phrases.say("oorzaak", "cause")
        case .consequence: phrases.say("gevolg", "consequence")
        case .measure: phrases.say("bijsturing", "measure")
        }
    }
}

/// The same line in both reports.
private struct Pair {
    let before: ReportRow
    let after: ReportRow
    let zone: LocalZone
    let phrases: Phrases

    var changes: [ReportChange] {
        let years = Set(before.realised.keys).union(after.realised.keys).sorted()
        let answers: [ReportChange.What] = [.cause, .consequence, .measure]
        let wanted = [.light] + years.map(ReportChange.What.realised) + [.status, .due, .forecast] + answers
        return wanted.compactMap(change)
    }

    private func change(_ what: ReportChange.What) -> ReportChange? {
        let (old, new) = (cell(what, before), cell(what, after))
        guard old != new, !isSame(what) else { return nil }
        return ReportChange(package: after.package, id: after.id, name: after.name, what: what, before: old, after: new)
    }

    /// Whether what stands there otherwise says the same.
    private func isSame(_ what: ReportChange.What) -> Bool {
        switch what {
        // That a delivery brought what the document shows is no news.
        case .realised(let year): after.realised[year]?.says(before.realised[year]) ?? false
        // That an answer is asked for, or not any more, follows from the light.
        case .cause: !before.explanation.isGiven(.cause) && !after.explanation.isGiven(.cause)
        case .consequence: !before.explanation.isGiven(.consequence) && !after.explanation.isGiven(.consequence)
        case .measure: !before.explanation.isGiven(.measure) && !after.explanation.isGiven(.measure)
        case .light, .status, .due, .forecast: false
        }
    }

    private func cell(_ what: ReportChange.What, _ row: ReportRow) -> ReportCell {
        let column = ReportColumn(what)
        // A forecast of another year is another matter: it is told with its year.
        guard column == .forecast, case .budget(let budget?) = row.matter, let forecast = budget.forecast else {
            return row.cell(column, zone: zone, phrases: phrases)
        }
        return .number(forecast, row.unit, note: "\(budget.year)")
    }
}

extension ReportColumn {
    fileprivate init(_ what: ReportChange.What) {
        self =
            switch what {
            case .light: .light
            case .realised(let year): .realised(year)
            case .status: .status
            case .due: .due
            case .forecast: .forecast
            case .cause: .cause
            case .consequence: .consequence
            case .measure: .measure
            }
    }
}
