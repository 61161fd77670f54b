import Foundation
import Storage
import StoreSupport
import TestSupport
import Testing

/// A kind of store that has to keep the promises of `Store`.
///
/// The conformance suite runs once for each; another kind of store (PostgreSQL) is added to ``all``.
struct StoreUnderTest: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Gives an empty store to the body, and takes everything away afterwards.
    private let provide: @Sendable (_ body: (any Store) async throws -> Void) async throws -> Void

    init(
        _ name: String,
        provide: @escaping @Sendable (_ body: (any Store) async throws -> Void) async throws -> Void
    ) {
        testDescription = name
        self.provide = provide
    }

    static let all = [sqlite, memory]

    /// The store that the tests of other rooms work on.
    static let memory = StoreUnderTest("memory") { body in try await body(InMemoryStore()) }

    static let sqlite = StoreUnderTest("SQLite") { body in
        try await withTemporaryFolder { folder in
            try await body(SQLiteStore(path: folder.appending(path: "store.sqlite").path, access: .writing))
        }
    }

    /// Runs a test on an empty store of this kind.
    func run(_ body: (any Store) async throws -> Void) async throws {
        try await provide(body)
    }
}

private let places = Places(32)

/// Gives the body a folder of its own, and removes it afterwards.
func withTemporaryFolder(_ body: (URL) async throws -> Void) async throws {
    try await places.one {
        let folder = FileManager.default.temporaryDirectory.appending(path: "peilwacht-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }
}
