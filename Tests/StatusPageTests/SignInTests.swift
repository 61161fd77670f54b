import StatusPage
import TestSupport
import Testing

@Suite("Who looks", .ownThreads, .timeLimit(.minutes(30)))
struct SignInTests {
    private static let access = PageAccess(userHeader: "X-Remote-User", people: ["a.jansen", "Zoë"])
    private static let trusting = PageAccess(
        address: "https://peilwacht.dronten.example",
        userHeader: "X-Remote-User",
        trustedAddresses: ["127.0.0.1"],
        people: ["a.jansen"]
    )

    @Test(
        "is believed of the proxy on the socket",
        arguments: [
            (["X-Remote-User: a.jansen"], "a.jansen", true), (["x-remote-user: b.de.vries"], "b.de.vries", false),
            (["X-Remote-User: Zoë"], "Zoë", true), (["X_Remote_User: a.jansen"], nil, false), ([], nil, false),
        ]
    )
    func onTheSocket(headers: [String], name: String?, mayHandle: Bool) async throws {
        try await ServedPages.with(Self.access) { pages in
            let proxy = try pages.socketClient()
            proxy.ask("GET /", headers)
            #expect(proxy.response()?.status == 200)
            let person = pages.source.requests.last?.person
            #expect(person?.name == name)
            #expect((person?.tokens != nil) == mayHandle)
        }
    }

    @Test("is not believed of anybody else, and of nobody where no header is named")
    func elsewhere() async throws {
        try await ServedPages.with(Self.access) { pages in
            let answer = try pages.ask("GET /", ["X-Remote-User: a.jansen"])
            #expect(answer?.status == 200)
            #expect(pages.source.requests.last?.person == nil)
        }
        try await ServedPages.with { pages in
            let proxy = try pages.socketClient()
            proxy.ask("GET /", ["X-Remote-User: a.jansen"])
            #expect(proxy.response()?.status == 200)
            #expect(pages.source.requests.last?.person == nil)
        }
        let mapped = PageAccess(userHeader: "X-Remote-User", trustedAddresses: ["::ffff:127.0.0.1"])
        for access in [Self.trusting, mapped] {
            try await ServedPages.with(access) { pages in
                let answer = try pages.ask("GET /", ["X-Remote-User: a.jansen"])
                #expect(answer?.status == 200)
                #expect(pages.source.requests.last?.person?.name == "a.jansen")
            }
        }
    }

    @Test(
        "is one name that can be read",
        arguments: [
            ["X-Remote-User: a.jansen", "X-Remote-User: b"], ["X-Remote-User:"],
            ["X-Remote-User: " + String(repeating: "a", count: 201)], ["X-Remote-User: a\u{7F}b"],
            ["X-Remote-User: a\u{202E}b"], ["X-Remote-User: a\u{FFFD}"],
        ]
    )
    func unreadable(headers: [String]) async throws {
        try await ServedPages.with(Self.access) { pages in
            let proxy = try pages.socketClient()
            proxy.ask("GET /", headers)
            #expect(proxy.response()?.status == 400)
            #expect(pages.source.requests.isEmpty)
        }
    }
}
