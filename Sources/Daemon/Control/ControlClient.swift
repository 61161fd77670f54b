internal import Catalogue
internal import Dispatch
internal import Glibc
internal import Indicators
internal import Storage

/// Hands a request to the running daemon.
package enum ControlClient {
    /// Why no answer came.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case nobodyListens(path: String)
        case noAnswer(path: String)

        package var description: String {
            switch self {
            case .nobodyListens(let path): "no daemon answers on the control socket '\(path.shownSafely())'"
            case .noAnswer(let path):
                "the daemon on '\(path.shownSafely())' gave no answer; see its log, and whether you are its user or root"
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
    /// - Throws: that nobody listens, or that no answer came.
    package static func send(
        _ request: ControlRequest,
        path: String,
        patience: Int = 300
    ) throws(Fault) -> ControlResponse {
        guard let connection = connect(path) else { throw .nobodyListens(path: path) }
        connection.limitSilence(seconds: patience)
        guard connection.send(ControlCoding.encode(request)), let frame = connection.receive(),
            let response = try? ControlCoding.decodeResponse(frame)
        else { throw .noAnswer(path: path) }
        return response
    }

    /// Sends the request and waits for the answer on a thread of its own, since the daemon may take its time.
    static func ask(_ request: ControlRequest, path: String) async throws -> ControlResponse {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "peilwacht.control-client").async {
                continuation.resume(with: Result { try send(request, path: path) })
            }
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
    static func answers(path: String) -> Bool { connect(path) != nil }

    private static func connect(_ path: String) -> StreamSocket? {
        guard let (address, length) = SocketAddress.unix(path: Array(path.utf8)), let connection = StreamSocket.make(),
            SocketAddress.with(address, { Glibc.connect(connection.descriptor, $0, length) }) == 0
        else { return nil }
        return connection
    }
}
