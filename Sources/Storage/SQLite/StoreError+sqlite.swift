internal import GRDB

extension StoreError {
    /// What an error of GRDB means for the caller; `nil` for what is not the database's own.
    ///
    /// Only SQLite's code and its own words are kept: they name tables and columns, never a value.
    init?(database error: any Error) {
        switch error {
        case let error as DatabaseError: self = Self.meaning(of: error)
        case is RowDecodingError: self = .failed("read store: a row has a form that this version does not know")
        default: return nil
        }
    }

    /// What an error means for whoever opens the store, or only reads it: that it cannot be read, by its name.
    init?(reading path: String, _ error: any Error) {
        switch StoreError(database: error) {
        case .inputOutput(let words), .failed(let words): self = .unreadable(path: path, why: words)
        case let other?: self = other
        case nil: return nil
        }
    }

    private static func meaning(of error: DatabaseError) -> StoreError {
        let code = error.resultCode.primaryResultCode
        let words = "SQLite error \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
        return switch code {
        case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB: .inputOutput(words)
        case .SQLITE_FULL: .passing("there is no room for it on the disk (\(words))")
        case .SQLITE_READONLY: .passing("it may only be read there (\(words))")
        case .SQLITE_BUSY, .SQLITE_LOCKED: .passing("another program keeps it locked (\(words))")
        default: .failed(words)
        }
    }

    /// Whether the connection may no longer be used for writing.
    ///
    /// After a failed write or sync the kernel may have dropped what was not written, and a second try would seem to
    /// succeed (fsyncgate). A full disk leaves everything in place.
    static func breaksConnection(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        return [.SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode.primaryResultCode)
    }
}
