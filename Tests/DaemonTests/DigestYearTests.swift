import Alerting
import Daemon
import Indicators
import Storage
import StoreSupport
import Testing

/// A year of passes, an hour apart, over a subscription whose digest always comes.
@Suite struct DigestYearTests {
    private static func subscription(_ digest: String) -> String {
        """
          - id: beleid
            who: beleid@dronten.example
            about: all
            when: {digest: {\(digest), when_nothing: true}}
        """
    }

    /// The subjects of the mails, and the slots they were made for, in a year that begins on the first of January 2027.
    private func slots(of digest: String, hours: Int = 365 * 24, step: Int = 3600) async throws -> [String] {
        let active = try Watched.active(
            Watched.yearly("wmo"),
            subscriptions: Self.subscription(digest),
            top: "planning_moments: {zomernota: 2027-06-01, begroting: [2027-10-01, 2026-10-01]}"
        )
        let store = InMemoryStore()
        let start = try Watched.moment("2026-12-31T23:00:00Z")
        try await store.adopt(expected: active.expectedSeries, at: start)
        let round = DigestRound(store: store, active: active)
        var slots: [String] = []
        for hour in 0...hours * 3600 / step {
            let now = start.adding(seconds: hour * step)
            let mails = try await round.run(at: now)
            #expect(mails <= 1)
            if mails == 1 { slots.append(try #require(try await store.lastSlot(of: "beleid")).description) }
        }
        #expect(try await store.mails().count == slots.count)
        return slots
    }

    @Test func `each day has one digest, in the hour that a clock change skips and in the one that comes twice`()
        async throws
    {
        let slots = try await slots(of: "at: ['02:30']")
        #expect(slots.count == 365 && Set(slots).count == 365)
        #expect(slots.contains("2027-03-28T02:30") && slots.contains("2027-10-31T02:30"))
    }

    @Test func `days of the month and moments have one digest each, and no other day has`() async throws {
        let slots = try await slots(of: "at: ['02:30'], month_days: [1, 28, last], moments: [zomernota]")
        // Twelve firsts, of which one is a moment as well, twelve 28ths and eleven last days that are not the 28th.
        #expect(slots.count == 35 && Set(slots).count == 35)
        #expect(slots.contains("2027-02-28T02:30") && slots.contains("2027-03-28T02:30"))
        #expect(slots.contains("2027-10-31T02:30"))
        #expect(slots.allSatisfy { ["01", "28", "30", "31"].contains($0.dropFirst(8).prefix(2)) })
    }

    @Test func `the first moment of a new subscription is not lost, and its mail names it`() async throws {
        #expect(try await slots(of: "at: ['07:00'], moments: all") == ["2027-06-01T07:00", "2027-10-01T07:00"])
    }
}

@Suite("A digest where there is nothing to tell")
struct HeartbeatTests {
    private static let heartbeat = """
          - id: beleid
            who: beleid@dronten.example
            about: all
            when: {digest: {at: ["07:00"], when_nothing: true}}
        """

    private func at(_ text: String) throws -> Instant { try Watched.moment("2027-02-\(text):00Z") }

    @Test func `it comes where the subscription asks for it, and says what was looked at`() async throws {
        let active = try Watched.active(
            "\(Watched.yearly("wmo"))\n\(Watched.yearly("jeugd"))",
            subscriptions: "\(Self.heartbeat)\n\(Watched.wethouder)"
        )
        let store = InMemoryStore()
        let round = DigestRound(store: store, active: active)
        #expect(try await round.run(at: at("01T10:00")) == 0)
        try await store.adopt(expected: active.expectedSeries, at: at("01T12:00"))
        try await store.take([(Watched.key("wmo"), "90")], by: active, at: at("01T12:00"))
        try await store.judge(by: active, at: at("01T12:00"))
        #expect(try await round.run(at: at("02T06:00")) == 1)
        #expect(try await round.run(at: at("02T06:00")) == 0)
        let mail = try #require(try await store.mails().last).inOneLine
        #expect(mail.contains("Subject: Niets wijkt af: 1 groen, 1 grijs"))
        #expect(mail.contains("To: beleid@dronten.example") && mail.contains("Peilwacht keek naar 2 indicatoren"))
        #expect(mail.contains("niet te beoordelen") && !mail.contains("in orde:"))
    }

    @Test func `where something is open still it says that, and that there is no news`() async throws {
        let active = try Watched.active(Watched.yearly("wmo"), subscriptions: Self.heartbeat)
        let store = InMemoryStore()
        let round = DigestRound(store: store, active: active)
        #expect(try await round.run(at: at("01T10:00")) == 0)
        try await store.adopt(expected: active.expectedSeries, at: at("01T12:00"))
        try await store.take([(Watched.key("wmo"), "150")], by: active, at: at("01T12:00"))
        try await store.judge(by: active, at: at("01T12:00"))
        #expect(try await round.run(at: at("02T06:00")) == 1)
        #expect(try await round.run(at: at("03T06:00")) == 1)
        let mail = try #require(try await store.mails().last).inOneLine
        #expect(mail.contains("Subject: [Nog 1 rood] Niets nieuws") && !mail.contains("Niets wijkt af"))
        #expect(mail.contains("Stond al open: 150"))
    }
}

@Suite("The value before")
struct EarlierValueTests {
    @Test func `a card tells the value of the period before and how far the target is`() async throws {
        let active = try Watched.active(
            Watched.yearly("wmo", "targets: {2026: \"<100\", 2025: \"<100\"}"),
            subscriptions: Watched.beleid
        )
        let store = InMemoryStore()
        let noon = try Watched.moment("2027-02-01T12:00:00Z")
        #expect(try await DigestRound(store: store, active: active).run(at: noon.adding(seconds: -3600)) == 0)
        try await store.adopt(expected: active.expectedSeries, at: noon)
        try await store.take([(Watched.key("wmo"), "90")], by: active, of: 2025, at: noon)
        try await store.take([(Watched.key("wmo"), "150")], by: active, at: noon)
        try await store.judge(by: active, at: noon)
        let morning = try Watched.moment("2027-02-02T06:00:00Z")
        #expect(try await DigestRound(store: store, active: active).run(at: morning) == 1)
        let mail = try #require(try await store.mails().last).inOneLine
        #expect(mail.contains("Hiervoor: 90 over 2025") && mail.contains("Afstand: 50 boven de streefwaarde"))
        #expect(mail.contains("Sinds: de meting over 2026; melding van 1 februari 2027"))
    }
}
