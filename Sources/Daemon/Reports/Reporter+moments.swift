internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// What was decided is shown as it stood at the moment that is asked for, or not at all.
extension Reporter {
    /// How the moment that was asked for stands to what was decided.
    enum Standing: Hashable, Sendable {
        /// Nothing was decided since: what is in force holds for it.
        case now
        /// Something was decided since.
        case past
    }

    /// How the moment stands to what was decided; without one it is now.
    ///
    /// - Throws: ``Unanswerable`` where decisions as of that moment have not been taken: they are not guessed.
    func standing(asked: Instant?) async throws -> Standing {
        guard let asked, let store else { return .now }
        if try await store.hasDecided(after: asked) { return .past }
        guard try await store.seriesToJudge(at: asked, limit: 1).isEmpty else {
            throw Unanswerable(
                words:
                    "what follows as of \(active.zone.timestamp(asked)) has not been decided: series wait to be judged. "
                    + "A pass decides it: 'run --once', or the running daemon in time; 'status --at' judges without it",
                status: .tryAgainLater
            )
        }
        return .now
    }

    /// What waited for a digest then is not known any more, once another one was made.
    func refuseThePast(asked: Instant?) async throws {
        guard let asked, try await standing(asked: asked) == .past else { return }
        throw Unanswerable(
            words:
                "what was decided after \(active.zone.timestamp(asked)) cannot be left out of a digest; the mails that "
                + "were sent lie in outbox/sent, and 'alerts --at' shows the alerts as they stood then"
        )
    }

    /// The episodes to show.
    func episodes(isAll: Bool, _ standing: Standing) async throws -> [Episode] {
        switch standing {
        case .now: return try await store?.openEpisodes() ?? []
        case .past:
            let then = try await store?.episodes(asOf: now) ?? []
            return isAll
                ? then.sorted { ($1.openedAt, $0.alert) < ($0.openedAt, $1.alert) } : then.filter { $0.closedAt == nil }
        }
    }

    /// Since when an alert is open that was so already when its indicator came under watch, by series.
    ///
    /// - Parameters:
    ///   - keys: the series.
    ///   - past: what ``pastEpisodes(_:)`` gave.
    /// - Returns: the moment by series.
    /// - Throws: `StoreError`.
    func openingStates(of keys: [SeriesKey], among past: [Episode]?) async throws -> [SeriesKey: Instant] {
        let open = try await openEpisodes(of: keys, among: past).filter { $0.openedAt <= now }
        return Dictionary(
            open.filter(\.facts.isOpeningState).map { ($0.alert.series, $0.openedAt) },
            uniquingKeysWith: min
        )
    }

    /// The episodes that were open at the moment after which nothing counts; `nil` where everything does.
    func pastEpisodes(_ knowledge: Knowledge) async throws -> [Episode]? {
        guard let store, let limit = knowledge.limit else { return nil }
        return try await store.episodes(asOf: limit).filter { $0.closedAt == nil }
    }

    /// The episodes that were open at the moment that is asked for, where anything was decided since; else `nil`.
    func episodesDecided(by asked: Instant?) async throws -> [Episode]? {
        guard let store, let asked, try await store.hasDecided(after: asked) else { return nil }
        return try await store.episodes(asOf: asked).filter { $0.closedAt == nil }
    }

    private func openEpisodes(of keys: [SeriesKey], among past: [Episode]?) async throws -> [Episode] {
        guard let past else { return Array(try await store?.episodes(of: keys).open.values ?? [:].values) }
        let wanted = Set(keys)
        return past.filter { wanted.contains($0.alert.series) }
    }
}

// MARK: What is judged
extension Reporter {
    /// Which of the recorded values count.
    enum Knowledge: Hashable, Sendable {
        /// All: now is judged, or nothing was recorded since.
        case everything
        /// Those that had been recorded by a moment; what came later is left out.
        case limited(by: Instant, RecordedSince)
        /// All, although they came later: nothing had been recorded by that moment, so that the question can only be how it
        /// would have been judged.
        case backtest(Instant)

        /// Whether all values count for a moment before any of them was recorded.
        var isBacktest: Bool {
            switch self {
            case .backtest: true
            case .everything, .limited: false
            }
        }

        /// The moment after which nothing counts; `nil` where everything does.
        var limit: Instant? {
            switch self {
            case .limited(let moment, _): moment
            case .everything, .backtest: nil
            }
        }
    }

    /// Which values count for a judgement as of the moment that is asked for; without one it is now.
    func knowledge(asked: Instant?) async throws -> Knowledge {
        guard let asked, let since = try await store?.recorded(after: asked), !since.isEmpty else { return .everything }
        return since.hadBegun ? .limited(by: asked, since) : .backtest(asked)
    }

    /// What to say of it; `nil` where everything counts.
    func notice(of knowledge: Knowledge) -> String? {
        switch knowledge {
        case .everything: return nil
        case .limited(let moment, let since):
            let parts = [
                Self.counted(since.values, "value"), Self.counted(since.withdrawals, "withdrawal"),
            ]
            .compactMap(\.self)
            let isOne = since.values + since.withdrawals == 1
            return
                "\(Phrases(.en).list(parts)) \(isOne ? "was" : "were") recorded after \(active.zone.timestamp(moment)) and "
                + "\(isOne ? "does" : "do") not count"
        case .backtest(let moment):
            return
                "nothing had been recorded by \(active.zone.timestamp(moment)); judged as of then by all values that were "
                + "recorded since"
        }
    }

    private static func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
