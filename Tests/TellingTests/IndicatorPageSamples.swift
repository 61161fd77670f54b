import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import Testing

@testable import Telling

/// What the tests of pages show: one indicator of a small programme.
struct IndicatorPageSamples {
    static let now = Sample.at("2026-08-01 08:00")
    static let key = SeriesKey(indicator: "wmo-maatwerk", area: "GM0303")
    static let areaNames: [AreaCode: String] = [
        "GM0303": "Dronten", "WK030301": "Centrum", "WK030302": "Biddinghuizen",
    ]

    /// What stands wherever somebody else could have written it.
    var text = "Wmo-maatwerk"
    var counts: Set<Counted> = []
    var values: [(period: String, value: String)] = [
        ("2019", "98"), ("2020", "101.5"), ("2021", "103"), ("2022", "103"), ("2023", "108"), ("2024", "110.5"),
        ("2025", "112"),
    ]

    var indicator: Indicator {
        Indicator(
            id: "wmo-maatwerk",
            title: text,
            description: counts.isEmpty ? "Inwoners met een maatwerkvoorziening. \(text)" : nil,
            unit: counts.isEmpty ? .perThousand : .count,
            better: .lower,
            cadence: Cadence(.year, dueDays: 180),
            source: text,
            owner: text,
            programme: "dronten-6",
            package: "6N",
            layer: .effect,
            heading: text,
            notes: [text],
            counts: counts
        )
    }

    func target(_ period: String, goal: String? = nil) throws -> IndicatorTarget {
        IndicatorTarget(
            indicator: "wmo-maatwerk",
            goal: goal,
            period: try #require(Period(period)),
            notation: try TargetNotation("<108")
        )
    }

    func programme() throws -> Programme {
        let goal = Goal(
            id: "6N-2",
            text: "In 2026 maken minder dan 108 inwoners gebruik van \(text).",
            heading: text,
            targets: [try target("2026", goal: "6N-2")]
        )
        return Programme(
            id: "dronten-6",
            title: text,
            area: "GM0303",
            source: text,
            packages: [Package(id: "6N", title: text, goals: [goal], indicators: ["wmo-maatwerk"])]
        )
    }

    private func recorded(_ period: String, _ value: String, revision: Int = 1) throws -> RecordedObservation {
        let isLast = period == values.last?.period
        return RecordedObservation(
            Observation(
                period: try #require(Period(period)),
                value: try #require(ExactDecimal(value)),
                status: isLast ? .provisional : .definitive,
                interval: isLast ? try ChartSamples.range("110", "114") : nil,
                source: text,
                note: isLast ? text : nil
            ),
            revision: revision,
            importHash: "0123456789abcdef",
            recordedAt: Sample.at("2026-04-01 07:30")
        )
    }

    func subject(area: AreaCode = "GM0303", shiftedBy shift: Int = 0) throws -> SeriesSubject {
        let observations = try values.map { period, value in
            let moved = try #require(ExactDecimal(value)?.adding(ExactDecimal(shift)))
            return try recorded(period, moved.description, revision: period == "2024" ? 2 : 1)
        }
        return SeriesSubject(
            indicator: indicator,
            history: SeriesHistory(key: SeriesKey(indicator: "wmo-maatwerk", area: area), observations: observations),
            targets: try ["2025", "2026"].map { try target($0) } + [try target("2026", goal: "6N-2")]
        )
    }

    func assessment(_ subject: SeriesSubject) -> SeriesAssessment {
        Assessor(rules: RuleSet(), zone: Sample.amsterdam).assess(subject, at: Self.now)
    }

    /// What may be told, where the values count persons.
    func disclosure(_ subjects: [SeriesSubject]) -> Disclosure {
        let register = IndicatorRegister(
            programmes: [],
            indicators: [indicator],
            paths: [:],
            areaNames: Self.areaNames
        )
        return Disclosure(PersonCounts(register, limits: CountLimits()), histories: subjects.map(\.history))
    }

    /// An alert that is taken up and explained in part, and one that has ended.
    func episodes() -> [Episode] {
        let facts = Sample.facts(text)
        var open = Sample.item(.new, facts).episode
        open.handling = Handling(
            acknowledgement: Acknowledgement(
                by: text,
                why: text,
                at: Sample.at("2026-04-03 10:00"),
                until: .nextMeasurement,
                period: Period("2025")
            ),
            explanation: Explanation(
                cause: Explanation.Answer(text: text, by: text, at: Sample.at("2026-04-03 10:00"))
            )
        )
        return [
            open, Sample.item(.resolved, Sample.facts(text, .warning, .targetMet, value: "105"), number: 2).episode,
        ]
    }

    func dossier() throws -> IndicatorDossier {
        let subject = try subject()
        var dossier = IndicatorDossier(programme: try programme(), subject: subject, assessment: assessment(subject))
        dossier.revisions = [
            try #require(Period("2024")): [try recorded("2024", "109"), try recorded("2024", "110.5", revision: 2)]
        ]
        dossier.files = ["0123456789abcdef": ToldFile(id: 7, name: "\(text).csv")]
        dossier.episodes = episodes()
        dossier.open = dossier.episodes.filter { $0.closedAt == nil }.map { episode in
            OpenAlert(episode, held: Muting(open: [episode], at: Self.now).reasons(for: episode))
        }
        dossier.areaNames = Self.areaNames.mapValues { "\($0) \(text == "Wmo-maatwerk" ? "" : text)".trimmed }
        dossier.parts = try [("WK030301", -20), ("WK030302", 12)].map { area, shift in
            let part = try self.subject(area: AreaCode(area), shiftedBy: shift)
            return IndicatorDossier.Part(part, assessment(part))
        }
        return dossier
    }

    func plan(by disclosure: Disclosure = .exact, _ language: Language = .nl) -> PagePlan {
        PagePlan(by: disclosure, zone: Sample.amsterdam, phrases: Phrases(language))
    }

    func frame(_ title: String, _ language: Language = .nl) -> PageFrame {
        PageFrame(title: title.oneLine(limit: 200), language: language)
    }

    /// The page of the indicator, as somebody sees it who may handle alerts.
    func page(
        by disclosure: Disclosure = .exact,
        _ language: Language = .nl,
        tried: HandlingForms.Tried? = nil
    ) throws -> String {
        let (dossier, plan) = (try dossier(), plan(by: disclosure, language))
        let forms = HandlingForms(tried: tried, mark: { kind, _ in "seen \(kind)" }, token: { "token \($0)" })
        let title = IndicatorPage.title(of: dossier, plan: plan)
        return IndicatorPage(dossier, in: frame(title, language), plan: plan, forms: forms).html
    }
}
