package import Assessment
package import Indicators

/// One programme: its goals in the document's own words, and its indicators with light, value, target and course.
package struct ProgrammePage: TabledPage {
    /// An indicator in the area of its programme.
    package struct Entry: Sendable {
        package let subject: SeriesSubject
        package let assessment: SeriesAssessment
        /// Since when an alert about it is open; `nil` where none is.
        package let since: Since?
        /// How many of its other series have which light.
        package let parts: [Light: Int]

        /// Since when there is an alert.
        package enum Since: Hashable, Sendable {
            /// Since a moment, and whether it was so already when the indicator came under watch.
            case moment(Instant, isOpeningState: Bool)
            /// There is one that rests on what may not be told.
            case notTold
        }

        package init(subject: SeriesSubject, assessment: SeriesAssessment, since: Since?, parts: [Light: Int]) {
            self.subject = subject
            self.assessment = assessment
            self.since = since
            self.parts = parts
        }
    }

    let frame: PageFrame
    let programme: Programme
    let selection: ProgrammeSelection
    let filter: SeriesFilter
    let entries: [IndicatorID: Entry]
    let rows: ProgrammeRows

    /// The page.
    ///
    /// - Parameters:
    ///   - frame: what stands around it.
    ///   - programme: the programme.
    ///   - selection: which of its indicators are shown.
    ///   - filter: what they were selected by.
    ///   - entries: those of this page.
    ///   - disclosure: what of them may be told.
    ///   - zone: the zone of its dates.
    package init(
        frame: PageFrame,
        programme: Programme,
        selection: ProgrammeSelection,
        filter: SeriesFilter,
        entries: [Entry],
        by disclosure: Disclosure,
        zone: LocalZone
    ) {
        self.frame = frame
        self.programme = programme
        self.selection = selection
        self.filter = filter
        self.entries = Dictionary(entries.map { ($0.subject.indicator.id, $0) }) { first, _ in first }
        rows = ProgrammeRows(
            programme: programme.id,
            page: .programme(programme.id, filter),
            disclosure: disclosure,
            zone: zone,
            words: PageWords(phrases: Phrases(frame.language))
        )
    }

    var words: PageWords { rows.words }

    /// The whole page.
    package var html: String {
        let packages = selection.packages(of: programme, isFiltered: isFiltered)
        return frame.page(
            HTML(joining: [introduction, form, summary] + packages.map(section) + [pages, explanation])
        )
    }

    package func csv(of table: String) -> String? {
        selection.packages(of: programme, isFiltered: isFiltered).flatMap(tables)
            .csv(of: table, words.phrases.language)
    }

    /// Whether less is asked for than everything.
    var isFiltered: Bool {
        var all = filter
        all.page = 1
        return all != .all
    }

    private var introduction: HTML {
        let source: HTML =
            programme.source.map { "<p>\(words.say("Uit: ", "From: "))\($0.oneLine(limit: 300))</p>\n" } ?? ""
        return "\(source)\(HTML.list([report, alerts]))"
    }

    private var report: HTML {
        let address = PageAddress.report(programme: programme.id)
        let words = words.say("Rapportage van dit programma maken", "Make the report of this programme")
        return "<a href=\"\(address.path)\">\(words)</a>"
    }

    private var alerts: HTML {
        var own = AlertFilter()
        own.programme = programme.id
        let words = words.say("Open meldingen van dit programma", "Open alerts of this programme")
        return "<a href=\"\(PageAddress.alerts(own).path)\">\(words)</a>"
    }

    private var explanation: HTML { "<p class=\"muted small\">\(words.lightsAndAlerts)</p>\n" }

    private var summary: HTML {
        let (shown, all) = (words.phrases.count(selection.count), words.phrases.count(selection.total))
        let text =
            isFiltered
            ? words.say("\(shown) van \(all) indicatoren.", "\(shown) of \(all) indicators.")
            : selection.total == 1
                ? words.say("1 indicator.", "1 indicator.") : words.say("\(all) indicatoren.", "\(all) indicators.")
        let reset: HTML =
            isFiltered
            ? " <a href=\"\(PageAddress.programme(programme.id, .all).path)\">\(words.say("Alles tonen", "Show all"))</a>"
            : ""
        return "<p>\(text)\(reset)</p>\n"
    }

    private var pages: HTML {
        guard selection.pageCount > 1 else { return "" }
        func link(_ page: Int, _ words: String, _ kind: HTML) -> HTML {
            guard (1...selection.pageCount).contains(page) else { return "" }
            var other = filter
            other.page = page
            return
                "<li><a rel=\"\(kind)\" href=\"\(PageAddress.programme(programme.id, other).path)\">\(words)</a></li>\n"
        }
        let here = words.say(
            "Bladzijde \(selection.page) van \(selection.pageCount)",
            "Page \(selection.page) of \(selection.pageCount)"
        )
        return """
            <nav class="pages" aria-label="\(words.say("Bladzijden", "Pages"))">
            <ul>
            \(link(selection.page - 1, words.say("Vorige bladzijde", "Page before"), "prev"))\
            <li>\(here)</li>
            \(link(selection.page + 1, words.say("Volgende bladzijde", "Next page"), "next"))</ul>
            </nav>

            """
    }
}

// MARK: Packages
extension ProgrammePage {
    private func section(_ package: Package) -> HTML {
        let tables = tables(of: package).map { $0.html(words.phrases) }
        return HTML(joining: ["<h2>\(heading(of: package))</h2>\n", goals(of: package)] + tables)
    }

    private func heading(of package: Package) -> String {
        let title = package.title.oneLine(limit: 160)
        return title.utf8.starts(with: package.id.utf8) ? title : "\(package.id.oneLine(limit: 40)) \(title)"
    }

    private func tables(of package: Package) -> [PageTable] {
        let own = package.indicators.filter(selection.shown.contains).compactMap { entries[$0] }
        return ProgrammeRows.Kind.allCases.compactMap { kind in
            rows.table(kind, own.filter { ProgrammeRows.Kind($0.subject.indicator) == kind }, heading(of: package))
        }
    }

    /// The document's own sentences, whatever is selected of its indicators.
    private func goals(of package: Package) -> HTML {
        guard !package.goals.isEmpty else { return "" }
        let items = package.goals.map { goal -> HTML in
            let number = "\(words.say("Doel", "Goal")) \(goal.id.oneLine(limit: 40))"
            let unmeasured: HTML =
                goal.unmeasured.map { why in
                    words.small("\(words.say("Niet gemeten", "Not measured")): \(why.oneLine(limit: 400))")
                } ?? ""
            return "<li><strong>\(number)</strong>: \(goal.text.oneLine(limit: 2000))\(unmeasured)</li>\n"
        }
        return "<ul class=\"goals\">\n\(HTML(joining: items))</ul>\n"
    }
}
