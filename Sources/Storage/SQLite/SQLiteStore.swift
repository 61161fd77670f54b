package import Assessment
internal import Files
internal import GRDB
internal import Synchronization

/// The store in one SQLite file, for one writing process and any number of readers.
///
/// Methods that change something are one transaction on the one writing connection; when they return, it is on disk.
/// Reading with a store that is open for writing waits its turn on the same connection; who wants to read meanwhile opens
/// another store for reading.
package final class SQLiteStore: Store {
    /// What a store is opened for.
    package enum Access: Sendable, Hashable {
        /// Makes the file where there is none, brings an earlier version up to date, and keeps other writers out.
        case writing
        /// Takes no lock and changes nothing; works beside a writer.
        case reading
    }

    /// Why a reader refuses a store of an earlier version.
    package static let ofEarlierVersion = "it is of an earlier version, which the daemon renews at its start"

    private let connection: StoreConnection
    private let access: Access
    private let path: String
    /// The rules whose evidence can be read.
    let rules: RuleRegistry
    /// Whether everything that is read is of one state.
    private let isHeld = Mutex(false)
    /// The events that the log is about to ask for.
    let recentEvents = Mutex(RecentEvents())
    /// The fault after which nothing more is written.
    private let breakage = Mutex<StoreError?>(nil)

    /// Opens the store.
    ///
    /// - Parameters:
    ///   - path: the SQLite file; `-wal`, `-shm` and `.lock` lie beside it.
    ///   - access: what for.
    ///   - rules: the rules whose evidence can be read.
    /// - Throws: ``StoreError``.
    package init(path: String, access: Access, rules: RuleRegistry = .standard) throws(StoreError) {
        self.access = access
        self.path = path
        self.rules = rules
        do {
            connection =
                switch access {
                case .writing: try StoreConnection(writing: path)
                case .reading: try StoreConnection(reading: path)
                }
            if access == .writing { try connection.queue.write(Self.endLeases) }
        } catch {
            throw Self.storeError(error, path)
        }
    }

    /// Frees the messages that a process had claimed when it ended.
    ///
    /// The lock says that no other process writes, so that nobody can hold a claim: a mail need not wait for its lease.
    private static func endLeases(_ db: Database) throws {
        let query = "SELECT EXISTS (SELECT 1 FROM message WHERE folder = 'new' AND leaseUntil IS NOT NULL)"
        guard try Bool.fetchOne(db, sql: query) == true else { return }
        try db.execute(sql: "UPDATE message SET leaseUntil = NULL WHERE folder = 'new' AND leaseUntil IS NOT NULL")
    }

    /// Closes the file, before the store itself goes.
    func close() throws { try connection.queue.close() }

    /// The queue that everything runs on, for tests that look at the file itself.
    var queue: DatabaseQueue { connection.queue }

    /// Reads within one snapshot.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            guard !isHeld.withLock({ $0 }) else { return try await connection.queue.writeWithoutTransaction(body) }
            return try await connection.queue.read(body)
        } catch {
            throw (access == .reading ? StoreError(reading: path, error) : StoreError(database: error)) ?? error
        }
    }

    /// Lets everything that the body reads be of one state of the store, whatever a writer does meanwhile.
    ///
    /// As long as it lasts the writer's log cannot be used anew: the body must not wait for anybody.
    package func inOneState<Value>(_ body: () async throws -> Value) async throws -> Value {
        guard access == .reading else { return try await body() }
        do {
            try await connection.queue.writeWithoutTransaction { db in
                try db.beginTransaction(.deferred)
                // A transaction begins with its first look.
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM series WHERE id = 0")
            }
        } catch {
            try? await letGo()
            throw StoreError(reading: path, error) ?? error
        }
        isHeld.withLock { $0 = true }
        let result: Result<Value, any Error>
        do {
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        isHeld.withLock { $0 = false }
        // Nothing was written: a state that cannot be let go of spoils no answer.
        try? await letGo()
        return try result.get()
    }

    private func letGo() async throws {
        try await connection.queue.writeWithoutTransaction { db in
            if db.isInsideTransaction { try db.rollback() }
        }
    }

    /// Changes within one transaction, kept where the body returns.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await transaction { db in (try body(db), .commit) }
    }

    /// Changes within one transaction; the body says whether they are kept.
    func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> (Value, Database.TransactionCompletion)
    ) async throws -> Value {
        guard access == .writing else { throw StoreError.failed("the store is open for reading only") }
        if let fault = breakage.withLock({ $0 }) { throw fault }
        do {
            return try await connection.queue.writeWithoutTransaction { db in try Self.run(body, in: db) }
        } catch {
            throw note(error)
        }
    }

    private static func run<Value>(
        _ body: (Database) throws -> (Value, Database.TransactionCompletion),
        in db: Database
    ) throws -> Value {
        var result: Value?
        try db.inTransaction(.immediate) {
            let (value, completion) = try body(db)
            result = value
            return completion
        }
        guard let result else { throw StoreError.failed("a transaction ended without a result") }
        return result
    }

    private func note(_ error: any Error) -> any Error {
        guard let fault = StoreError(database: error) else { return error }
        if StoreError.breaksConnection(error) { breakage.withLock { $0 = fault } }
        return fault
    }

    private static func storeError(_ error: any Error, _ path: String) -> StoreError {
        error as? StoreError ?? StoreError(reading: path, error)
            ?? .unreadable(path: path, why: (error as? FileSystemFault)?.description ?? "\(type(of: error))")
    }
}
