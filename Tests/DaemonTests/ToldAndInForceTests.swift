import Alerting
import Assessment
import Indicators
import Storage
import TestSupport
import Testing

/// What a reader was told last is held against what is in force, after whatever happened between two digests.
@Suite("A reader knows what is in force", .timeLimit(.minutes(2)))
struct ToldAndInForceTests {
    /// What may happen.
    private enum Act: CaseIterable {
        case missing, met, worse, withdraw, withdrawEarlier, digest, earlierMissing, earlierMet
    }

    /// What the reader knows of the alert.
    fileprivate enum Knowledge: Equatable {
        case nothing
        case open(ExactDecimal?, Period?)
        /// That it has ended, and what was said to hold.
        case ended(ExactDecimal?, Period?)
    }

    /// A generator whose numbers follow from its seed.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test(arguments: 0..<160)
    func `a digest tells what changed since the last, as it is, and the ledger the same`(seed: UInt64) async throws {
        var random = Seeded(state: seed &* 7_919 &+ 1)
        let targets = "targets: {2025: \"<100\", 2026: \"<100\"}"
        let reader = try await ReaderOfDigests(Watched.yearly("wmo", targets))
        var knowledge = Knowledge.nothing
        var way: [String] = []
        for _ in 0..<14 {
            let act = Act.allCases.randomElement(using: &random) ?? .digest
            way.append("\(act)")
            if act == .digest {
                knowledge = try await read(reader, knowing: knowledge, "seed \(seed): \(way)")
            } else {
                try await Self.perform(act, on: reader)
            }
        }
        _ = try await read(reader, knowing: knowledge, "seed \(seed): \(way), digest")
    }

    private static func perform(_ act: Act, on reader: ReaderOfDigests) async throws {
        switch act {
        case .missing: try await reader.deliver("150")
        case .met: try await reader.deliver("90")
        case .worse: try await reader.deliver("170")
        case .withdraw: try await reader.withdraw()
        case .withdrawEarlier: try await reader.withdraw(2025)
        case .earlierMissing: try await reader.deliver("140", of: 2025)
        case .earlierMet: try await reader.deliver("80", of: 2025)
        case .digest: break
        }
    }

    /// Checks one digest; gives what its reader knows afterwards.
    private func read(
        _ reader: ReaderOfDigests,
        knowing before: Knowledge,
        _ way: String
    ) async throws -> Knowledge {
        let (digest, ledger, mail) = try await reader.digest()
        let items = digest.items.filter { $0.episode.alert == ReaderOfDigests.alert }
        let open = items.first { $0.episode.closedAt == nil }
        let ended = items.first { $0.episode.closedAt != nil }
        let isOpen = try await reader.isOpen
        #expect(isOpen == (open != nil), "\(way)")
        for item in items { try await check(item, reader, before, way) }
        if let open, case .open(let amount, let period) = before {
            let isSame = open.episode.facts.value?.amount == amount && open.episode.facts.period == period
            // A value that is as bad as the one before stands among what is still open, and is no news either.
            #expect(!isSame || open.section == .stillOpen, "\(way)")
        } else if let open {
            #expect(open.section != .stillOpen, "\(way)")
        }
        if case .open = before, !isOpen { #expect(ended != nil, "not told of the end: \(way)") }
        if case .ended(let amount?, let period?) = before, open == nil, try await reader.inForce(period) == nil {
            #expect(ended?.episode.facts.correction?.amount == amount, "not told of what was taken back: \(way)")
        }
        let news = items.filter { $0.section != .stillOpen }
        let told = Set(ledger.filter { $0.alert == ReaderOfDigests.alert }.map(\.facts))
        #expect(news.allSatisfy { told.contains($0.episode.facts) }, "the ledger lacks what the mail says: \(way)")
        #expect(!news.isEmpty || told.isEmpty, "the ledger has what the mail does not say: \(way)")
        guard mail != nil else { return before }
        if let open { return .open(open.episode.facts.value?.amount, open.episode.facts.period) }
        guard let stated = ended.map(\.episode.facts.stated) else { return before }
        return .ended(stated?.value?.amount, stated?.period)
    }

    /// Checks that what is said of values is so.
    private func check(
        _ item: Digest.Item,
        _ reader: ReaderOfDigests,
        _ before: Knowledge,
        _ way: String
    ) async throws {
        let facts = item.episode.facts
        if item.episode.closedAt != nil { #expect(before != .nothing, "never heard of it: \(way)") }
        if facts.lapse == .valueWithdrawn {
            let correction = try #require(facts.correction, "\(way)")
            let holds = try await reader.inForce(correction.period)
            #expect(correction.holds == holds, "\(way)")
            let (amount, period) = before.stated
            #expect(correction.amount == amount && correction.period == period, "\(way)")
            #expect(correction.holds != correction.amount, "\(way)")
        } else if let period = facts.period {
            let holds = try await reader.inForce(period)
            #expect(facts.value?.amount == holds, "\(way)")
        }
    }
}

extension ToldAndInForceTests.Knowledge {
    fileprivate var stated: (ExactDecimal?, Period?) {
        switch self {
        case .nothing: (nil, nil)
        case .open(let amount, let period), .ended(let amount, let period): (amount, period)
        }
    }
}
