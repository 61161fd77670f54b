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
        case tooLargeToHandOver(path: String)

        package var description: String {
            switch self {
            case .tooLargeToHandOver(let path):
                "'\(path.shownSafely())' is larger than \(ControlCoding.largestFile >> 20) MiB, and the daemon cannot open it "
                    + "itself: give its user the right to read it, or put it in the inbox"
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
        do {
            if isDryRun { return try await DryImport(active: active, clock: clock).take(file, name: name) }
            return try await takeHere(name, file)
        } catch StoreError.inUse(let store) {
            do {
                return try await handOver(path, name, file, isDryRun)
            } catch ControlClient.Fault.nobodyListens {
                // No daemon has it, but a single pass, or another import.
                throw StoreError.inUse(path: store)
            }
        }
    }

    /// Lets the daemon open the file itself, which costs no memory, or else hands it the bytes.
    private func handOver(
        _ path: String,
        _ name: FileName,
        _ file: OpenFile,
        _ isDryRun: Bool
    ) async throws -> ControlResponse {
        let socket = active.configuration.controlSocketPath
        let status = try file.status()
        if status.kind == .regular {
            let whole = FilePath(FileReader.system.workingFolder).pushing(FilePath(path)).string
            let answer = try await ControlClient.ask(
                .takeAt(path: whole, device: status.device, inode: status.inode, isDryRun: isDryRun),
                path: socket
            )
            if answer != .notMet { return answer }
        }
        let bytes = try file.bytes(upTo: ControlCoding.largestFile + 1)
        guard bytes.count <= ControlCoding.largestFile else { throw Fault.tooLargeToHandOver(path: path) }
        return try await ControlClient.ask(.take(name: name.bytes, bytes: bytes, isDryRun: isDryRun), path: socket)
    }

    private func takeHere(_ name: FileName, _ file: OpenFile) async throws -> ControlResponse {
        let engine = try await Engine.forCommand(active, clock: clock, environment: environment)
        return try await engine.takeByHandUnjudged(name: name, file: file)
    }
}
