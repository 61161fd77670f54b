import Files
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// A control socket in a folder of its own.
struct ServedControl: Sendable {
    let folder: TemporaryFolder
    var path: String { "\(folder.path)/control.sock" }
    /// What is said in the log.
    let log = HeardLines()

    init() throws { folder = try TemporaryFolder() }

    func server(
        patience: Double = 3600,
        largestFile: Int = 1 << 30,
        _ handler: @escaping @Sendable (ControlRequest) async -> ControlResponse = { _ in
            ControlResponse(status: 0, json: "{}", text: "klaar")
        }
    ) -> ControlServer {
        server(patience: patience, largestFile: largestFile, answering: { ControlAnswer(await handler($0)) })
    }

    func server(
        at path: String? = nil,
        patience: Double = 3600,
        sendTime: Double = 3600,
        largestFile: Int = 1 << 30,
        answering handler: @escaping ControlServer.Handler
    ) -> ControlServer {
        ControlServer(
            path: path ?? self.path,
            patience: patience,
            sendTime: sendTime,
            logger: Logger(label: "test") { [log] _ in HearingLog(lines: log) },
            largestFile: { largestFile },
            handler: handler
        )
    }

    /// Does the work while it is served.
    ///
    /// The server has the threads that everything has: what waits on those of the test holds it not up.
    func serve(_ server: ControlServer, while work: () async throws -> Void) async throws {
        let (ready, begin) = AsyncStream.makeStream(of: Void.self)
        let (done, end) = AsyncStream.makeStream(of: Void.self)
        let serving = Task {
            defer { begin.finish() }
            try await server.serve {
                begin.yield()
                for await _ in done {}
            }
        }
        var beginnings = ready.makeAsyncIterator()
        let outcome: Result<Void, any Error>
        do {
            if await beginnings.next() != nil { try await work() }
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        end.finish()
        try await serving.value
        try outcome.get()
    }

    func ask(_ request: ControlRequest) async throws -> ControlResponse {
        try await ControlClient.ask(request, path: path, patience: 3600)
    }

    /// Asks for a pass, which is answered.
    func expectItAnswers(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let response = try await ask(.pass)
        #expect(response.status == 0, sourceLocation: sourceLocation)
    }

    /// Hands bytes over as a file.
    func take(_ bytes: [UInt8], name: [UInt8] = [1], isDryRun: Bool = false) async throws -> ControlResponse {
        let file = HandedFile(try OpenFile.temporary(holding: bytes))
        return try await ask(.take(name: name, file, isDryRun: isDryRun))
    }

    func client() throws -> RawClient { try RawClient(socket: path) }
}

/// Lines of a log.
final class HeardLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock(\.self) }

    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct HearingLog: LogHandler {
    let lines: HeardLines
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.info

    init(lines: HeardLines) { self.lines = lines }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.add("\(event.message)") }
}
