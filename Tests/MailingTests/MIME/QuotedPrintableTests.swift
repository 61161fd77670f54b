import DigestSamples
import TestSupport
import Testing

@testable import Mailing

@Suite("Quoted-printable", .ownThreads)
struct QuotedPrintableTests {
    @Test(
        "Texts are encoded as RFC 2045 section 6.7 says",
        arguments: [
            ("gewoon", "gewoon"),
            ("1 = 1", "1 =3D 1"),
            ("één", "=C3=A9=C3=A9n"),
            ("a\nb", "a\r\nb"),
            ("a\r\nb", "a\r\nb"),
            ("a\rb", "a\r\nb"),
            ("a\r\n\r\nb\n", "a\r\n\r\nb\r\n"),
            ("blank \nend\t", "blank=20\r\nend=09"),
            (".", "=2E"),
            ("a\n.\nb.", "a\r\n=2E\r\nb."),
            ("From hier", "=46rom hier"),
            ("e\u{301}", "e=CC=81"),
            ("\0", "=00"),
            ("", ""),
        ]
    )
    func encodes(text: String, expected: String) {
        #expect(QuotedPrintable.encode(text) == Array(expected.utf8))
    }

    @Test("A line has at most 76 characters and never breaks inside a character")
    func wraps() {
        let encoded = QuotedPrintable.encode(String(repeating: "€uro 👩‍👩‍👧 ", count: 200))
        let lines = String(decoding: encoded, as: UTF8.self).components("\r\n")
        #expect(lines.count > 100)
        for line in lines {
            #expect(line.utf8.count <= 76)
            #expect(!line.hasPrefix("=8") && !line.hasPrefix("=9") && !line.hasPrefix("=A") && !line.hasPrefix("=B"))
        }
    }

    @Test("Another decoder gives back what was encoded, with CR LF for every line end")
    func roundTrips() throws {
        let script = "import quopri\ndef answer(text): return list(quopri.decodestring(text))"
        let decoded = try Python.ask(script, Hostile.texts.map(QuotedPrintable.encode), as: [UInt8].self)
        for (text, bytes) in zip(Hostile.texts, decoded) {
            #expect(String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(text.withLineEnds("\r\n").utf8))
        }
    }
}
