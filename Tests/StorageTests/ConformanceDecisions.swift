import AlertSamples
import Alerting
import Assessment
import Indicators
import Storage
import Testing

@Suite("Every store: decisions")
struct ConformanceDecisions {
    @Test(arguments: StoreUnderTest.all)
    func `an empty store has no events and no episodes`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let state = try await store.episodes(of: [wmo])
            #expect(state == EpisodeState())
            #expect(try await store.lastEventNumber() == 0)
            #expect(try await store.events(after: 0, limit: 10).isEmpty)
            #expect(try await store.openEpisodes().isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an episode runs from opened to resolved`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let first = episode()
            try await store.commit(change(.opened, first))
            #expect(try await store.openEpisodes() == [first])
            #expect(
                try await store.episodes(of: [wmo])
                    == EpisodeState(open: [first.alert: first], counts: [first.alert: 1])
            )

            var worse = first
            worse.facts = facts("130", severity: .critical)
            try await store.commit(change(.worsened, worse, at: start.adding(seconds: 60)))
            #expect(try await store.openEpisodes() == [worse])

            let end = change(.resolved, worse, at: start.adding(seconds: 120))
            try await store.commit(end)
            #expect(try await store.openEpisodes().isEmpty)
            #expect(try await store.allEpisodes(limit: 10) == [end.episode])
            #expect(try await store.episodes(of: [wmo]) == EpisodeState(counts: [first.alert: 1]))
            #expect(try await store.events(after: 0, limit: 10).map(\.kind) == [.opened, .worsened, .resolved])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `events are numbered from 1 without a gap, and stay as they were`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let first = episode()
            let second = episode(of: lonely, rule: .overdue)
            try await store.commit(change(.opened, first), change(.opened, second))
            await #expect(throws: StoreError.stale) { try await store.commit(change(.opened, first)) }
            try await store.commit(change(.resolved, second))
            let events = try await store.events(after: 0, limit: 10)
            #expect(events.map(\.seq) == [1, 2, 3])
            #expect(events.map(\.alert) == [first.alert, second.alert, second.alert])
            #expect(events.map(\.episode) == [first.id, second.id, second.id])
            #expect(events[0].facts == first.facts && events[0].at == start)
            #expect(try await store.lastEventNumber() == 3)
            #expect(try await store.events(after: 1, limit: 1).map(\.seq) == [2])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `newer facts of an open episode replace the older ones without an event`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()))
            var decisions = Decisions()
            decisions.refreshed = [episode(facts: facts("113"))]
            try await store.commit(decisions: decisions)
            #expect(try await store.openEpisodes().map(\.facts.value?.amount) == [ExactDecimal(113)])
            #expect(try await store.events(after: 0, limit: 10).map(\.facts.value?.amount) == [ExactDecimal(112)])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a decision on what is no longer so is stale, and nothing of it is kept`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let other = episode(of: lonely)
            try await store.take(header("a"), [row("112")])
            let marked = try await store.seriesToJudge(at: start, limit: 10)
            for stale in [
                change(.worsened, episode()), change(.resolved, episode()), change(.opened, episode(2)),
            ] {
                var decisions = Decisions()
                decisions.transitions = [change(.opened, other), stale]
                decisions.notices = [notice(decisions.transitions[0])]
                decisions.judged = marked.map { Decisions.Judged(series: $0, nextReview: nil, at: start) }
                await #expect(throws: StoreError.stale) { try await store.commit(decisions: decisions) }
            }
            var refresh = Decisions()
            refresh.refreshed = [episode()]
            await #expect(throws: StoreError.stale) { try await store.commit(decisions: refresh) }
            #expect(try await store.openEpisodes().isEmpty)
            #expect(try await store.lastEventNumber() == 0)
            #expect(try await store.waitingNotices(of: "raad").isEmpty)
            #expect(try await store.messages(after: 0, limit: 10).isEmpty)
            #expect(try await store.keysToJudge() == [wmo])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a closed episode cannot change, and the next one has the next number`(_ subject: StoreUnderTest) async throws
    {
        try await subject.run { store in
            let first = episode()
            try await store.commit(change(.opened, first))
            try await store.commit(change(.resolved, first))
            await #expect(throws: StoreError.stale) { try await store.commit(change(.resolved, first)) }
            await #expect(throws: StoreError.stale) { try await store.commit(change(.opened, first)) }
            let second = episode(2, at: start.adding(seconds: 60))
            try await store.commit(change(.opened, second))
            #expect(try await store.episodes(of: [wmo]).counts == [first.alert: 2])
            #expect(try await store.allEpisodes(limit: 10).map(\.number) == [2, 1])
            #expect(try await store.allEpisodes(limit: 1).map(\.number) == [2])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `open episodes are ordered by alert, and the rules of one series apart`(_ subject: StoreUnderTest) async throws
    {
        try await subject.run { store in
            let episodes = [episode(rule: .target), episode(of: lonely), episode(rule: .overdue)]
            var decisions = Decisions()
            decisions.transitions = episodes.map { change(.opened, $0) }
            try await store.commit(decisions: decisions)
            #expect(try await store.openEpisodes().map(\.alert) == episodes.map(\.alert).sorted())
            #expect(try await store.episodes(of: [wmo, mean]).open.count == 2)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `who has a notice of an episode is known, told or waiting`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let first = episode()
            let second = episode(of: lonely)
            try await store.commit(change(.opened, first), to: ["raad", "college"])
            try await store.commit(change(.opened, second), to: ["raad"], urgent: true)
            let told = try await store.toldSubscriptions(of: [first.id, second.id, "target:none/GM0303#1"])
            #expect(told == [first.id: ["raad", "college"], second.id: ["raad"]])
        }
    }
}
