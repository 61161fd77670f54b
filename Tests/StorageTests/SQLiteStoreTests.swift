import Feeds
import Foundation
import GRDB
import Indicators
import Testing

@testable import Storage

@Suite("SQLite: the file")
struct SQLiteStoreTests {
    private func withStore(_ body: (SQLiteStore, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            try await body(SQLiteStore(path: path, access: .writing), path)
        }
    }

    private func pragma(_ name: String, of store: SQLiteStore) throws -> String? {
        try store.queue.inDatabase { db in try String.fetchOne(db, sql: "PRAGMA \(name)") }
    }

    @Test func `a writer keeps every commit on disk, and little in memory`() async throws {
        try await withStore { store, _ in
            let mode = try pragma("journal_mode", of: store)
            #expect(mode == "wal")
            // 2 is FULL.
            #expect(try pragma("synchronous", of: store) == "2")
            #expect(try pragma("foreign_keys", of: store) == "1")
            #expect(try pragma("cache_size", of: store) == "-2000")
            #expect(try pragma("mmap_size", of: store) == "0")
            #expect(try pragma("application_id", of: store) == "1348823404")
        }
    }

    @Test func `a setting that SQLite does not follow is an error`() async throws {
        try await withStore { store, _ in
            try store.queue.inDatabase { db in try db.execute(sql: "PRAGMA synchronous = NORMAL") }
            let fault = StoreError.failed("open store: SQLite keeps synchronous at 1 instead of 2")
            #expect(throws: fault) { try store.queue.inDatabase(Pragmas.writing.check) }
        }
    }

    @Test func `a reader never checkpoints`() async throws {
        try await withStore { _, path in
            let reader = try SQLiteStore(path: path, access: .reading)
            #expect(try pragma("wal_autocheckpoint", of: reader) == "0")
        }
    }

    @Test func `there is one writer, until it lets go`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            var first: SQLiteStore? = try SQLiteStore(path: path, access: .writing)
            #expect(throws: StoreError.inUse(path: path)) { try SQLiteStore(path: path, access: .writing) }
            _ = try await first?.allSeries()
            first = nil
            _ = try SQLiteStore(path: path, access: .writing)
        }
    }

    @Test func `a reader works beside the writer, and changes nothing`() async throws {
        try await withStore { store, path in
            let reader = try SQLiteStore(path: path, access: .reading)
            #expect(try await reader.allSeries().isEmpty)
            try await store.take(header("a"), [row("112")])
            #expect(try await reader.allSeries() == [wmo])
            await #expect(throws: StoreError.failed("the store is open for reading only")) {
                try await reader.take(header("b"), [row("113")])
            }
        }
    }

    @Test func `what is read in several steps may be of one state, whatever is written meanwhile`() async throws {
        struct Told: Error {}
        try await withStore { store, path in
            try await store.take(header("a"), [row("112")])
            let reader = try SQLiteStore(path: path, access: .reading)
            try await reader.inOneState {
                try await store.take(header("b"), [row("113"), row("5", of: lonely, line: 3)])
                #expect(try await reader.allSeries() == [wmo])
                #expect(try await reader.history(of: wmo).latest?.value == ExactDecimal(112))
            }
            #expect(try await reader.history(of: wmo).latest?.value == ExactDecimal(113))
            await #expect(throws: Told.self) { try await reader.inOneState { throw Told() } }
            try await store.take(header("c"), [row("114")])
            #expect(try await reader.history(of: wmo).latest?.value == ExactDecimal(114))
        }
    }

    @Test func `a reader works where nobody writes and nothing lies beside the file`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            try await fill(path)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(names == ["store.sqlite", "store.sqlite.lock"])
            let reader = try SQLiteStore(path: path, access: .reading)
            #expect(try await reader.allSeries() == [wmo])
        }
    }

    private func fill(_ path: String) async throws {
        let store = try SQLiteStore(path: path, access: .writing)
        try await store.take(header("a"), [row("112")])
    }

    @Test func `nobody but the owner may read the files`() async throws {
        try await withStore { store, path in
            try await store.take(header("a"), [row("112")])
            for ending in ["", "-wal", "-shm", ".lock"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: path + ending)
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(ending)")
            }
        }
    }

    @Test func `a claim ends with the process that held it`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            try await postAndClaim(path)
            let store = try SQLiteStore(path: path, access: .writing)
            #expect(try await store.claimDueMessages(at: start, lease: 300, limit: 10).map(\.attempt) == [1])
        }
    }

    private func postAndClaim(_ path: String) async throws {
        let store = try SQLiteStore(path: path, access: .writing)
        try await store.post(message("a"))
        #expect(try await store.claimDueMessages(at: start, lease: 300, limit: 10).count == 1)
    }

    @Test func `a missing file is no store for a reader`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "none.sqlite").path
            #expect(throws: StoreError.notAStore(path: path, why: "there is no such file")) {
                try SQLiteStore(path: path, access: .reading)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test(arguments: [SQLiteStore.Access.writing, .reading])
    func `a file of somebody else stays as it is`(_ access: SQLiteStore.Access) async throws {
        try await withTemporaryFolder { folder in
            let text = folder.appending(path: "notes.txt").path
            try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: text))
            let other = folder.appending(path: "other.sqlite").path
            try await DatabaseQueue(path: other).write { db in try db.execute(sql: "CREATE TABLE t (a)") }
            for path in [text, other] {
                let before = try Data(contentsOf: URL(fileURLWithPath: path))
                #expect(throws: StoreError.notAStore(path: path, why: "it is not a store of Peilwacht")) {
                    try SQLiteStore(path: path, access: access)
                }
                #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
            }
        }
    }

    @Test func `a store whose making ended before anything was in it is made whole`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            try await DatabaseQueue(path: path).write { db in
                try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            }
            let store = try SQLiteStore(path: path, access: .writing)
            #expect(try await store.allSeries().isEmpty)
        }
    }

    @Test(arguments: [SQLiteStore.Access.writing, .reading])
    func `a store of a later version is left alone`(_ access: SQLiteStore.Access) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            try await fill(path)
            try await DatabaseQueue(path: path).write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('a later one')")
            }
            let why = "it was made by a later version of Peilwacht; install that version"
            #expect(throws: StoreError.notAStore(path: path, why: why)) { try SQLiteStore(path: path, access: access) }
        }
    }

    @Test func `a store in a folder that is not there is an error`() {
        #expect(throws: StoreError.self) { try SQLiteStore(path: "/nowhere/store.sqlite", access: .writing) }
    }

    @Test func `a refusal of one claim is in the ledger once, however often it is tried`() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "store.sqlite").path, access: .writing)
            for _ in 0..<3 { try await store.record(refusal: header("a", claim: "1"), reason: .tooLarge) }
            try await store.record(refusal: header("a", claim: "1"), reason: .cannotRead)
            try await store.record(refusal: header("a", claim: "2"), reason: .tooLarge)
            for _ in 0..<2 { try await store.record(refusal: header("a"), reason: .tooLarge) }
            let count = try await store.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM import") }
            #expect(count == 5)
        }
    }
}
