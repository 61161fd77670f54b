internal import Catalogue
internal import Feeds
internal import Files
internal import Logging
internal import Storage
internal import SystemPackage

/// The `import` command: hands files to the daemon, or takes them in itself where none runs.
package struct HandImport: Sendable {
    private let active: ActiveConfiguration
    private let clock: WallClock
    private let environment: [String: String]

    package init(active: ActiveConfiguration, clock: WallClock, environment: [String: String]) {
        self.active = active
        self.clock = clock
        self.environment = environment
    }

    /// Takes one file in.
    ///
    /// - Parameters:
    ///   - path: the file; it stays where it is.
    ///   - isDryRun: only says what would be taken in.
    /// - Returns: the receipt, with the exit status 0 or 65.
    /// - Throws: ``StoreError``, ``FileSystemFault``, ``ControlClient/Fault``.
    package func take(path: String, isDryRun: Bool) async throws -> ControlResponse {
        let file = try OpenFile.open(path)
        let name = FileName(endOf: FilePath(path))
        do {
            return try await takeHere(name, file, isDryRun)
        } catch StoreError.inUse {
            return try ControlClient.send(
                // One byte more than the limit, so that the daemon can tell that it is too large.
                .take(
                    name: name.bytes,
                    bytes: try file.bytes(upTo: ControlCoding.largestFile + 1),
                    isDryRun: isDryRun
                ),
                path: active.configuration.controlSocketPath
            )
        }
    }

    private func takeHere(_ name: FileName, _ file: OpenFile, _ isDryRun: Bool) async throws -> ControlResponse {
        let store = try SQLiteStore.openForWriting(active.configuration.storePath)
        var logger = Logger(label: "peilwacht") { [environment] _ in StandardErrorLog(environment: environment) }
        // The receipt goes to standard output; the log would only say the same.
        logger.logLevel = .error
        let engine = try Engine(
            active: active,
            store: store,
            clock: clock,
            notifier: SystemdNotifier(environment: [:]),
            watchdog: nil,
            logger: logger
        )
        try await engine.start()
        return ControlResponse(try await engine.takeByHand(name: name, file: file, isDryRun: isDryRun), active: active)
    }
}
