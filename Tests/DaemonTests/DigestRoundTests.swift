import Alerting
import Daemon
import Indicators
import Storage
import StoreSupport
import Synchronization
import Testing

@Suite("The digests whose hour has come")
struct DigestRoundTests {
    private static let indicators = Watched.yearly("wmo")
    private let wmo = Watched.key("wmo")

    private func at(_ text: String) throws -> Instant { try Watched.moment("2027-02-\(text):00Z") }

    /// A store in which an alert was opened on the first at noon, after the subscriptions had begun.
    private func judged(_ active: ActiveConfiguration) async throws -> InMemoryStore {
        let store = InMemoryStore()
        #expect(try await DigestRound(store: store, active: active).run(at: at("01T10:00")) == 0)
        try await store.adopt(expected: active.expectedSeries, at: at("01T12:00"))
        try await store.take([(wmo, "150")], by: active, at: at("01T12:00"))
        try await store.judge(by: active, at: at("01T12:00"))
        return store
    }

    @Test func `a digest goes out when its hour has come, once, and the hours that were missed are merged`()
        async throws
    {
        let active = try Watched.active(Self.indicators, subscriptions: Watched.beleid)
        let store = try await judged(active)
        let round = DigestRound(store: store, active: active)
        #expect(try await round.run(at: at("02T05:59")) == 0)
        // Nobody watched for two days.
        #expect(try await round.run(at: at("04T06:00")) == 1)
        #expect(try await round.run(at: at("04T06:00")) == 0)
        #expect(try await store.lastSlot(of: "beleid")?.description == "2027-02-04T07:00")
        let mail = try #require(try await store.mails().first)
        #expect(mail.contains("Subject: [1 rood] Titel wmo 150 (streef <100)\r\n"))
        // What is still open is no news.
        #expect(try await round.run(at: at("05T06:00")) == 0)
        #expect(try await store.lastSlot(of: "beleid")?.description == "2027-02-05T07:00")
    }

    @Test func `a new subscription is owed nothing of before, and is told what is open with its first news`()
        async throws
    {
        let store = try await judged(try Watched.active(Self.indicators, subscriptions: Watched.beleid))
        let active = try Watched.active(
            "\(Self.indicators)\n\(Watched.yearly("jeugd"))",
            subscriptions: "\(Watched.beleid)\n\(Watched.wethouder)"
        )
        #expect(try await DigestRound(store: store, active: active).run(at: at("02T05:00")) == 0)
        try await store.adopt(expected: active.expectedSeries, at: at("02T05:00"))
        try await store.take([(Watched.key("jeugd"), "101")], by: active, at: at("02T05:00"))
        try await store.judge(by: active, at: at("02T05:00"))
        #expect(try await DigestRound(store: store, active: active).run(at: at("02T06:00")) == 2)
        let mail = try #require(try await store.mails().last)
        #expect(mail.contains("To: wethouder@") && mail.contains("Titel jeugd") && mail.contains("Stond al open: 150"))
    }

    @Test func `what was told at once is not told again`() async throws {
        let active = try Watched.active(Self.indicators)
        let store = try await judged(active)
        #expect(try await UrgentRound(store: store, active: active).run(at: at("01T12:00")) == 1)
        #expect(try await store.waitingNotices(of: "wethouder").isEmpty)
        #expect(try await DigestRound(store: store, active: active).run(at: at("02T06:00")) == 0)
        #expect(try await store.mails().count == 1)
    }

    @Test func `what waits to be told at once is told by a digest whose hour comes first, and only there`() async throws
    {
        let active = try Watched.active(Self.indicators)
        let store = try await judged(active)
        #expect(try await DigestRound(store: store, active: active).run(at: at("02T06:00")) == 1)
        #expect(try await UrgentRound(store: store, active: active).run(at: at("02T06:00")) == 0)
        #expect(try await store.mails().count == 1)
    }

    /// The one mail of a store is refused for good.
    private func refuseMail(in store: InMemoryStore, at now: Instant) async throws {
        let claimed = try #require(try await store.claimDueMessages(at: now, lease: 60, limit: 1).first)
        try await store.record(
            attempt: DeliveryAttempt(
                message: claimed.id,
                at: now,
                result: .failed,
                reason: "recipient-refused",
                reply: "recipient-refused: The relay refused the recipient.",
                said: "550 no such user"
            )
        )
    }

    @Test func `that mail to others fails is worth a mail, that mail to oneself fails is not`() async throws {
        let active = try Watched.active(
            Self.indicators,
            subscriptions: [Watched.wethouder, Watched.beleid].map { "\($0)\n    operations: true" }.joined(
                separator: "\n"
            )
        )
        let store = try await judged(active)
        #expect(try await UrgentRound(store: store, active: active).run(at: at("01T12:00")) == 1)
        #expect(try await DigestRound(store: store, active: active).run(at: at("02T06:00")) == 1)
        try await refuseMail(in: store, at: at("02T08:00"))
        #expect(try await DigestRound(store: store, active: active).run(at: at("03T06:00")) == 1)
        let mail = try #require(try await store.mails().last)
        #expect(mail.contains("To: beleid@dronten.example"))
        #expect(mail.contains("Subject: [Nog 1 rood] Peilwacht: 1 melding nog open, 1 mail niet bezorgd"))
        let words = mail.replacing("=\r\n", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains("weigert de ontvanger; controleer het adres. De mailserver antwoordde: 550 no such user")
        )
        #expect(!words.contains("The relay"))
        // Told of once, to either of them.
        #expect(try await DigestRound(store: store, active: active).run(at: at("04T06:00")) == 0)
        #expect(try await store.untoldFailures(for: "wethouder").isEmpty)
    }

    @Test func `that mail fails is told only to who is told of operations`() async throws {
        let active = try Watched.active(
            Self.indicators,
            subscriptions: "\(Watched.wethouder)\n\(Watched.beleid)\n    operations: false"
        )
        let store = try await judged(active)
        #expect(try await UrgentRound(store: store, active: active).run(at: at("01T12:00")) == 1)
        #expect(try await DigestRound(store: store, active: active).run(at: at("02T06:00")) == 1)
        try await refuseMail(in: store, at: at("02T08:00"))
        #expect(try await DigestRound(store: store, active: active).run(at: at("03T06:00")) == 0)
        let preview = try await DigestRound(store: store, active: active)
            .preview(for: active.subscriptions[1], at: at("03T06:00"))
        #expect(preview.failures.isEmpty)
        #expect(try await !store.untoldFailures(for: "beleid").isEmpty)
    }

    @Test func `the rounds of mail show progress`() async throws {
        let active = try Watched.active(Self.indicators, subscriptions: "\(Watched.wethouder)\n\(Watched.beleid)")
        let store = try await judged(active)
        let beats = Mutex(0)
        _ = try await UrgentRound(store: store, active: active).run(at: at("01T12:00")) { beats.withLock { $0 += 1 } }
        #expect(beats.withLock(\.self) >= 1)
        _ = try await DigestRound(store: store, active: active).run(at: at("02T06:00")) { beats.withLock { $0 += 1 } }
        #expect(beats.withLock(\.self) >= 3)
    }

    @Test func `a preview shows what waits and keeps nothing of it`() async throws {
        let active = try Watched.active(Self.indicators, subscriptions: Watched.beleid)
        let store = try await judged(active)
        let round = DigestRound(store: store, active: active)
        let preview = try await round.preview(for: active.subscriptions[0], at: at("01T13:00"))
        #expect(preview.items.map(\.section) == [.new] && preview.occasion == .preview)
        #expect(try await store.waitingNotices(of: "beleid").count == 1)
        #expect(try await store.mails().isEmpty)
    }
}
