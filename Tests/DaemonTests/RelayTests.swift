import Indicators
import Storage
import StoreSupport
import Synchronization
import Testing

@testable import Daemon
@testable import Mailing

/// A way out that answers as a test says, and remembers what it was given.
private final class ScriptedRoute: MailRoute, MailCarrier {
    private let answers: Mutex<[DeliveryOutcome]>
    let given = Mutex<[String]>([])
    let senders = Mutex<[String]>([])

    init(_ answers: [DeliveryOutcome]) { self.answers = Mutex(answers) }

    func carrier() -> any MailCarrier { self }
    func close() async {}

    func deliver(_ envelope: SMTPEnvelope) async -> DeliveryOutcome {
        given.withLock { $0.append(envelope.recipient.text) }
        senders.withLock { $0.append(envelope.sender.text) }
        return answers.withLock { $0.isEmpty ? .accepted(SMTPReply(code: 250, lines: [])) : $0.removeFirst() }
    }
}

@Suite("A relay that takes no mail")
struct RelayTests {
    private let start = Instant(seconds: 1_775_023_200)
    private let away = DeliveryOutcome.temporary(DeliveryFailure(.connectionRefused, at: .connect))
    private let greylisted = DeliveryOutcome.temporary(DeliveryFailure(.greylistedOrBusy, at: .recipient))
    private let broken = DeliveryOutcome.temporary(DeliveryFailure(.connectionLost, at: .block(1)))
    private let refusedLogin = DeliveryOutcome.relayFault(DeliveryFailure(.authenticationRefused, at: .authentication))

    /// A store with mails to so many recipients.
    private func store(_ count: Int) async throws -> InMemoryStore {
        let store = InMemoryStore()
        for number in 1...count {
            try await store.commit(
                receipt: NewMessage(
                    key: "m\(number)",
                    subscription: "s\(number)",
                    recipient: "r\(number)@example.org",
                    sender: "peilwacht@example.org",
                    subject: "x",
                    messageID: "<m\(number)@example.org>",
                    bytes: Array("Subject: x\r\n\r\nx\r\n".utf8),
                    createdAt: start
                )
            )
        }
        return store
    }

    private func run(_ store: InMemoryStore, _ route: ScriptedRoute, after seconds: Int) async throws -> Relay.Summary {
        let relay = Relay(store: store, name: "smtp://r", route: route, policy: RetryPolicy(lifetime: 432_000))
        return try await relay.run(now: { [start] in start.adding(seconds: seconds) }, noted: {})
    }

    @Test func `one mail is tried for all, and when it passes all follow`() async throws {
        let store = try await store(5)
        let route = ScriptedRoute([away, away])
        #expect(try await run(store, route, after: 0).trouble?.kind == .away)
        for second in [1, 20, 50] {
            let held = try await run(store, route, after: second)
            #expect(!held.hasTried && held.trouble?.failures == 1)
        }
        #expect(try await run(store, route, after: 70).trouble?.failures == 2)
        #expect(route.given.withLock(\.count) == 2)
        let last = try await run(store, route, after: 800)
        #expect(last.accepted == 5 && last.isOver && last.trouble == nil)
        #expect(try await store.trouble(ofRelay: "smtp://r") == nil)
    }

    @Test func `a refused login holds all mail for ever, gives none up, and is tried once an hour`() async throws {
        let store = try await store(2)
        let route = ScriptedRoute(Array(repeating: refusedLogin, count: 400))
        for hour in 0..<200 { _ = try await run(store, route, after: hour * 3600) }
        #expect(route.given.withLock(\.count) == 200)
        #expect(try await run(store, route, after: 200 * 3600 - 1).trouble?.kind == .fault)
        let counts = try await store.outboxCounts()
        #expect(counts.failed == 0 && counts.waiting == 2)
    }

    @Test func `one mail that is deferred, or breaks off, holds up no other`() async throws {
        let store = try await store(3)
        let route = ScriptedRoute([greylisted, broken])
        #expect(try await run(store, route, after: 0).trouble == nil)
        #expect(try await run(store, route, after: 1).accepted == 1)
        #expect(try await store.outboxCounts().waiting == 2)
    }

    @Test(arguments: [DeliveryFailure.Reason.relayClosing, .connectionLost, .timeout, .malformedReply])
    func `a relay that breaks off at the envelope is not asked again for every mail`(
        reason: DeliveryFailure.Reason
    ) async throws {
        for step in [SMTPStep.mail, .recipient] {
            let store = try await store(3)
            let route = ScriptedRoute([.temporary(DeliveryFailure(reason, at: step))])
            #expect(try await run(store, route, after: 0).trouble?.kind == .away)
            #expect(route.given.withLock(\.count) == 1)
            #expect(try await run(store, route, after: 800).accepted == 3)
        }
    }

    /// Said of one mail, as a relay does that passes nothing on.
    private let deniedRelaying = DeliveryOutcome.relayFault(DeliveryFailure(.relayingDenied, at: .recipient))

    @Test func `a relay that passes nothing on fails no mail, is told of, and is tried once an hour for each`()
        async throws
    {
        let store = try await store(2)
        let route = ScriptedRoute(Array(repeating: deniedRelaying, count: 400))
        let first = try await run(store, route, after: 0)
        #expect(first.trouble?.kind == .refusing && first.trouble?.needsMending == true && first.deferred == 2)
        #expect(try await !run(store, route, after: 3599).hasTried)
        for hour in 1..<200 { _ = try await run(store, route, after: hour * 3600) }
        #expect(route.given.withLock(\.count) == 400)
        #expect(try await store.outboxCounts().waiting == 2)
        let mended = try await run(store, route, after: 200 * 3600)
        #expect(mended.accepted == 2 && mended.isOver && mended.trouble == nil)
    }

    @Test func `what is refused for our settings is no trouble any more when nothing waits for it`() async throws {
        let store = try await store(1)
        #expect(try await run(store, ScriptedRoute([deniedRelaying]), after: 0).trouble?.kind == .refusing)
        let unknown = DeliveryOutcome.permanent(DeliveryFailure(.recipientRefused, at: .recipient))
        let given = try await run(store, ScriptedRoute([unknown]), after: 3700)
        #expect(given.trouble == nil && given.failed == 1)
        #expect(given.lastFailure?.hasPrefix("mail 1 to r1@example.org: recipient-refused") == true)
        #expect(try await store.trouble(ofRelay: "smtp://r") == nil)
    }

    @Test func `what waited for our settings and was dropped is no trouble any more`() async throws {
        let store = try await store(1)
        _ = try await run(store, ScriptedRoute([deniedRelaying]), after: 0)
        let at = start.adding(seconds: 60)
        _ = try await store.obey(QueueOrder(verb: .drop, message: 1, by: "beheer", why: "niet nodig", at: at))
        #expect(try await run(store, ScriptedRoute([]), after: 61).trouble == nil)
        #expect(try await store.trouble(ofRelay: "smtp://r") == nil)
    }

    @Test func `one address that the relay does not pass on to holds up no other, and is given up after days`()
        async throws
    {
        let store = try await store(3)
        let accepted = DeliveryOutcome.accepted(SMTPReply(code: 250, lines: []))
        // Once the relay takes a mail, what waits for it is tried once more.
        let route = ScriptedRoute([deniedRelaying, accepted, deniedRelaying])
        let first = try await run(store, route, after: 0)
        #expect(first.accepted == 2 && first.deferred == 2 && first.trouble == nil)
        let denying = ScriptedRoute(Array(repeating: deniedRelaying, count: 400))
        let second = try await run(store, denying, after: 3600)
        // What the relay took meanwhile says that it is about this address.
        #expect(second.trouble == nil && second.deferred == 1)
        for hour in 2..<24 { #expect(try await run(store, denying, after: hour * 3600).trouble == nil) }
    }

    @Test func `the days of a mail that waited for our fault begin when the relay takes mail again`() async throws {
        let store = try await store(2)
        let day = 86_400
        for hour in 0..<144 { _ = try await run(store, ScriptedRoute([refusedLogin]), after: hour * 3600) }
        let accepted = DeliveryOutcome.accepted(SMTPReply(code: 250, lines: []))
        let first = try await run(store, ScriptedRoute([accepted, greylisted]), after: 6 * day)
        #expect(first.accepted == 1 && first.deferred == 1 && first.failed == 0)
        let busy = ScriptedRoute(Array(repeating: greylisted, count: 9))
        #expect(try await run(store, busy, after: 10 * day).deferred == 1)
        #expect(try await run(store, busy, after: 11 * day + 1).failed == 1)
    }

    @Test func `a relay that was only away gives a mail no more days`() async throws {
        let store = try await store(2)
        _ = try await run(store, ScriptedRoute([away]), after: 0)
        let accepted = DeliveryOutcome.accepted(SMTPReply(code: 250, lines: []))
        let late = try await run(store, ScriptedRoute([accepted, greylisted]), after: 6 * 86_400)
        #expect(late.accepted == 1 && late.failed == 1)
    }

    @Test func `an order to try a mail tries the relay`() async throws {
        let store = try await store(2)
        let route = ScriptedRoute([refusedLogin])
        _ = try await run(store, route, after: 0)
        #expect(try await run(store, route, after: 60).accepted == 0)
        let at = start.adding(seconds: 61)
        _ = try await store.obey(QueueOrder(verb: .retry, message: 1, by: "beheer", why: "wachtwoord hersteld", at: at))
        #expect(try await run(store, route, after: 61).accepted == 2)
    }

    @Test(arguments: [("nieuw@example.org", "nieuw@example.org"), ("geen adres", "peilwacht@example.org")])
    func `what waits goes out from the sender that is configured now`(
        configured: String,
        expected: String
    )
        async throws
    {
        let route = ScriptedRoute([])
        let policy = RetryPolicy(lifetime: 432_000)
        let relay = Relay(store: try await store(1), name: "r", route: route, policy: policy, sender: configured)
        let summary = try await relay.run(now: { [start] in start }, noted: {})
        #expect(summary.accepted == 1)
        #expect(route.senders.withLock { $0 } == [expected])
    }

    @Test func `what a clock that ran ahead planned holds nothing up, nor does the trouble of another relay`()
        async throws
    {
        let store = try await store(1)
        _ = try await run(store, ScriptedRoute([away]), after: 400_000)
        #expect(try await run(store, ScriptedRoute([]), after: 0).accepted == 1)
    }
}
