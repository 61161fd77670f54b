import Alerting
import Assessment
import Catalogue
import Daemon
import Indicators
import Storage

/// The part of a command that reads the store.
struct Query {
    let active: ActiveConfiguration
    let store: (any Store)?
    let clock: WallClock

    /// Opens the store for reading beside a daemon.
    ///
    /// - Parameters:
    ///   - options: say where it is.
    ///   - check: is asked before the store is opened whether the question can be answered at all.
    /// - Throws: a ``Failure`` with the store's name where it is not there or cannot be read: it is never taken for empty.
    init(_ options: GlobalOptions, check: (ActiveConfiguration) throws(Failure) -> Void = { _ in }) throws {
        active = try options.active()
        clock = try options.clock(in: active.zone)
        try check(active)
        store = try openForReading(active.configuration)
    }

    /// How the moment that was asked for stands to what was decided.
    enum Standing {
        /// Nothing was decided since: what is in force holds for it.
        case now
        /// Something was decided since.
        case past
    }

    /// How the moment of `--at` stands to what was decided; without one it is now.
    ///
    /// - Throws: a ``Failure`` where decisions as of that moment have not been taken: they must not be guessed.
    func standing(asked: String?) async throws -> Standing {
        guard let asked, let store else { return .now }
        let moment = clock.now()
        if try await store.hasDecided(after: moment) { return .past }
        guard try await store.seriesToJudge(at: moment, limit: 1).isEmpty else {
            throw Failure(
                .tryAgainLater,
                "peilwacht: what follows as of \(asked.shownSafely()) has not been decided: series wait to be judged. A pass "
                    + "decides it: 'run --once', or the running daemon when that moment has come; 'status --at' judges without it"
            )
        }
        return .now
    }

    /// Since when an alert is open that was so already when its indicator came under watch, by series.
    func openingStates() async throws -> [SeriesKey: Instant] {
        let open = try await store?.openEpisodes() ?? []
        return Dictionary(
            open.filter(\.facts.isOpeningState).map { ($0.alert.series, $0.openedAt) },
            uniquingKeysWith: min
        )
    }

    /// Judges the series as of the moment, without committing anything.
    func assessments(of keys: [SeriesKey]) async throws -> [(SeriesSubject, SeriesAssessment)] {
        let now = clock.now()
        return try await loader.subjects(for: keys).map { ($0, active.assessor.assess($0, at: now)) }
    }

    /// The digest as it would be sent now.
    func preview(for subscription: Subscription) async throws -> Digest {
        let now = clock.now()
        guard let store else {
            return DigestComposer.compose(for: subscription, occasion: .preview, notices: [], open: [], at: now)
        }
        return try await DigestRound(store: store, active: active).preview(for: subscription, at: now)
    }

    /// The mails that wait, and those that failed and nobody has dropped.
    func queue() async throws -> [LedgerEntry] {
        guard let store else { return [] }
        var entries: [LedgerEntry] = []
        while true {
            let page = try await store.queue(after: entries.last?.message.id ?? 0, limit: 1000)
            entries += page
            if page.count < 1000 { return entries }
        }
    }

    var loader: SubjectLoader {
        SubjectLoader(store: store, register: active.register, dependence: active.dependence)
    }
}
