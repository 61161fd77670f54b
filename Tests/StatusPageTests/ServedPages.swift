import Indicators
import Logging
import ServiceLifecycle
import StatusPage
import Synchronization
import TestSupport
import Testing

/// A real server for one test, at a port that the system chooses or at a socket in a folder of its own.
struct ServedPages: Sendable {
    let source: RecordingSource
    let port: Int
    /// The path of the socket.
    let socket: String

    static let now = Instant(seconds: 1_775_023_200)

    func client() throws -> RawClient { try RawClient(port: port) }

    func socketClient() throws -> RawClient { try RawClient(socket: socket) }

    /// Asks one thing of a new connection.
    func ask(_ line: String, _ headers: [String] = [], body: String? = nil) throws -> RawResponse? {
        let client = try client()
        client.ask(line, headers, body: body)
        return client.response(hasBody: !line.hasPrefix("HEAD"))
    }
}

extension ServedPages {
    /// Serves while the test runs, and sees to it that the server ends in time.
    static func with(
        _ access: PageAccess = PageAccess(),
        limits: ServerLimits = ServerLimits(),
        source: RecordingSource = RecordingSource(),
        _ test: (ServedPages) async throws -> Void
    ) async throws {
        try await places.one { try await serve(access, limits: limits, source: source, test) }
    }

    /// Each server has an event loop of its own.
    private static let places = Places(16)

    private static func serve(
        _ access: PageAccess,
        limits: ServerLimits,
        source: RecordingSource,
        _ test: (ServedPages) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let socket = "\(folder.path)/page.sock"
        let (listening, heard) = AsyncStream.makeStream(of: Int?.self)
        let server = PageServer(
            at: [.network(host: "127.0.0.1", port: 0), .socket(path: socket)],
            access: access,
            limits: limits,
            language: .nl,
            source: source,
            now: { now },
            logger: .silent,
            isListening: { _, port in heard.yield(port) }
        )
        let group = ServiceGroup(services: [server], logger: .silent)
        // Detached: what a test blocks is not what the server runs on.
        let running = Task.detached { try await group.run() }
        var ports: [Int?] = []
        for await port in listening.prefix(2) { ports.append(port) }
        let port = try #require(ports.compactMap(\.self).first)
        do {
            try await test(ServedPages(source: source, port: port, socket: socket))
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await running.value
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
