import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("Clients of the control socket without manners", .ownThreads, .timeLimit(.minutes(30)))
struct ControlMannersTests {
    private let control: ServedControl

    init() throws { control = try ServedControl() }

    @Test(arguments: [8, 270])
    func `silent clients hold nobody up`(count: Int) async throws {
        // Nobody is given up for silence while the test lasts: an answer is none that had to wait for that.
        try await control.serve(control.server(patience: 3600)) {
            let silent = try (0..<count).map { _ in try control.client() }
            try await control.expectItAnswers()
            withExtendedLifetime(silent) {}
        }
    }

    @Test(
        arguments: [[0, 0, 0, 2, 1, 3], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 5, 1], Array("HELO\r\n".utf8)] as [[UInt8]]
    )
    func `what is no HTTP, as an older command's, ends its own connection at once, and is told once`(
        bytes: [UInt8]
    ) async throws {
        try await control.serve(control.server(patience: 3600)) {
            for _ in 0..<2 {
                let client = try control.client()
                client.send(bytes)
                #expect(client.response()?.status == 400)
                #expect(client.isEnded())
            }
            try await control.expectItAnswers()
        }
        #expect(control.log.all.count == 1)
    }

    @Test(arguments: [
        ("POST /control/v1/pas", 404), ("POST /control/v2/pass", 404), ("POST /", 404), ("GET /control/v1/pass", 405),
        ("POST /control/v1/queue", 400), ("POST /control/v1/take", 400), ("POST /control/v1/show", 400),
        ("GET /", 404), ("GET /healthz", 404), ("GET /metrics", 404), ("GET /api/v1/status", 404),
    ])
    func `a request that this daemon does not know is refused in words`(line: String, status: Int) async throws {
        try await control.serve(control.server()) {
            let client = try control.client()
            client.ask(line, body: "{}")
            let response = client.response()
            #expect(response?.status == status)
            let words = try ControlCoding.decodeResponse(response?.body ?? [])
            #expect(words.status == 75 && words.text.contains("another version"))
        }
    }

    @Test(arguments: [
        "POST /control/v1/pass HTTP/1.1\r\nX: \(String(repeating: "x", count: 40_000))\r\n\r\n",
        "POST /control/v1/pass HTTP/1.1\r\n\(String(repeating: "X: y\r\n", count: 500))\r\n",
        "POST /\(String(repeating: "x", count: 100_000)) HTTP/1.1\r\n\r\n",
        "POST /control/v1/show HTTP/1.1\r\nContent-Length: 3\r\n\r\n{}]",
        "POST /control/v1/show HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n{",
        "POST /control/v1/show HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /control/v1/show HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        "POST /control/v1/take HTTP/1.1\r\nFile-Name: YQ==\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        "POST /control/v1/take HTTP/1.1\r\nFile-Name: !\r\nContent-Length: 1\r\n\r\na", "{\"kind\":\"pass\"}\n\n",
    ])
    func `what nobody would send is refused, and its connection ended`(text: String) async throws {
        try await control.serve(control.server(patience: 3600)) {
            let client = try control.client()
            client.send(text)
            let status = try #require(client.response()?.status)
            #expect((400..<500).contains(status))
            #expect(client.isEnded())
            try await control.expectItAnswers()
        }
    }

    @Test func `a body without an end is refused when it is too long`() async throws {
        try await control.serve(control.server(patience: 3600)) {
            let client = try control.client()
            client.send("POST /control/v1/show HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "10000\r\n\(String(repeating: " ", count: 65_536))\r\n"
            // At the latest when it has sent so much that nobody reads any more.
            for _ in 0..<1000 where client.send(chunk) {}
            #expect(client.response()?.status == 413)
            try await control.expectItAnswers()
        }
    }

    @Test(arguments: [
        "POST /control/v1/pass HTTP/1.1\r\n", "POST /control/v1/show HTTP/1.1\r\nContent-Length: 9\r\n\r\n{",
    ])
    func `half a request is none`(text: String) async throws {
        let count = Mutex(0)
        let server = control.server(patience: 3600) { request in
            count.withLock { $0 += 1 }
            return .stopping
        }
        try await control.serve(server) {
            let client = try control.client()
            client.send(text)
            client.finish()
            client.readToEnd()
            #expect(try await control.ask(.health).status == 75)
        }
        #expect(count.withLock(\.self) == 1)
    }

    @Test func `a client that stays when it has been answered keeps nobody out`() async throws {
        try await control.serve(control.server(patience: 3600)) {
            let staying = try (0..<300).map { _ in
                let client = try control.client()
                client.ask("POST /control/v1/health", body: "{}")
                _ = client.response()
                return client
            }
            #expect(staying.allSatisfy { $0.isEnded() })
            #expect(try await control.ask(.health).status == 0)
        }
    }

    @Test func `an older daemon, which ends the connection, has given no answer`() async throws {
        let older = try OlderDaemon(at: control.path)
        let fault = await #expect(throws: ControlClient.Fault.self) { try await control.ask(.pass) }
        #expect(fault == .otherVersion(path: control.path))
        #expect(fault?.description.contains("restart it, as by 'systemctl restart peilwacht'") == true)
        withExtendedLifetime(older) {}
    }
}
