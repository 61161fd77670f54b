internal import Assessment
internal import Indicators

/// Series of one indicator in a table, each with a link to its page.
struct SeriesRows: Sendable {
    let programme: Programme
    let areaNames: [AreaCode: String]
    let plan: PagePlan

    /// The table, on a page.
    func table(_ assessments: [SeriesAssessment], on page: PageAddress) -> PageTable {
        let unit = assessments.first?.indicator.unit
        return PageTable(
            caption: plan.say("Reeksen van deze indicator", "Series of this indicator"),
            columns: [
                PageTable.Column(plan.say("Gebied en uitsplitsing", "Area and breakdown")),
                PageTable.Column(plan.say("Stoplicht", "Light")),
                PageTable.Column(plan.say("Periode", "Period")),
                PageTable.Column(plan.say("Waarde", "Value"), isNumber: true, unit: unit),
                PageTable.Column(plan.say("Streefwaarde", "Target"), isNumber: true),
            ],
            rows: assessments.map(row),
            id: "reeksen",
            page: page
        )
    }

    /// The series by its name, as a link to its page.
    func link(to assessment: SeriesAssessment) -> HTML {
        let key = assessment.key
        let address = PageAddress.indicator(
            programme: programme.id,
            key.indicator,
            area: key.area == programme.area ? nil : key.area,
            breakdown: key.breakdown == .total ? nil : key.breakdown
        )
        return "<a href=\"\(address.path)\">\(SeriesName(areaNames: areaNames).whole(key))</a>"
    }

    private func row(_ exact: SeriesAssessment) -> [PageCell] {
        let told = exact.told(by: plan.disclosure)
        let unit = told.indicator.unit
        let period = (told.latest?.period ?? told.hidden).map { plan.phrases.period($0) }
        let value = told.latest.map { plan.values.cell($0.observation, of: told.key, unit) }
        return [
            PageCell(link(to: told), SeriesName(areaNames: areaNames).whole(told.key)),
            LightMark(told.light, plan.phrases).cell, period.map { PageCell($0) } ?? .nothing,
            value ?? (told.hidden == nil ? .nothing : PageCell(plan.phrases.hiddenValue)),
            told.shownTarget.map { PageCell($0.bound.written(unit: unit)) } ?? .nothing,
        ]
    }
}
