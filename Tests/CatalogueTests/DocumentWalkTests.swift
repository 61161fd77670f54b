import Catalogue
import Indicators
import TestSupport
import Testing

/// Every programme file against what its document asks for.
@Suite struct DocumentWalkTests {
    let register: IndicatorRegister
    let transcript: Transcript

    init() throws {
        let configuration = try ShippedConfigurationTests.load("peilwacht.yaml")
        register = configuration.register
        transcript = configuration.transcript
    }

    private func goals(of programme: String) -> [Goal] {
        register.programme(programme)?.packages.flatMap(\.goals) ?? []
    }

    private func indicators(of programme: String) -> [Indicator] {
        register.indicatorsInOrder.filter { $0.programme == programme }
    }

    /// The path and the realised cells of an indicator by year, as written.
    private func cells(of id: IndicatorID) -> [Int: String] {
        let path = (register.paths[id] ?? []).map { ($0.period.year, $0.notation.description) }
        let documented = (transcript.documented[id] ?? []).map { ($0.period.year, $0.text) }
        return Dictionary(path + documented) { first, _ in first }
    }

    // MARK: All documents

    @Test func `each of the five documents has a programme file of its own, named for it`() {
        #expect(
            register.programmes.map(\.id) == [
                "dronten-2026", "noordoostpolder-beleidsplan-2021", "noordoostpolder-bestuursrapportage-2025",
                "noordoostpolder-jaarverslag-2024", "noordoostpolder-samen-en-gezond",
            ]
        )
        #expect(register.programmes.allSatisfy { $0.source != nil })
    }

    @Test func `every goal and every indicator names the passage it comes from`() {
        for goal in register.programmes.flatMap(\.packages).flatMap(\.goals) {
            #expect(goal.heading != nil, "\(goal.id)")
        }
        for indicator in register.indicatorsInOrder { #expect(indicator.heading != nil, "\(indicator.id)") }
    }

    @Test func `every goal is measured, or says why not`() {
        for goal in register.programmes.flatMap(\.packages).flatMap(\.goals) {
            #expect(goal.targets.isEmpty == (goal.unmeasured != nil), "\(goal.id)")
        }
    }

    @Test func `titles fit the subject of a mail`() {
        for indicator in register.indicatorsInOrder { #expect(indicator.title.count <= 45, "\(indicator.id)") }
    }

    // MARK: Noordoostpolder, activities

    private static let activityProgrammes = [
        "2024": "noordoostpolder-jaarverslag-2024", "2025": "noordoostpolder-bestuursrapportage-2025",
    ]

    private func milestone(_ year: String, _ number: String) throws -> Indicator {
        let programme = try #require(Self.activityProgrammes[year])
        let goal = try #require(goals(of: programme).first { $0.id == "\(year)-\(number)" }, "\(year)-\(number)")
        // The activity itself is the first; what it promises beside that follows.
        let target = try #require(goal.targets.first)
        #expect(target.notation.description == "gereed")
        return try #require(register.indicators[target.indicator])
    }

    @Test(arguments: ["2024", "2025"])
    func `every activity of the year is a goal with its milestone, in the document's words`(year: String) throws {
        let items = try DocumentItems("noordoostpolder-activiteiten")[year]
        #expect(items.count == (year == "2024" ? 15 : 16))
        #expect(goals(of: Self.activityProgrammes[year] ?? "").count == items.count)
        for item in items {
            let goal = try #require(
                goals(of: Self.activityProgrammes[year] ?? "").first { $0.id == "\(year)-\(item[0])" }
            )
            #expect(goal.text.comparable == item[1].comparable)
            #expect(goal.heading == "\(item[0]) \(item[1])")
            let milestone = try milestone(year, item[0])
            #expect(milestone.isMilestone)
            if item.count > 2 { #expect(milestone.owner == item[2], "\(year)-\(item[0])") }
        }
    }

    @Test func `an activity that stands in both years is one milestone with a history`() throws {
        let same = try DocumentItems("noordoostpolder-activiteiten")["same"].map { pair in
            pair[0].split(separator: "=").map { $0.split(separator: "-").map(String.init) }
        }
        #expect(same.count == 7)
        for pair in same {
            let earlier = try milestone(pair[0][0], pair[0][1])
            let later = try milestone(pair[1][0], pair[1][1])
            #expect(earlier.id == later.id, "\(pair)")
            #expect(transcript.reported[earlier.id]?.map(\.date.year) == [2024, 2025])
        }
        let all = Set(
            Self.activityProgrammes.values.flatMap(goals).compactMap(\.targets.first).map(\.indicator)
        )
        #expect(all.count == 15 + 16 - 7)
    }

    @Test(arguments: ["2024", "2025"])
    func `every activity has its status as reported`(year: String) throws {
        let items = try DocumentItems("noordoostpolder-activiteiten")["status\(year)"]
        #expect(items.count == (year == "2024" ? 15 : 16))
        for item in items {
            let milestone = try milestone(year, item[0])
            let report = transcript.reported[milestone.id]?.first { String($0.date.year) == year }
            let word = try #require(report?.report.status.rawValue, "\(year)-\(item[0])")
            // Where the text leaves a choice, any reading of it will do; `onbekend` where it says too little.
            let readings = item[1].split(separator: "/").map(String.init) + ["onbekend"]
            #expect(readings.contains(word), "\(year)-\(item[0]): \(word)")
            #expect(report?.note != nil && report?.heading != nil && report?.document != nil)
        }
    }

    @Test(arguments: ["2024", "2025"])
    func `an expected date stands where the report names one`(year: String) throws {
        let items = try DocumentItems("noordoostpolder-activiteiten")
        for item in items["expected\(year)"] {
            let goal = goals(of: Self.activityProgrammes[year] ?? "").first { $0.id == "\(year)-\(item[0])" }
            let dates = item[1].split(separator: "/").map(String.init)
            let found = (goal?.targets.map(\.indicator) ?? []).flatMap { dated($0, in: year) }
            #expect(!Set(dates).isDisjoint(with: found), "\(year)-\(item[0]): \(found)")
        }
    }

    /// The days by which a milestone is planned, or expected by the report of the year.
    private func dated(_ id: IndicatorID, in year: String) -> [String] {
        let report = transcript.reported[id]?.first { String($0.date.year) == year }
        let plans = register.targets(of: id).filter(\.isPlanned).map(\.period.end.description)
        return [report?.report.expected?.description].compactMap(\.self) + plans
    }

    // MARK: Noordoostpolder, policy plan

    private let plan = "noordoostpolder-beleidsplan-2021"

    @Test func `every guiding goal of the policy plan is there, under its heading`() throws {
        let items = try DocumentItems("noordoostpolder-beleidsplan")["goals"]
        #expect(items.count == 30)
        let found = goals(of: plan)
        #expect(found.map(\.text.comparable) == items.map { $0[1].comparable })
        for (goal, item) in zip(found, items) {
            let words = item[0].split(separator: " ")
            #expect(goal.heading?.hasPrefix(String(words[0])) == true, "\(goal.id)")
        }
    }

    @Test func `every indicator of bijlage 10.3 is there under its goal`() throws {
        let items = try DocumentItems("noordoostpolder-beleidsplan")["indicators"]
        #expect(items.count == 42)
        for item in items {
            // Written with "die" once and with "dat" once; one indicator.
            let text = item[2].comparable.replacing("inwoners die mantelzorg", with: "inwoners dat mantelzorg")
            let found = indicators(of: plan).filter { $0.description?.comparable == text }
            let indicator = try #require(found.first, "\(item[2])")
            // Which reports have to be in time 8.2 names: five.
            #expect(found.count == (text == "Rapportage zijn tijdig geleverd" ? 5 : 1))
            let start = item[1].comparable.replacing("…", with: "").replacing("...", with: "").lowercased()
            let carrying = goals(of: plan).filter { goal in goal.targets.contains { $0.indicator == indicator.id } }
            #expect(!carrying.isEmpty, "\(item[2]) stands under no goal")
            #expect(
                carrying.contains { $0.text.lowercased().sharesOpening(with: start) },
                "\(item[2]) has to stand under '\(item[1])', not under \(carrying.map(\.text))"
            )
        }
    }

    @Test(arguments: [("budget1", 4), ("budget2", 12)])
    func `every cell of the tables of chapter 8 is a budget`(section: String, rows: Int) throws {
        let items = try DocumentItems("noordoostpolder-beleidsplan")[section]
        #expect(items.count == rows)
        for item in items {
            let title = item[0]
            let heading = section == "budget1" ? "Tabel 1" : "Tabel 2"
            let found = indicators(of: plan).filter {
                $0.description?.comparable.hasSuffix(title) == true && $0.heading?.contains(heading) == true
            }
            let indicator = try #require(found.first, "\(title)")
            #expect(indicator.budget?.side == .costs && indicator.unit == .thousandEuro)
            #expect((indicator.derivation != nil) == (title == "Totaal"))
            let cells = Dictionary(uniqueKeysWithValues: zip(2020...2024, item.dropFirst()))
            #expect(self.cells(of: indicator.id) == cells, "\(title)")
        }
    }

    // MARK: Samen & Gezond

    private let health = "noordoostpolder-samen-en-gezond"

    @Test func `every goal of the three programme lines is there, under its heading`() throws {
        let items = try DocumentItems("noordoostpolder-samen-en-gezond")["goals"]
        #expect(items.count == 26)
        for item in items {
            let found = goals(of: health).filter { $0.text.comparable == item[1].comparable }
            #expect(found.count == 1, "\(item[1])")
            #expect(found.first?.heading?.hasPrefix(item[0]) == true, "\(item[1])")
        }
    }

    @Test func `the five goals of chapter 5 are milestones`() throws {
        let items = try DocumentItems("noordoostpolder-samen-en-gezond")["monitoring"]
        #expect(items.count == 5)
        for item in items {
            let goal = try #require(goals(of: health).first { $0.text.comparable == item[0].comparable }, "\(item[0])")
            #expect(goal.targets.allSatisfy { register.indicators[$0.indicator]?.isMilestone == true })
        }
    }

    @Test func `the six pillars wait for their measurement with a due date`() throws {
        let items = try DocumentItems("noordoostpolder-samen-en-gezond")["pillars"]
        #expect(items.count == 6)
        for item in items {
            let found = indicators(of: health).filter { $0.description?.comparable == item[0].comparable }
            let pillar = try #require(found.first, "\(item[0])")
            #expect(pillar.cadence.first != nil && register.targets(of: pillar.id).isEmpty)
        }
    }

    @Test func `the money of 7.2 has its amounts, and what ends is warned of before`() throws {
        let items = try DocumentItems("noordoostpolder-samen-en-gezond")
        #expect(items["money"].count == 10)
        let lines = indicators(of: health).filter { $0.budget != nil }
        for item in items["money"] {
            let year = try #require(Int(item[1]))
            #expect(lines.contains { cells(of: $0.id)[year] == item[2] }, "\(item)")
        }
        for item in items["ends"] {
            let dates = item[1].split(separator: "/").map(String.init)
            let ending = lines.filter { line in line.ending.map { dates.contains($0.date.description) } ?? false }
            #expect(!ending.isEmpty, "\(item)")
            #expect(ending.allSatisfy { ($0.ending?.warningDays ?? 0) >= 90 })
        }
        #expect(lines.filter { $0.ending != nil }.map(\.id) == ["spuk-iza", "spuk-gala"])
    }

    // MARK: Dronten

    @Test func `every line of what programma 6 costs is there, with every cell`() throws {
        let items = try DocumentItems("dronten-kosten")
        let money = indicators(of: "dronten-2026").filter { $0.package == "financien" }
        let sections = ["lasten", "baten", "saldo", "stortingen", "onttrekkingen", "reserves", "resultaat"]
        let rows = sections.flatMap { section in items[section].map { (section, $0) } }
        #expect(rows.count == 18 && money.count == 18)
        for (section, row) in rows {
            let cells = zip(2024...2029, row.dropFirst()).filter { !$1.isEmpty }
            let found = money.filter { self.cells(of: $0.id) == Dictionary(uniqueKeysWithValues: cells) }
            #expect(
                found.contains { $0.description?.contains(row[0]) == true || $0.description == row[0] },
                "\(section): \(row)"
            )
        }
        #expect(money.allSatisfy { $0.budget != nil && $0.unit == .thousandEuro })
    }

    @Test func `the three layers of De Meerpaal are there`() throws {
        let lines = try DocumentItems("dronten-kosten")["meerpaal"]
        #expect(lines.count == 3)
        let dronten = indicators(of: "dronten-2026")
        for layer in IndicatorLayer.allCases { #expect(dronten.contains { $0.layer == layer }, "\(layer)") }
        for line in lines.dropLast() {
            #expect(dronten.contains { $0.description?.contains(line[0].comparable) == true }, "\(line[0])")
        }
    }
}

extension String {
    /// Whether two wordings of one goal begin alike: bijlage 10.3 shortens and turns the sentences of chapter 4.
    fileprivate func sharesOpening(with other: String) -> Bool {
        let words = Set(split { !$0.isLetter }.map(String.init))
        let theirs = other.split { !$0.isLetter }.map(String.init)
        let shared = theirs.filter(words.contains).count
        return !theirs.isEmpty && shared * 10 >= theirs.count * 8
    }
}
