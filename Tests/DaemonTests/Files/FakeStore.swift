import Alerting
import Assessment
import Feeds
import Indicators
import Storage
import Synchronization

/// A store in memory: it keeps accepted imports, refusals, events and messages, and nothing else.
final class FakeStore: Store {
    struct State {
        var imports: [String: AcceptedImport] = [:]
        var rows: [ObservedRow] = []
        var refusals: [(name: String, reason: IntakeReason)] = []
        var events: [AlertEvent] = []
        var messages: [Int: (state: MessageState, lies: OutboxFolder?, bytes: [UInt8])] = [:]
        /// What the next recording throws.
        var fault: StoreError?
        /// Called within the transaction, before each row.
        var beforeRow: (@Sendable () -> Void)?
    }

    let state = Mutex(State())

    func acceptedImport(hash: String) async throws -> AcceptedImport? { state.withLock { $0.imports[hash] } }

    func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey]
    ) async throws -> ImportOutcome {
        let (fault, beforeRow) = state.withLock { ($0.fault, $0.beforeRow) }
        if let fault { throw fault }
        var tally = IntakeTally()
        var kept: [ObservedRow] = []
        while true {
            beforeRow?()
            guard let row = try rows() else { break }
            switch row {
            case .observed(let row):
                kept.append(row)
                tally.countTaken()
            case .skipped(let skip): tally.count(skip)
            case .fault(let fault): tally.count(fault)
            }
        }
        guard tally.faultCount == 0 || header.setsFaultyRowsAside else { return .refused(tally) }
        guard !header.isDryRun else { return .accepted(tally) }
        state.withLock {
            $0.imports[header.hash] = AcceptedImport(fileName: header.fileName, at: header.at)
            $0.rows += kept
        }
        return .accepted(tally)
    }

    func record(refusal header: ImportHeader, reason: IntakeReason) async throws {
        try state.withLock {
            if let fault = $0.fault { throw fault }
            $0.refusals.append((header.fileName, reason))
        }
    }

    func lastEventNumber() async throws -> Int { state.withLock { $0.events.last?.seq ?? 0 } }

    func events(after seq: Int, limit: Int) async throws -> [AlertEvent] {
        state.withLock { Array($0.events.filter { $0.seq > seq }.prefix(limit)) }
    }

    func messagesToPlace(limit: Int) async throws -> [MessageToPlace] {
        state.withLock { state in
            let open = state.messages.values.filter { $0.lies != $0.state.folder }.sorted { $0.state.id < $1.state.id }
            return open.prefix(limit).map { MessageToPlace(state: $0.state, lies: $0.lies, bytes: $0.bytes) }
        }
    }

    func messages(after id: Int, limit: Int) async throws -> [MessageState] {
        state.withLock { state in
            Array(state.messages.values.map(\.state).filter { $0.id > id }.sorted { $0.id < $1.id }.prefix(limit))
        }
    }

    func bytes(ofMessage id: Int) async throws -> [UInt8]? { state.withLock { $0.messages[id]?.bytes } }

    func placed(message id: Int, in folder: OutboxFolder) async throws {
        state.withLock { $0.messages[id]?.lies = folder }
    }

    // What intake, alert log and outbox never ask.
    func adopt(expected: [ExpectedSeries], at now: Instant) async throws {}
    func seriesToJudge(at now: Instant, limit: Int) async throws -> [SeriesToJudge] { [] }
    func allSeries() async throws -> [SeriesKey] { [] }
    func histories(of series: [SeriesKey]) async throws -> [SeriesHistory] { [] }
    func revisions(of series: SeriesKey, period: Period) async throws -> [RecordedObservation] { [] }
    func episodes(of series: [SeriesKey]) async throws -> EpisodeState { EpisodeState() }
    func openEpisodes() async throws -> [Episode] { [] }
    func openEpisodes(of indicator: IndicatorID) async throws -> [Episode] { [] }
    func allEpisodes(limit: Int) async throws -> [Episode] { [] }
    func toldSubscriptions(of episodes: [String]) async throws -> [String: Set<String>] { [:] }
    func commit(decisions: Decisions) async throws {}
    func lastSlot(of subscription: String) async throws -> DigestSlot? { nil }
    func begin(subscription: String, after slot: DigestSlot) async throws {}
    func waitingNotices(of subscription: String) async throws -> [Notice] { [] }
    func untoldFailures(for subscription: String) async throws -> [FailedMessage] { [] }
    func commit(digest: DigestCommit) async throws {}
    func claimDueMessages(at now: Instant, lease seconds: Int, limit: Int) async throws -> [ClaimedMessage] { [] }
    func record(attempt: DeliveryAttempt) async throws {}
    func ledger(limit: Int) async throws -> [LedgerEntry] { [] }
    func outboxCounts() async throws -> OutboxCounts { OutboxCounts(waiting: 0, failed: 0, oldestWaiting: nil) }
}

extension FakeStore {
    /// Commits so many more events.
    func addEvents(_ count: Int) {
        var facts = AlertFacts(
            severity: .critical,
            reason: .targetMissed,
            programme: "dronten",
            programmeTitle: "Sociaal domein",
            package: "6N",
            packageTitle: "Wmo",
            title: "Wmo-maatwerk",
            unit: "per 1000",
            areaName: "Dronten"
        )
        facts.value = "112"
        facts.period = "2025"
        let alert = AlertKey(rule: .target, series: SeriesKey(indicator: "wmo-maatwerk", area: "GM0303"))
        state.withLock { state in
            for _ in 0..<count {
                let seq = state.events.count + 1
                state.events.append(
                    AlertEvent(
                        seq: seq,
                        kind: .opened,
                        at: Instant(seconds: seq),
                        alert: alert,
                        episode: "\(alert)#\(seq)",
                        facts: facts
                    )
                )
            }
        }
    }

    /// Puts a message in, in no folder yet.
    func addMessage(_ id: Int, _ folder: OutboxFolder = .new, _ text: String = "Subject: x\r\n\r\nx\r\n") {
        let message = MessageState(id: id, key: "m\(id)", createdAt: Instant(seconds: 1_775_023_200), folder: folder)
        state.withLock { $0.messages[id] = (message, nil, Array(text.utf8)) }
    }

    /// Says that a message belongs elsewhere now.
    func move(message id: Int, to folder: OutboxFolder) {
        state.withLock { state in
            guard let old = state.messages[id]?.state else { return }
            state.messages[id]?.state = MessageState(id: id, key: old.key, createdAt: old.createdAt, folder: folder)
        }
    }

    var fault: StoreError? {
        get { state.withLock { $0.fault } }
        set { state.withLock { $0.fault = newValue } }
    }

    var rows: [ObservedRow] { state.withLock { $0.rows } }
    var refusalReasons: [IntakeReason] { state.withLock { $0.refusals.map(\.reason) } }
}
