import Alerting
import Indicators
import Storage
import Testing

@Suite("Every store: what follows up what, and whose place it takes")
struct ConformanceThreads {
    private let raad = "raad@example.org"

    /// Tells a change of an episode at once, in a mail of its own.
    private func tell(
        _ transition: Transition,
        _ key: String,
        after parent: Int? = nil,
        in store: any Store
    ) async throws {
        try await store.commit(transition, to: ["raad"], urgent: true)
        let notices = try await store.waitingUrgentNotices()
        let mail = NewMessage(
            key: key,
            subscription: "raad",
            recipient: raad,
            sender: "peilwacht@example.org",
            subject: key,
            messageID: "<\(key)@example.org>",
            bytes: Array("x".utf8),
            createdAt: start,
            parent: parent
        )
        try await store.commit(urgent: UrgentCommit(subscription: "raad", message: mail, notices: notices))
    }

    @Test(arguments: StoreUnderTest.all)
    func `an episode's thread goes from the first mail to the last one that did not fail`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let id = episode().id
            #expect(try await store.thread(of: [id], to: raad) == nil)
            try await tell(change(.opened, episode()), "a", in: store)
            #expect(
                try await store.thread(of: [id], to: raad) == MailThread(parent: 1, messageIDs: ["<a@example.org>"])
            )
            try await tell(change(.worsened, episode()), "b", after: 1, in: store)
            let ids = ["<a@example.org>", "<b@example.org>"]
            #expect(try await store.thread(of: [id], to: raad) == MailThread(parent: 2, messageIDs: ids))
            #expect(try await store.thread(of: [id], to: "college@example.org") == nil)
            try await store.attempt(2, .failed)
            #expect(try await store.thread(of: [id], to: raad)?.parent == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `alerts of several threads, or of none, have no one thread`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let other = episode(of: lonely)
            try await tell(change(.opened, episode()), "a", in: store)
            #expect(try await store.thread(of: [episode().id, other.id], to: raad) == nil)
            try await tell(change(.opened, other), "b", in: store)
            #expect(try await store.thread(of: [episode().id, other.id], to: raad) == nil)
            try await tell(change(.worsened, other), "c", after: 1, in: store)
            #expect(try await store.thread(of: [episode().id, other.id], to: raad)?.parent == 3)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a digest's thread is that of the last digest of its subscription`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.post(message("digest/a"))
            try await store.post(message("urgent/b"))
            let first = try #require(try await store.ledger(LedgerQuery(), after: 0, limit: 1).first)
            let thread = try await store.thread(ofDigestsOf: first.subscription, to: first.recipient)
            #expect(thread == MailThread(parent: 1, messageIDs: [first.messageID]))
            #expect(try await store.thread(ofDigestsOf: first.subscription, to: "college@example.org") == nil)
        }
    }

    @Test func `a long thread names its first mail and its last ones`() throws {
        let all = (1...500).map { "<\($0)@example.org>" }
        let thread = try #require(MailThread(through: 500, all: all))
        #expect(thread.messageIDs.count == 10 && thread.messageIDs.first == all[0])
        #expect(thread.messageIDs.suffix(9) == all.suffix(9))
    }

    @Test(arguments: StoreUnderTest.all)
    func `a mail takes the place of another one, and has told what that one tells`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await tell(change(.opened, episode()), "a", in: store)
            try await store.attempt(1, .failed)
            let waiting = try await store.undelivered(
                of: "raad",
                notTo: "college@example.org",
                madeAfter: .init(seconds: 0)
            )
            #expect(waiting.map(\.id) == [1] && waiting[0].bytes == Array("x".utf8))
            #expect(try await store.undelivered(of: "raad", notTo: raad, madeAfter: .init(seconds: 0)).isEmpty)
            #expect(try await store.undelivered(of: "raad", notTo: "x", madeAfter: start).isEmpty)
            let order = QueueOrder(verb: .drop, message: 1, by: "peilwacht", why: "adres", at: start)
            try await store.replace(order, by: message("b", to: "college"))
            let records = try await store.ledger(LedgerQuery(), after: 0, limit: 9)
            #expect(records.map(\.standing) == [.dropped, .waiting] && records.map(\.replaces) == [nil, 1])
            // What the first one tried to tell, and whom, stays in the ledger.
            #expect(records.map(\.told.count) == [1, 1] && records[0].orders == [order])
            let alert = try #require(records[1].told.first?.alert.description)
            #expect(try await store.ledger(LedgerQuery(alert: alert), after: 0, limit: 9) == records)
            // What was sent meanwhile stays as it is.
            try await store.attempt(2, .accepted)
            try await store.replace(
                QueueOrder(verb: .drop, message: 2, by: "peilwacht", why: "adres", at: start),
                by: message("c")
            )
            #expect(try await store.messages(after: 0, limit: 9).count == 2)
        }
    }
}
