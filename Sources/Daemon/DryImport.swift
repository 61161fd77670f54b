internal import Catalogue
internal import Feeds
internal import Files
internal import Storage
internal import SystemPackage

/// Says what would be taken in of a file, where no daemon runs; makes no folder, no store and no other file of ours.
struct DryImport {
    let active: ActiveConfiguration
    let clock: WallClock

    /// The receipt that the file would get.
    ///
    /// - Throws: ``StoreError``, ``FileSystemFault``.
    func take(_ file: OpenFile, name: FileName) async throws -> ControlResponse {
        let path = active.configuration.storePath
        if try FilePath(path).presence() {
            // A store that cannot be read as it is, is not brought up to date by a question.
            _ = try SQLiteStore(path: path, access: .reading)
            return try await take(file, name, of: try SQLiteStore.openForWriting(active.configuration))
        }
        let scratch = try ScratchFolder()
        defer { withExtendedLifetime(scratch) {} }
        let store = try SQLiteStore(path: "\(scratch.path)/store.sqlite", access: .writing)
        // As a first start would do: what deviates then is how things stand, and no news.
        try await store.adopt(expected: active.expectedSeries, at: clock.now())
        return try await take(file, name, of: store)
    }

    private func take(
        _ file: OpenFile,
        _ name: FileName,
        of store: any JudgingStore & DigestStore & IntakeStore & HandlingStore
    ) async throws -> ControlResponse {
        let loader = DisclosureLoader(store: store, active: active)
        let intake = Intake(store: store, settings: IntakeSettings(active, by: { try await loader.disclosure() }))
        let told = try await Foresight(store: store, active: active)
            .rehearsed(file, name: name, with: intake, at: clock.now())
        return ControlResponse(told, active: active)
    }
}
