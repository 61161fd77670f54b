import Catalogue
import Indicators
import TestSupport
import Testing

/// What the documents promise outside their goals and tables (`Document/promises.txt`): every passage is watched, by the
/// date that it names, or without one where it names none.
@Suite struct PromiseTests {
    private let register: IndicatorRegister

    init() throws {
        register = try ShippedConfigurationTests.load("peilwacht.yaml").register
    }

    /// The indicators that quote the passage, of whichever programme where it stands in another document too.
    private func indicators(quoting passage: String, in section: String) -> [Indicator] {
        register.indicatorsInOrder.filter { indicator in
            let isMeant = section.hasSuffix("-elsewhere") || indicator.programme == section
            let texts = [indicator.description ?? ""] + indicator.notes
            return isMeant && texts.contains { DocumentExcerpt.collapsed($0).contains(passage) }
        }
    }

    private static let sections: [(name: String, count: Int)] = [
        ("noordoostpolder-bestuursrapportage-2025", 14), ("noordoostpolder-jaarverslag-2024", 6),
        ("noordoostpolder-samen-en-gezond", 5), ("noordoostpolder-samen-en-gezond-elsewhere", 1), ("dronten-2026", 10),
        ("noordoostpolder-beleidsplan-2021", 3),
    ]

    @Test(arguments: sections)
    func `every promise of the document is watched in its own words`(section: (name: String, count: Int)) throws {
        let items = try DocumentItems("promises")[section.name]
        #expect(items.count == section.count)
        for item in items {
            let found = indicators(quoting: item[0], in: section.name).filter { isKind($0, item[1]) }
            let expected = item.count > 3 ? Int(item[3]) ?? 0 : 1
            #expect(found.count >= expected, "\(item[0])")
            #expect(found.contains { isDated($0, item[1], item[2]) }, "\(item[0]): \(found.map(dates))")
        }
    }

    private func isKind(_ indicator: Indicator, _ kind: String) -> Bool {
        switch kind {
        case "mijlpaal": indicator.isMilestone && !indicator.recurs
        case "terugkerend": indicator.isMilestone && indicator.recurs
        default: !indicator.isMilestone
        }
    }

    private func isDated(_ indicator: Indicator, _ kind: String, _ date: String) -> Bool {
        switch kind {
        case "mijlpaal": date == "geen" ? dates(of: indicator).isEmpty : dates(of: indicator).contains(date)
        case "terugkerend": date == "\(indicator.cadence.every) \(indicator.cadence.kind.rawValue)"
        default: date == "geen" ? targets(of: indicator).isEmpty : targets(of: indicator).contains(date)
        }
    }

    /// The days by which it is planned or expected.
    private func dates(of indicator: Indicator) -> [String] {
        let plans = register.targets(of: indicator.id).filter(\.isPlanned).map(\.period.end.description)
        let expected = (register.reported[indicator.id] ?? []).compactMap(\.milestone?.expected?.description)
        return plans + expected
    }

    private func targets(of indicator: Indicator) -> [String] {
        register.targets(of: indicator.id).map(\.notation.description)
    }

    @Test func `the activities of 2024 alone are asked for about 2025, not years later`() {
        let activities = register.programme("noordoostpolder-jaarverslag-2024")?.packages.flatMap(\.indicators) ?? []
        let first = activities.compactMap { register.indicators[$0] }.filter { !$0.recurs }.compactMap(\.cadence.first)
        #expect(first.count == 12)
        #expect(first.allSatisfy { $0.year == 2025 })
    }

    @Test func `the reports of the policy plan are named, not numbered`() {
        let named = ["perspectiefnota", "begroting", "voorjaarsrapportage", "najaarsrapportage", "decemberrapportage"]
        for name in named { #expect(register.indicators[IndicatorID("tijdig-\(name)")]?.recurs == true, "\(name)") }
        #expect(register.indicators["rapportages-tijdig-geleverd"] == nil)
    }

    @Test(arguments: ["noordoostpolder-beleidsplan-2021", "noordoostpolder-samen-en-gezond"])
    func `a direction that the document gives no year has none`(programme: String) {
        let goals = register.programme(programme)?.packages.flatMap(\.goals) ?? []
        let directions = goals.flatMap(\.targets).filter { $0.notation.requirement?.kind == "direction" }
        #expect(!directions.isEmpty)
        #expect(directions.allSatisfy { !$0.isPlanned })
    }

    @Test func `money that is granted every year does not end, and what is uncertain says so`() throws {
        let items = try DocumentItems("noordoostpolder-samen-en-gezond")
        for item in items["yearly"] {
            let line = try #require(register.indicators[IndicatorID(item[0])])
            #expect(line.ending == nil && line.cadence.due.isFromStart && line.cadence.first == Period("2026"))
            #expect(line.notes.contains { $0.contains(item[1]) }, "\(item[0])")
        }
        for item in items["uncertain"] {
            let ending = try #require(register.indicators[IndicatorID(item[0])]?.ending)
            #expect(ending.isUncertain && ending.date.adding(days: 1).description == item[1])
        }
        for item in items["structural"] {
            let later = (register.paths[IndicatorID(item[0])] ?? []).filter { $0.period.year > 2026 }
            #expect(later.map(\.notation.description) == Array(repeating: item[1], count: 3))
        }
    }

    @Test func `a row that stays as it is asks for a level, whatever its direction`() throws {
        let cells = register.targets(of: "lopende-uitkeringen")
        #expect(cells.map(\.notation.description) == ["2,7%", "2,7%", "2,7%", "2,7%"])
        for cell in cells {
            #expect(cell.notation.requirement?.comparator(better: .lower) == .equal)
            #expect(cell.notation.requirement?.comparator(better: .higher) == .equal)
        }
    }

    @Test func `a cell with a condition keeps it, and a dash asks nothing of its year nor of later ones`() throws {
        let cells = register.targets(of: "witgoedregeling").filter { $0.goal == nil }
        #expect(cells.map(\.footnote) == [nil, "indien witgoedregeling wordt verlengd"])
        let key = try #require(register.indicators["witgoedregeling"].flatMap(register.expectedSeries))
        let unasked = register.unaskedPeriods(of: key)
        #expect(unasked.periods.map(\.year) == [2027, 2028])
        #expect([2026, 2027, 2028, 2029].compactMap(Period.year).map(unasked.contains) == [false, true, true, true])
    }

    @Test func `what moves once in a year is not told from its months`() {
        let once = register.indicatorsInOrder.filter { $0.budget?.isForecast == false }.map(\.id)
        #expect(once == ["stortingen-6z", "onttrekkingen-6z", "saldo-reserves", "resultaat-programma-6"])
    }
}
