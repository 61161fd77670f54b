import Glibc
import Indicators
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import StatusPage

@Suite("The page's socket", .ownThreads, .timeLimit(.minutes(30)))
struct SocketListenerTests {
    private func mode(_ path: String) -> UInt32? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode : nil
    }

    /// Leaves a socket that nobody listens on any more, as a killed process does.
    private func leaveSocket(at path: String) throws {
        try #require(mode(path) == nil)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            for (place, byte) in path.utf8.enumerated() { room[place] = byte }
        }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
    }

    @Test("can be reached by the group, and is gone with the server")
    func rights() async throws {
        var path = ""
        try await ServedPages.with { pages in
            path = pages.socket
            #expect(mode(path).map { $0 & 0o777 } == 0o660)
        }
        #expect(mode(path) == nil)
    }

    @Test("that the group cannot be let to says why")
    func unopened() throws {
        let folder = try TemporaryFolder()
        #expect(SocketFile(path: "\(folder.path)/page.sock").open() == "No such file or directory")
    }

    @Test("takes the place of one that a dead process left")
    func stale() async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/page.sock"
        try leaveSocket(at: path)
        #expect(await PageServer.obstacle(at: .socket(path: path)) == nil)
        try await Self.serving(path) {
            let client = try RawClient(socket: path)
            client.ask("GET /")
            #expect(client.response()?.status == 200)
        }
    }

    @Test("takes no place of anything else", arguments: ["file", "link", "folder"])
    func foreign(kind: String) async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/page.sock"
        switch kind {
        case "file": close(creat(path, 0o600))
        case "link": symlink("\(folder.path)/elsewhere", path)
        default: mkdir(path, 0o700)
        }
        let before = mode(path)
        let why = await PageServer.obstacle(at: .socket(path: path))
        #expect(why == "'\(path)' holds something else than a socket")
        #expect(mode(path) == before)
    }

    @Test("is not taken from another process, nor is a port")
    func taken() async throws {
        try await ServedPages.with { pages in
            let why = await PageServer.obstacle(at: .socket(path: pages.socket))
            #expect(why == "another process answers on '\(pages.socket)'")
            let port = await PageServer.obstacle(at: .network(host: "127.0.0.1", port: pages.port))
            #expect(port == "Address already in use")
            let proxy = try pages.socketClient()
            proxy.ask("GET /")
            #expect(proxy.response()?.status == 200)
        }
    }

    @Test("is tried again while it cannot be had")
    func triedAgain() async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/not-yet/page.sock"
        let makeFolder: @Sendable () -> Void = { mkdir("\(folder.path)/not-yet", 0o700) }
        try await Self.serving(path, whenTrying: makeFolder) {
            let client = try RawClient(socket: path)
            client.ask("GET /")
            #expect(client.response()?.status == 200)
        }
    }

    /// Serves at a socket alone; what stands in its way at first can be removed after it has been told.
    private static func serving(
        _ path: String,
        whenTrying: @escaping @Sendable () -> Void = {},
        _ test: () async throws -> Void
    ) async throws {
        var limits = ServerLimits()
        limits.retryTime = 0.1
        let (listening, heard) = AsyncStream.makeStream(of: Void.self)
        let server = PageServer(
            at: [.socket(path: path)],
            access: PageAccess(),
            limits: limits,
            language: .nl,
            source: RecordingSource(),
            now: { ServedPages.now },
            logger: Logger(label: "test") { _ in ErrorWatch(whenTold: whenTrying) },
            isListening: { _, _ in heard.yield() }
        )
        let group = ServiceGroup(services: [server], logger: .silent)
        let running = Task.detached { try await group.run() }
        var iterator = listening.makeAsyncIterator()
        await iterator.next()
        try await test()
        await group.triggerGracefulShutdown()
        try await running.value
    }
}

/// Does something when an error is logged.
private struct ErrorWatch: LogHandler {
    let whenTold: @Sendable () -> Void
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.info

    init(whenTold: @escaping @Sendable () -> Void) {
        self.whenTold = whenTold
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        if event.level == .error { whenTold() }
    }
}
