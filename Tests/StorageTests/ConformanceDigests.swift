import Alerting
import Indicators
import Storage
import Testing

@Suite("Every store: digests")
struct ConformanceDigests {
    private func digest(
        _ text: String,
        _ message: NewMessage?,
        notices: [Notice] = [],
        failures: [FailedMessage] = []
    ) throws -> DigestCommit {
        DigestCommit(subscription: "raad", slot: try slot(text), message: message, notices: notices, failures: failures)
    }

    @Test(arguments: StoreUnderTest.all)
    func `a subscription begins once`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.lastSlot(of: "raad") == nil)
            try await store.begin(subscription: "raad", after: slot("2026-04-01T07:00"))
            try await store.begin(subscription: "raad", after: slot("2026-04-02T07:00"))
            #expect(try await store.lastSlot(of: "raad") == slot("2026-04-01T07:00"))
            #expect(try await store.lastSlot(of: "college") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a slot that a clock which ran ahead had closed is set back`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(digest: digest("2031-02-01T07:00", message("d1")))
            try await store.setBack(subscription: "raad", to: slot("2026-04-01T07:00"))
            #expect(try await store.lastSlot(of: "raad") == slot("2026-04-01T07:00"))
            try await store.commit(digest: digest("2026-04-02T07:00", message("d2")))
            #expect(try await store.lastSlot(of: "raad") == slot("2026-04-02T07:00"))
            #expect(try await store.messages(after: 0, limit: 10).map(\.key) == ["d1", "d2"])
            try await store.setBack(subscription: "college", to: slot("2026-04-01T07:00"))
            #expect(try await store.lastSlot(of: "college") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `notices wait in the order in which they happened, as they were then`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let opened = change(.opened, episode())
            let resolved = change(.resolved, episode(facts: facts("100")), at: start.adding(seconds: 60))
            try await store.commit(opened, to: ["raad"])
            try await store.commit(change(.opened, episode(of: lonely)), to: ["college"])
            try await store.commit(resolved, to: ["raad"])
            #expect(
                try await store.waitingNotices(of: "raad") == [notice(opened, event: 1), notice(resolved, event: 3)]
            )
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a digest tells its notices and closes its slot`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()), to: ["raad", "college"])
            let waiting = try await store.waitingNotices(of: "raad")
            // One more, after the digest was composed.
            try await store.commit(change(.opened, episode(of: lonely)), to: ["raad"])
            try await store.commit(digest: digest("2026-04-01T07:00", message("d1"), notices: waiting))
            #expect(try await store.lastSlot(of: "raad") == slot("2026-04-01T07:00"))
            #expect(try await store.waitingNotices(of: "raad").map(\.episode.alert.series) == [lonely])
            #expect(try await store.waitingNotices(of: "college").count == 1)
            #expect(try await store.messages(after: 0, limit: 10).map(\.key) == ["d1"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a slot is closed once, and none before it`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(digest: digest("2026-04-02T07:00", message("d2")))
            try await store.commit(change(.opened, episode()), to: ["raad"])
            let waiting = try await store.waitingNotices(of: "raad")
            try await store.commit(digest: digest("2026-04-02T07:00", message("again"), notices: waiting))
            try await store.commit(digest: digest("2026-04-01T07:00", message("older"), notices: waiting))
            #expect(try await store.messages(after: 0, limit: 10).map(\.key) == ["d2"])
            #expect(try await store.waitingNotices(of: "raad") == waiting)
            #expect(try await store.lastSlot(of: "raad") == slot("2026-04-02T07:00"))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `notices that cancel out are told without a mail`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()), to: ["raad"])
            let waiting = try await store.waitingNotices(of: "raad")
            try await store.commit(digest: digest("2026-04-01T07:00", nil, notices: waiting))
            #expect(try await store.waitingNotices(of: "raad").isEmpty)
            #expect(try await store.messages(after: 0, limit: 10).isEmpty)
            #expect(try await store.toldSubscriptions(of: [episode().id]) == [episode().id: ["raad"]])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an urgent notice is told by the urgent mail of its subscription only`(_ subject: StoreUnderTest) async throws
    {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()), to: ["raad", "college"], urgent: true)
            try await store.commit(change(.opened, episode(of: lonely)), to: ["raad"])
            let urgent = try await store.waitingUrgentNotices()
            #expect(urgent.map(\.subscription).sorted() == ["college", "raad"])
            let own = urgent.filter { $0.subscription == "raad" }
            let mail = UrgentCommit(subscription: "raad", message: message("u", to: "raad"), notices: own)
            try await store.commit(urgent: mail)
            #expect(try await store.waitingNotices(of: "raad").map(\.isUrgent) == [false])
            #expect(try await store.waitingUrgentNotices().map(\.subscription) == ["college"])
            #expect(try await store.messages(after: 0, limit: 10).map(\.key) == ["u"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `urgent notices that a digest has told meanwhile make no second mail`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.commit(change(.opened, episode()), to: ["raad"], urgent: true)
            let notices = try await store.waitingUrgentNotices()
            try await store.commit(
                digest: DigestCommit(
                    subscription: "raad",
                    slot: slot("2026-04-01T07:00"),
                    message: message("d"),
                    notices: notices,
                    failures: []
                )
            )
            try await store.commit(urgent: UrgentCommit(subscription: "raad", message: message("u"), notices: notices))
            #expect(try await store.messages(after: 0, limit: 10).map(\.key) == ["d"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a failed mail is told once to each subscription that had begun`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.begin(subscription: "raad", after: slot("2026-04-01T07:00"))
            try await store.post(message("m", to: "college"))
            try await store.post(message("n", to: "college"))
            try await store.attempt(1, .retry(at: start), "connection-refused")
            #expect(try await store.untoldFailures(for: "raad").isEmpty)
            try await store.attempt(1, .failed, "recipient-refused", at: start.adding(seconds: 60))
            try await store.begin(subscription: "later", after: slot("2026-04-01T07:00"))
            let failures = try await store.untoldFailures(for: "raad")
            #expect(
                failures == [
                    FailedMessage(
                        id: 1,
                        recipient: "college@example.org",
                        subject: "[Rood] m",
                        at: start.adding(seconds: 60),
                        reason: "recipient-refused",
                        reply: "reply to recipient-refused"
                    )
                ]
            )
            #expect(try await store.untoldFailures(for: "later").isEmpty)
            #expect(try await store.untoldFailures(for: "unknown").isEmpty)
            try await store.commit(digest: digest("2026-04-02T07:00", message("d"), failures: failures))
            #expect(try await store.untoldFailures(for: "raad").isEmpty)
        }
    }
}
