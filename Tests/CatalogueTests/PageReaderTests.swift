import Catalogue
import TestSupport
import Testing

@Suite("The page in the configuration")
struct PageReaderTests {
    private func page(_ lines: String) throws -> PageSettings? {
        var small = try SmallConfiguration()
        small.configuration += lines
        return try small.load().page
    }

    @Test("is off where nothing is said of it")
    func off() throws {
        #expect(try page("") == nil)
    }

    @Test(
        "listens at an address and a port, or at a socket that is meant from the root",
        arguments: [
            ("127.0.0.1:8080", PageSettings.Listener.network(host: "127.0.0.1", port: 8080)),
            ("localhost:0", .network(host: "127.0.0.1", port: 0)),
            ("'[0:0:0:0:0:0:0:1]:443'", .network(host: "::1", port: 443)),
            ("0.0.0.0:80", .network(host: "0.0.0.0", port: 80)),
            ("unix:run/page.sock", .socket(path: "/srv/run/page.sock")),
            ("unix:/run/peilwacht/page.sock", .socket(path: "/run/peilwacht/page.sock")),
        ]
    )
    func listens(text: String, listener: PageSettings.Listener) throws {
        #expect(try page("page: {listen: \(text)}\n") == PageSettings(listeners: [listener]))
        #expect(try page("page:\n  listen:\n  - \(text)\n") == PageSettings(listeners: [listener]))
    }

    @Test(
        "has the address that browsers write",
        arguments: [
            ("https://peilwacht.dronten.example", "https://peilwacht.dronten.example"),
            ("HTTPS://Peilwacht.Dronten.Example:443/", "https://peilwacht.dronten.example"),
            ("http://peilwacht:80", "http://peilwacht"), ("http://peilwacht:8080", "http://peilwacht:8080"),
            ("http://10.0.0.7:8080", "http://10.0.0.7:8080"), ("'http://[::1]'", "http://[::1]"),
        ]
    )
    func address(text: String, address: String) throws {
        #expect(try page("page: {listen: \"127.0.0.1:80\", address: \(text)}\n")?.address == address)
    }

    @Test(
        "has no other address",
        arguments: [
            "peilwacht.dronten.example", "ftp://peilwacht", "https://", "https://a/b", "https://a?b", "https://u@a",
            "https://a:0", "https://a:99999", "https://a:b", "https://-a", "https://a..b", "https://a b",
        ]
    )
    func noAddress(text: String) {
        #expect(throws: ConfigurationFaults.self) {
            try page("page: {listen: \"127.0.0.1:80\", address: \"\(text)\"}\n")
        }
    }

    @Test(
        "lets alerts be taken up by mail only where that is said",
        arguments: [
            ("", nil), (", acknowledge_by_mail: false", nil), (", acknowledge_by_mail: true", 14 * 86_400),
            (", acknowledge_by_mail: true, mail_links_last: 3d", 3 * 86_400),
        ]
    )
    func mailLinks(lines: String, lifetime: Int?) throws {
        let page = try page("page: {listen: \"127.0.0.1:80\", address: https://a.example\(lines)}\n")
        #expect(page?.mailLinkLifetime == lifetime)
    }

    @Test(
        "does not where nobody could follow the link",
        arguments: [
            "acknowledge_by_mail: true", "address: https://a.example, mail_links_last: 3d",
            "address: https://a.example, acknowledge_by_mail: true, mail_links_last: 91d",
            "address: https://a.example, acknowledge_by_mail: perhaps",
        ]
    )
    func noMailLinks(lines: String) {
        #expect(throws: ConfigurationFaults.self) { try page("page: {listen: \"127.0.0.1:80\", \(lines)}\n") }
    }

    @Test("says who is believed, and who may handle alerts")
    func signIn() throws {
        let page = try page(
            """
            page:
              listen: ["[::1]:8080", unix:/run/page]
              user_header: X-Remote-User
              trust: [10.0.0.7, "2001:DB8:0::1"]
              people: [a.jansen, B de Vries]

            """
        )
        #expect(page?.userHeader == "X-Remote-User")
        #expect(page?.trustedAddresses == ["10.0.0.7", "2001:db8::1"])
        #expect(page?.people == ["a.jansen", "B de Vries"])
    }
}
