package import Alerting
package import Assessment
package import Indicators

/// The first page: how each programme stands, what needs attention, and what has not come.
package struct OverviewPage: TabledPage {
    /// A programme with the lights of its indicators.
    package struct Programme: Sendable {
        package let id: String
        package let title: String
        /// How many of its indicators have which light, each once, in the area of the programme.
        package let lights: [Light: Int]
        /// The same of districts, neighbourhoods and groups.
        package let parts: [Light: Int]

        package init(id: String, title: String, lights: [Light: Int], parts: [Light: Int]) {
            self.id = id
            self.title = title
            self.lights = lights
            self.parts = parts
        }
    }

    private let frame: PageFrame
    private let programmes: [Programme]
    private let deviations: [StatusSummary.Deviation]
    private let late: [DigestLate.Line]
    private let hasMoreLate: Bool
    private let undelivered: Int
    private let unsent: Int
    private let openAlerts: Int
    private let hasBegun: Bool
    /// Those of the deviations that are of the area of their programme: their page needs no more than their id.
    private let wholes: Set<SeriesKey>

    /// So many are named.
    private static let mostDeviations = 10

    /// The page.
    ///
    /// - Parameters:
    ///   - frame: what stands around it.
    ///   - programmes: in the order of the configuration.
    ///   - candidates: the judgements among which the worst are.
    ///   - late: the open alerts about values that have not come.
    ///   - hasMoreLate: whether there are more of them.
    ///   - undelivered: how many mails could not be delivered.
    ///   - unsent: how many mails lie in the outbox since there is no relay to hand them to.
    ///   - openAlerts: how many alerts are open in all.
    ///   - hasBegun: whether anything is kept yet.
    ///   - disclosure: what of it may be told.
    ///   - register: for the titles in the sentences.
    package init(
        frame: PageFrame,
        programmes: [Programme],
        candidates: [SeriesAssessment],
        late: [Episode],
        hasMoreLate: Bool = false,
        undelivered: Int,
        unsent: Int = 0,
        openAlerts: Int = 0,
        hasBegun: Bool = true,
        by disclosure: Disclosure,
        register: IndicatorRegister
    ) {
        let phrases = Phrases(frame.language)
        self.frame = frame
        self.programmes = programmes
        self.undelivered = undelivered
        self.unsent = unsent
        self.openAlerts = openAlerts
        self.hasMoreLate = hasMoreLate
        self.hasBegun = hasBegun
        deviations = StatusSummary(
            candidates,
            by: disclosure,
            mostKept: Self.mostDeviations,
            register: register,
            phrases: phrases
        )
        .worst(Self.mostDeviations)
        let shown = deviations.map(\.assessment)
        wholes = Set(shown.map(\.key)).intersection(shown.compactMap { register.expectedSeries(of: $0.indicator) })
        let items = late.map { $0.told(by: disclosure) }.filter(\.facts.isLate)
            .map { Digest.Item(section: .stillOpen, episode: $0) }
        self.late = DigestLate(phrases: phrases).lines(of: items)
    }

    private var words: PageWords { PageWords(phrases: Phrases(frame.language)) }

    /// The whole page.
    package var html: String {
        frame.page(HTML(joining: [failures, resting, beginning, lights, alerts, attention, missing]))
    }

    package func csv(of table: String) -> String? { [self.table].csv(of: table, frame.language) }

    private var failures: HTML {
        guard undelivered > 0 else { return "" }
        let text =
            undelivered == 1
            ? words.say(
                "1 mail kon niet worden bezorgd. De beheerder ziet welke met ‘peilwacht queue’.",
                "1 mail could not be delivered. The administrator sees which with 'peilwacht queue'."
            )
            : words.say(
                "\(undelivered) mails konden niet worden bezorgd. De beheerder ziet welke met ‘peilwacht queue’.",
                "\(undelivered) mails could not be delivered. The administrator sees which with 'peilwacht queue'."
            )
        return "<p class=\"panel\">\(text)</p>\n"
    }

    private var resting: HTML {
        guard unsent > 0 else { return "" }
        let count = words.phrases.count(unsent)
        let text = words.say(
            "\(LedgerWords.noRelay(words.phrases)) Er \(unsent == 1 ? "ligt 1 mail" : "liggen \(count) mails") in de map outbox.",
            "\(LedgerWords.noRelay(words.phrases)) \(unsent == 1 ? "1 mail lies" : "\(count) mails lie") in the folder outbox."
        )
        return "<p class=\"panel\">\(text)</p>\n"
    }

    private var beginning: HTML {
        hasBegun
            ? ""
            : """
            <p class="panel">\(
                words.say(
                    "Peilwacht heeft nog niets beoordeeld. Zodra dat is gebeurd, staat het hier.",
                    "Peilwacht has not judged anything yet. As soon as it has, it stands here."
                )
            )</p>

            """
    }
}

// MARK: Programmes
extension OverviewPage {
    private var table: PageTable {
        let columns =
            [PageTable.Column(words.say("Programma", "Programme"))]
            + LightMark.order.map { light in
                PageTable.Column(
                    words.phrases.light(light),
                    isNumber: true,
                    mark: LightMark(light, words.phrases).html
                )
            }
        var table = PageTable(
            caption: words.say("Indicatoren met hun stoplicht", "Indicators with their light"),
            columns: columns,
            rows: programmes.map(row)
        )
        table.id = "programmas"
        table.isOfCounts = true
        table.page = .overview
        return table
    }

    private var lights: HTML {
        let legend = words.say(
            "Elke indicator telt één keer, met het stoplicht van het hele gebied. Grijs is wat niet te beoordelen is, "
                + "bijvoorbeeld omdat er nog geen waarde of geen streefwaarde is.",
            "Each indicator counts once, with the light of the whole area. What is grey cannot be judged, for example since "
                + "there is no value yet, or no target."
        )
        return "\(table.html(words.phrases))<p class=\"muted small\">\(legend)</p>\n"
    }

    private func row(_ programme: Programme) -> [PageCell] {
        let address = PageAddress.programme(programme.id, .all)
        let parts = programme.parts.filter { $0.key == .red || $0.key == .amber }
        let title = programme.title.oneLine(limit: 160)
        let name = PageCell("<a href=\"\(address.path)\">\(title)</a>\(words.parts(parts))", title)
        return [name]
            + LightMark.order.map { PageCell(count(of: $0, in: programme), count: programme.lights[$0] ?? 0) }
    }

    private func count(of light: Light, in programme: Programme) -> HTML {
        let mark = LightMark(light, words.phrases)
        guard let count = programme.lights[light], count > 0 else { return mark.html(counting: 0) }
        var filter = SeriesFilter()
        filter.light = light
        return "<a href=\"\(PageAddress.programme(programme.id, filter).path)\">\(mark.html(counting: count))</a>"
    }
}

// MARK: What is the matter
extension OverviewPage {
    private var alerts: HTML {
        guard hasBegun else { return "" }
        let count = words.phrases.count(openAlerts)
        let open =
            openAlerts == 1
            ? words.say("Er staat 1 melding open.", "1 alert is open.")
            : words.say("Er staan \(count) meldingen open.", "\(count) alerts are open.")
        let all = words.say("Alle open meldingen", "All open alerts")
        let heading = words.say("Open meldingen", "Open alerts")
        return """
            <h2>\(heading)</h2>
            <p>\(open) <a href="\(PageAddress.alerts().path)">\(all)</a></p>
            <p class="muted small">\(words.lightsAndAlerts)</p>

            """
    }

    /// How many series deviate besides those that are named; nothing where all are.
    private var others: HTML {
        let all = programmes.flatMap { [$0.lights, $0.parts] }.reduce(0) { $0 + ($1[.red] ?? 0) + ($1[.amber] ?? 0) }
        let left = all - deviations.count
        guard left > 0 else { return "" }
        let count = words.phrases.count(left)
        let text =
            left == 1
            ? words.say("Er is nog 1 afwijking.", "1 more deviates.")
            : words.say("Er zijn nog \(count) afwijkingen.", "\(count) more deviate.")
        let place = words.say(
            "Klik hierboven op een stoplicht bij een programma om de indicatoren te zien. Wijken, buurten en groepen staan op "
                + "de pagina van de indicator.",
            "A light beside a programme above leads to its indicators. Districts, neighbourhoods and groups stand on the page "
                + "of the indicator."
        )
        return "<p>\(text) \(place)</p>\n"
    }

    private var attention: HTML {
        let heading: HTML = "<h2>\(words.say("Vraagt uw aandacht", "Needs your attention"))</h2>\n"
        // Of what has not been judged nothing is known.
        guard hasBegun else { return "" }
        guard !deviations.isEmpty else {
            let nothing = words.say(
                "Van wat beoordeeld kan worden, wijkt niets af.",
                "Of what can be judged, nothing deviates."
            )
            return "\(heading)<p>\(nothing)</p>\n"
        }
        let items = HTML(joining: deviations.map(item))
        return "\(heading)<ol class=\"lines\">\n\(items)</ol>\n\(others)"
    }

    /// The indicator as a link, and behind it what mails say of it in one line.
    private func item(_ deviation: StatusSummary.Deviation) -> HTML {
        let key = deviation.assessment.key
        let indicator = deviation.assessment.indicator
        let title = indicator.title.oneLine(limit: 160)
        let line = deviation.line.oneLine(limit: 600)
        let isWhole = wholes.contains(key)
        let address = PageAddress.indicator(
            programme: indicator.programme,
            key.indicator,
            area: isWhole ? nil : key.area,
            breakdown: isWhole || key.breakdown == .total ? nil : key.breakdown
        )
        return """
            <li>\(LightMark(deviation.assessment.light, words.phrases).html) \
            <a href="\(address.path)">\(title)</a>\(deviation.part): \(line)</li>

            """
    }

    private var missing: HTML {
        let heading: HTML = "<h2>\(words.say("Te laat", "Late"))</h2>\n"
        guard !late.isEmpty else {
            let nothing = words.say("Er is niets te laat.", "Nothing is late.")
            return hasBegun ? "\(heading)<p>\(nothing)</p>\n" : ""
        }
        let more: HTML =
            hasMoreLate
            ? "<li><a href=\"\(PageAddress.alerts().path)\">\(words.say("Er zijn er nog meer: alle open meldingen", "There are more: all open alerts"))</a></li>\n"
            : ""
        let items = HTML(joining: late.map { "<li>\($0.text.oneLine(limit: 900))</li>\n" })
        return "\(heading)<ul class=\"lines\">\n\(items)\(more)</ul>\n"
    }
}
