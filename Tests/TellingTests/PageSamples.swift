import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import Testing

@testable import Telling

/// A small municipality as pages show it.
struct PageSamples {
    static let now = Sample.at("2026-04-01 08:00")

    /// What stands in the place of every name; a stranger may have written it.
    var name: (String) -> String = { $0 }
    /// Whether the values of the indicator of children are too few to be shown.
    var hidesChildren = true

    // MARK: The configuration

    private func indicator(
        _ id: IndicatorID,
        _ title: String,
        _ unit: MeasureUnit,
        package: String = "6M",
        owner: String? = "Wethouder Wmo",
        layer: IndicatorLayer? = nil,
        budget: Budget? = nil,
        counts: Set<Counted> = []
    ) -> Indicator {
        Indicator(
            id: id,
            title: name(title),
            unit: unit,
            better: .lower,
            cadence: Cadence(.year, dueDays: 600),
            source: name("CBS"),
            owner: owner.map(name),
            programme: "dronten-2026",
            package: package,
            budget: budget,
            layer: layer,
            counts: counts
        )
    }

    private var indicators: [Indicator] {
        [
            indicator("wmo-maatwerk", "Wmo-maatwerkarrangementen", .perThousand, layer: .effect),
            indicator("eenzaamheid", "Ernstige eenzaamheid", .percent, owner: "Wethouder Zorg", layer: .impact),
            indicator("nieuw", "Mantelzorgers met ondersteuning", .count),
            indicator("inloophuis", "Inloophuis geopend", .milestone, owner: "Wethouder Zorg"),
            indicator("lasten", "Lasten Wmo", .thousandEuro, budget: Budget(.costs)),
            indicator("jeugd", "Kinderen in een instelling", .count, package: "6P", owner: nil, counts: [.persons]),
        ]
    }

    private func goal(_ id: String, _ text: String, unmeasured: String? = nil) -> Goal {
        Goal(id: id, text: name(text), targets: [], unmeasured: unmeasured.map(name))
    }

    var programme: Programme {
        let care = Package(
            id: "6M",
            title: name("Maatwerkvoorzieningen"),
            goals: [
                goal("6M-1", "In 2026 gebruiken minder dan 108 per 1000 inwoners een Wmo-maatwerkarrangement."),
                goal("6M-2", "Inwoners zijn tevreden.", unmeasured: "Er is nog geen bron."),
            ],
            indicators: ["wmo-maatwerk", "eenzaamheid", "nieuw", "inloophuis", "lasten"]
        )
        let prevention = Package(id: "6P", title: name("Preventie"), goals: [], indicators: ["jeugd"])
        return Programme(
            id: "dronten-2026",
            title: name("Programma 6 Sociaal domein"),
            area: "GM0303",
            source: name("Programmabegroting 2026, Dronten"),
            packages: [care, prevention]
        )
    }

    var register: IndicatorRegister {
        IndicatorRegister(
            programmes: [programme],
            indicators: indicators,
            paths: [:],
            areaNames: ["GM0303": name("Dronten")]
        )
    }

    // MARK: Values

    private static let values: [(IndicatorID, [(String, String)], [(String, String)])] = [
        (
            "wmo-maatwerk", [("2019", "98"), ("2020", "101.5"), ("2022", "103"), ("2023", "108"), ("2024", "113")],
            [("2024", "<110"), ("2026", "<108")]
        ),
        ("eenzaamheid", [("2016", "9.1"), ("2020", "10.2"), ("2024", "9.8")], [("2024", "<10")]),
        ("nieuw", [], []), ("inloophuis", [], [("2026", "gereed")]),
        ("lasten", [("2023", "20450"), ("2024", "21810")], [("2024", "21055")]),
        ("jeugd", [("2022", "31"), ("2023", "7"), ("2024", "6")], [("2024", "<5")]),
    ]

    func subjects() throws -> [SeriesSubject] {
        let register = register
        return try Self.values.map { id, values, targets in
            let observations = try values.map { period, value in
                let observation = Observation(
                    period: try #require(Period(period)),
                    value: try #require(ExactDecimal(value)),
                    status: period == "2024" && id == "wmo-maatwerk" ? .provisional : .definitive
                )
                return RecordedObservation(observation, revision: 1, importHash: "abc", recordedAt: Self.now)
            }
            return SeriesSubject(
                indicator: try #require(register.indicators[id]),
                history: SeriesHistory(key: SeriesKey(indicator: id, area: "GM0303"), observations: observations),
                targets: try targets.map { period, cell in
                    IndicatorTarget(
                        indicator: id,
                        goal: nil,
                        period: try #require(Period(period)),
                        notation: try TargetNotation(cell)
                    )
                }
            )
        }
    }

    func disclosure() throws -> Disclosure {
        guard hidesChildren else { return .exact }
        let histories = try subjects().map(\.history)
        return Disclosure(PersonCounts(register, limits: CountLimits()), histories: histories)
    }

    func assessments() throws -> [(SeriesSubject, SeriesAssessment)] {
        let assessor = Assessor(rules: RuleSet(), zone: Sample.amsterdam)
        return try subjects().map { ($0, assessor.assess($0, at: Self.now)) }
    }

    // MARK: Pages

    func frame(_ title: String, _ language: Language = .nl) -> PageFrame {
        var frame = PageFrame(title: name(title), language: language)
        frame.judged = Phrases(language).freshness(
            judgedAt: Self.now,
            deliveredAt: Sample.at("2026-03-31 16:30"),
            in: Sample.amsterdam
        )
        frame.version = "0.1.0"
        return frame
    }

    /// The alert that a value has not come.
    private func late() throws -> Episode {
        let key = SeriesKey(indicator: "nieuw", area: "GM0303")
        var facts = Sample.facts("Mantelzorgers met ondersteuning", .warning, .overdue, value: nil, targets: [])
        facts.about.title = name("Mantelzorgers met ondersteuning")
        facts.about.source = name("GGD Flevoland")
        return Episode(
            alert: AlertKey(rule: OverdueEvidence.rule, series: key),
            number: 1,
            openedAt: Sample.at("2026-03-01 08:00"),
            facts: facts
        )
    }

    func overview(_ language: Language = .nl, frame changed: PageFrame? = nil) throws -> OverviewPage {
        var frame = changed ?? frame("Overzicht", language)
        frame.here = .overview
        let disclosure = try disclosure()
        let told = try assessments().map { $0.1.told(by: disclosure).light }
        return OverviewPage(
            frame: frame,
            programmes: [
                OverviewPage.Programme(
                    id: programme.id,
                    title: programme.title,
                    lights: Dictionary(grouping: told) { $0 }.mapValues(\.count),
                    parts: [.red: 3, .amber: 12, .green: 1204]
                )
            ],
            candidates: try assessments().map(\.1),
            late: [try late()],
            undelivered: 2,
            openAlerts: 4,
            by: disclosure,
            register: register
        )
    }

    func page(_ filter: SeriesFilter = .all, _ language: Language = .nl) throws -> ProgrammePage {
        let disclosure = try disclosure()
        let known = Dictionary(try assessments().map { ($0.0.indicator.id, $0) }) { first, _ in first }
        let selection = ProgrammeSelection(of: programme, by: filter, in: register) { id in
            known[id]?.1.told(by: disclosure).light ?? .grey
        }
        var frame = frame("Programma 6 Sociaal domein", language)
        frame.trail = [(Phrases(language).say("Overzicht", "Overview"), .overview)]
        frame.links = [(Phrases(language).say("Rapportage", "Report"), .report(programme: programme.id))]
        return ProgrammePage(
            frame: frame,
            programme: programme,
            selection: selection,
            filter: filter,
            entries: selection.shown.compactMap { known[$0] }.map { subject, assessment in
                let isRed = subject.indicator.id == "wmo-maatwerk"
                return ProgrammePage.Entry(
                    subject: subject,
                    assessment: assessment,
                    since: isRed
                        ? .moment(Sample.at("2026-02-03 09:00"), isOpeningState: false) : nil,
                    parts: isRed ? [.red: 3, .amber: 12] : [:]
                )
            },
            by: disclosure,
            zone: Sample.amsterdam
        )
    }
}
