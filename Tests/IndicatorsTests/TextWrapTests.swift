import Testing

@testable import Indicators

@Suite("wrapping")
struct TextWrapTests {
    private let mail = TextWrap(width: 72, breaksWords: true)

    @Test("a word longer than a line is broken inside, with whole characters")
    func breaks() {
        let lines = mail.lines("a " + String(repeating: "e\u{301}", count: 150), hanging: 2)
        #expect(lines.map(\.count) == [1, 72, 72, 12])
        #expect(lines[3].hasPrefix("  e\u{301}"))
    }

    @Test("blanks at the start stay, those between words are one")
    func blanks() {
        #expect(mail.lines("  a   b") == ["  a b"])
        #expect(mail.lines("") == [""])
    }

    @Test("a line of exactly 72 stays whole")
    func exact() {
        let word = String(repeating: "x", count: 35)
        #expect(mail.lines("\(word) \(word)x").count == 1)
        #expect(mail.lines("\(word) \(word)xx").count == 2)
    }

    @Test("a word that is not to be broken stands on a line of its own, behind its mark")
    func whole() {
        let receipt = TextWrap(width: 10, breaksWords: false)
        let word = String(repeating: "x", count: 12)
        #expect(receipt.lines("\(word) a b", mark: "- ") == ["- \(word)", "  a b"])
        #expect(receipt.lines("a \(word)", mark: "- ") == ["- a", "  \(word)"])
    }
}
