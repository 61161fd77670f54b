import StatusPage
import Synchronization
import TestSupport
import Testing

@Suite("A form", .ownThreads, .timeLimit(.minutes(30)))
struct FormTests {
    private static let path = "/melding/wmo%2Fx/bevestigen"
    private static let access = PageAccess(
        address: "https://peilwacht.dronten.example",
        userHeader: "X-Remote-User",
        people: ["a.jansen", "b.jansen"]
    )
    private static let urlencoded = "Content-Type: application/x-www-form-urlencoded"
    private static let own = "Sec-Fetch-Site: same-origin"

    /// Shows tokens for a path, and does what a form asks.
    private static func source() -> RecordingSource {
        RecordingSource { request in
            switch request.method {
            case .get: PageAnswer(.ok, .text, text: request.person?.tokens?.token(for: path) ?? "", caching: .never)
            case .post: PageAnswer(.seeOther(path: "/"), .text, text: "")
            case .lateForm: PageAnswer(.badRequest, .text, text: "")
            }
        }
    }

    private func send(
        _ pages: ServedPages,
        as person: String = "a.jansen",
        _ headers: [String],
        _ body: String
    ) throws -> Int? {
        let proxy = try pages.socketClient()
        proxy.ask("POST \(Self.path)", ["X-Remote-User: \(person)"] + headers, body: body)
        return proxy.response()?.status
    }

    private func token(_ pages: ServedPages) throws -> String {
        let proxy = try pages.socketClient()
        proxy.ask("GET /", ["X-Remote-User: a.jansen"])
        return try #require(proxy.response()).text
    }

    @Test("at an address that is signed needs nobody who has signed in, and at no other address is let through so")
    func signed() async throws {
        try await ServedPages.with(Self.access, source: Self.source()) { pages in
            for (path, status) in [
                ("/oppakken/a.b", 303), ("/oppakken/a/b", 403), ("/oppakken", 403), (Self.path, 403),
            ] {
                let client = try pages.socketClient()
                client.ask("POST \(path)", [Self.urlencoded], body: "")
                #expect(client.response()?.status == status, "\(path)")
            }
            let client = try pages.socketClient()
            client.ask("POST /oppakken/a.b", ["Content-Type: text/plain"], body: "")
            #expect(client.response()?.status == 403)
        }
    }

    @Test("of somebody who may, from a page of ours, is done and leads on")
    func done() async throws {
        try await ServedPages.with(Self.access, source: Self.source()) { pages in
            let body = "token=\(try token(pages))&waarom=twee+regels%0D%0Aen+%C3%A9%C3%A9n"
            let ways = [
                [Self.urlencoded, Self.own], ["\(Self.urlencoded); charset=UTF-8", Self.own],
                [Self.urlencoded, "Origin: https://peilwacht.dronten.example"],
                [Self.urlencoded, "Origin: http://localhost"],
            ]
            for headers in ways { #expect(try send(pages, headers, body) == 303) }
            let request = try #require(pages.source.requests.last)
            #expect(request.method == .post)
            #expect(request.path == ["melding", "wmo/x", "bevestigen"])
            #expect(request.form["waarom"] == "twee regels\r\nen één")
        }
    }

    @Test(
        "of another site, of another kind or of somebody else is not done",
        arguments: [
            ("a.jansen", [urlencoded], 403), ("a.jansen", [urlencoded, "Sec-Fetch-Site: cross-site"], 403),
            ("a.jansen", [urlencoded, "Sec-Fetch-Site: same-site"], 403),
            ("a.jansen", [urlencoded, "Sec-Fetch-Site: none"], 403), ("a.jansen", [urlencoded, own, own], 403),
            ("a.jansen", [urlencoded, "Sec-Fetch-Site: cross-site", "Origin: http://localhost"], 403),
            ("a.jansen", [urlencoded, "Origin: null"], 403),
            ("a.jansen", [urlencoded, "Origin: https://elders.example"], 403),
            ("a.jansen", [urlencoded, "Origin: http://localhost", "Origin: http://localhost"], 403),
            ("a.jansen", ["Content-Type: text/plain", own], 403),
            ("a.jansen", ["Content-Type: application/json", own], 403),
            ("a.jansen", [own], 403), ("c.jansen", [urlencoded, own], 403),
        ]
    )
    func foreign(person: String, headers: [String], status: Int) async throws {
        try await ServedPages.with(Self.access, source: Self.source()) { pages in
            let token = try token(pages)
            #expect(try send(pages, as: person, headers, "token=\(token)") == status)
            #expect(!pages.source.requests.contains { $0.method == .post })
        }
    }

    @Test(
        "without its token, or with fields that cannot be read, is not done",
        arguments: [
            ("", 403), ("waarom=x", 403), ("TOKEN0", 403),
            ("token=TOKEN&token=TOKEN", 400),
            ("token=TOKEN&a=%00", 400), ("token=TOKEN&a=%ff", 400), ("token=TOKEN&a=%", 400), ("token=TOKEN&=a", 400),
        ]
    )
    func faulty(body: String, status: Int) async throws {
        try await ServedPages.with(Self.access, source: Self.source()) { pages in
            let body = body.replacing("TOKEN", with: try token(pages))
            #expect(try send(pages, [Self.urlencoded, Self.own], body) == status)
            #expect(!pages.source.requests.contains { $0.method == .post })
        }
    }

    @Test(
        "whose token does not count any more is passed on as one by which nothing is done",
        arguments: ["token=", "token=x", "token=1775050000.00", "token=TOKEN0"]
    )
    func late(body: String) async throws {
        try await ServedPages.with(Self.access, source: Self.source()) { pages in
            let body = body.replacing("TOKEN", with: try token(pages)) + "&waarom=lang+getypt"
            #expect(try send(pages, [Self.urlencoded, Self.own], body) == 400)
            let request = try #require(pages.source.requests.last)
            #expect(request.method == .lateForm && request.form["waarom"] == "lang getypt")
            #expect(!pages.source.requests.contains { $0.method == .post })
            #expect(try send(pages, [Self.urlencoded, "Sec-Fetch-Site: cross-site"], body) == 403)
            #expect(try send(pages, as: "b.jansen", [Self.urlencoded, Self.own], body) == 400)
        }
    }

    @Test("that is longer than any of ours is refused before it is read, and ends the connection")
    func tooLong() async throws {
        try await ServedPages.with(Self.access, source: Self.source()) { pages in
            let proxy = try pages.socketClient()
            proxy.ask(
                "POST \(Self.path)",
                ["X-Remote-User: a.jansen", Self.urlencoded, Self.own, "Content-Length: 1000000000"]
            )
            #expect(proxy.response()?.status == 413)
            #expect(proxy.isEnded())
        }
    }

    @Test("of nobody is told so, and asks nothing")
    func nobody() async throws {
        try await ServedPages.with(Self.access, source: Self.source()) { pages in
            let answer = try pages.ask("POST \(Self.path)", [Self.urlencoded, Self.own], body: "token=x")
            #expect(answer?.status == 403)
            #expect(answer?.text.contains("U kunt hier lezen") == true)
            #expect(pages.source.requests.isEmpty)
        }
    }
}
