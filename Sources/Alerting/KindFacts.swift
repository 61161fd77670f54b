internal import Assessment
internal import Indicators

/// What is told of a milestone.
package struct MilestoneFacts: Hashable, Sendable, Codable {
    /// The word of the last report: `uitgesteld`; `nil` without one.
    package var status: String?
    /// The day of that report, as ISO 8601.
    package var reportedOn: String?
    /// The day by which it was first planned.
    package var firstPlanned: String?
    /// The day by which it has to be done now.
    package var due: String?
    /// By how many days that is later.
    package var movedDays: Int
    /// What the report says beside its status.
    package var note: String?

    package init(
        status: String?,
        reportedOn: String?,
        firstPlanned: String?,
        due: String?,
        movedDays: Int,
        note: String? = nil
    ) {
        self.note = note
        self.status = status
        self.reportedOn = reportedOn
        self.firstPlanned = firstPlanned
        self.due = due
        self.movedDays = movedDays
    }

    init(_ standing: MilestoneStanding, note: String?) {
        self.init(
            status: standing.status?.rawValue,
            reportedOn: standing.reportedOn?.description,
            firstPlanned: standing.firstPlanned?.description,
            due: standing.due?.description,
            movedDays: standing.movedDays,
            note: note
        )
    }
}

/// What is told of a budget line, as amounts in euros: `€ 21.055.000`.
package struct BudgetFacts: Hashable, Sendable, Codable {
    package var budget: String
    package var realised: String
    /// The expected total of the year.
    package var forecast: String
    /// How far that lies from the budget, without its sign.
    package var deviation: String
    /// The deviation in percent of the budget, without its sign: `12,3%`; `nil` where the budget is 0.
    package var percent: String?
    /// Whether it is a voordeel; `nil` where there is no deviation.
    package var isAdvantage: Bool?

    package init(
        budget: String,
        realised: String,
        forecast: String,
        deviation: String,
        percent: String?,
        isAdvantage: Bool?
    ) {
        self.budget = budget
        self.realised = realised
        self.forecast = forecast
        self.deviation = deviation
        self.percent = percent
        self.isAdvantage = isAdvantage
    }

    /// Costs that the books write negative are told without their sign, as people speak of them.
    init(_ standing: BudgetStanding, of indicator: Indicator) {
        let unit = indicator.unit
        let isNegated = indicator.budget?.side == .costs && standing.budget < .zero
        func amount(_ value: ExactDecimal) -> String {
            unit.written(isNegated ? ExactDecimal.zero.subtracting(value) ?? value : value)
        }
        self.init(
            budget: amount(standing.budget),
            realised: amount(standing.realised),
            forecast: amount(standing.forecast),
            deviation: unit.written(standing.deviation.magnitude),
            percent: standing.percent.map { "\($0.magnitude.written(decimalSign: ","))%" },
            isAdvantage: standing.isAdvantage
        )
    }

    /// The year's expected outcome in words: `nadeel € 2.100.000 (10,0%)`.
    package var dutchOutcome: String {
        guard let isAdvantage else { return "geen verschil" }
        let share = percent.map { " (\($0))" } ?? ""
        return "\(isAdvantage ? "voordeel" : "nadeel") \(deviation)\(share)"
    }
}

extension AlertFacts {
    /// Takes what one kind of indicator has to tell beside its value.
    mutating func takeKind(_ finding: Finding, of assessment: SeriesAssessment) {
        let indicator = assessment.indicator
        layer = indicator.layer?.rawValue
        milestone = finding.milestone.map { MilestoneFacts($0, note: finding.observation?.observation.note) }
        budget = finding.budget.map { BudgetFacts($0, of: indicator) }
        if finding.rule == .ending { endsOn = indicator.ending?.date.description }
    }
}
