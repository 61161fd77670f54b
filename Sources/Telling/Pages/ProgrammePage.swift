package import Assessment
package import Indicators

/// One programme: its goals in the document's own words, and its indicators with light, value, target and course.
package struct ProgrammePage: Sendable {
    /// An indicator in the area of its programme.
    package struct Entry: Sendable {
        package let subject: SeriesSubject
        package let assessment: SeriesAssessment
        /// Since when an alert about it is open; `nil` where none is, or where that is not told.
        package let since: Since?
        /// How many of its other series have which light.
        package let parts: [Light: Int]

        /// Since when there is an alert.
        package struct Since: Hashable, Sendable {
            package let moment: Instant
            /// Whether it was so already when the indicator came under watch.
            package let isOpeningState: Bool

            package init(moment: Instant, isOpeningState: Bool) {
                self.moment = moment
                self.isOpeningState = isOpeningState
            }
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
            HTML(joining: [introduction, form, summary] + packages.map(section) + [pages])
        )
    }

    /// Whether less is asked for than everything.
    var isFiltered: Bool {
        var all = filter
        all.page = 1
        return all != .all
    }

    private var introduction: HTML {
        guard let source = programme.source else { return "" }
        return "<p>\(words.say("Uit: ", "From: "))\(source.oneLine(limit: 300))</p>\n"
    }

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
        let title = package.title.oneLine(limit: 160)
        let heading = title.utf8.starts(with: package.id.utf8) ? title : "\(package.id.oneLine(limit: 40)) \(title)"
        let own = package.indicators.filter(selection.shown.contains).compactMap { entries[$0] }
        let tables = ProgrammeRows.Kind.allCases.compactMap { kind in
            rows.table(kind, own.filter { ProgrammeRows.Kind($0.subject.indicator) == kind }, heading)
        }
        return HTML(joining: ["<h2>\(heading)</h2>\n", goals(of: package)] + tables)
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
