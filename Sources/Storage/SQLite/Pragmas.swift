internal import GRDB

/// The settings of a connection, which are read back: SQLite passes over a pragma that it does not know or cannot follow.
struct Pragmas {
    static let busySeconds = 5.0

    private let values: [(name: String, value: String)]

    /// WAL with `synchronous=FULL` lost nothing at a power cut; everything less did.
    static let writing = Pragmas(values: [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("busy_timeout", "5000"),
        ("cache_size", "-2000"),
        ("mmap_size", "0"),
        // Gives the space of a large import's log back to the disk.
        ("journal_size_limit", "4194304"),
    ])

    /// A reader never checkpoints.
    static let reading = Pragmas(values: [
        ("wal_autocheckpoint", "0"),
        ("query_only", "1"),
        ("busy_timeout", "5000"),
        ("cache_size", "-2000"),
        ("mmap_size", "0"),
    ])

    func set(_ db: Database) throws {
        for pragma in values {
            // Some pragmas answer with a row, and must be stepped to it.
            _ = try Row.fetchOne(db, sql: "PRAGMA \(pragma.name) = \(pragma.value)")
        }
    }

    func check(_ db: Database) throws {
        for pragma in values {
            let found = try String.fetchOne(db, sql: "PRAGMA \(pragma.name)") ?? "nothing"
            guard found == pragma.value else {
                let what = "SQLite keeps \(pragma.name) at \(found) instead of \(pragma.value)"
                // A disk that fails while SQLite changes its journal makes it keep the old one without a word.
                throw pragma.name == "journal_mode" ? StoreError.passing(what) : .failed("open store: \(what)")
            }
        }
    }
}
