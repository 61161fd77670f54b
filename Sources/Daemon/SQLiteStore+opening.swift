internal import Storage

extension SQLiteStore {
    /// Opens the store as the one writing process, and makes its folder where it does not exist.
    ///
    /// - Throws: ``StoreError/inUse(path:)`` where another process writes; ``FileSystemFault``.
    static func openForWriting(_ path: String) throws -> SQLiteStore {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        _ = try Directory.open(folder.isEmpty ? "/" : folder, creating: 0o700)
        return try SQLiteStore(path: path, access: .writing)
    }
}
