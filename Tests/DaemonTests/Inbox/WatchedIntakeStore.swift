import Feeds
import Indicators
import Storage
import StoreSupport
import Synchronization

/// A store in memory that can be made to fail, and that shows what intake gave it.
final class WatchedIntakeStore: IntakeStore {
    struct State {
        /// The values of the files that were kept.
        var rows: [ObservedRow] = []
        /// What the next recording throws.
        var fault: StoreError?
        /// Called within the transaction, before each row.
        var beforeRow: (@Sendable () -> Void)?
    }

    let state = Mutex(State())
    private let memory = InMemoryStore()

    func acceptedImport(hash: String) async throws -> AcceptedImport? { try await memory.acceptedImport(hash: hash) }

    func committedImport(of claim: String) async throws -> CommittedImport? {
        try await memory.committedImport(of: claim)
    }

    func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        whileEntering: @escaping @Sendable () throws -> Void
    ) async throws -> ImportOutcome {
        let (fault, beforeRow) = state.withLock { ($0.fault, $0.beforeRow) }
        if let fault { throw fault }
        let read = Mutex<[ObservedRow]>([])
        let watched: @Sendable () throws -> RowOutcome? = {
            beforeRow?()
            let outcome = try rows()
            if case .observed(let row) = outcome { read.withLock { $0.append(row) } }
            return outcome
        }
        let outcome = try await memory.record(import: header, rows: watched, dependants: dependants)
        if case .accepted = outcome, !header.isDryRun {
            let kept = read.withLock { $0 }
            state.withLock { $0.rows += kept }
        }
        return outcome
    }

    func rehearse(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        limit: Int,
        needed: @escaping @Sendable ([SeriesKey]) -> [SeriesKey],
        whileEntering: @escaping @Sendable () throws -> Void
    ) async throws -> Rehearsal {
        try await memory.rehearse(import: header, rows: rows, dependants: dependants, limit: limit, needed: needed)
    }

    func commit(receipt message: NewMessage) async throws { try await memory.commit(receipt: message) }

    func record(refusal header: ImportHeader, reason: IntakeReason) async throws {
        if let fault { throw fault }
        try await memory.record(refusal: header, reason: reason)
    }

    var fault: StoreError? {
        get { state.withLock { $0.fault } }
        set { state.withLock { $0.fault = newValue } }
    }

    var rows: [ObservedRow] { state.withLock { $0.rows } }
    var refusalReasons: [IntakeReason] { memory.refusals }
}
