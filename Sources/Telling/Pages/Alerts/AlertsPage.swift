internal import Alerting
internal import Assessment
internal import Indicators

/// All open alerts, whatever the light of their series and whether it is still watched, page by page.
package struct AlertsPage: TabledPage {
    /// What can be chosen from, each with its words.
    package struct Choices: Sendable {
        package let programmes: [(id: String, title: String)]
        package let owners: [String]

        package init(programmes: [(id: String, title: String)], owners: [String]) {
            self.programmes = programmes
            self.owners = owners
        }
    }

    private let frame: PageFrame
    private let rows: [AlertRow]
    private let filter: AlertFilter
    private let choices: Choices
    private let next: PageAddress.AlertPlace?
    private let total: Int
    private let plan: PagePlan
    private let report: AlertsReport

    /// A page of the list.
    ///
    /// - Parameters:
    ///   - rows: the alerts of this page, the latest opened first.
    ///   - filter: what they were selected by.
    ///   - choices: what else they can be selected by.
    ///   - next: the place behind which the next page begins; `nil` on the last one.
    ///   - total: how many alerts are open in all.
    ///   - frame: what stands around it.
    ///   - plan: what may be told, and in which words.
    package init(
        _ rows: [AlertRow],
        by filter: AlertFilter,
        among choices: Choices,
        next: PageAddress.AlertPlace?,
        total: Int,
        in frame: PageFrame,
        plan: PagePlan
    ) {
        self.rows = rows
        self.filter = filter
        self.choices = choices
        self.next = next
        self.total = total
        self.frame = frame
        self.plan = plan
        report = AlertsReport([], by: plan.disclosure, zone: plan.zone, phrases: plan.phrases)
    }

    private var words: PageWords { PageWords(phrases: plan.phrases) }

    /// The whole page.
    package var html: String {
        let list: HTML = rows.isEmpty ? "" : table.html(plan.phrases)
        return frame.page(HTML(joining: [form, summary, list, more, explanation]))
    }

    package func csv(of table: String) -> String? { [self.table].csv(of: table, plan.phrases.language) }

    private var summary: HTML {
        let open =
            switch total {
            case 0: plan.say("Er staat geen melding open.", "No alert is open.")
            case 1: plan.say("Er staat 1 melding open.", "1 alert is open.")
            default:
                plan.say(
                    "Er staan \(plan.phrases.count(total)) meldingen open.",
                    "\(plan.phrases.count(total)) alerts are open."
                )
            }
        let all = PageAddress.alerts().path
        let reset: HTML =
            filter.isFiltered ? " <a href=\"\(all)\">\(plan.say("Alles tonen", "Show all"))</a>" : ""
        return "<p>\([open, chosen].compactMap(\.self).joined(separator: " "))\(reset)</p>\n"
    }

    /// What the choice has to do with that; `nil` where nothing was chosen and there is something to show.
    private var chosen: String? {
        guard rows.isEmpty else {
            return filter.isFiltered
                ? plan.say("Hieronder staat wat aan uw keuze voldoet.", "Below is what you have chosen.") : nil
        }
        guard next == nil else {
            return plan.say(
                "Onder de meldingen die nu zijn bekeken, voldoet er geen aan uw keuze. Kijk op de volgende bladzijde.",
                "None of the alerts that were looked at is one that you have chosen. Look at the next page."
            )
        }
        guard filter.isFiltered || filter.after != nil else { return nil }
        return filter.after == nil
            ? plan.say("Geen ervan voldoet aan uw keuze.", "None of them is one that you have chosen.")
            : plan.say("Dit was de laatste bladzijde.", "That was the last page.")
    }

    private var more: HTML {
        guard let next else { return "" }
        var filter = filter
        filter.after = next
        let words = plan.say("Oudere meldingen", "Older alerts")
        return "<p><a href=\"\(PageAddress.alerts(filter).path)\" rel=\"next\">\(words)</a></p>\n"
    }

    private var explanation: HTML { "<p class=\"muted small\">\(words.lightsAndAlerts)</p>\n" }
}

// MARK: The table
extension AlertsPage {
    private var table: PageTable {
        var table = PageTable(
            caption: plan.say("Open meldingen, de nieuwste boven", "Open alerts, the latest first"),
            columns: [
                PageTable.Column("Indicator"), PageTable.Column(plan.say("Ernst", "Severity")),
                PageTable.Column(plan.say("Open sinds", "Open since")), PageTable.Column(plan.say("Melding", "Alert")),
                PageTable.Column(plan.say("Naam", "Name")),
            ],
            rows: rows.map(cells)
        )
        table.look = .alerts
        table.id = "meldingen"
        table.page = .alerts(filter)
        return table
    }

    private func cells(_ row: AlertRow) -> [PageCell] {
        let episode = row.episode.told(by: plan.disclosure)
        let light = LightMark(episode.facts.light(isClosed: false), plan.phrases)
        let opened = plan.brief(plan.zone.local(episode.openedAt).date)
        return [
            name(episode, row.page), light.cell,
            PageCell("<span class=\"day\">\(opened)</span>", opened),
            PageCell(report.pageWords(of: episode).oneLine(limit: 2000)),
            PageCell("<small>\(episode.id)</small>", episode.id),
        ]
    }

    private func name(_ episode: Episode, _ page: PageAddress?) -> PageCell {
        let title = episode.facts.about.title.oneLine(limit: 200)
        let part = episode.alert.series.part(called: episode.facts.about.areaName)
        let gone = plan.say("wordt niet meer gevolgd", "not watched any more")
        guard let page else {
            return PageCell("\(title)\(part)\(words.small(gone))", "\(title)\(part) (\(gone))")
        }
        return PageCell("<a href=\"\(page.path)\">\(title)\(part)</a>", title + part)
    }
}

// MARK: What is chosen by
extension AlertsPage {
    private var form: HTML {
        let programmes = choices.programmes.map { FilterField.Choice($0.id, $0.title.oneLine(limit: 80)) }
        let lights = AlertFilter.lights.map { light in
            FilterField.Choice(SeriesFilter.word(light), plan.phrases.light(light))
        }
        let owners = choices.owners.map { FilterField.Choice($0, $0.oneLine(limit: 80)) }
        let fields = FilterField(phrases: plan.phrases)
        return """
            <form class="filter panel" method="get" action="\(PageAddress.alerts().path)">
            \(fields.select("programma", plan.say("Programma", "Programme"), programmes, chosen: filter.programme))\
            \(fields.select("ernst", plan.say("Ernst", "Severity"), lights, chosen: filter.light.map(SeriesFilter.word)))\
            \(fields.select("eigenaar", words.owner, owners, chosen: filter.owner))\
            \(fields.search(filter.text))<div><button type="submit">\(plan.say("Toon", "Show"))</button></div>
            </form>

            """
    }
}
