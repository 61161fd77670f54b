import StatusPage
import TestSupport
import Testing

@Suite("The page's server", .ownThreads, .timeLimit(.minutes(30)))
struct PageServerTests {
    @Test("answers with the headers that keep a page to itself, and names neither program nor version")
    func headers() async throws {
        try await ServedPages.with { pages in
            let answer = try #require(try pages.ask("GET /"))
            #expect(answer.status == 200)
            #expect(answer.text == "pagina")
            #expect(answer["content-type"] == "text/html; charset=utf-8")
            #expect(answer["content-length"] == "6")
            #expect(answer["date"] == "Wed, 01 Apr 2026 06:00:00 GMT")
            #expect(answer["cache-control"] == "private, no-cache")
            #expect(answer["x-content-type-options"] == "nosniff")
            #expect(answer["referrer-policy"] == "no-referrer")
            #expect(answer["cross-origin-opener-policy"] == "same-origin")
            #expect(answer["cross-origin-resource-policy"] == "same-origin")
            let policy = """
                default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                frame-ancestors 'none'
                """
            #expect(answer["content-security-policy"] == policy)
            #expect(
                !answer.headers.contains { ["server", "set-cookie", "x-powered-by"].contains($0.name.lowercased()) }
            )
        }
    }

    @Test("answers HEAD as GET, without the body but with its length")
    func head() async throws {
        try await ServedPages.with { pages in
            let client = try pages.client()
            client.ask("HEAD /")
            let answer = try #require(client.response(hasBody: false))
            #expect(answer.status == 200)
            #expect(answer["content-length"] == "6")
            // The connection is in step: nothing of a body went out.
            client.ask("GET /")
            #expect(client.response()?.text == "pagina")
            #expect(pages.source.requests.map(\.method) == [.get, .get])
        }
    }

    @Test(
        "gives 304 where the browser has it already",
        arguments: [
            (["If-None-Match: TAG"], 304), (["If-None-Match: W/TAG"], 304), (["If-None-Match: \"x\", TAG"], 304),
            (["If-None-Match: *"], 304), (["If-None-Match: \"x\""], 200), (["If-None-Match: "], 200), ([], 200),
        ]
    )
    func notModified(headers: [String], status: Int) async throws {
        try await ServedPages.with { pages in
            let tag = try #require(try pages.ask("GET /")?["etag"])
            #expect(tag.count == 34 && tag.hasPrefix("\"") && tag.hasSuffix("\""))
            let client = try pages.client()
            client.ask("GET /", headers.map { $0.replacing("TAG", with: tag) })
            let answer = try #require(client.response())
            #expect(answer.status == status)
            #expect(answer["etag"] == tag)
            #expect(answer.text == (status == 304 ? "" : "pagina"))
            // The connection is in step: nothing of a body went out.
            client.ask("GET /")
            #expect(client.response()?.status == 200)
        }
    }

    @Test("lets nobody keep forms, and what is no page")
    func neverKept() async throws {
        let source = RecordingSource { request in
            request.path == ["weg"]
                ? PageAnswer(.notFound, .html, text: "weg") : PageAnswer(.ok, .html, text: "formulier", caching: .never)
        }
        try await ServedPages.with(source: source) { pages in
            for path in ["/", "/weg"] {
                let answer = try #require(try pages.ask("GET \(path)"))
                #expect(answer["cache-control"] == "no-store")
                #expect(answer["etag"] == nil)
            }
        }
    }

    @Test(
        "has each method that it does not know refused, with those that it does",
        arguments: ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"]
    )
    func methods(method: String) async throws {
        try await ServedPages.with { pages in
            let answer = try #require(try pages.ask("\(method) /"))
            #expect(answer.status == 405)
            #expect(answer["allow"] == "GET, HEAD, POST")
            #expect(answer.text == "Dit kan hier niet.\nmethod-not-allowed\n")
            #expect(pages.source.requests.isEmpty)
        }
    }

    @Test("says what the source answers, with what belongs to it")
    func statuses() async throws {
        let answers: [String: PageAnswer.Status] = [
            "later": .unavailable(retryAfter: 7), "nee": .forbidden, "vraag": .badRequest,
            "alleen-formulier": .methodNotAllowed, "verder": .seeOther(path: "/programma/a%20b"),
            "elders": .seeOther(path: "//elders.example/"),
        ]
        let source = RecordingSource { PageAnswer(answers[$0.path[0]] ?? .ok, .text, text: "x") }
        try await ServedPages.with(source: source) { pages in
            let expected: [(String, Int, String, String?)] = [
                ("later", 503, "retry-after", "7"), ("nee", 403, "location", nil), ("vraag", 400, "location", nil),
                ("alleen-formulier", 405, "allow", "POST"),
                ("verder", 303, "location", "/programma/a%20b"), ("elders", 303, "location", "/"),
            ]
            for (path, status, header, value) in expected {
                let answer = try #require(try pages.ask("GET /\(path)"))
                #expect(answer.status == status)
                #expect(answer[header] == value)
                #expect(answer["cache-control"] == "no-store")
            }
        }
    }

    @Test(
        "names a file so that nothing in the name is taken for anything else",
        arguments: [
            ("dronten 2026.csv", "attachment; filename=\"dronten 2026.csv\""),
            (
                "a\"; x=\"\r\nSet-Cookie: b.csv",
                "attachment; filename=\"a__ x=___Set-Cookie_ b.csv\"; "
                    + "filename*=UTF-8''a%22%3B%20x%3D%22%0D%0ASet-Cookie%3A%20b.csv"
            ),
            (
                "../één.csv",
                "attachment; filename=\".._\u{5F}\u{5F}n.csv\"; filename*=UTF-8''..%2F%C3%A9%C3%A9n.csv"
            ),
        ]
    )
    func fileNames(name: String, header: String) async throws {
        let source = RecordingSource { _ in PageAnswer(.ok, .csv, text: "a;b", fileName: name) }
        try await ServedPages.with(source: source) { pages in
            let answer = try #require(try pages.ask("GET /"))
            #expect(answer["content-disposition"] == header)
            #expect(answer["set-cookie"] == nil)
        }
    }

    @Test(
        "answers requests of one connection in their order, and ends it when it is asked to",
        arguments: ["close", "Close"]
    )
    func pipelining(word: String) async throws {
        let source = RecordingSource { PageAnswer(.ok, .text, text: $0.path[0]) }
        try await ServedPages.with(source: source) { pages in
            let client = try pages.client()
            client.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\nGET /b HTTP/1.1\r\nHost: localhost\r\n\r\n")
            client.ask("GET /c", ["Connection: \(word)"])
            #expect([client.response(), client.response(), client.response()].map { $0?.text } == ["a", "b", "c"])
            #expect(client.isEnded())
        }
    }
}
