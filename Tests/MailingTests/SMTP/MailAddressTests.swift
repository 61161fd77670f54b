import Testing

@testable import Mailing

@Suite("E-mail addresses")
struct MailAddressTests {
    @Test(
        "A valid address is kept as it is",
        arguments: [
            "a@b", "name@example.nl", "first.last+tag@sub.example-site.nl", "root@localhost", "o'brien@example.ie",
            "a@xn--caf-dma.nl", "\"a@b\"@example.nl", "\"a\\\"b\"@example.nl", "A_B-c@EXAMPLE.NL",
            String(repeating: "a", count: 64) + "@example.nl",
        ]
    )
    func valid(text: String) throws {
        #expect(try MailAddress(text).text == text)
    }

    static let invalidAddresses: [(String, MailAddressError)] = [
        ("", MailAddressError.empty), ("café@example.nl", .notASCII), ("a@café.nl", .notASCII),
        ("a@b\u{301}.nl", .notASCII), ("a b@example.nl", .spaceOrControlCharacter),
        ("a@example.nl ", .spaceOrControlCharacter), ("a@example.nl\r\nRCPT TO:<b@c>", .spaceOrControlCharacter),
        ("a@example.nl\n", .spaceOrControlCharacter), ("a\r@example.nl", .spaceOrControlCharacter),
        ("a\0@example.nl", .spaceOrControlCharacter), ("a\u{7F}@example.nl", .spaceOrControlCharacter),
        ("a\t@example.nl", .spaceOrControlCharacter), ("\"a b\"@example.nl", .spaceOrControlCharacter),
        ("<a@example.nl>", .angleBracket), ("a@example.nl>", .angleBracket), ("\"<\"@example.nl", .angleBracket),
        ("example.nl", .notExactlyOneAt), ("a@b@example.nl", .notExactlyOneAt),
        ("\"a@example.nl", .notExactlyOneAt),
        ("\"a@b\"", .notExactlyOneAt), (String(repeating: "a", count: 65) + "@example.nl", .tooLong),
        ("a@" + Array(repeating: "abcdefghij", count: 24).joined(separator: "."), .tooLong),
        ("@example.nl", .malformedLocalPart), (".a@example.nl", .malformedLocalPart),
        ("a.@example.nl", .malformedLocalPart), ("a..b@example.nl", .malformedLocalPart),
        ("a,b@example.nl", .malformedLocalPart), ("a:b@example.nl", .malformedLocalPart),
        ("a\"b\"@example.nl", .malformedLocalPart), ("\"\"@example.nl", .malformedLocalPart),
        ("a@", .malformedDomain), ("a@.nl", .malformedDomain), ("a@example..nl", .malformedDomain),
        ("a@example.nl.", .malformedDomain), ("a@-example.nl", .malformedDomain),
        ("a@example_site.nl", .malformedDomain), ("a@[192.0.2.1]", .malformedDomain),
        ("a@" + String(repeating: "a", count: 64) + ".nl", .malformedDomain),
    ]

    @Test("An invalid address is refused with the rule it breaks", arguments: invalidAddresses)
    func invalid(text: String, error: MailAddressError) {
        #expect(throws: error) { try MailAddress(text) }
        #expect(text.isEmpty || !error.description.contains(text))
    }
}
