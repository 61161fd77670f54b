internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
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

    /// Why a file could not be handed to the daemon.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case tooLargeToHandOver(path: String, most: Int)
        case noRegularFile(path: String)
        case changed(path: String)

        package var description: String {
            switch self {
            case .tooLargeToHandOver(let path, let most):
                "'\(path.shownSafely())' is larger than 'largest_file' allows (\(most) bytes)"
            case .noRegularFile(let path):
                "'\(path.shownSafely())' is no regular file, and cannot be handed to the daemon"
            case .changed(let path):
                "'\(path.shownSafely())' became shorter while it was handed over; import it when nobody writes in it"
            }
        }
    }

    /// Takes one file in.
    ///
    /// - Parameters:
    ///   - path: the file; it stays where it is.
    ///   - isDryRun: only says what would be taken in.
    /// - Returns: the receipt, with the exit status 0, 1 or 65.
    /// - Throws: ``StoreError``, ``FileSystemFault``, ``ControlClient/Fault``, ``Fault``.
    package func take(path: String, isDryRun: Bool) async throws -> ControlResponse {
        let file = try OpenFile.open(path)
        let name = FileName(endOf: FilePath(path))
        return try await OrderWay(configuration: active.configuration).carryOut {
            if isDryRun { return try await DryImport(active: active, clock: clock).take(file, name: name) }
            return try await takeHere(name, file)
        } there: {
            try await handOver(path, name, file, isDryRun)
        }
    }

    /// Lets the daemon open the file itself, which costs nothing, or else hands it the bytes.
    private func handOver(
        _ path: String,
        _ name: FileName,
        _ file: OpenFile,
        _ isDryRun: Bool
    ) async throws -> ControlResponse {
        let socket = active.configuration.controlSocketPath
        let status = try file.status()
        guard status.kind == .regular else {
            // Most cannot be read at a place, which says more.
            _ = try file.read(at: 0, count: 1)
            throw Fault.noRegularFile(path: path)
        }
        let whole = FilePath(FileReader.system.workingFolder).pushing(FilePath(path)).string
        let answer = try await ControlClient.ask(
            .takeAt(path: whole, device: status.device, inode: status.inode, isDryRun: isDryRun),
            path: socket
        )
        if answer != .notMet { return answer }
        let most = active.configuration.largestFile
        guard status.size <= most else { throw Fault.tooLargeToHandOver(path: path, most: most) }
        return try await ControlClient.ask(.take(name: name.bytes, HandedFile(file), isDryRun: isDryRun), path: socket)
    }

    private func takeHere(_ name: FileName, _ file: OpenFile) async throws -> ControlResponse {
        let engine = try await Engine.forCommand(active, clock: clock, environment: environment)
        return try await engine.takeByHandUnjudged(name: name, file: file)
    }
}
