import AlertSamples
import Alerting
import Assessment
import Indicators
import Storage
import Testing

@Suite("Every store: what people do with open alerts")
struct ConformanceHandling {
    private static let day = CalendarDate(dayNumber: 20_000)

    private func handled(_ end: Acknowledgement.End = .date(ConformanceHandling.day)) -> Episode {
        var episode = episode()
        episode.handling.acknowledgement = Acknowledgement(
            by: "J. Jansen",
            why: "wacht op GGD",
            at: start,
            until: end,
            period: episode.facts.period
        )
        episode.handling.explanation.cause = .init(text: "griepgolf", by: "K", at: start.adding(seconds: 5))
        episode.handling.unattendedSince = start.adding(seconds: 6)
        episode.handling.unattendedPeriod = episode.facts.period
        episode.handling.remindedToExplain = start.adding(seconds: 7)
        return episode
    }

    private func silence(_ id: Int = 1) -> Silence {
        var scope = Silence.Scope()
        scope.packages = ["dronten/6N", "6P"]
        scope.areas = ["GM0303"]
        scope.owners = ["Wethouder \"É\""]
        return Silence(
            id: id,
            scope: scope,
            from: start,
            until: start.adding(seconds: 3600),
            by: "J",
            why: "migratie",
            at: start
        )
    }

    @Test(arguments: StoreUnderTest.all, [Acknowledgement.End.resolved, .nextMeasurement, .date(day)])
    func `what was done with an episode stays with it, open and closed`(
        _ subject: StoreUnderTest,
        _ end: Acknowledgement.End
    ) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()))
            #expect(try await store.handledEpisodes() == [])
            let note = HandlingNote(.acknowledged(until: end), by: "J. Jansen", why: "wacht op GGD")
            let change = Transition(kind: .acknowledged, episode: handled(end), at: start, note: note)
            try await store.commit(change)
            #expect(try await store.openEpisodes() == [handled(end)])
            #expect(try await store.handledEpisodes() == [handled(end)])
            #expect(try await store.events(after: 1, limit: 9).map(\.note) == [note])
            try await store.commit(StorageTests.change(.resolved, handled(end), at: start.adding(seconds: 60)))
            #expect(try await store.handledEpisodes() == [])
            #expect(try await store.allEpisodes(limit: 9).map(\.handling) == [handled(end).handling])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an episode is shown as it was handled at a moment`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()))
            let later = start.adding(seconds: 60)
            try await store.commit(Transition(kind: .acknowledged, episode: handled(), at: later))
            #expect(try await store.episodes(asOf: start).map(\.handling) == [.none])
            #expect(try await store.episodes(asOf: later) == [handled()])
            #expect(try await store.episodes(of: [wmo], asOf: later) == [handled()])
            #expect(try await store.episodes(of: [wmo], asOf: start).map(\.handling) == [.none])
            #expect(try await store.episodes(of: [wmo], asOf: start.adding(seconds: -1)) == [])
            #expect(try await store.episodes(of: [lonely], asOf: later) == [])
        }
    }

    @Test(
        arguments: StoreUnderTest.all,
        [
            HandlingNote.Matter.acknowledged(until: .nextMeasurement),
            .silenced(4, from: start, until: start.adding(seconds: 9)), .explained([.cause: "a", .measure: "b"]),
            .reminded(.silenceEnded(4)), .reminded(.acknowledgementEnded), .reminded(.unexplained(to: ["a", "b"])),
            .reminded(.escalation(to: ["a/escalation"])),
        ]
    )
    func `every note is read as it was written, by the log and by who waits`(
        _ subject: StoreUnderTest,
        _ matter: HandlingNote.Matter
    ) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()))
            let note = HandlingNote(matter, by: "J", why: nil)
            let change = Transition(kind: .reminded, episode: episode(), at: start, note: note)
            var decisions = Decisions(transitions: [change])
            decisions.notices = [
                Notice(
                    subscription: "raad",
                    kind: .reminded,
                    episode: episode(),
                    at: start,
                    isUrgent: false,
                    note: note
                )
            ]
            try await store.commit(decisions: decisions)
            #expect(try await store.events(after: 1, limit: 9).map(\.note) == [note])
            #expect(try await store.waitingNotices(of: "raad").map(\.note) == [note])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a silence is kept until it has ended, and ends once`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.silences(isAll: true) == [])
            var decisions = Decisions()
            decisions.begunSilences = [silence()]
            try await store.commit(decisions: decisions)
            #expect(try await store.silences(isAll: false) == [silence()])
            await #expect(throws: StoreError.stale) { try await store.commit(decisions: decisions) }
            var ended = silence()
            ended.ended = Silence.Ending(at: start.adding(seconds: 9), by: "K", why: "klaar")
            var end = Decisions()
            end.endedSilences = [ended]
            try await store.commit(decisions: end)
            #expect(try await store.silences(isAll: false) == [])
            #expect(try await store.silences(isAll: true) == [ended])
            await #expect(throws: StoreError.stale) { try await store.commit(decisions: end) }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a silence that a clock which ran ahead had ended goes on, and one that somebody ended does not`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            var decisions = Decisions()
            decisions.begunSilences = [silence(1), silence(2), silence(3)]
            try await store.commit(decisions: decisions)
            let ahead = start.adding(seconds: 100_000_000)
            var end = Decisions()
            var ended = [silence(1), silence(2), silence(3)]
            ended[0].ended = Silence.Ending(at: ahead)
            ended[1].ended = Silence.Ending(at: ahead, by: "K")
            ended[2].ended = Silence.Ending(at: start.adding(seconds: 3600))
            end.endedSilences = ended
            try await store.commit(decisions: end)
            #expect(try await store.silences(isAll: false) == [])
            #expect(try await store.resumeSilences(endedAhead: ahead) == 0)
            let back = start.adding(seconds: 3600)
            #expect(try await store.resumeSilences(endedAhead: back) == 1)
            #expect(try await store.silences(isAll: false) == [silence(1)])
            #expect(try await store.resumeSilences(endedAhead: back) == 0)
            // It ends once more when its time has really come.
            end.endedSilences = [ended[0]]
            try await store.commit(decisions: end)
            #expect(try await store.silences(isAll: false) == [])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `it is known when a subscription was first told, by the mail that told it`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let first = change(.opened, episode())
            try await store.commit(first, to: ["raad", "beleid"])
            #expect(
                try await store.firstTold(of: [first.episode.id, "none"])
                    == [
                        first.episode.id: [
                            "raad": FirstTold(at: nil, period: first.episode.facts.period),
                            "beleid": FirstTold(at: nil, period: first.episode.facts.period),
                        ]
                    ]
            )
            let mail = message("m", at: start.adding(seconds: 500))
            try await store.commit(
                digest: DigestCommit(
                    subscription: "raad",
                    slot: DigestSlot(local: LocalDateTime(date: Self.day, secondOfDay: 0)),
                    message: mail,
                    notices: try await store.waitingNotices(of: "raad"),
                    failures: []
                )
            )
            try await store.commit(
                change(.worsened, episode(), at: start.adding(seconds: 900)),
                to: ["raad"]
            )
            let told = try await store.firstTold(of: [first.episode.id])[first.episode.id]
            #expect(told?["raad"]?.at == start.adding(seconds: 500))
            #expect(told?["beleid"]?.at == nil)
        }
    }

    @Test func `a store of version 2 has room for silences, and nothing was done with its alerts`() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: KeptVersion2.store(in: folder), access: .writing)
            #expect(try await store.handledEpisodes() == [])
            #expect(try await store.silences(isAll: true) == [])
            #expect(try await store.allEpisodes(limit: 100).allSatisfy { $0.handling == .none })
        }
    }
}
