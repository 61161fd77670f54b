import Alerting
import Assessment
import Catalogue
import Daemon
import Indicators
import Storage

/// The part of a command that reads the store.
struct Query {
    let watch: Watch
    let store: (any Store)?
    let clock: WallClock

    /// Opens the store for reading beside a daemon; a store that does not exist yet is empty.
    init(_ options: GlobalOptions) throws {
        watch = try options.watch()
        clock = try options.clock(in: watch.zone)
        store = try openForReading(watch.configuration.storePath)
    }

    /// Judges the series as of the moment, without committing anything.
    func assessments(of keys: [SeriesKey]) async throws -> [(SeriesSubject, SeriesAssessment)] {
        let now = clock.now()
        return try await loader.subjects(for: keys).map { ($0, watch.assessor.assess($0, at: now)) }
    }

    /// The digest as it would be sent now.
    func preview(for subscription: Subscription) async throws -> Digest {
        let now = clock.now()
        guard let store else {
            return DigestComposer.compose(for: subscription, occasion: .preview, notices: [], open: [], at: now)
        }
        return try await DigestRound(store: store, watch: watch).preview(for: subscription, at: now)
    }

    var loader: SubjectLoader {
        SubjectLoader(store: store, register: watch.register, dependence: watch.dependence)
    }
}
