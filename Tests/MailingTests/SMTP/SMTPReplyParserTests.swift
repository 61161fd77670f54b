import Testing

@testable import Mailing

@Suite("Reading SMTP replies")
struct SMTPReplyParserTests {
    /// Octets and what they read as.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let octets: String
        let code: Int
        var enhanced: String?
        let text: String
    }

    static let good = [
        Case(testDescription: "a line", octets: "220 relay ESMTP\r\n", code: 220, text: "relay ESMTP"),
        Case(testDescription: "a code alone", octets: "250\r\n", code: 250, text: ""),
        Case(testDescription: "a code and a space", octets: "334 \r\n", code: 334, text: ""),
        Case(testDescription: "a bare LF", octets: "250 ok\n", code: 250, text: "ok"),
        Case(
            testDescription: "several lines",
            octets: "250-one\r\n250-two\r\n250 three\r\n",
            code: 250,
            text: "one two three"
        ),
        Case(
            testDescription: "an enhanced code on each line",
            octets: "550-5.1.1 No such\r\n550 5.1.1 user\r\n",
            code: 550,
            enhanced: "5.1.1",
            text: "No such user"
        ),
        Case(testDescription: "no enhanced code", octets: "550 1.2 5.1 5.1.1\r\n", code: 550, text: "1.2 5.1 5.1.1"),
        Case(
            testDescription: "control and invisible characters",
            octets: "550 5.7.1 a\u{1B}[31m\u{0}b\tc\u{202E}d\u{7}\r\n",
            code: 550,
            enhanced: "5.7.1",
            text: "a[31mb cd"
        ),
        Case(
            testDescription: "a quote that a combining mark hides from characters",
            octets: "550 \"\u{301}x\r\n",
            code: 550,
            text: "\"\u{301}x"
        ),
    ]

    @Test("A reply is read", arguments: good)
    func reads(sample: Case) throws {
        var parser = SMTPReplyParser()
        parser.append(Array(sample.octets.utf8))
        let reply = try #require(try parser.next())
        #expect(reply.code == sample.code)
        #expect(reply.enhancedCode == sample.enhanced)
        #expect(reply.text == sample.text)
        #expect(parser.isEmpty)
    }

    @Test("A reply is read the same octet by octet, and not before its end", arguments: good)
    func readsByOctet(sample: Case) throws {
        var parser = SMTPReplyParser()
        for octet in sample.octets.utf8.dropLast() {
            parser.append([octet])
            #expect(try parser.next() == nil)
        }
        parser.append([UInt8(ascii: "\n")])
        #expect(try parser.next()?.text == sample.text)
    }

    static let bad: [(String, SMTPReplyError)] = [
        ("SSH-2.0-OpenSSH\r\n", SMTPReplyError.malformed), ("\r\n", .malformed), ("25 ok\r\n", .malformed),
        ("2500 ok\r\n", .malformed), ("250_ok\r\n", .malformed), ("199 ok\r\n", .malformed),
        ("650 ok\r\n", .malformed), ("２５０ ok\r\n", .malformed), ("250-one\r\n251 two\r\n", .codeChanged),
        ("250-one\r\nnonsense\r\n", .malformed),
        ("220 " + String(repeating: "x", count: 2048), .lineTooLong),
        ("220 " + String(repeating: "x", count: 2043) + "\r\n", .lineTooLong),
        (String(repeating: "250-x\r\n", count: 129), .tooManyLines),
    ]

    @Test("What is no reply is an error", arguments: bad)
    func refuses(octets: String, error: SMTPReplyError) {
        var parser = SMTPReplyParser()
        parser.append(Array(octets.utf8))
        #expect(throws: error) { try parser.next() }
    }

    @Test("The longest line and the most lines allowed are read")
    func readsTheLongest() throws {
        var parser = SMTPReplyParser()
        parser.append(Array(("220 " + String(repeating: "x", count: 2042) + "\r\n").utf8))
        #expect(try parser.next()?.text.count == 500)
        parser.append(Array((String(repeating: "250-x\r\n", count: 127) + "250 y\r\n").utf8))
        #expect(try parser.next()?.lines.count == 128)
    }

    @Test("Replies that came together are read one after the other")
    func readsSeveral() throws {
        var parser = SMTPReplyParser()
        parser.append(Array("250 one\r\n421 two\r\n25".utf8))
        #expect(try parser.next()?.text == "one")
        #expect(try parser.next()?.text == "two")
        #expect(try parser.next() == nil)
        #expect(!parser.isEmpty)
    }

    @Test("Text that is not UTF-8 is read with substitutes")
    func readsOtherCodings() throws {
        var parser = SMTPReplyParser()
        parser.append(Array("550 caf".utf8) + [0xE9] + Array("\r\n".utf8))
        #expect(try parser.next()?.text == "caf\u{FFFD}")
    }

    static let keywords: [([String], SMTPCapabilities)] = [
        (["STARTTLS"], offering { $0.startTLS = true }), (["starttls"], offering { $0.startTLS = true }),
        (["8bitMIME", "HELP"], offering { $0.eightBit = true }), (["SIZE"], offering { $0.size = true }),
        (["SIZE 0"], offering { $0.size = true }), (["SIZE 99999999999999999999"], offering { $0.size = true }),
        (["SIZE 1000"], offering { ($0.size, $0.largestMessage) = (true, 1000) }),
        (["AUTH CRAM-MD5 LOGIN PLAIN"], offering { $0.mechanism = .plain }),
        (["AUTH login"], offering { $0.mechanism = .login }), (["AUTH XOAUTH2"], offering { _ in }),
        (["XSTARTTLS", "", "X STARTTLS"], offering { _ in }),
    ]

    @Test("The keywords of EHLO are understood in any case", arguments: keywords)
    func capabilities(keywords: [String], expected: SMTPCapabilities) {
        let reply = SMTPReply(code: 250, lines: (["STARTTLS"] + keywords).map { Array($0.utf8) })
        #expect(SMTPCapabilities(hello: reply) == expected)
    }

    private static func offering(_ change: (inout SMTPCapabilities) -> Void) -> SMTPCapabilities {
        var capabilities = SMTPCapabilities()
        change(&capabilities)
        return capabilities
    }
}
