package import Alerting
package import Assessment
internal import Indicators

/// What is awaited from whom and when: what is late, and what comes next.
package struct AwaitedFigures: Sendable {
    /// The open alerts that something was not received.
    private let late: [Episode]
    private let next: [SeriesAssessment]

    /// So many are named of each supplier.
    private static let mostNamed = 5

    /// What is awaited.
    ///
    /// - Parameters:
    ///   - late: the open alerts that something was not received; others are left out.
    ///   - assessments: of the series that have to be there.
    package init(late: [Episode], _ assessments: [SeriesAssessment]) {
        self.late = late.filter { $0.closedAt == nil && $0.alert.rule == OverdueEvidence.rule }
        next = assessments.filter { $0.nextDue != nil }
    }

    func html(_ plan: PagePlan) -> HTML {
        HTML(joining: [overdue(plan), ahead(plan)?.html(plan.phrases) ?? ""])
    }

    private func overdue(_ plan: PagePlan) -> HTML {
        let items = late.map { Digest.Item(section: .stillOpen, episode: $0.told(by: plan.disclosure)) }
        let lines = DigestLate(phrases: plan.phrases).lines(of: items).map(\.text)
        guard !lines.isEmpty else { return "<p>\(plan.say("Er is niets te laat.", "Nothing is late."))</p>\n" }
        return "<h3>\(plan.say("Te laat", "Late"))</h3>\n\(HTML.list(lines))"
    }

    /// The next day of each who has to send something, the earliest first.
    func ahead(_ plan: PagePlan) -> PageTable? {
        let senders = Dictionary(grouping: next) { sender(of: $0.indicator, plan.phrases) }
        let rows = senders.compactMap { name, all in all.compactMap(\.nextDue?.date).min().map { (name, $0, all) } }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .map { name, date, all -> [PageCell] in
                let due = all.filter { $0.nextDue?.date == date }
                return [PageCell(name), PageCell(plan.brief(date)), named(due, plan)]
            }
        guard !rows.isEmpty else { return nil }
        return PageTable(
            caption: plan.say("De eerstvolgende levering van ieder", "The next delivery of each"),
            columns: [
                PageTable.Column(plan.say("Van", "From")), PageTable.Column(plan.say("Uiterlijk", "By")),
                PageTable.Column(plan.say("Wat", "What")),
            ],
            rows: rows,
            id: "verwachting",
            page: .deliveries()
        )
    }

    /// A few on the page, and all of them for a spreadsheet.
    private func named(_ assessments: [SeriesAssessment], _ plan: PagePlan) -> PageCell {
        let links = assessments.prefix(Self.mostNamed).map { assessment -> HTML in
            let address = PageAddress.indicator(programme: assessment.indicator.programme, assessment.indicator.id)
            let period = assessment.nextDue.map { " (\(plan.phrases.period($0.period)))" } ?? ""
            return "<a href=\"\(address.path)\">\(assessment.indicator.title.oneLine(limit: 160))</a>\(period)"
        }
        let left = assessments.count - links.count
        let list = HTML.list(links + (left > 0 ? [HTML(plan.say("en nog \(left)", "and \(left) more"))] : []))
        return PageCell(list, assessments.map { $0.indicator.title.oneLine(limit: 160) }.joined(separator: ", "))
    }

    /// As the digest names who has to send it.
    private func sender(of indicator: Indicator, _ phrases: Phrases) -> String {
        if let name = indicator.supplier ?? indicator.source ?? indicator.owner { return name.oneLine(limit: 80) }
        return phrases.say("Pakket ", "Package ") + indicator.package.oneLine(limit: 60)
    }
}
