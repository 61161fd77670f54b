internal import Alerting
internal import Assessment
internal import Indicators

/// The page of one indicator, or of one of its series: why it has its light, how it went, and what was done about it.
package struct IndicatorPage: TabledPage {
    private let frame: PageFrame
    private let dossier: IndicatorDossier
    private let plan: PagePlan
    private let forms: HandlingForms?
    private let account: SeriesAccount
    private let episodes: [EpisodeAccount]

    /// A page.
    ///
    /// - Parameters:
    ///   - dossier: what is known.
    ///   - frame: what stands around it; see ``title(of:plan:)``.
    ///   - plan: what may be told, and in which words.
    ///   - forms: what whoever looks may do with open alerts; `nil` for who may only read.
    package init(_ dossier: IndicatorDossier, in frame: PageFrame, plan: PagePlan, forms: HandlingForms? = nil) {
        self.frame = frame
        self.dossier = dossier
        self.plan = plan
        self.forms = forms
        account = SeriesAccount(
            dossier.subject,
            dossier.assessment,
            by: plan.disclosure,
            zone: plan.zone,
            document: dossier.programme.source,
            corrections: dossier.corrections,
            openingState: dossier.openingState,
            alerts: dossier.open,
            inputUnits: dossier.inputUnits,
            phrases: plan.phrases
        )
        let held = Dictionary(dossier.open.map { ($0.episode.id, $0) }) { first, _ in first }
        episodes = dossier.episodes.map { episode in
            let open = held[episode.id]
            return EpisodeAccount(open?.episode ?? episode, held: open?.held ?? [], plan: plan)
        }
    }

    /// The title of a series' page: that of its indicator, with the area and the breakdown where it is not the whole.
    package static func title(of dossier: IndicatorDossier, plan: PagePlan) -> String {
        let part = SeriesName(areaNames: dossier.areaNames).part(dossier.key, in: dossier.programme)
        let title = dossier.subject.indicator.title.oneLine(limit: 200)
        return part.map { "\(title): \($0)" } ?? title
    }

    /// The whole page.
    package var html: String { frame.page(content) }

    package func csv(of table: String) -> String? {
        let values =
            dossier.subject.history.observations.isEmpty ? [] : [ValueTable(dossier: dossier, plan: plan).table]
        let parts = dossier.parts.isEmpty ? [] : [SmallMultiples(dossier: dossier, plan: plan).table]
        return (values + parts).csv(of: table, plan.phrases.language)
    }

    private var content: HTML {
        HTML(joining: [
            standing, goals,
            .section("verloop", plan.say("Verloop", "Course"), course),
            .section("waarom", plan.say("Waarom dit stoplicht", "Why this light"), rulings),
            .section("meldingen", plan.say("Meldingen", "Alerts"), alerts),
            .section("ingetrokken", plan.say("Ingetrokken waarden", "Withdrawn values"), withdrawals),
            .section("onderdelen", plan.say("Waar het uit bestaat", "What it is made of"), inputs),
            .section("delen", plan.say("Gebieden en uitsplitsingen", "Areas and breakdowns"), parts),
            .section("over", plan.say("Over deze indicator", "About this indicator"), about),
        ])
    }
}

// MARK: How it stands

extension IndicatorPage {
    private var standing: HTML {
        let reasons = account.reasons.joined(separator: ", ")
        let told = dossier.assessment.told(by: plan.disclosure)
        let open = episodes.filter { $0.isOpen && $0.light != .grey }.map(\.episode)
        // That an alert is open is said also where the light comes from something else; below it stands which one it is.
        let alert = open.speaking(for: account.light, told.findings) ?? open.speaking(for: .green, told.findings)
        let since = alert.map { alert in
            let day = plan.date(alert.openedAt)
            return plan.say("melding open sinds \(day)", "alert open since \(day)")
        }
        let words: String = [reasons.isEmpty ? nil : reasons, since].compactMap(\.self).joined(separator: "; ")
        let opening: HTML = account.opening.map { "<p>\($0).</p>\n" } ?? ""
        let differs = episodes.contains { $0.isOpen && $0.light != account.light }
        let explanation: HTML =
            differs ? "<p class=\"muted small\">\(PageWords(phrases: plan.phrases).lightsAndAlerts)</p>\n" : ""
        return
            "<p class=\"lead\">\(LightMark(account.light, plan.phrases).html)\(words.isEmpty ? "" : ": ")\(words)</p>\n\(opening)\(explanation)"
    }

    /// The document's own sentences.
    private var goals: HTML {
        let own = dossier.subject.indicator.id
        let goals = dossier.programme.packages.flatMap(\.goals)
            .filter { goal in goal.targets.contains { $0.indicator == own } }
        let sentences = goals.map { goal -> HTML in
            let place: HTML = goal.heading.map { "<br><small>\($0)</small>" } ?? ""
            return "<p><strong>\(goal.id)</strong> \(goal.text)\(place)</p>\n"
        }
        let heading = goals.count == 1 ? plan.say("Doel", "Goal") : plan.say("Doelen", "Goals")
        return .section("doel", heading, HTML(joining: sentences))
    }

    private var course: HTML {
        let chart = SeriesChart(
            dossier.subject,
            dossier.assessment,
            by: plan.disclosure,
            language: plan.phrases.language
        )
        let figure = chart.map { ChartFigure(chart: $0).html } ?? ""
        let derivation: HTML = account.derivation.map { "<p>\($0)</p>\n" } ?? ""
        return HTML(joining: [derivation, figure, ValueTable(dossier: dossier, plan: plan).html])
    }

    private var rulings: HTML {
        HTML(
            joining: account.rulings.map { ruling in
                """
                <h3>\(plan.say("Regel", "Rule")) \(ruling.rule)</h3>
                <p>\(ruling.summary)</p>
                \(HTML.list(ruling.details))
                """
            }
        )
    }

    private var inputs: HTML {
        .list(
            account.inputs.map { input -> HTML in
                let note: HTML = input.value.note.map { "<br><small>\($0)</small>" } ?? ""
                return "\(input.series.description): \(input.value.words)\(note)"
            }
        )
    }

    private var about: HTML {
        let indicator = dossier.subject.indicator
        let description: HTML = indicator.description.map { "<p>\($0)</p>\n" } ?? ""
        let facts = HTML(
            joining: ([account.unit] + account.origin).map { fact in
                "<dt>\(fact.name.capitalisedFirst)</dt><dd>\(fact.words)</dd>\n"
            }
        )
        return "\(description)<dl>\n\(facts)</dl>\n\(HTML.list(indicator.notes))"
    }
}

// MARK: Alerts and parts

extension IndicatorPage {
    private var alerts: HTML {
        let open = episodes.filter(\.isOpen)
        let ended = episodes.filter { !$0.isOpen }
        let none: HTML =
            open.isEmpty ? "<p>\(plan.say("Er is geen open melding.", "No alert is open."))</p>\n" : ""
        let shown = open.map { account in account.html(plan.phrases, forms: forms?.html(for: account, plan) ?? "") }
        let earlier: HTML =
            ended.isEmpty
            ? "" : .folded(earlierAlerts(ended.count), HTML(joining: ended.map { $0.html(plan.phrases, forms: "") }))
        let complaint = forms?.complaint(besides: open, plan) ?? ""
        return HTML(joining: [complaint, none] + shown + [earlier])
    }

    /// How many alerts have ended; of so many that they are not all here, that these are the last ones.
    private func earlierAlerts(_ count: Int) -> String {
        guard episodes.count < IndicatorDossier.mostEpisodes else {
            return plan.say(
                "De laatste \(count) eerdere meldingen; de beheerder ziet ze alle met ‘peilwacht alerts --all’",
                "The last \(count) earlier alerts; the administrator sees all with 'peilwacht alerts --all'"
            )
        }
        return count == 1
            ? plan.say("1 eerdere melding", "1 earlier alert")
            : plan.say("\(count) eerdere meldingen", "\(count) earlier alerts")
    }

    /// The last values that were taken back, and how many more there are.
    private var withdrawals: HTML {
        let left = account.withdrawalCount - account.withdrawals.count
        let more = plan.say("en nog \(left) eerder", "and \(left) more before these")
        return .list(account.withdrawals + (left > 0 ? [more] : []))
    }

    private var parts: HTML {
        guard !dossier.parts.isEmpty else { return "" }
        let multiples = SmallMultiples(dossier: dossier, plan: plan)
        let words = plan.say("Alle reeksen in een tabel", "All series in a table")
        let all = PageAddress.series(programme: dossier.programme.id, dossier.subject.indicator.id, after: nil)
        let more: HTML = dossier.hasMoreParts ? "<p>\(cut)</p>\n" : ""
        return HTML(joining: [more, multiples.html, "<p><a href=\"\(all.path)\">\(words)</a></p>\n"])
    }

    /// How many parts stand here, and how many more there are.
    private var cut: String {
        let shown = dossier.parts.count
        guard let all = dossier.partCount, all > shown else {
            return plan.say(
                "Hier staan er \(shown), de slechtste eerst; er zijn er meer.",
                "These are \(shown) of them, the worst first; there are more."
            )
        }
        let count = plan.phrases.count(all - shown)
        return plan.say(
            "Hier staan er \(shown), de slechtste eerst; er zijn er nog \(count).",
            "These are \(shown) of them, the worst first; there are \(count) more."
        )
    }
}
