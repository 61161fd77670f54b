import Alerting
import Assessment
import Feeds
import Indicators
import Storage
import Synchronization
import Testing

@Suite("Every store: what files change")
struct ConformanceEffects {
    private func effect(_ series: SeriesKey) -> SeriesEffect {
        SeriesEffect(series: series, isExpected: true, period: Period.year(2024), light: .red, before: .green)
    }

    @Test(arguments: StoreUnderTest.all)
    func `what judging finds a file to change is kept with it, round by round`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a", claim: "a"), [row("1"), row("2", of: lonely, line: 3)])
            #expect(try await store.committedImport(of: "a")?.effects == nil)
            try await store.commit(decisions: Decisions(effects: ["a": ImportEffects([effect(wmo)]), "x": .init()]))
            try await store.commit(decisions: Decisions(effects: ["a": ImportEffects([effect(lonely)])]))
            let effects = try #require(try await store.committedImport(of: "a")?.effects)
            #expect(effects.count == 2)
            #expect(Set(effects.series.map(\.series)) == [wmo, lonely])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a marked series comes with how it stood, and with the file that marked it`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("1")])
            let first = try #require(try await store.seriesToJudge(at: start, limit: 9).first)
            #expect(first.standing == SeriesToJudge.Standing(markedBy: "a", markedAt: start))
            let judged = Decisions.Judged(series: first, nextReview: start, at: start, light: .amber)
            try await store.commit(decisions: Decisions(judged: [judged]))
            #expect(try await store.seriesToJudge(at: start, limit: 9).map(\.standing) == [nil])
            let later = start.adding(seconds: 60)
            try await store.take(header("b", at: later), [row("2")])
            let standing = SeriesToJudge.Standing(light: .amber, judgedAt: start, markedBy: "b", markedAt: later)
            let second = try #require(try await store.seriesToJudge(at: start, limit: 9).first)
            #expect(second.standing == standing)
            let history = try await store.history(of: wmo)
            #expect(standing.files(in: history, at: later) == ["b"])
            try await store.commit(decisions: Decisions(edited: [wmo], editedLights: [wmo: .green]))
            #expect(try await store.seriesToJudge(at: start, limit: 9).first?.standing?.light == .green)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a rehearsal says how series would be, and keeps nothing`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("1"), row("5", of: lonely, line: 3)])
            try await store.judgeEverything()
            let rows = Mutex([try row("3"), try row("6", of: lonely, line: 3)][...])
            let rehearsal = try await store.rehearse(
                import: header("b", isDryRun: true),
                rows: { rows.withLock { $0.popFirst() } },
                dependants: { $0 == lonely ? [mean] : [] },
                limit: 2,
                needed: { $0 }
            )
            #expect(
                rehearsal.outcome.isAccepted && rehearsal.count == 3 && rehearsal.series.map(\.key) == [wmo, lonely]
            )
            #expect(rehearsal.histories.map { $0.latest?.value } == [try decimal("3"), try decimal("6")])
            #expect(rehearsal.series.allSatisfy { $0.standing?.markedBy == "b" })
            #expect(try await store.keysToJudge().isEmpty)
            #expect(try await store.history(of: wmo).latest?.value == decimal("1"))
            let again = try await store.rehearse(
                import: header("a", isDryRun: true),
                rows: { nil },
                dependants: { _ in [] },
                limit: 2,
                needed: { $0 }
            )
            #expect(again.series.isEmpty && again.count == 0)
        }
    }
}
