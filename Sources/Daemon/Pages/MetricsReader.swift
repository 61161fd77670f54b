internal import Assessment
internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
internal import Storage
internal import SystemPackage
internal import Telling

/// Counts what the store holds.
struct MetricsReader {
    let active: ActiveConfiguration
    let store: SQLiteStore

    /// What the store holds of what is watched now.
    ///
    /// An indicator of which any series counts persons is told apart as a whole.
    func holdings() async throws -> WatchMetrics.Holdings {
        var holdings = WatchMetrics.Holdings()
        let watched = Set(active.register.indicators.keys)
        let (lights, alerts) = (try await store.judgedLights(), try await store.openAlerts())
        // Behind what was counted: what counts persons and came meanwhile is not among it.
        let hidden = try await DisclosureLoader(store: store, active: active).persons().concerned(among: watched)
        for (indicator, counts) in lights where watched.contains(indicator) {
            if hidden.contains(indicator) {
                holdings.hiddenSeries += counts.total
            } else {
                for light in Light.allCases { holdings.lights[light, default: 0] += counts[light] }
            }
        }
        // An alert stays open, and is told, after its indicator has left the configuration.
        for (indicator, counts) in alerts {
            if hidden.contains(indicator) {
                holdings.hiddenAlerts += counts.values.reduce(0, +)
            } else {
                holdings.alerts.merge(counts, uniquingKeysWith: +)
            }
        }
        let freshness = try await store.freshness()
        (holdings.judgedAt, holdings.deliveredAt) = (freshness.judgedAt, freshness.deliveredAt)
        holdings.files = try await store.deliveryCounts()
        let mails = try await store.outboxCounts()
        (holdings.waitingMails, holdings.failedMails) = (mails.waiting, mails.failed)
        holdings.oldestWaitingMail = mails.oldestWaiting
        return holdings
    }

    /// The same with the sizes of the store's files, which also change where nothing in it does.
    func withSizes(_ holdings: WatchMetrics.Holdings) -> WatchMetrics.Holdings {
        var holdings = holdings
        holdings.mainSize = size(of: active.configuration.storePath)
        holdings.logSize = size(of: "\(active.configuration.storePath)-wal")
        return holdings
    }

    /// How things stand with the relay.
    func relay() async throws -> WatchMetrics.RelayState {
        guard let relay = active.configuration.mail?.relay else { return .none }
        return switch try await store.trouble(ofRelay: relay)?.kind {
        case nil: .well
        case .away: .away
        case .fault, .refusing: .fault
        }
    }

    /// In bytes; `nil` where there is no such file.
    ///
    /// It is asked of the folder. To open the store's file, and close it again, would end the locks that SQLite holds on it
    /// in this process (POSIX record locks).
    private func size(of path: String) -> Int? {
        let path = FilePath(path)
        return try? Directory.open(path.folder.string).status(of: FileName(endOf: path))?.size
    }
}
