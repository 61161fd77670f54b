import Alerting
import Indicators
import Storage
import Testing

@Suite("Every store: what an administrator does with mail")
struct ConformanceQueue {
    private let later = start.adding(seconds: 600_000)

    private func order(_ verb: QueueOrder.Verb, _ id: Int = 1) -> QueueOrder {
        QueueOrder(verb: verb, message: id, by: "beheer", why: "adres bestaat niet meer", at: later)
    }

    /// Three messages: one waits, one is sent, one has failed.
    private func fill(_ store: any Store) async throws {
        for key in ["a", "b", "c"] { try await store.post(message(key)) }
        try await store.attempt(1, .failed, "recipient-refused")
        try await store.attempt(2, .accepted, "accepted")
    }

    @Test(arguments: StoreUnderTest.all)
    func `the queue holds what waits and what failed, oldest first, page by page`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await fill(store)
            let all = try await store.queue(after: 0, limit: 10)
            #expect(all.map(\.message.id) == [1, 3])
            #expect(all.map(\.message.folder) == [.failed, .new])
            #expect(all.map(\.reason) == ["recipient-refused", nil])
            #expect(try await store.queue(after: 0, limit: 1).map(\.message.id) == [1])
            #expect(try await store.queue(after: 1, limit: 10).map(\.message.id) == [3])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a dropped mail is failed for good, counts no more, and is told to nobody`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.begin(subscription: "beheer", after: slot("2026-04-01T07:00"))
            try await fill(store)
            #expect(try await store.untoldFailures(for: "beheer").map(\.id) == [1])
            guard case .done(let entry) = try await store.obey(order(.drop)) else {
                Issue.record("the order was not carried out")
                return
            }
            #expect(entry.message.folder == .failed && entry.message.isDropped)
            #expect(try await store.outboxCounts() == OutboxCounts(waiting: 1, failed: 0, oldestWaiting: start))
            #expect(try await store.queue(after: 0, limit: 10).map(\.message.id) == [3])
            #expect(try await store.untoldFailures(for: "beheer").isEmpty)
            #expect(try await store.orders(about: 1) == [order(.drop)])
            #expect(try await store.messages(after: 0, limit: 10).map(\.isDropped) == [true, false, false])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a dropped mail that waited is not tried again`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.post(message("a"))
            _ = try await store.obey(order(.drop))
            #expect(try await store.claimDueMessages(at: later, lease: 60, limit: 10).isEmpty)
            // Whoever was sending it just then: what the relay accepted is sent.
            try await store.attempt(1, .retry(at: later), "timeout")
            #expect(try await store.claimDueMessages(at: later, lease: 60, limit: 10).isEmpty)
            try await store.attempt(1, .accepted, "accepted")
            #expect(try await store.ledger(limit: 1).first?.message.folder == .sent)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a retried mail is due at once and lives as long as a new one`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await fill(store)
            _ = try await store.obey(order(.drop))
            _ = try await store.obey(order(.retry))
            let claimed = try await store.claimDueMessages(at: later, lease: 60, limit: 10)
            // A newer one for the same recipient waits its turn behind it.
            #expect(claimed.map(\.id) == [1])
            #expect(claimed.map(\.createdAt) == [later])
            #expect(claimed.map(\.attempt) == [2])
            #expect(try await store.outboxCounts().failed == 0)
            #expect(try await store.orders(about: 1).map(\.verb) == [.drop, .retry])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a retried mail that fails again is told of again`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.begin(subscription: "raad", after: slot("2026-04-01T07:00"))
            try await fill(store)
            let failures = try await store.untoldFailures(for: "raad")
            try await store.commit(
                digest: DigestCommit(
                    subscription: "raad",
                    slot: slot("2026-04-02T07:00"),
                    message: nil,
                    notices: [],
                    failures: failures
                )
            )
            #expect(try await store.untoldFailures(for: "raad").isEmpty)
            _ = try await store.obey(order(.retry))
            #expect(try await store.untoldFailures(for: "raad").isEmpty)
            try await store.attempt(1, .failed, "recipient-refused", at: later)
            #expect(try await store.untoldFailures(for: "raad").map(\.id) == [1])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an order about no mail, or about one that is sent, changes nothing`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await fill(store)
            for verb in QueueOrder.Verb.allCases {
                #expect(try await store.obey(order(verb, 7)) == .noSuchMessage)
                #expect(try await store.obey(order(verb, 2)) == .sentAlready)
            }
            #expect(try await store.orders(about: 2).isEmpty)
            #expect(try await store.queue(after: 0, limit: 10).map(\.message.id) == [1, 3])
        }
    }
}
