internal import Catalogue
internal import Files
internal import Indicators
internal import StatusPage
internal import Storage

/// Hands a request to the running daemon.
package enum ControlClient {
    /// Why no answer came.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case nobodyListens(path: String)
        case noAnswer(path: String)
        /// The connection ended without an answer that this command can read.
        case otherVersion(path: String)

        package var description: String {
            switch self {
            case .nobodyListens(let path): "no daemon answers on the control socket '\(path.shownSafely())'"
            case .noAnswer(let path): "the daemon on '\(path.shownSafely())' gave no answer; see its log"
            case .otherVersion(let path):
                "the daemon on '\(path.shownSafely())' ended the connection before it had answered: its log says whether it did "
                    + "what was asked; where it is of another version than this command, restart it, as by 'systemctl "
                    + "restart peilwacht'"
            }
        }
    }

    /// Sends the request and waits for the answer.
    ///
    /// - Parameters:
    ///   - request: what is asked.
    ///   - path: of the socket.
    ///   - patience: the seconds of silence after which the daemon is given up.
    /// - Returns: the daemon's answer.
    /// - Throws: ``Fault``; that a file cannot be read that is handed over.
    package static func ask(
        _ request: ControlRequest,
        path: String,
        patience: Int = 300
    ) async throws -> ControlResponse {
        var bytes: [UInt8] = []
        return try await telling(path) {
            try await post(request, path: path, patience: patience) { bytes += $0 }
            return try ControlCoding.decodeResponse(bytes)
        }
    }

    /// Sends the request and gives the text of the answer in pieces, where it is a result.
    ///
    /// The answer is taken whole first: the daemon waits for nobody who reads it screen by screen.
    ///
    /// - Returns: what the answer began with.
    /// - Throws: ``Fault``; what `write` throws.
    static func ask(
        _ request: ControlRequest,
        path: String,
        patience: Int = 300,
        _ write: (String) throws -> Void
    ) async throws -> ControlOutcome {
        var reader = ControlAnswerReader()
        let spool = AnswerSpool()
        let outcome = try await telling(path) {
            try await post(request, path: path, patience: patience) { piece in
                try spool.add(reader.text(with: piece))
            }
            let (outcome, rest) = try reader.end()
            try spool.add(rest)
            return outcome
        }
        if outcome.isResult { try spool.kept().write(write) }
        return outcome
    }

    private static func post(
        _ request: ControlRequest,
        path: String,
        patience: Int,
        _ take: ([UInt8]) throws -> Void
    ) async throws {
        let client = SocketClient(path: path, patience: patience)
        try await client.post(request.kind.target, headers: headers(of: request), content(of: request), take)
    }

    /// Does the work, and says of the faults of a connection what they mean.
    private static func telling<Answer>(_ path: String, _ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch let fault as SocketClient.Fault {
            throw switch fault {
            case .nobodyListens: Fault.nobodyListens(path: path)
            case .isSilent: Fault.noAnswer(path: path)
            case .endedEarly: Fault.otherVersion(path: path)
            }
        } catch is ControlCoding.Malformed {
            throw Fault.otherVersion(path: path)
        }
    }

    private static func headers(of request: ControlRequest) -> [(name: String, value: String)] {
        guard case .take(let name, _, let isDryRun) = request else { return [] }
        return [
            (ControlCoding.nameHeader, ControlCoding.written(name)), (ControlCoding.dryRunHeader, "\(isDryRun)"),
        ]
    }

    private static func content(of request: ControlRequest) throws -> SocketContent {
        guard case .take(_, let handed, _) = request else { return SocketContent(ControlCoding.encode(request)) }
        return SocketContent(length: try handed.file.status().size) { offset in
            let piece = try handed.file.read(at: offset, count: 1 << 18)
            guard !piece.isEmpty else { throw HandImport.Fault.changed(path: handed.file.shownPath) }
            return piece
        }
    }

    /// Sends the request to the daemon that another process's hold on a store tells of.
    ///
    /// - Throws: ``StoreError/inUse(path:)`` where no daemon has it, but a single pass, or an import.
    static func ask(
        _ request: ControlRequest,
        of configuration: Configuration,
        whoHasTheStore store: String
    ) async throws -> ControlResponse {
        do {
            return try await ask(request, path: configuration.controlSocketPath)
        } catch Fault.nobodyListens {
            throw StoreError.inUse(path: store)
        }
    }

    /// Whether somebody listens.
    static func answers(path: String) async -> Bool { await SocketClient(path: path).isAnswered() }
}
