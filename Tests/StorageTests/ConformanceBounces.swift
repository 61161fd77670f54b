import Indicators
import Storage
import Testing

@Suite("Every store: mail that was accepted and could not be delivered")
struct ConformanceBounces {
    private func bounce(_ ids: String...) -> Bounce {
        Bounce(messageIDs: ids, at: start.adding(seconds: 60), reply: "bounced: no", said: "5.1.1 no")
    }

    @Test(arguments: StoreUnderTest.all)
    func `an accepted mail counts as failed, once, and is told of as such`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.begin(subscription: "beheer", after: slot("2026-04-01T07:00"))
            try await store.post(message("a"))
            try await store.attempt(1, .accepted)
            let own = bounce("<other@example.org>", message("a").messageID)
            #expect(try await store.record(bounce: own) == .noted(message: 1))
            #expect(try await store.record(bounce: own) == .knownAlready)
            #expect(try await store.untoldFailures(for: "beheer").map(\.reason) == ["bounced"])
            #expect(try await store.queue(after: 0, limit: 9).map(\.reply) == ["bounced: no"])
            let record = try #require(try await store.ledger(LedgerQuery(), after: 0, limit: 9).first)
            #expect(record.standing == .failed && record.attempts.map(\.isBounce) == [false, true])
            #expect(record.asOf(start.adding(seconds: 59))?.standing == .accepted)
            #expect(record.asOf(start.adding(seconds: 60))?.standing == .failed)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a report does not fail a mail that waits, unless it may have gone out since`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.post(message("a"))
            let own = bounce(message("a").messageID)
            #expect(try await store.record(bounce: own) == .knownAlready)
            try await store.attempt(1, .accepted)
            #expect(try await store.record(bounce: own) == .noted(message: 1))
            let moment = start.adding(seconds: 120)
            _ = try await store.obey(QueueOrder(verb: .retry, message: 1, by: "beheer", why: "hersteld", at: moment))
            #expect(try await store.record(bounce: own) == .knownAlready)
            let next = DeliveryAttempt.Result.retry(at: moment.adding(seconds: 90))
            try await store.attempt(1, next, "greylisted-or-busy", at: moment.adding(seconds: 30))
            #expect(try await store.record(bounce: own) == .knownAlready)
            #expect(try await store.outboxCounts().waiting == 1)
            try await store.attempt(1, next, "timeout-after-data", at: moment.adding(seconds: 60))
            #expect(try await store.record(bounce: own) == .noted(message: 1))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a report of no mail of ours changes nothing`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.post(message("a"))
            #expect(try await store.record(bounce: bounce("<other@example.org>")) == .noSuchMessage)
            #expect(try await store.record(bounce: bounce()) == .noSuchMessage)
            #expect(try await store.outboxCounts().waiting == 1)
        }
    }
}
