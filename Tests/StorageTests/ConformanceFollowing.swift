import Alerting
import Indicators
import Storage
import Testing

@Suite("Every store: who knows what is watched")
struct ConformanceFollowing {
    private func opening(
        _ key: String?,
        notices: [Notice] = [],
        known: [OpeningCommit.Known] = []
    ) -> OpeningCommit {
        OpeningCommit(
            recipient: "raad@example.org",
            indicators: [wmo.indicator, lonely.indicator],
            message: key.map { message($0, to: "raad") },
            notices: notices.compactMap(WaitingNotice.init),
            known: known
        )
    }

    @Test(arguments: StoreUnderTest.all)
    func `a recipient follows what one mail told of, and another nothing of it`(_ subject: StoreUnderTest) async throws
    {
        try await subject.run { store in
            #expect(try await store.followedIndicators() == FollowedIndicators())
            try await store.commit(opening: opening("o"))
            let followed = try await store.followedIndicators()
            #expect(followed.byRecipient == ["raad@example.org": [wmo.indicator, lonely.indicator]])
            // The same once more makes no second mail.
            try await store.commit(opening: opening("again"))
            #expect(try await store.messages(after: 0, limit: 10).map(\.key) == ["o"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `its notices, and what else it tells, count as told`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()), to: ["raad"])
            try await store.commit(change(.opened, episode(of: lonely)), to: ["college"])
            let waiting = try await store.waitingNotices(of: "raad")
            let known = OpeningCommit.Known(subscription: "raad", episode: episode(of: lonely).id)
            try await store.commit(opening: opening("o", notices: waiting, known: [known]))
            #expect(try await store.waitingNotices(of: "raad").isEmpty)
            #expect(try await store.waitingNotices(of: "college").count == 1)
            let told = try await store.toldSubscriptions(of: [episode().id, episode(of: lonely).id])
            #expect(told == [episode().id: ["raad"], episode(of: lonely).id: ["college", "raad"]])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a notice of the last change that waits goes on waiting`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()), to: ["raad"])
            let known = OpeningCommit.Known(subscription: "raad", episode: episode().id)
            try await store.commit(opening: opening(nil, known: [known]))
            #expect(try await store.waitingNotices(of: "raad").count == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what recipients knew before is taken over`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.adopt(followed: ["raad@example.org": [wmo.indicator]])
            try await store.adopt(followed: ["raad@example.org": [lonely.indicator], "a@example.org": []])
            let followed = try await store.followedIndicators()
            #expect(followed.byRecipient["raad@example.org"] == [wmo.indicator, lonely.indicator])
            #expect(followed.ofEarlierVersion.isEmpty)
        }
    }
}
