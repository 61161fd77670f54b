import Alerting
import Assessment
import Daemon
import Indicators
import Storage
import StoreSupport
import Testing

/// A store with one indicator and one reader of digests; each act has an hour of its own.
final class ReaderOfDigests {
    static let wmo = Watched.key("wmo")
    static let alert = AlertKey(rule: TargetEvidence.rule, series: wmo)

    let active: ActiveConfiguration
    let store = InMemoryStore()
    private(set) var now: Instant

    init(
        _ indicator: String = Watched.yearly("wmo"),
        subscriptions: String = Watched.beleid
    ) async throws {
        now = try Watched.moment("2027-02-01T12:00:00Z")
        active = try Watched.active(indicator, subscriptions: subscriptions)
        _ = try await round.run(at: now)
        try await store.judge(by: active, at: now)
        _ = try await digest()
    }

    private var round: DigestRound { DigestRound(store: store, active: active) }

    private func pass(hours: Int = 1) { now = Instant(seconds: now.seconds + hours * 3600) }

    func deliver(_ value: String, of year: Int = 2026) async throws {
        pass()
        try await store.take([(Self.wmo, value)], by: active, of: year, at: now)
        try await store.judge(by: active, at: now)
    }

    func withdraw(_ year: Int = 2026) async throws {
        pass()
        let order = WithdrawalOrder(
            .value(Self.wmo, try #require(Period.year(year))),
            by: "Jan",
            why: "typefout",
            at: now
        )
        _ = try await store.obey(order) { _ in [] }
        try await store.judge(by: active, at: now)
    }

    /// What the next morning's digest says, and what its mail told by the ledger; nothing where there is no mail.
    @discardableResult
    func digest() async throws -> (digest: Digest, ledger: [AlertEvent], mail: String?) {
        let day = (now.seconds + 86_400 - 6 * 3600) / 86_400
        now = Instant(seconds: day * 86_400 + 6 * 3600 + 60)
        let digest = try await round.preview(for: try #require(active.subscriptions.first), at: now)
        guard try await round.run(at: now) > 0 else { return (digest, [], nil) }
        let id = try #require(try await store.messages(after: 0, limit: 1000).last?.id)
        return (digest, try await store.told(inMail: id), try await store.mails().last?.inOneLine)
    }

    /// Makes the mails that go out at once; gives the last of them.
    func urgent() async throws -> String? {
        guard try await UrgentRound(store: store, active: active).run(at: now) > 0 else { return nil }
        return try await store.mails().last?.inOneLine
    }

    func inForce(_ period: Period) async throws -> ExactDecimal? {
        try await store.histories(of: [Self.wmo]).first?.observation(of: period)?.value
    }

    var isOpen: Bool {
        get async throws { try await store.openEpisodes(progress: {}).contains { $0.alert == Self.alert } }
    }
}
