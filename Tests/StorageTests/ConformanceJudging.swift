import Indicators
import Storage
import Testing

@Suite("Every store: what has to be judged")
struct ConformanceJudging {
    @Test(arguments: StoreUnderTest.all)
    func `a new value marks its series and what is made of it`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let chain: [IndicatorID: [IndicatorID]] = [
                "matig-eenzaam-65": ["gemiddelde-eenzaamheid"], "gemiddelde-eenzaamheid": ["totaal"],
                // A ring must not go round for ever.
                "totaal": ["matig-eenzaam-65"],
            ]
            try await store.take(
                header("a"),
                [row("5", of: lonely)],
                dependants: { key in
                    (chain[key.indicator] ?? []).map {
                        SeriesKey(indicator: $0, area: key.area, breakdown: key.breakdown)
                    }
                }
            )
            let total = SeriesKey(indicator: "totaal", area: lonely.area, breakdown: lonely.breakdown)
            #expect(try await store.keysToJudge() == [lonely, mean, total])
            #expect(try await store.history(of: mean).observations.isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a judged series is left alone until its review`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            try await store.judgeEverything(nextReview: start.adding(seconds: 100))
            #expect(try await store.keysToJudge(at: start.adding(seconds: 99)).isEmpty)
            #expect(try await store.keysToJudge(at: start.adding(seconds: 100)) == [wmo])
            try await store.judgeEverything(at: start.adding(seconds: 100))
            #expect(try await store.keysToJudge(at: start.adding(seconds: 1_000_000)).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what was judged by a clock that ran ahead is judged again, once`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112"), row("5", of: lonely, line: 3)])
            let leapt = start.adding(seconds: 1_000_000)
            // One has nothing to be reviewed any more, the other in years.
            let all = try await store.seriesToJudge(at: leapt, limit: 10)
            let reviews = [nil, leapt.adding(seconds: 1)]
            var decisions = Decisions()
            decisions.judged = zip(all, reviews).map { Decisions.Judged(series: $0, nextReview: $1, at: leapt) }
            try await store.commit(decisions: decisions)
            #expect(try await store.keysToJudge(at: leapt).isEmpty)
            #expect(Set(try await store.keysToJudge(at: start)) == [wmo, lonely])
            #expect(try await store.seriesToJudge(at: start, limit: 1).count == 1)
            try await store.judgeEverything(at: start)
            #expect(try await store.keysToJudge(at: start).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a series that changed while it was judged stays marked`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            let read = try await store.seriesToJudge(at: start, limit: 10)
            try await store.take(header("b"), [row("113")])
            var decisions = Decisions()
            decisions.judged = read.map { Decisions.Judged(series: $0, nextReview: nil, at: start) }
            try await store.commit(decisions: decisions)
            #expect(try await store.keysToJudge() == [wmo])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a late judgement does not bring an older mark back`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            let early = try await store.seriesToJudge(at: start, limit: 10)
            try await store.take(header("b"), [row("113")])
            try await store.judgeEverything()
            var late = Decisions()
            late.judged = early.map { Decisions.Judged(series: $0, nextReview: nil, at: start) }
            try await store.commit(decisions: late)
            #expect(try await store.keysToJudge().isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `no more series come than asked for, and none twice`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let series = (0..<30).map { SeriesKey(indicator: IndicatorID("i\($0)"), area: "GM0303") }
            try await store.adopt(expected: series.map { ExpectedSeries(key: $0, fingerprint: "1") }, at: start)
            // Half marked, half due, some both.
            let all = try await store.seriesToJudge(at: start, limit: 100)
            var decisions = Decisions()
            decisions.judged = all.map { Decisions.Judged(series: $0, nextReview: start, at: start) }
            try await store.commit(decisions: decisions)
            try await store.take(header("a"), series[5..<20].map { try row("1", of: $0) })
            #expect(try await store.seriesToJudge(at: start, limit: 7).count == 7)
            let found = try await store.seriesToJudge(at: start, limit: 100).map(\.key)
            #expect(found.count == 30 && Set(found) == Set(series))
            #expect(Set(found.prefix(15)) == Set(series[5..<20]))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a configuration makes its series exist and be judged, once`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let expected = [wmo, lonely].map { ExpectedSeries(key: $0, fingerprint: "1") }
            try await store.adopt(expected: expected, at: start)
            #expect(try await store.allSeries() == [lonely, wmo])
            #expect(try await store.keysToJudge() == [wmo, lonely])
            try await store.judgeEverything()
            try await store.adopt(expected: expected.reversed(), at: start.adding(seconds: 5))
            #expect(try await store.keysToJudge().isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a changed definition marks every series of its indicator`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let district = SeriesKey(indicator: wmo.indicator, area: "WK030301")
            try await store.adopt(
                expected: [wmo, lonely].map { ExpectedSeries(key: $0, fingerprint: "1") },
                at: start
            )
            try await store.take(header("a"), [row("5", of: district)])
            try await store.judgeEverything()
            try await store.adopt(
                expected: [ExpectedSeries(key: wmo, fingerprint: "2"), ExpectedSeries(key: lonely, fingerprint: "1")],
                at: start
            )
            #expect(try await store.keysToJudge() == [wmo, district])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an indicator that goes is judged once more, and when it returns`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let district = SeriesKey(indicator: wmo.indicator, area: "WK030301")
            let expected = [wmo, lonely].map { ExpectedSeries(key: $0, fingerprint: "1") }
            try await store.adopt(expected: expected, at: start)
            try await store.take(header("a"), [row("5", of: district)])
            try await store.judgeEverything()
            try await store.adopt(expected: [expected[1]], at: start)
            #expect(try await store.keysToJudge() == [wmo, district])
            try await store.judgeEverything()
            try await store.adopt(expected: [expected[1]], at: start)
            #expect(try await store.keysToJudge().isEmpty)
            try await store.adopt(expected: expected, at: start)
            #expect(try await store.keysToJudge() == [wmo, district])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `letters may be written in two ways`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let composed = SeriesKey(indicator: "i", area: "a", breakdown: Breakdown(pairs: ["groep": "caf\u{E9}"]))
            let loose = SeriesKey(indicator: "i", area: "a", breakdown: Breakdown(pairs: ["groep": "cafe\u{301}"]))
            try await store.take(header("a"), [row("1", of: composed)])
            try await store.take(header("b"), [row("2", of: loose)])
            #expect(try await store.allSeries().count == 1)
            #expect(try await store.history(of: composed).latest?.value == decimal("2"))
        }
    }
}
