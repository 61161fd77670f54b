import Catalogue
import Indicators
import TestSupport
import Testing

/// The Dronten programme file against the document itself.
@Suite struct TranscriptionTests {
    let document: DocumentExcerpt
    let configuration: Configuration
    let programme: Programme

    init() throws {
        document = try DocumentExcerpt()
        configuration = try ShippedConfigurationTests.load("peilwacht.yaml")
        programme = try #require(configuration.register.programme("dronten-2026"))
    }

    private var goals: [Goal] { programme.packages.flatMap(\.goals) }

    private func indicators(in package: String) -> [Indicator] {
        configuration.register.indicatorsInOrder.filter { $0.programme == programme.id && $0.package == package }
    }

    private func indicator(of row: DocumentExcerpt.Row) throws -> Indicator {
        let found = indicators(in: row.package).filter { $0.description == row.label }
        try #require(found.count == 1, "the row '\(row.label)' has to be the description of one indicator")
        return found[0]
    }

    @Test func `the excerpt holds 26 goals, 29 rows with 174 cells and 18 other lines in 5 packages`() {
        #expect(document.packages == ["6M3", "6M4", "6M5", "6N", "6P"])
        #expect(document.goals.count == 26)
        #expect(document.rows.count == 29)
        #expect(document.rows.map(\.cells.count).reduce(0, +) == 174)
        #expect(document.lines.count == 18)
    }

    @Test func `the packages and their titles are the document's`() {
        #expect(
            programme.packages.map { "\($0.id) \($0.title)" } == [
                "6M3 Arbeidsparticipatie en minima ondersteunende regelingen",
                "6M4 Inburgering, (arbeids)participatie en integratie van statushouders",
                "6M5 Multifunctionele gebouwen",
                "6N Zelfredzaamheid en eigen mogelijkheden",
                "6P Opgroeien en Opvoeden",
                "financien Wat gaat programma 6 kosten?",
                "focus Waar leggen we de focus op?",
            ]
        )
        #expect(programme.area == "GM0303")
    }

    @Test func `every goal is there in the document's words, under its heading`() {
        let transcribed = goals.map { DocumentExcerpt.Goal(id: $0.id, heading: $0.heading ?? "", text: $0.text) }
        // "functioneren in ??een passende woonomgeving": invisible characters of the web page.
        let expected = document.goals.map {
            DocumentExcerpt.Goal(id: $0.id, heading: $0.heading.replacing("??", with: ""), text: $0.text)
        }
        #expect(transcribed == expected)
    }

    @Test func `every cell of every row is there as the document writes it, and no other`() throws {
        for row in document.rows {
            let indicator = try indicator(of: row)
            let path = configuration.register.paths[indicator.id] ?? []
            let measured = configuration.transcript.documented[indicator.id] ?? []
            let transcribed =
                path.map { ($0.period.description, $0.notation.description) }
                + measured.map { ($0.period.description, $0.text) }
            var expected = row.cells
            if indicator.id == "laag-inkomen" { expected["2022"] = "3%" }  // From the footnote.
            #expect(Dictionary(transcribed) { first, _ in first } == expected, "\(indicator.id)")
            #expect(transcribed.count == expected.count)
            #expect(path.allSatisfy { $0.period.year >= 2025 } && measured.allSatisfy { $0.period.year <= 2024 })
        }
    }

    @Test func `only rows of the document have cells`() throws {
        let ofRows = try Set(document.rows.map { try indicator(of: $0).id })
        // The KPIs of De Meerpaal have no table, only a direction.
        let others = Set(
            document.packages.flatMap(indicators).filter { !ofRows.contains($0.id) && $0.layer != .effect }.map(\.id)
        )
        #expect(others.isDisjoint(with: configuration.register.paths.keys))
        #expect(others.isDisjoint(with: configuration.transcript.documented.keys))
    }

    @Test func `every footnote and every indicator without a table is there`() {
        for line in document.lines {
            let texts = indicators(in: line.package).flatMap { $0.notes + [$0.description ?? ""] }
            #expect(
                texts.contains(line.text),
                "\(line.text)"
            )
        }
    }

    @Test func `footnotes stand with the rows that refer to them`() throws {
        for row in document.rows {
            let notes = try indicator(of: row).notes
            let marks = [row.label] + row.cells.values
            if marks.contains(where: { $0.hasSuffix("*") }) { #expect(!notes.isEmpty, "\(row.label)") }
        }
        #expect(
            configuration.register.indicators["witgoedregeling"]?.notes == ["*Indien witgoedregeling wordt verlengd"]
        )
        #expect(
            configuration.register.indicators["laag-inkomen"]?.notes == ["*3% in 2022 op basis van cijfers van het CBS"]
        )
    }

    @Test func `the ids are those of the contract, and more in the same manner`() {
        let contract = """
            laag-inkomen moeite-rondkomen problematische-schulden lopende-uitkeringen individuele-inkomenstoeslag studietoeslag \
            toegankelijkheidsbijdrage witgoedregeling voorzieningenwijzer kinderen-armoede kinderen-bijstand \
            kinderen-toegankelijkheidsbijdrage scholen-financiele-educatie inburgering-participeert goed-geholpen wmo-maatwerk \
            goed-geinformeerd vrijwilligers mantelzorgers belaste-mantelzorgers matig-eenzaam-18-64 matig-eenzaam-65 \
            sterk-eenzaam-18-64 sterk-eenzaam-65 emotioneel-eenzaam-18-64 emotioneel-eenzaam-65 sociaal-eenzaam-18-64 \
            sociaal-eenzaam-65 gemiddelde-eenzaamheid
            """
        let ids = configuration.register.indicatorsInOrder.filter { $0.programme == programme.id }.map(\.id.description)
        #expect(Set(contract.split(separator: " ").map(String.init)).isSubset(of: ids))
        // 29 rows, 15 indicators without one, 6 of De Meerpaal, 18 lines of the budget, 21 promises of "de focus".
        #expect(ids.count == 29 + 15 + 6 + 18 + 21)
    }

    /// What each goal is held against, read from its sentence.
    static let goalTargets: [(goal: String, indicator: IndicatorID, period: String, target: String)] = [
        ("6M3-1", "uitkeringsgerechtigden-participeren", "2026", "stijging t.o.v. 2024"),
        ("6M3-1", "participatietraject", "2026", "stijging"),
        ("6M3-1", "participatie-activiteit", "2026", "stijging"),
        ("6M3-2", "banenafspraak-beschut-werk", "2026", "stijging t.o.v. 2024"),
        ("6M3-3", "laag-inkomen", "2026", "niet gestegen t.o.v. 2024"),
        ("6M3-4", "moeite-rondkomen", "2026", "<2,3%"),
        ("6M3-5", "problematische-schulden", "2028", "≤7,9%"),
        ("6M3-6", "individuele-inkomenstoeslag", "2026", "stijging t.o.v. 2024"),
        ("6M3-6", "studietoeslag", "2026", "stijging t.o.v. 2024"),
        ("6M3-6", "toegankelijkheidsbijdrage", "2026", "stijging t.o.v. 2024"),
        ("6M3-6", "witgoedregeling", "2026", "stijging t.o.v. 2024"),
        ("6M3-6", "voorzieningenwijzer", "2026", "stijging t.o.v. 2024"),
        ("6M3-7", "kinderen-armoede", "2026", "<3,6%"),
        ("6M3-8", "kinderen-bijstand", "2026", "<388"),
        ("6M4-1", "inburgering-participeert", "2026", ">39%"),
        ("6M5-1", "samenwerking-meerpaal", "2026", "gereed"),
        ("6N-1", "goed-geholpen", "2026", ">74%"),
        ("6N-2", "wmo-maatwerk", "2026", "<108"),
        ("6N-3", "goed-geinformeerd", "2026", ">59%"),
        ("6N-4", "vrijwilligers", "2026", "≥27%"),
        ("6N-5", "mantelzorgers", "2026", "≥13%"),
        ("6N-6", "belaste-mantelzorgers", "2026", "<33%"),
        ("6N-7", "gemiddelde-eenzaamheid", "2026", "<25,3%"),
        ("6N-8", "lichtere-beschermde-opvang", "2026", "stijging t.o.v. 2024"),
        ("6N-9", "hybride-toegang-beschermd-wonen", "2026", "gereed"),
        ("6N-10", "verkenning-beschermd-wonen", "2026", "gereed"),
        ("6P-1", "preventieve-jeugdhulp", "2029", "+450 t.o.v. 2025"),
        ("6P-2", "jeugdhulp-beschikking", "2029", "halvering t.o.v. 2025"),
        ("6P-3", "zorgduur-ambulant", "2029", "-10% t.o.v. 2025"),
        ("6P-4", "zorgduur-verblijf", "2029", "< 9 maanden"),
        ("6P-5", "jeugdigen-verblijf-bescherming", "2029", "-15% t.o.v. 2025"),
        ("6P-6", "verblijf-gezinsgericht", "2029", "70%"),
    ]

    @Test func `every goal is held against what its sentence says`() {
        let found = goals.flatMap { goal in
            goal.targets.map { "\(goal.id) \($0.indicator) \($0.period) \($0.notation)" }
        }
        #expect(found == Self.goalTargets.map { "\($0.goal) \($0.indicator) \($0.period) \($0.target)" })
    }

    @Test func `the text and the table of one goal may differ, and both are watched`() {
        let loneliness = configuration.register.targets(of: "gemiddelde-eenzaamheid").filter { $0.period.year == 2026 }
        #expect(loneliness.map(\.notation.description) == ["24,3%", "<25,3%"])
        let children = configuration.register.targets(of: "kinderen-bijstand").filter { $0.period.year == 2026 }
        #expect(children.map(\.notation.description) == ["380", "<388"])
    }

    @Test func `Nb and - stay in the path and ask nothing`() {
        #expect(configuration.register.paths["laag-inkomen"]?.count == 4)
        #expect(configuration.register.targets(of: "laag-inkomen").map(\.period.year) == [2026, 2027, 2028, 2026])
        #expect(configuration.register.targets(of: "witgoedregeling").map(\.period.year) == [2025, 2026, 2026])
    }

    @Test func `titles and units make the subjects that the contract shows`() {
        let indicators = configuration.register.indicators
        #expect(indicators["wmo-maatwerk"]?.title == "Wmo-maatwerk")
        #expect(indicators["wmo-maatwerk"]?.unit == .perThousand)
        #expect(indicators["gemiddelde-eenzaamheid"]?.title == "Gemiddelde eenzaamheid")
        #expect(indicators["zorgduur-verblijf"]?.unit == MeasureUnit("maanden"))
        #expect(configuration.register.indicatorsInOrder.allSatisfy { $0.title.count <= 45 })
    }

    @Test func `a percentage in the table is an indicator in percent`() throws {
        for row in document.rows where row.cells.values.contains(where: { $0.contains("%") }) {
            #expect(try indicator(of: row).unit == .percent)
        }
    }
}
