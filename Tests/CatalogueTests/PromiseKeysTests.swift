import Alerting
import Assessment
import Catalogue
import Indicators
import TestSupport
import Testing

/// The keys for what recurs, what is granted every year, what is uncertain, and what has no year.
@Suite struct PromiseKeysTests {
    private static func load(_ more: String) throws -> IndicatorRegister {
        var small = try SmallConfiguration()
        small.programme += "      - {id: vier, title: Vier, \(more)}\n"
        return try small.load().register
    }

    private static func indicator(_ more: String) throws -> Indicator {
        try #require(try load(more).indicators["vier"])
    }

    @Test func `a milestone may recur`() throws {
        let once = try Self.indicator("unit: mijlpaal, better: higher, cadence: year, first: 2026, due: 60 days")
        #expect(!once.recurs)
        let recurring = try Self.indicator(
            "unit: mijlpaal, better: higher, cadence: year, every: 4, first: 2024, due: 60 days, recurs: true"
        )
        #expect(recurring.recurs && recurring.cadence.every == 4)
    }

    @Test func `a value may be due from the start of its period`() throws {
        let line = try Self.indicator(
            "unit: '€', better: higher, budget: income, cadence: year, due: 90 days from start"
        )
        #expect(line.cadence.due == Deadline(.days(90), isFromStart: true))
        #expect(try line.cadence.dueDate(of: #require(Period("2026"))).description == "2026-04-01")
    }

    @Test func `a budget line may move once a year, and money may be uncertain`() throws {
        let line = try Self.indicator(
            """
            unit: '€', better: higher, budget: income, forecast: false, uncertain_from: 2026-01-01, cadence: year, \
            due: 9 days
            """
        )
        #expect(line.budget?.isForecast == false)
        let ending = try #require(line.ending)
        #expect(ending.isUncertain && ending.date.description == "2025-12-31" && ending.warningDays == 180)
    }

    @Test func `a path may be level, and without a year`() throws {
        let register = try Self.load(
            "unit: '%', better: lower, cadence: year, due: 9 days, level: true, planned: false, targets: {2026: '2,7%'}"
        )
        let target = try #require(register.targets(of: "vier").first)
        #expect(target.notation.requirement?.comparator(better: .lower) == .equal && !target.isPlanned)
    }

    @Test func `the days of warning before a milestone are a setting`() throws {
        var small = try SmallConfiguration()
        #expect(try small.load().rules.settings[MilestoneRule.self].warningDays == 60)
        small.configuration += "rules:\n  milestone:\n    warn_days: 30\n"
        #expect(try small.load().rules.settings[MilestoneRule.self].warningDays == 30)
    }

    @Test func `a subscription may follow the owner of an indicator`() throws {
        var small = try SmallConfiguration()
        small.programme +=
            "      - {id: vier, title: Vier, unit: aantal, better: higher, cadence: year, due: 9 days, owner: Hans}\n"
        small.configuration = small.configuration.replacing("about: all", with: "about: {owners: [Hans]}")
        #expect(try small.load().subscriptions.map(\.about.owners) == [["Hans"]])
    }
}
