package import Assessment
package import Indicators

/// All series of one indicator in a table, page by page in the order of their areas.
package struct SeriesListPage: TabledPage {
    private let frame: PageFrame
    private let programme: Programme
    private let indicator: Indicator
    private let assessments: [SeriesAssessment]
    private let mark: SeriesKey?
    private let next: SeriesKey?
    private let rows: SeriesRows
    private let plan: PagePlan

    /// A page of the table.
    ///
    /// - Parameters:
    ///   - assessments: the judgements of its series, exact.
    ///   - mark: the series that the page begins behind; `nil` for the first page.
    ///   - next: the last series of this page, where there are more behind it.
    ///   - indicator: whose series they are.
    ///   - programme: its programme.
    ///   - areaNames: the names of the areas that are watched.
    ///   - frame: what stands around it.
    ///   - plan: what may be told, and in which words.
    package init(
        _ assessments: [SeriesAssessment],
        after mark: SeriesKey? = nil,
        next: SeriesKey?,
        of indicator: Indicator,
        in programme: Programme,
        areaNames: [AreaCode: String],
        frame: PageFrame,
        plan: PagePlan
    ) {
        self.frame = frame
        self.programme = programme
        self.indicator = indicator
        self.assessments = assessments
        self.mark = mark
        self.next = next
        self.plan = plan
        rows = SeriesRows(programme: programme, areaNames: areaNames, plan: plan)
    }

    /// The whole page.
    package var html: String {
        guard !assessments.isEmpty else {
            return frame.page("<p>\(none)</p>\n")
        }
        return frame.page(HTML(joining: [table.html(plan.phrases), more]))
    }

    package func csv(of table: String) -> String? { [self.table].csv(of: table, plan.phrases.language) }

    private var table: PageTable {
        rows.table(assessments, on: .series(programme: programme.id, indicator.id, after: mark))
    }

    private var none: String {
        mark == nil
            ? plan.say("Er zijn nog geen reeksen.", "There are no series yet.")
            : plan.say("Er zijn geen reeksen meer.", "There are no more series.")
    }

    private var more: HTML {
        guard let next else { return "" }
        let address = PageAddress.series(programme: programme.id, indicator.id, after: next)
        return "<p><a href=\"\(address.path)\" rel=\"next\">\(plan.say("Volgende bladzijde", "Next page"))</a></p>\n"
    }
}
