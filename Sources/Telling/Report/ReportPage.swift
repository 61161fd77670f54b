internal import Assessment
package import Indicators

/// The report as a page that prints: in the form of the document, package by package.
package struct ReportPage: Sendable {
    private let report: ProgrammeReport
    private let tables: ProgrammeReport.Tables
    private let phrases: Phrases
    private let html: ReportTableHTML

    package init(_ report: ProgrammeReport, zone: LocalZone, phrases: Phrases) {
        self.report = report
        self.phrases = phrases
        tables = ProgrammeReport.Tables(report, zone: zone, phrases: phrases)
        html = ReportTableHTML(phrases: phrases)
    }

    /// `Rapportage Programma 6 Sociaal domein`.
    package var title: String {
        phrases.say("Rapportage \(report.title)", "Report on \(report.title)")
    }

    /// The report as a page of the status page, with the way to its other forms.
    package func page(in frame: PageFrame) -> String { frame.page("\(ways)\(choice)\(content)") }

    /// Another day to report on, and to compare with.
    private var choice: HTML {
        let address = PageAddress.report(programme: report.programme)
        let (day, since) = (report.day.description, report.comparison.day.description)
        return """
            <form class="filter panel" method="get" action="\(address.path)">
            <div><label for="peildatum">\(phrases.say("Peildatum", "As of"))</label>
            <input id="peildatum" name="peildatum" type="date" value="\(day)"></div>
            <div><label for="sinds">\(phrases.say("Vergelijk met", "Compare with"))</label>
            <input id="sinds" name="sinds" type="date" value="\(since)"></div>
            <div><button type="submit">\(phrases.say("Toon", "Show"))</button></div>
            </form>

            """
    }

    /// The report as a file that needs no other.
    package var document: String {
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(phrases.language.rawValue)" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(ReportStyle.standalone)\(ReportStyle.rules)</style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            \(content)</main>
            </body>
            </html>

            """
        return page.markup
    }

    private var content: HTML {
        """
        <div class="report">
        \(facts)\(HTML(joining: report.sections.map(section)))\(changes)\(legend)</div>

        """
    }

    private var ways: HTML {
        let forms = [ReportForm.workbook, .csv].map { form -> HTML in
            let address = PageAddress.report(
                programme: report.programme,
                ReportAddress(asOf: report.day, since: report.comparison.day, form: form)
            )
            return "<li><a href=\"\(address.path)\">\(words(for: form))</a></li>\n"
        }
        return "<ul class=\"report-forms\">\n\(HTML(joining: forms))</ul>\n"
    }

    private func words(for form: ReportForm) -> String {
        switch form {
        case .html: phrases.say("Bekijk als pagina", "Show as a page")
        case .workbook: phrases.say("Download als werkmap (xlsx)", "Download as a workbook (xlsx)")
        case .csv: phrases.say("Download als tabel (csv)", "Download as a table (csv)")
        }
    }

    /// What the report is about, and what it rests on.
    private var facts: HTML {
        let facts: [(String, String?)] = [
            (phrases.say("Stand op", "As of"), phrases.date(report.day)),
            (phrases.say("Gemeente of gebied", "Area"), report.area),
            (phrases.say("Document", "Document"), report.source),
            (phrases.say("Vergeleken met", "Compared with"), compared),
        ]
        let entries = facts.compactMap { label, value in
            value.map { value -> HTML in "<div><dt>\(label)</dt><dd>\(value)</dd></div>\n" }
        }
        return """
            <dl class="report-facts">
            \(HTML(joining: entries))</dl>
            <p>\(ReportWords(phrases).basis)</p>

            """
    }

    /// `de stand aan het eind van 1 januari 2026 (een kwartaal eerder)`.
    private var compared: String {
        let day = report.comparison.words(in: phrases)
        return phrases.say("de stand aan het eind van \(day)", "what was known at the end of \(day)")
    }

    private var changes: HTML {
        let day = phrases.date(report.comparison.day)
        let none = phrases.say(
            "In wat deze rapportage toont, is sinds \(day) niets gewijzigd.",
            "Of what this report shows, nothing has changed since \(day)."
        )
        let table = tables.changes.map(html.table) ?? "<p>\(none)</p>\n"
        let heading = phrases.say("Gewijzigd sinds \(day)", "Changed since \(day)")
        return """
            <section>
            <h2>\(heading)</h2>
            \(table)</section>

            """
    }

    private func section(_ section: ReportSection) -> HTML {
        let blocks = section.blocks.map { block($0, in: section) }
        let activities = tables.activities(of: section).map { table -> HTML in
            let heading: HTML = section.blocks.isEmpty ? "" : heading(phrases.say("Activiteiten", "Activities"))
            return "\(heading)\(html.table(table))"
        }
        let budget = [tables.budget(of: section), tables.budgetYears(of: section)].compactMap(\.self).map(html.table)
        return """
            <section>
            <h2>\(title(of: section))</h2>
            \(HTML(joining: blocks + [activities].compactMap(\.self) + budget))</section>

            """
    }

    /// With its number, where the document gives it one: an id that is a word is ours.
    private func title(of section: ReportSection) -> String {
        section.id.contains(where: \.isNumber) ? "\(section.id) \(section.title)" : section.title
    }

    private func heading(_ words: String) -> HTML { "<h3>\(words)</h3>\n" }

    private func block(_ block: ReportBlock, in section: ReportSection) -> HTML {
        let goals = block.goals.map { goal -> HTML in
            let unmeasured: HTML =
                goal.unmeasured.map { reason -> HTML in
                    " <span class=\"report-note\">\(phrases.say("Nog niet gemeten", "Not measured yet")): \(reason)</span>"
                } ?? ""
            return "<li><span class=\"report-number\">\(goal.id)</span> \(goal.text)\(unmeasured)</li>\n"
        }
        let list: HTML = goals.isEmpty ? "" : "<ul class=\"report-goals\">\n\(HTML(joining: goals))</ul>\n"
        let table = tables.indicators(of: block, in: section).map(html.table) ?? ""
        return "\(block.heading.map(heading) ?? "")\(list)\(table)"
    }

    private var legend: HTML {
        let entries = ReportWords(phrases).lights.map { light, words -> HTML in
            "<li>\(LightMark(light, phrases).html): \(words)</li>\n"
        }
        return """
            <section>
            <h2>\(phrases.say("Uitleg bij de stoplichten", "What the lights mean"))</h2>
            <ul class="report-legend">
            \(HTML(joining: entries))</ul>
            </section>

            """
    }
}
