import StatusPage
import TestSupport
import Testing

@Suite("The address of a request", .ownThreads, .timeLimit(.minutes(30)))
struct AddressTests {
    @Test("is decoded once")
    func decoded() async throws {
        try await ServedPages.with { pages in
            let lines = [
                "GET /", "GET /?", "GET /programma/dronten-2026?licht=rood&zoek=wmo+maat%2Bwerk",
                "GET /a%2Fb/%C3%A9%252e%252e",
                "GET http://localhost/x?y=1",
            ]
            let client = try pages.client()
            for line in lines {
                client.ask(line)
                #expect(client.response()?.status == 200, "\(line)")
            }
            #expect(
                pages.source.requests.map(\.path) == [
                    [], [], ["programma", "dronten-2026"], ["a/b", "é%2e%2e"], ["x"],
                ]
            )
            let queries: [[String: String]] = [[:], [:], ["licht": "rood", "zoek": "wmo maat+werk"], [:], ["y": "1"]]
            #expect(pages.source.requests.map(\.query) == queries)
        }
    }

    @Test(
        "of any other form gets no further",
        arguments: [
            ("/%00", 400), ("/a%0d%0aSet-Cookie:%20x", 400), ("/%zz", 400), ("/%4", 400), ("/%c3%28", 400),
            ("/%ff", 400),
            ("/é", 400), ("/a#b", 400), ("/a/", 404), ("//a", 404), ("//", 404), ("/a//b", 404), ("/..", 404),
            ("/a/../b", 404), ("/%2e%2e/etc/passwd", 404), ("/.", 404), ("/a?x=1&x=2", 400), ("/a?%78=1&x=2", 400),
            ("/a?x=%00", 400), ("/a?x=%0a", 400), ("/a?x=%", 400), ("/a?=1", 400), ("/a?&", 400), ("*", 400),
            ("a", 400),
            ("/" + String(repeating: "a", count: 4096), 414), ("/" + String(repeating: "a", count: 30_000), 400),
            ("/?" + (0..<65).map { "a\($0)=" }.joined(separator: "&"), 400),
        ]
    )
    func refused(address: String, status: Int) async throws {
        try await ServedPages.with { pages in
            let answer = try #require(try pages.ask("GET \(address)"))
            #expect(answer.status == status)
            #expect(answer["set-cookie"] == nil)
            #expect(pages.source.requests.isEmpty)
        }
    }

    @Test(
        "is answered under a name that was given, in digits or as localhost only",
        arguments: [
            (["Host: peilwacht.dronten.example"], 200), (["Host: PEILWACHT.dronten.example"], 200),
            (["Host: 127.0.0.1:8080"], 200), (["Host: [::1]:8080"], 200), (["Host: localhost"], 200),
            (["Host: peilwacht.dronten.example:81"], 421), (["Host: elders.example"], 421), (["Host: "], 421),
            (["Host: 127.0.0.1.elders.example"], 421), (["Host: localhost.elders.example"], 421),
            (["Host: [::1].elders.example"], 421), (["Host: 127.0.0.1@elders.example"], 421), (["Host: 1.2.3"], 421),
            (["Host: 127.0.0.+1"], 421), (["Host: 127.0.0.256"], 421), (["Host: [127.0.0.1]"], 421),
            (["Host: ::1"], 421), (["Host: [::::]"], 421), (["Host: 127.0.0.1:+80"], 421),
            (["Host: localhost:elders.example"], 421), (["Host: [::1"], 421), (["Host: []"], 421),
            (["Host: localhost", "Host: elders.example"], 400), (["Host: localhost", "Host: localhost"], 400),
        ]
    )
    func hosts(headers: [String], status: Int) async throws {
        let access = PageAccess(address: "https://peilwacht.dronten.example")
        try await ServedPages.with(access) { pages in
            let answer = try pages.ask("GET /", headers)
            #expect(answer?.status == status)
        }
    }

    @Test("has a host, but on a socket, where the proxy has looked at it")
    func noHost() async throws {
        try await ServedPages.with { pages in
            let client = try pages.client()
            client.send("GET / HTTP/1.1\r\n\r\n")
            #expect(client.response()?.status == 421)
            let proxy = try pages.socketClient()
            for headers in [["Host: wat.dan.ook"], ["Host: localhost"]] {
                proxy.ask("GET /", headers)
                #expect(proxy.response()?.status == 200)
            }
        }
    }
}
