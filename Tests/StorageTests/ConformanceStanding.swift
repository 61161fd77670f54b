import AlertSamples
import Alerting
import Assessment
import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: how things stand")
struct ConformanceStanding {
    private func district(_ number: Int) -> SeriesKey {
        SeriesKey(indicator: "wmo-maatwerk", area: AreaCode("WK03030\(number)"))
    }

    /// Takes in a value for each of these series and judges them to have a light; `nil` is what is not watched.
    private func judge(
        _ store: any Store,
        _ lights: [(SeriesKey, Light?)],
        at now: Instant = start
    ) async throws {
        let rows = try lights.enumerated().map { try row("\($0.offset)", of: $0.element.0, line: $0.offset + 2) }
        try await store.take(header("\(lights.map(\.0))", at: now), rows)
        let known = Dictionary(lights) { first, _ in first }
        var decisions = Decisions()
        decisions.judged = try await store.seriesToJudge(at: now, limit: 1000).map { series in
            Decisions.Judged(series: series, nextReview: nil, at: now, light: known[series.key] ?? nil)
        }
        try await store.commit(decisions: decisions)
    }

    @Test(arguments: StoreUnderTest.all)
    func `lights are counted by indicator, and what is not watched is not`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.lightCounts().isEmpty)
            #expect(try await store.judgedLights().isEmpty)
            try await judge(
                store,
                [(wmo, .red), (district(1), .amber), (district(2), .amber), (district(3), nil), (lonely, .green)]
            )
            // Taken in and not judged yet.
            try await store.take(header("later"), [row("5", of: district(4))])
            let counts = try await store.lightCounts()
            #expect(counts["wmo-maatwerk"] == LightCounts([.red: 1, .amber: 2, .grey: 1]))
            #expect(counts["wmo-maatwerk"]?.total == 4)
            #expect(counts[lonely.indicator] == LightCounts([.green: 1]))
            let judged = try await store.judgedLights()
            #expect(judged["wmo-maatwerk"] == LightCounts([.red: 1, .amber: 2]))
            #expect(judged[lonely.indicator] == LightCounts([.green: 1]))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `series come page by page in the order of their keys, of the lights that are asked for`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let districts = (1...5).map(district)
            try await judge(
                store,
                districts.reversed().map { ($0, .amber) } + [(wmo, .red), (lonely, .amber), (district(6), nil)]
            )
            try await store.take(header("later"), [row("5", of: district(7))])
            let indicator = [wmo.indicator]
            let first = try await store.series(of: indicator, lights: [.amber], after: nil, limit: 3)
            #expect(first.map(\.key) == Array(districts.prefix(3)))
            #expect(first.allSatisfy { $0.light == .amber && $0.judgedAt == start })
            let rest = try await store.series(of: indicator, lights: [.amber], after: first.last?.key, limit: 3)
            #expect(rest.map(\.key) == Array(districts.suffix(2)))
            let unknown = try await store.series(of: indicator, lights: [.grey, .green], after: nil, limit: 3)
            #expect(unknown == [SeriesStanding(key: district(7), light: nil, judgedAt: nil)])
            let both = try await store.series(
                of: [lonely.indicator, wmo.indicator],
                lights: Set(Light.allCases),
                after: nil,
                limit: 10
            )
            #expect(both.map(\.key) == [lonely, wmo] + districts + [district(7)])
            #expect(try await store.series(of: [], lights: [.red], after: nil, limit: 3).isEmpty)
            #expect(try await store.series(of: indicator, lights: [], after: nil, limit: 3).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `how some series stand is told in the order of the question`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await judge(store, [(wmo, .red), (lonely, .green)])
            let standings = try await store.standings(of: [wmo, mean, lonely])
            #expect(standings.map(\.key) == [wmo, lonely] && standings.map(\.light) == [.red, .green])
            #expect(try await store.standings(of: []).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `it says when it was judged last, and when a file came last`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.freshness() == Freshness(judgedAt: nil, deliveredAt: nil))
            try await judge(store, [(wmo, .red)], at: start)
            try await store.record(refusal: header("x", at: start.adding(seconds: 60)), reason: .notACSV)
            let delivered = start.adding(seconds: 60)
            #expect(try await store.freshness() == Freshness(judgedAt: start, deliveredAt: delivered))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the mark changes with what is kept, and only then`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let empty = try await store.changeMark()
            _ = try await store.lightCounts()
            #expect(try await store.changeMark() == empty)
            try await store.take(header("a"), [row("1")])
            let taken = try await store.changeMark()
            #expect(taken != empty)
            let values = try await store.valueMark()
            try await store.judgeEverything()
            #expect(try await store.changeMark() != taken)
            // What judging keeps is no value.
            #expect(try await store.valueMark() == values)
            try await store.take(header("b"), [row("2")])
            #expect(try await store.valueMark() != values)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `open alerts are counted by indicator and severity, and told by rule and by series`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await judge(store, [(wmo, .red), (lonely, .amber), (shelter, .grey)])
            let red = episode(facts: facts(severity: .critical))
            let late = episode(of: shelter, rule: OverdueEvidence.rule, at: start.adding(seconds: 60))
            let ended = episode(of: lonely, at: start.adding(seconds: 120))
            try await store.commit(change(.opened, red), change(.opened, late), change(.opened, ended))
            try await store.commit(change(.resolved, ended, at: start.adding(seconds: 180)))
            let counts = try await store.openAlerts()
            let sum = counts.values.flatMap(\.values).reduce(0, +)
            #expect(try await store.openAlertCount() == sum)
            #expect(counts == [wmo.indicator: [.critical: 1], shelter.indicator: [.warning: 1]])
            #expect(try await store.openEpisodes(of: OverdueEvidence.rule, limit: 5).map(\.id) == [late.id])
            #expect(try await store.openEpisodes(of: .target, limit: 5).map(\.id) == [red.id])
            let all = try await store.allEpisodes(of: [wmo, lonely, shelter, mean], limit: 5)
            #expect(all.map(\.id) == [ended.id, late.id, red.id] && all[0].closedAt != nil)
            #expect(
                try await store.allEpisodes(of: [wmo, lonely, shelter], limit: 2).map(\.id) == [ended.id, late.id]
            )
            #expect(try await store.allEpisodes(of: [], limit: 5).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `open alerts come page by page, the latest opened first`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.openEpisodes(after: nil, limit: 5).end == nil)
            try await judge(store, [(wmo, .red), (lonely, .amber), (shelter, .grey)])
            let red = episode(facts: facts(severity: .critical))
            let late = episode(of: shelter, rule: OverdueEvidence.rule, at: start.adding(seconds: 60))
            let ended = episode(of: lonely, at: start.adding(seconds: 120))
            try await store.commit(change(.opened, red), change(.opened, late), change(.opened, ended))
            try await store.commit(change(.resolved, ended, at: start.adding(seconds: 180)))
            let first = try await store.openEpisodes(after: nil, limit: 1)
            #expect(first.episodes.map(\.id) == [late.id] && first.end != nil)
            let second = try await store.openEpisodes(after: first.end, limit: 1)
            #expect(second.episodes.map(\.id) == [red.id])
            #expect(try await store.openEpisodes(after: second.end, limit: 1).episodes.isEmpty)
        }
    }
}
