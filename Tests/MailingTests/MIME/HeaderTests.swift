import DigestSamples
import Indicators
import TestSupport
import Testing

@testable import Mailing

@Suite("Header fields", .ownThreads)
struct HeaderTests {
    @Test(
        "Plain subjects stay plain, others are encoded",
        arguments: [
            ("[Rood] Wmo 112 (< 108)", "Subject: [Rood] Wmo 112 (< 108)\r\n"),
            ("\u{2264} 7,9%", "Subject: =?utf-8?Q?=E2=89=A4_7=2C9=25?=\r\n"),
            ("=?utf-8?Q?nep?=", "Subject: =?utf-8?Q?=3D=3Futf-8=3FQ=3Fnep=3F=3D?=\r\n"),
            ("a\r\nBcc: b", "Subject: a Bcc: b\r\n"),
        ]
    )
    func unstructured(text: String, expected: String) {
        #expect(HeaderField("Subject", unstructured: text).text.utf8.elementsEqual(expected.utf8))
    }

    @Test(
        "Every line is short, ASCII, and says something",
        arguments: Hostile.texts + [String(repeating: "woord ", count: 60)]
    )
    func folds(text: String) throws {
        let field = HeaderField("Subject", unstructured: text).text
        let lines = field.components("\r\n").dropLast()
        for line in lines {
            #expect(line.utf8.count <= 78)
            #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        }
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") && $0.contains { $0 != " " } })
        for word in field.components(" ") where word.hasPrefix("=?") { #expect(word.trimmed.utf8.count <= 75) }
    }

    @Test("An encoded word holds whole characters: each decodes by itself")
    func splitsBetweenCharacters() throws {
        let text = String(repeating: "€é👩", count: 40)
        let words = EncodedWord.words(text, firstColumn: 9)
        #expect(words.count > 5)
        let script = """
            import email.header
            def answer(word): return ''.join(b.decode('utf-8') for b, c in email.header.decode_header(word.decode('ascii')))
            """
        let decoded = try Python.ask(script, words.map { Array($0.utf8) }, as: String.self)
        #expect(decoded.joined() == text)
    }

    @Test(
        "A name before an address",
        arguments: [
            ("Peilwacht", "To: Peilwacht <a@b.nl>\r\n"),
            ("Vries, M. de", "To: \"Vries, M. de\" <a@b.nl>\r\n"),
            ("Zo \"genoemd\" \\ <x@y>", "To: \"Zo \\\"genoemd\\\" \\\\ <x@y>\" <a@b.nl>\r\n"),
            ("José", "To: =?utf-8?Q?Jos=C3=A9?= <a@b.nl>\r\n"),
            ("\r\nBcc: x@y.nl", "To: \"Bcc: x@y.nl\" <a@b.nl>\r\n"),
            ("", "To: a@b.nl\r\n"),
            (nil, "To: a@b.nl\r\n"),
        ] as [(String?, String)]
    )
    func person(name: String?, expected: String) throws {
        #expect(try HeaderField("To", person: name, address: "a@b.nl").text.utf8.elementsEqual(expected.utf8))
    }

    @Test(
        "An address that could break out of its header is refused",
        arguments: [
            "", "a", "@b.nl", "a@", "a b@c.nl", "a@b.nl\r\nBcc: c@d.nl", "a@b.nl\n", "a\0@b.nl", "<a@b.nl>",
            "a@b.nl, c@d.nl",
            "é@b.nl", "a@bé.nl", "a@b.nl\u{7F}", "\"a\r\n\"@b.nl", "(c)a@b.nl", "a@b.nl;",
            String(repeating: "a", count: 260) + "@b.nl",
        ]
    )
    func refusesAddress(text: String) {
        #expect(throws: MIMEFault.unsafeAddress(text)) { try HeaderField("To", person: nil, address: text) }
        #expect(!MIMEFault.unsafeAddress(text).description.utf8.contains(10))
    }

    @Test(
        "Usual addresses pass",
        arguments: ["a@b.nl", "o'brien+x@b.nl", "\"a,b\"@b.nl", "root@localhost", "a@[127.0.0.1]"]
    )
    func takesAddress(text: String) throws {
        #expect(try HeaderField("To", person: nil, address: text).text == "To: \(text)\r\n")
    }

    @Test(
        "A date is written on the clock of the zone, in English",
        arguments: [
            (1_775_023_200, "Wed, 01 Apr 2026 08:00:00 +0200"),
            (1_767_222_000, "Thu, 01 Jan 2026 00:00:00 +0100"),
            (1_774_745_999, "Sun, 29 Mar 2026 01:59:59 +0100"),
            (1_774_746_000, "Sun, 29 Mar 2026 03:00:00 +0200"),
            (1_792_889_999, "Sun, 25 Oct 2026 02:59:59 +0200"),
            (1_792_890_000, "Sun, 25 Oct 2026 02:00:00 +0100"),
        ]
    )
    func date(seconds: Int, expected: String) {
        #expect(MailDate.written(Instant(seconds: seconds), in: Sample.amsterdam) == expected)
    }
}

@Suite("Message-IDs")
struct MessageIDTests {
    @Test("Follow from the key, and differ where keys differ")
    func areDistinct() throws {
        let keys = [
            "a", "A", "a.b", "a_b", "a_2eb", "a b", "é", "e\u{301}", "digest/x@y.nl/2026-04-01T08:00", "a\r\nb", ">",
            "@",
        ]
        let ids = try keys.map { try MessageID.make(key: $0, domain: "b.nl") }
        #expect(Set(ids.map { $0.lowercased() }).count == keys.count)
        for id in ids { #expect(try MessageID.check(id) == id) }
        #expect(try MessageID.make(key: "digest x 1", domain: "b.nl") == "<digest_20x_201@b.nl>")
    }

    @Test("No key, or one too long for a header line, is refused", arguments: ["", String(repeating: "k", count: 201)])
    func refusesKey(key: String) {
        #expect(throws: MIMEFault.unsafeKey(key)) { try MessageID.make(key: key, domain: "b.nl") }
    }

    @Test(
        "What is not a Message-ID cannot be referred to",
        arguments: ["", "a@b", "<a>", "<a@b", "<a b@c>", "<a@b>\r\nBcc: c", "<a@b><c@d>", "<é@b>"]
    )
    func refusesReference(text: String) {
        #expect(throws: MIMEFault.unsafeMessageID(text)) { try MessageID.check(text) }
    }
}

@Suite("One line")
struct OneLineTests {
    @Test(
        "Line ends become blanks, what commands becomes visible",
        arguments: [
            ("a\r\nb", "a b"), ("  a \t b\u{A0} ", "a b"), ("a\0b", "a\u{FFFD}b"), ("\u{202E}a", "\u{FFFD}a"),
            ("\r\n", ""),
            ("a\u{200B}b", "a\u{FFFD}b"), ("e\u{301}", "e\u{301}"), ("a\u{2028}b\u{85}c", "a b c"),
        ]
    )
    func cleans(text: String, expected: String) {
        #expect(text.oneLine().unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test("A text that is too long is cut and says so")
    func cuts() {
        #expect("abcdef".oneLine(limit: 3) == "abc…")
        #expect("abc".oneLine(limit: 3) == "abc")
        #expect("abc  ".oneLine(limit: 3) == "abc")
    }
}
