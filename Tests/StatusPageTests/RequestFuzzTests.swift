import FuzzSupport
import Testing

@testable import StatusPage

/// Changed addresses, forms and names.
@Suite("A request of any bytes")
struct RequestFuzzTests {
    private static let samples = [
        "/", "/programma/dronten-2026/indicator/wmo-maatwerk?gebied=GM0303&uitsplitsing=leeftijd%3D65%2B",
        "/melding/wmo%2Fx/bevestigen", "/api/v1/status?zoek=een+woord&bladzijde=2", "/caf%C3%A9?a=&b",
    ].map { Array($0.utf8) }
    private static let pieces =
        [
            "/", "//", "%", "%2", "%2F", "%2e", "..", ".", "%00", "%0a", "%c3", "%C3%A9", "%ED%A0%80", "%25", "?", "&",
            "=", "+",
            "#", "a", "a=1", "\u{0}", "\r\n", " ", "é",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3]]

    @Test func `is an address that our own pages could write, or is refused`() async {
        await Fuzz("address", cases: 3000).run { input in
            let text = String(decoding: input.mutation(of: Self.samples, with: Self.pieces), as: UTF8.self)
            guard let target = try? RequestTarget(text, longest: 4096) else { return }
            try FuzzFailure.unless(
                target.path.allSatisfy { $0.isOneLine && !["", ".", ".."].contains($0) },
                "a part of the path that can be none: \(target.path)"
            )
            try FuzzFailure.unless(
                try RequestTarget(target.writtenPath, longest: .max).path == target.path,
                "written and read again it is another: \(target.writtenPath)"
            )
        }
    }

    @Test func `is a form whose fields say what they said, or is refused`() async {
        await Fuzz("form", cases: 3000).run { input in
            let text = String(decoding: input.mutation(of: Self.samples, with: Self.pieces), as: UTF8.self)
            guard let fields = try? FormFields.read(text[...], orRefuse: .malformedForm) else { return }
            try FuzzFailure.unless(
                fields.allSatisfy { !$0.key.isEmpty && !($0.key + $0.value).utf8.contains(0) },
                "a field that can be none: \(fields)"
            )
        }
    }

    @Test func `comes under no name that its sender chose`() async {
        let hosts = ["peilwacht.dronten.example:8443", "localhost:8080", "127.0.0.1", "[::1]:8080", "elders.example"]
        let pieces = ["localhost", "127.0.0.1", "[::1]", ":", ":80", ".", "@", "elders.example", "[", "]", "#", "/"]
        let check = HostCheck(address: "https://peilwacht.dronten.example:8443")
        await Fuzz("host", cases: 3000).run { input in
            let bytes = input.mutation(of: hosts.map { Array($0.utf8) }, with: pieces.map { Array($0.utf8) })
            let host = String(decoding: bytes, as: UTF8.self).lowercased()
            guard check.accepts(host), host != hosts[0] else { return }
            let name = host.hasPrefix("[") ? "" : host.prefix { $0 != ":" }
            try FuzzFailure.unless(
                name == "localhost" || name.utf8.allSatisfy { "0123456789.".utf8.contains($0) },
                "accepted: \(host)"
            )
        }
    }
}
