import Testing

@testable import Mailing

@Suite("Relay addresses")
struct RelayAddressTests {
    static let validAddresses: [(String, String, Bool)] = [
        ("smtp://mail.example.nl", "smtp://mail.example.nl:25", false),
        ("smtp://mail.example.nl:587", "smtp://mail.example.nl:587", false),
        ("smtps://mail.example.nl", "smtps://mail.example.nl:465", false),
        ("smtp://localhost", "smtp://localhost:25", true), ("smtp://LocalHost:2525", "smtp://LocalHost:2525", true),
        ("smtp://127.3.2.1", "smtp://127.3.2.1:25", true), ("smtp://192.0.2.1", "smtp://192.0.2.1:25", false),
        ("smtp://[::1]", "smtp://[::1]:25", true), ("smtps://[::1]:2465", "smtps://[::1]:2465", true),
        ("smtp://[::ffff:127.0.0.1]", "smtp://[::ffff:127.0.0.1]:25", true),
        ("smtp://[2001:db8::25]:587", "smtp://[2001:db8::25]:587", false),
        ("smtp://localhost.example.nl", "smtp://localhost.example.nl:25", false),
        ("smtp://127.0.0.1.example.nl", "smtp://127.0.0.1.example.nl:25", false),
    ]

    @Test("A relay address is read into its parts", arguments: validAddresses)
    func valid(text: String, canonical: String, isLoopback: Bool) throws {
        let address = try RelayAddress(text)
        #expect(address.description == canonical)
        #expect(address.isLoopback == isLoopback)
        #expect(try RelayAddress(canonical) == address)
    }

    static let invalidAddresses: [(String, RelayAddressError)] = [
        ("", RelayAddressError.scheme), ("mail.example.nl", .scheme), ("http://mail.example.nl", .scheme),
        ("SMTP://mail.example.nl", .scheme), ("smtp:mail.example.nl", .scheme),
        ("smtp://user:secret@mail.example.nl", .userInfo), ("smtp:user:secret@mail", .userInfo),
        ("smtp://mail.example.nl/", .pathOrQuery), ("smtp://mail.example.nl?tls=no", .pathOrQuery),
        ("smtp://mail.example.nl#x", .pathOrQuery), ("smtp://", .host), ("smtp://:25", .host),
        ("smtp://mail example", .host), ("smtp://mail\r\n", .host), ("smtp://::1", .host), ("smtp://[::1", .host),
        ("smtp://[::1]x", .host), ("smtp://[mail]", .host), ("smtp://[fe80::1%eth0]", .host),
        ("smtp://[::1\0]", .host), ("smtp://[\u{301}::1]", .host), ("smtp://mail:\u{301}25", .host),
        ("smtp://127.1", .host), ("smtp://2130706433", .host), ("smtp://1.2.3.256", .host),
        ("smtp://mail.example.nl:", .port), ("smtp://mail.example.nl:0", .port),
        ("smtp://mail.example.nl:65536", .port), ("smtp://mail.example.nl:-1", .port),
        ("smtp://mail.example.nl:+25", .port), ("smtp://mail.example.nl:25a", .port), ("smtp://[::1]:", .port),
    ]

    @Test("A relay address that cannot be used is refused with the reason", arguments: invalidAddresses)
    func invalid(text: String, error: RelayAddressError) {
        #expect(throws: error) { try RelayAddress(text) }
        #expect(!error.description.contains("secret"))
    }

    static let protections: [(String, Bool, SMTPSettings.Protection)] = [
        ("smtp://localhost", false, SMTPSettings.Protection.none), ("smtp://127.0.0.1", true, .startTLS),
        ("smtp://[::1]", false, .none), ("smtp://mail.example.nl", false, .startTLS),
        ("smtp://mail.example.nl", true, .startTLS), ("smtps://localhost", false, .implicitTLS),
        ("smtps://mail.example.nl", true, .implicitTLS),
    ]

    @Test("The protection follows from the relay and the login", arguments: protections)
    func protection(relay: String, login: Bool, expected: SMTPSettings.Protection) throws {
        #expect(try makeSettings(relay, login: login).protection == expected)
    }

    static let heloNames: [(String, Bool)] = [
        ("peilwacht.example.nl", true), ("localhost", true), ("[192.0.2.1]", true), ("[IPv6:2001:db8::1]", true),
        ("", false), ("a b", false), ("a\r\nMAIL", false), ("[192.0.2.1\0\r\nMAIL]", false),
        ("[\u{301}192.0.2.1]", false), ("[192.0.2]", false), ("[2001:db8::1]", false),
        ("[", false),
    ]

    @Test("An EHLO name has to be a domain name or an address literal", arguments: heloNames)
    func heloName(name: String, isValid: Bool) throws {
        let relay = try RelayAddress("smtp://localhost")
        let settings = try? SMTPSettings(relay: relay, heloName: name)
        #expect((settings != nil) == isValid)
    }
}
