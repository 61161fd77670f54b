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
    func openingStates() async throws -> [SeriesKey: Instant] {
        let open = try await store?.openEpisodes().filter { $0.openedAt <= now } ?? []
        return Dictionary(
            open.filter(\.facts.isOpeningState).map { ($0.alert.series, $0.openedAt) },
            uniquingKeysWith: min
        )
    }
}
