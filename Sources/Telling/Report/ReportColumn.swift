internal import Indicators

/// What a column of a table of the report shows of a line.
package enum ReportColumn: Hashable, Sendable {
    case kind
    case package
    case goals
    case number
    case name
    case id
    case unit
    case source
    case owner
    case realised(Int)
    case target(Int)
    case light
    case status
    case due
    case year
    case budget
    case spent
    case through
    case forecast
    case deviation
    case outcome
    case cause
    case consequence
    case measure
    case remark
    /// Remarks and answers together.
    case explanation
}

extension ReportColumn {
    /// What the column belongs to, where several do.
    func group(in phrases: Phrases) -> String? {
        switch self {
        case .realised: phrases.say("Realisatie", "Realised")
        case .target: phrases.say("Streefwaarden", "Targets")
        case .kind, .package, .goals, .number, .name, .id, .unit, .source, .owner, .light, .status, .due, .year,
            .budget, .spent, .through, .forecast, .deviation, .outcome, .cause, .consequence, .measure, .remark,
            .explanation:
            nil
        }
    }

    /// Its heading, where its group stands above it.
    func title(in phrases: Phrases) -> String {
        switch self {
        case .kind: phrases.say("Soort", "Kind")
        case .package: phrases.say("Pakket", "Package")
        case .goals: phrases.say("Doel", "Goal")
        case .number: phrases.say("Nr.", "No.")
        case .name: phrases.say("Indicator", "Indicator")
        case .id: "Id"
        case .unit: phrases.say("Eenheid", "Unit")
        case .source: phrases.say("Bron", "Source")
        case .owner: phrases.say("Portefeuillehouder", "Owner")
        case .realised(let year), .target(let year): "\(year)"
        case .light: phrases.say("Stoplicht", "Light")
        case .status: "Status"
        case .due: phrases.say("Gepland gereed", "Planned")
        case .year: phrases.say("Jaar", "Year")
        case .budget: phrases.say("Begroting", "Budget")
        case .spent: phrases.say("Gerealiseerd", "Realised")
        case .through: phrases.say("Tot en met", "Through")
        case .forecast: phrases.say("Verwacht", "Expected")
        case .deviation: phrases.say("Verschil", "Difference")
        case .outcome: phrases.say("Voor- of nadeel", "Outcome")
        case .cause: phrases.say("Oorzaak", "Cause")
        case .consequence: phrases.say("Gevolg", "Consequence")
        case .measure: phrases.say("Bijsturing", "Measure")
        case .remark, .explanation: phrases.say("Toelichting", "Explanation")
        }
    }

    /// Its heading in a table with one row of headings: `Realisatie 2024`.
    func wholeTitle(in phrases: Phrases) -> String {
        switch self {
        case .realised(let year): phrases.say("Realisatie \(year)", "Realised \(year)")
        case .target(let year): phrases.say("Streefwaarde \(year)", "Target \(year)")
        case .kind, .package, .goals, .number, .name, .id, .unit, .source, .owner, .light, .status, .due, .year,
            .budget, .spent, .through, .forecast, .deviation, .outcome, .cause, .consequence, .measure, .remark,
            .explanation:
            title(in: phrases)
        }
    }

    /// How wide it is in a workbook, in characters.
    var width: Int {
        switch self {
        case .name, .cause, .consequence, .measure: 40
        case .remark, .explanation: 60
        case .source, .owner, .id: 24
        case .status, .outcome, .through: 16
        case .realised, .target: 12
        case .budget, .spent, .forecast, .deviation: 13
        case .due, .kind, .package, .goals, .number, .unit, .light, .year: 11
        }
    }
}
