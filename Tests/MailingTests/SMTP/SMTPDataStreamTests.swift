import Testing

@testable import Mailing

@Suite("The message on the wire")
struct SMTPDataStreamTests {
    static let messages: [(String, String)] = [
        ("", ".\r\n"), ("a", "a\r\n.\r\n"), ("a\r\n", "a\r\n.\r\n"), ("a\n", "a\r\n.\r\n"), ("a\r", "a\r\n.\r\n"),
        ("a\nb\rc\r\nd", "a\r\nb\r\nc\r\nd\r\n.\r\n"), ("a\n\nb", "a\r\n\r\nb\r\n.\r\n"),
        ("a\r\rb", "a\r\n\r\nb\r\n.\r\n"), ("a\n\rb", "a\r\n\r\nb\r\n.\r\n"),
        ("a\r\r\nb", "a\r\n\r\nb\r\n.\r\n"), (".", "..\r\n.\r\n"), ("..", "...\r\n.\r\n"), ("a.b", "a.b\r\n.\r\n"),
        ("a\r\n.\r\nb", "a\r\n..\r\nb\r\n.\r\n"), ("a\n.\nb", "a\r\n..\r\nb\r\n.\r\n"),
        ("a\r.\rb", "a\r\n..\r\nb\r\n.\r\n"), ("a\n.\r\nb", "a\r\n..\r\nb\r\n.\r\n"),
        ("a\r\n.\nb", "a\r\n..\r\nb\r\n.\r\n"), ("a\r\n.\rb", "a\r\n..\r\nb\r\n.\r\n"),
        ("a\r\n.", "a\r\n..\r\n.\r\n"), (".\u{301}x", "..\u{301}x\r\n.\r\n"),
    ]

    @Test("Line ends become CRLF, dots are stuffed, the final dot closes", arguments: messages)
    func wire(message: String, expected: String) {
        #expect(String(decoding: SMTPDataStream(Array(message.utf8)).octets, as: UTF8.self) == expected)
    }

    @Test("No message of these octets ends before its end")
    func noSmuggling() {
        let octets = "\r\n.a".utf8
        // All messages of up to six octets out of CR, LF, dot and a letter.
        var messages: [[UInt8]] = [[]]
        for _ in 0..<6 { messages = [[]] + messages.flatMap { message in octets.map { message + [$0] } } }
        #expect(messages.count == 5461)
        #expect(messages.filter { !Self.isSafe([13, 10] + SMTPDataStream($0).octets) }.isEmpty)
    }

    /// Whether the end of the message stands at the end only, and no CR or LF stands alone.
    private static func isSafe(_ wire: [UInt8]) -> Bool {
        let ends = wire.indices.filter { wire[$0...].starts(with: [13, 10, 46, 13, 10]) }
        let bareLF = wire.indices.contains { wire[$0] == 10 && wire[$0 - 1] != 13 }
        let bareCR = wire.indices.contains { wire[$0] == 13 && wire[$0 + 1] != 10 }
        return ends == [wire.count - 5] && !bareLF && !bareCR
    }

    @Test("The size counts CRLFs and not the stuffed dots")
    func size() {
        #expect(SMTPDataStream(Array(".a\nb".utf8)).size == 7)
        #expect(SMTPDataStream([]).size == 0)
    }

    @Test("Octets above 127 and the longest line are noticed")
    func properties() {
        #expect(SMTPDataStream(Array("é".utf8)).hasEightBit)
        #expect(!SMTPDataStream(Array("e\u{7F}".utf8)).hasEightBit)
        #expect(SMTPDataStream(Array("ab\ncde\nf".utf8)).longestLine == 3)
        #expect(SMTPDataStream(Array("a\n.bcd".utf8)).longestLine == 4)
    }
}
