import Indicators
import Storage
import Testing

@Suite("Every store: messages")
struct ConformanceMessages {
    @Test(arguments: StoreUnderTest.all)
    func `one key is one message`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.post(message("a"))
            try await store.post(message("a", to: "college"))
            try await store.post(message("b"))
            let states = try await store.messages(after: 0, limit: 10)
            #expect(states.map(\.key) == ["a", "b"])
            #expect(states.map(\.folder) == [.new, .new])
            #expect(try await store.messages(after: states[0].id, limit: 10) == [states[1]])
            #expect(try await store.bytes(ofMessage: states[0].id) == message("a").bytes)
            #expect(try await store.bytes(ofMessage: 99) == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a file is to be placed whenever it is not where it belongs`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.post(message("a"))
            try await store.post(message("b"))
            var waiting = try await store.messagesToPlace(limit: 10)
            #expect(waiting.map(\.state.key) == ["a", "b"] && waiting.allSatisfy { $0.lies == nil })
            #expect(waiting[0].bytes == message("a").bytes)
            #expect(try await store.messagesToPlace(limit: 1).count == 1)
            try await store.placed(message: 1, in: .new)
            try await store.placed(message: 2, in: .new)
            #expect(try await store.messagesToPlace(limit: 10).isEmpty)
            try await store.attempt(2, .accepted, "accepted")
            waiting = try await store.messagesToPlace(limit: 10)
            #expect(waiting.map(\.state.folder) == [.sent] && waiting.map(\.lies) == [.new])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the bytes of a delivered mail can be forgotten, and what is known of it stays`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            for key in ["a", "b", "c"] { try await store.post(message(key)) }
            try await store.attempt(1, .accepted, "accepted")
            try await store.attempt(3, .accepted, "accepted")
            for (id, folder) in [(1, OutboxFolder.sent), (2, .new)] { try await store.placed(message: id, in: folder) }
            // The third was delivered, and its file has not been moved yet.
            let later = start.adding(seconds: 1)
            #expect(try await store.deliveredMails(before: start, limit: 10).isEmpty)
            #expect(try await store.deliveredMails(before: later, limit: 10).map(\.id) == [1])
            try await store.forgetBytes(ofMails: [1, 2, 3])
            #expect(try await store.bytes(ofMessage: 1) == nil)
            #expect(try await store.bytes(ofMessage: 2) != nil)
            #expect(try await store.bytes(ofMessage: 3) != nil)
            #expect(try await store.deliveredMails(before: later, limit: 10).isEmpty)
            #expect(try await store.messages(after: 0, limit: 10).count == 3)
            #expect(try await store.ledger(limit: 10).count == 3)
            #expect(try await store.messagesToPlace(limit: 10).map(\.state.id) == [3])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a claimed message is nobody else's until the lease ends`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.post(message("a"))
            try await store.post(message("b", to: "college", at: start.adding(seconds: -60)))
            let claimed = try await store.claimDueMessages(at: start, lease: 300, limit: 10)
            #expect(claimed.map(\.subject) == ["[Rood] b", "[Rood] a"])
            #expect(claimed.map(\.attempt) == [1, 1])
            #expect(claimed[0].bytes == message("b").bytes && claimed[0].recipient == "college@example.org")
            #expect(try await store.claimDueMessages(at: start.adding(seconds: 299), lease: 300, limit: 10).isEmpty)
            #expect(try await store.claimDueMessages(at: start.adding(seconds: 300), lease: 300, limit: 1).count == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what a clock that ran ahead planned or claimed is due at once`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let leapt = start.adding(seconds: 150_000_000)
            try await store.post(message("made"))
            try await store.post(message("deferred", to: "college"))
            try await store.post(message("in the leap", to: "griffie", at: leapt))
            _ = try await store.claimDueMessages(at: leapt, lease: 300, limit: 10)
            try await store.attempt(2, .retry(at: leapt.adding(seconds: 60)), "greylisted", at: leapt)
            let claimed = try await store.claimDueMessages(at: start, lease: 300, limit: 2)
            #expect(claimed.map(\.subject) == ["[Rood] made", "[Rood] in the leap"])
            let rest = try await store.claimDueMessages(at: start, lease: 300, limit: 10)
            #expect(rest.map(\.subject) == ["[Rood] deferred"])
            #expect(try await store.claimDueMessages(at: start, lease: 300, limit: 10).isEmpty)
            // What is planned as far ahead as anybody plans waits.
            try await store.attempt(1, .retry(at: start.adding(seconds: ClaimedMessage.longestDelay)), "greylisted")
            #expect(try await store.claimDueMessages(at: start, lease: 300, limit: 10).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a message is tried again at its time`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.post(message("a"))
            _ = try await store.claimDueMessages(at: start, lease: 300, limit: 10)
            let later = start.adding(seconds: 600)
            try await store.attempt(1, .retry(at: later), "greylisted")
            #expect(try await store.claimDueMessages(at: start.adding(seconds: 599), lease: 300, limit: 10).isEmpty)
            let claimed = try await store.claimDueMessages(at: later, lease: 300, limit: 10)
            #expect(claimed.map(\.attempt) == [2])
            let entry = try #require(try await store.ledger(limit: 10).first)
            #expect(entry.attempts == 1 && entry.reason == "greylisted" && entry.nextAttemptAt == later)
            #expect(entry.lastAttemptAt == start)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `accepted and failed messages are never tried again`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            for key in ["a", "b", "c"] { try await store.post(message(key)) }
            try await store.attempt(1, .accepted, "accepted")
            try await store.attempt(2, .failed, "recipient-refused")
            let later = start.adding(seconds: 1_000_000)
            #expect(try await store.claimDueMessages(at: later, lease: 1, limit: 10).map(\.id) == [3])
            let counts = OutboxCounts(waiting: 1, failed: 1, oldestWaiting: start)
            #expect(try await store.outboxCounts() == counts)
            let ledger = try await store.ledger(limit: 10)
            #expect(ledger.map(\.message.key) == ["c", "b", "a"])
            #expect(ledger.map(\.message.folder) == [.new, .failed, .sent])
            #expect(ledger.map(\.reply) == [nil, "reply to recipient-refused", "reply to accepted"])
            #expect(ledger.map(\.nextAttemptAt) == [start, nil, nil])
            #expect(try await store.ledger(limit: 1).count == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what was accepted stays sent, whatever a late claimant notes`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.post(message("a"))
            try await store.attempt(1, .accepted, "accepted")
            try await store.attempt(1, .failed, "gave-up")
            try await store.attempt(1, .retry(at: start), "timeout")
            let entry = try #require(try await store.ledger(limit: 1).first)
            #expect(entry.message.folder == .sent && entry.reason == "accepted" && entry.attempts == 3)
            try await store.post(message("b"))
            try await store.attempt(2, .failed, "gave-up")
            try await store.attempt(2, .retry(at: start), "timeout")
            #expect(try await store.ledger(limit: 1).first?.message.folder == .failed)
            try await store.attempt(2, .accepted, "accepted")
            #expect(try await store.ledger(limit: 1).first?.message.folder == .sent)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an attempt to deliver no message is an error`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            await #expect(throws: StoreError.self) { try await store.attempt(7, .accepted) }
            let counts = try await store.outboxCounts()
            #expect(counts == OutboxCounts(waiting: 0, failed: 0, oldestWaiting: nil))
        }
    }
}
