package import Assessment
package import Indicators

/// Every series with its value, target, light and reasons.
package struct StatusReport: Sendable {
    private let assessments: [SeriesAssessment]

    package init(_ assessments: [SeriesAssessment]) {
        self.assessments = assessments
    }

    /// One JSON array (design, "status --json").
    package var json: String { JSONText.array(assessments.map(Self.object)) }

    private static func object(_ assessment: SeriesAssessment) -> String {
        let indicator = assessment.indicator
        var object = JSONObject()
        object.add("programme", text: indicator.programme)
        object.add("package", text: indicator.package)
        object.add("indicator", text: indicator.id.description)
        object.add("title", text: indicator.title)
        object.add("area", text: assessment.key.area.description)
        object.add("breakdown", text: assessment.key.breakdown == .total ? nil : assessment.key.breakdown.description)
        object.add("unit", text: indicator.unit.symbol)
        object.add("better", text: indicator.better.rawValue)
        object.add("period", text: assessment.latest?.period.description)
        object.add("value", number: assessment.latest?.value.description)
        object.add("provisional", flag: assessment.latest?.observation.status == .provisional)
        object.add("derived", flag: indicator.derivation != nil)
        object.add("target", json: assessment.shownTarget.map(target) ?? "null")
        object.add("light", text: assessment.light.rawValue)
        object.add("reasons", texts: assessment.reasons.map(\.rawValue))
        object.add("next_due", text: assessment.nextDue?.date.description)
        object.add("layer", text: indicator.layer?.rawValue)
        object.add("milestone", json: assessment.main?.milestone.map(milestone) ?? "null")
        object.add("budget", json: assessment.main?.budget.map(budget) ?? "null")
        object.add("ends", text: indicator.ending?.date.description)
        return object.text
    }

    private static func milestone(_ standing: MilestoneStanding) -> String {
        var object = JSONObject()
        object.add("status", text: standing.status?.rawValue)
        object.add("reported", text: standing.reportedOn?.description)
        object.add("first_planned", text: standing.firstPlanned?.description)
        object.add("due", text: standing.due?.description)
        object.add("moved_days", number: String(standing.movedDays))
        return object.text
    }

    private static func budget(_ standing: BudgetStanding) -> String {
        var object = JSONObject()
        object.add("budget", number: standing.budget.description)
        object.add("realised", number: standing.realised.description)
        object.add("forecast", number: standing.forecast.description)
        object.add("deviation", number: standing.deviation.description)
        object.add("percent", number: standing.percent?.description)
        object.add("outcome", text: standing.isAdvantage.map { $0 ? "voordeel" : "nadeel" })
        return object.text
    }

    private static func target(_ shown: SeriesAssessment.ShownTarget) -> String {
        var object = JSONObject()
        object.add("comparator", text: shown.bound.comparator.rawValue)
        object.add("value", number: shown.bound.value.description)
        object.add("period", text: shown.target.period.description)
        object.add("goal", text: shown.target.goal)
        return object.text
    }

    /// A table for a terminal.
    package var text: String {
        let rows = assessments.map(Self.row)
        return TextTable(header: ["LIGHT", "INDICATOR", "PERIOD", "VALUE", "TARGET", "REASONS"], rows: rows).text
    }

    private static func row(_ assessment: SeriesAssessment) -> [String] {
        let unit = assessment.indicator.unit
        let key = assessment.key
        let value = assessment.latest.map { latest in
            latest.observation.milestone?.status.rawValue
                ?? unit.written(latest.value) + (latest.observation.status == .provisional ? "*" : "")
        }
        let target = assessment.shownTarget.map { "\($0.bound.written(unit: unit)) (\($0.target.label))" }
        return [
            assessment.light.rawValue,
            key.breakdown == .total ? key.indicator.description : key.description,
            assessment.latest?.period.description ?? "-",
            value ?? "-",
            target ?? "-",
            assessment.reasons.map(\.rawValue).joined(separator: ", "),
        ]
    }
}

extension IndicatorTarget {
    /// The period, with the goal where one says it: `2026` or `6N-2, 2026`.
    package var label: String { goal.map { "\($0), \(period)" } ?? period.description }
}
