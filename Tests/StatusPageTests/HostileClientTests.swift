import StatusPage
import TestSupport
import Testing

@Suite("A hostile client", .ownThreads, .timeLimit(.minutes(30)))
struct HostileClientTests {
    /// Limits that a test can wait for.
    private static func short(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        limits.idleTime = 60
        change(&limits)
        return limits
    }

    @Test(
        "that says two things at once, or nothing that is HTTP, is refused and let go",
        arguments: [
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u{0}b\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX\u{1} y: z\r\n\r\n", "HELO\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: \(String(repeating: "a", count: 9000))\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "X: a\r\n", count: 100) + "\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\n"
                + String(repeating: "X: \(String(repeating: "a", count: 1000))\r\n", count: 20)
                + "\r\n",
        ]
    )
    func refused(bytes: String) async throws {
        try await ServedPages.with { pages in
            let client = try pages.client()
            client.send(bytes)
            #expect(client.response()?.status == 400)
            #expect(client.isEnded())
            #expect(pages.source.requests.isEmpty)
            #expect(try pages.ask("GET /")?.status == 200)
        }
    }

    @Test("that sends its headers drop by drop is let go when its time is over")
    func headerTrickle() async throws {
        let limits = Self.short {
            $0.idleTime = 0.5
            // Nothing but its time can end it.
            $0.mostHeaders = 1_000_000
            $0.longestHeaders = 100_000_000
        }
        try await ServedPages.with(limits: limits) { pages in
            let client = try pages.client()
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n")
            while client.send("X: a\r\n") { try await Self.pause() }
            #expect(client.isEnded())
            #expect(pages.source.requests.isEmpty)
        }
    }

    /// Between two drops; it ends with an error once the test has no time left.
    private static func pause() async throws { try await Task.sleep(for: .milliseconds(50)) }

    @Test("that sends its body drop by drop is let go when its time is over")
    func bodyTrickle() async throws {
        try await ServedPages.with(limits: Self.short { $0.bodyTime = 0.5 }) { pages in
            let client = try pages.client()
            // More than is sent before the test itself is out of time.
            client.ask("GET /", ["Content-Length: 60000"])
            while client.send("a") { try await Self.pause() }
            #expect(pages.source.requests.isEmpty)
        }
    }

    @Test("that goes away in the middle of a body has asked nothing")
    func cutOff() async throws {
        try await ServedPages.with { pages in
            do {
                let client = try pages.client()
                client.ask("GET /", ["Content-Length: 1000"])
                client.send("token=x")
            }
            do {
                let client = try pages.client()
                client.send("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
            }
            #expect(try pages.ask("GET /later")?.status == 200)
            #expect(pages.source.requests.map(\.path) == [["later"]])
        }
    }

    @Test("that sends more than any form of ours in pieces is refused")
    func endlessBody() async throws {
        try await ServedPages.with { pages in
            let client = try pages.client()
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
            let piece = "4000\r\n" + String(repeating: "a", count: 0x4000) + "\r\n"
            for _ in 0..<10 where client.send(piece) {}
            #expect(client.response()?.status == 413)
            #expect(client.isEnded())
        }
    }

    @Test("that reads nothing of a large answer is let go, and its place is another's")
    func neverReads() async throws {
        let (questions, asked) = AsyncStream.makeStream(of: Void.self)
        let source = RecordingSource { request in
            guard request.path == ["veel"] else { return PageAnswer(.ok, .text, text: "x") }
            asked.yield()
            // More than the system holds for whoever does not read.
            return PageAnswer(.ok, .csv, .bytes([UInt8](repeating: 97, count: 1 << 26)), caching: .never)
        }
        let limits = Self.short {
            $0.stallTime = 0.5
            $0.mostConnections = 1
        }
        try await ServedPages.with(limits: limits, source: source) { pages in
            let client = try pages.client()
            client.ask("GET /veel")
            var iterator = questions.makeAsyncIterator()
            await iterator.next()
            // There is one place, and the client holds it until it is let go.
            #expect(try pages.ask("GET /")?.status == 200)
            #expect(client.response() == nil)
        }
    }

    @Test("that keeps a connection busy for ever is let go at the end of its life")
    func life() async throws {
        try await ServedPages.with(limits: Self.short { $0.lifeTime = 0.5 }) { pages in
            let client = try pages.client()
            repeat {
                try Task.checkCancellation()
                client.ask("GET /")
            } while client.response() != nil
            #expect(client.isEnded())
        }
    }

    @Test("that opens 300 connections and says nothing holds nobody off for longer than its time")
    func manyConnections() async throws {
        let limits = Self.short {
            $0.mostConnections = 32
            $0.idleTime = 0.3
        }
        try await ServedPages.with(limits: limits) { pages in
            let silent = try (0..<300).map { _ in try pages.client() }
            #expect(try pages.ask("GET /")?.status == 200)
            // The command socket of the same server has places of its own.
            let proxy = try pages.socketClient()
            proxy.ask("GET /")
            #expect(proxy.response()?.status == 200)
            withExtendedLifetime(silent) {}
        }
    }

    @Test("that waits for a long answer at the end of its connection's life gets all of it, and nothing more")
    func lastAnswer() async throws {
        let length = 1 << 24
        let source = RecordingSource { _ in
            try? await Task.sleep(for: .milliseconds(500))
            return PageAnswer(.ok, .csv, .bytes([UInt8](repeating: 97, count: length)), caching: .never)
        }
        try await ServedPages.with(limits: Self.short { $0.lifeTime = 0.2 }, source: source) { pages in
            let client = try Self.asker(of: pages)
            #expect(client.response()?.body.count == length)
            #expect(client.isEnded())
        }
    }

    /// A client whose question was heard before its connection's life was over; on a busy machine one may ask too late.
    private static func asker(of pages: ServedPages) throws -> RawClient {
        for _ in 0..<100 {
            let client = try pages.client()
            client.ask("GET /")
            if client.hasAnswer() { return client }
        }
        throw NobodyAnswered()
    }

    private struct NobodyAnswered: Error {}

    @Test("that opens 10,000 connections, some hundreds at a time, changes nothing for who reads")
    func tenThousandConnections() async throws {
        let limits = Self.short {
            $0.mostConnections = 64
            $0.idleTime = 0.05
        }
        try await ServedPages.with(limits: limits) { pages in
            for batch in 1...50 {
                let silent = try (0..<200).map { _ in try pages.client() }
                #expect(try isAnswered(pages.client) && isAnswered(pages.socketClient))
                #expect(pages.source.requests.count >= 2 * batch)
                withExtendedLifetime(silent) {}
            }
        }
    }

    /// Whether a reader is answered, who comes again where a busy machine let it ask later than it may be silent here.
    private func isAnswered(_ open: () throws -> RawClient) throws -> Bool {
        for _ in 0..<100 {
            let client = try open()
            client.ask("GET /")
            if client.response()?.status == 200 { return true }
        }
        return false
    }

    @Test("for whom an answer is being made holds up no end of the server, and the work for it is told to end")
    func unanswered() async throws {
        let (questions, asked) = AsyncStream.makeStream(of: Void.self)
        let (ends, ended) = AsyncStream.makeStream(of: Void.self)
        let source = RecordingSource { _ in
            asked.yield()
            // It ends by being cancelled only.
            try? await Task.sleep(for: .seconds(86_400))
            ended.yield()
            return PageAnswer(.ok, .text, text: "x")
        }
        var client: RawClient?
        try await ServedPages.with(limits: Self.short { $0.farewellTime = 0.2 }, source: source) { pages in
            client = try pages.client()
            client?.ask("GET /")
            var iterator = questions.makeAsyncIterator()
            await iterator.next()
        }
        var iterator = ends.makeAsyncIterator()
        await iterator.next()
        #expect(client?.response() == nil)
    }

    @Test("that is in the middle of something holds up no end of the server")
    func stopping() async throws {
        let limits = Self.short {
            $0.farewellTime = 0.3
            // Any other end of the connection comes after that of the test.
            $0.idleTime = 600
            $0.bodyTime = 600
        }
        var client: RawClient?
        try await ServedPages.with(limits: limits) { pages in
            client = try pages.client()
            client?.ask("GET /", ["Content-Length: 1000"])
        }
        #expect(client?.isEnded() == true)
    }
}
