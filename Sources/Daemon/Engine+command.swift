internal import Logging
internal import Storage

extension Engine {
    /// The engine of a command that does its work itself, where no daemon runs; it has been started.
    ///
    /// - Parameters:
    ///   - active: the configuration.
    ///   - clock: what time it is.
    ///   - environment: of the process, for the form of the log.
    /// - Returns: the engine, with the store open for writing.
    /// - Throws: ``StoreError``, ``FileSystemFault``.
    static func forCommand(
        _ active: ActiveConfiguration,
        clock: WallClock,
        environment: [String: String]
    ) async throws -> Engine {
        let store = try SQLiteStore.openForWriting(active.configuration)
        var logger = Logger(label: "peilwacht") { _ in
            StandardErrorLog(environment: environment, clock: clock, zone: active.zone)
        }
        // What was done goes to standard output; the log would only say the same.
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
        return engine
    }
}
