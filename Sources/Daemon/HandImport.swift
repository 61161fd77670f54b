internal import Catalogue
internal import Feeds
internal import Glibc
internal import Logging
internal import Storage

/// The `import` command: hands files to the daemon, or takes them in itself where none runs.
package struct HandImport: Sendable {
    private let watch: Watch
    private let clock: WallClock
    private let environment: [String: String]

    package init(watch: Watch, clock: WallClock, environment: [String: String]) {
        self.watch = watch
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
        let name = FileName(bytes: Array((path.split(separator: "/").last ?? "").utf8))
        do {
            return try await takeHere(name, file, isDryRun)
        } catch StoreError.inUse {
            return try ControlClient.send(
                .take(name: name.bytes, bytes: try Self.content(of: file), isDryRun: isDryRun),
                path: watch.configuration.controlSocketPath
            )
        }
    }

    private func takeHere(_ name: FileName, _ file: OpenFile, _ isDryRun: Bool) async throws -> ControlResponse {
        let store = try SQLiteStore.openForWriting(watch.configuration.storePath)
        var logger = Logger(label: "peilwacht") { [environment] _ in StandardErrorLog(environment: environment) }
        // The receipt goes to standard output; the log would only say the same.
        logger.logLevel = .error
        let engine = try Engine(
            watch: watch,
            store: store,
            clock: clock,
            notifier: SystemdNotifier(environment: [:]),
            watchdog: nil,
            logger: logger
        )
        try await engine.start()
        return ControlResponse(try await engine.takeByHand(name: name, file: file, isDryRun: isDryRun), watch: watch)
    }

    private static func content(of file: OpenFile) throws -> [UInt8] {
        // One byte more than the limit, so that the daemon can tell that it is too large.
        let size = min(try file.status().size, ControlCoding.largestFile + 1)
        var bytes: [UInt8] = []
        while bytes.count < size {
            let part = try file.read(at: bytes.count, count: min(65_536, size - bytes.count))
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }
}
