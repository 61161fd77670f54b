import Testing

@testable import Mailing

@Suite("Quoted-printable")
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

/// What a stranger may have written.
enum Hostile {
    static let texts = [
        "\"\u{301} onmouseover=alert(1) x=\"\u{338}",
        "<\u{338}script>alert(1)</script>",
        "'><img src=x onerror=alert(1)>",
        "Titel\r\nBcc: iedereen@example.nl\r\n\r\ninhoud",
        "<0>kern: paniek",
        "\u{202E}gnp.exe\u{2066}",
        "=?utf-8?Q?=0D=0ABcc:_x?=",
        "--=_peilwacht--",
        "a\0b\u{1B}[2Jc\u{85}d\u{2028}e",
        "-->]]><![endif]--></table></td><h1>",
        "&lt;b&gt; &#60; &amp",
        "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
        String(repeating: "zeer-lang-woord", count: 40),
        String(repeating: "één € 👩‍👩‍👧 ", count: 40),
        "From de gemeente\n.\n.verborgen",
        "\u{200B}\u{FEFF}\u{E0041}\u{FFFF}",
        "",
        "   ",
    ]
}

extension String {
    /// The lines between the separator, found scalar by scalar.
    func components(_ separator: String) -> [String] {
        var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
        let end = Array(separator.unicodeScalars)
        for scalar in unicodeScalars {
            lines[lines.count - 1].append(scalar)
            if lines[lines.count - 1].suffix(end.count).elementsEqual(end) {
                lines[lines.count - 1].removeLast(end.count)
                lines.append(String.UnicodeScalarView())
            }
        }
        return lines.map { String($0) }
    }

    /// The text with every CR LF, CR and LF as this line end.
    func withLineEnds(_ end: String) -> String {
        components("\r\n").flatMap { $0.components("\r") }.flatMap { $0.components("\n") }.joined(separator: end)
    }
}
