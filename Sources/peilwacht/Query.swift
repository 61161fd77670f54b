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

    /// Opens the store for reading beside a daemon; a store that does not exist yet is empty.
    init(_ options: GlobalOptions) throws {
        active = try options.active()
        clock = try options.clock(in: active.zone)
        store = try openForReading(active.configuration.storePath)
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
