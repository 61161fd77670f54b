internal import Files
internal import Storage
internal import SystemPackage

extension SQLiteStore {
    /// Opens the store as the one writing process, and makes its folder where it does not exist.
    ///
    /// - Throws: ``StoreError/inUse(path:)`` where another process writes; ``FileSystemFault``.
    static func openForWriting(_ path: String) throws -> SQLiteStore {
        _ = try Directory.open(FilePath(path).folder.string, creating: 0o700)
        return try SQLiteStore(path: path, access: .writing)
    }
}
