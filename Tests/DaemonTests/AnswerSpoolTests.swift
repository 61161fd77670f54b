import Testing

@testable import Daemon

@Suite("A long answer is kept until it is whole")
struct AnswerSpoolTests {
    @Test(arguments: [1, 3000, 300_000])
    func `it comes out as it went in, whatever characters lie at the end of a piece`(_ count: Int) throws {
        let piece = "é€\u{1F4A7}x"
        let spool = AnswerSpool()
        for _ in 0..<count { try spool.add(piece) }
        var read = ""
        let kept = try spool.kept()
        #expect(kept.length == spool.length && (kept.file != nil) == (spool.length > 1 << 20))
        try kept.write { read += $0 }
        #expect(read.utf8.elementsEqual(String(repeating: piece, count: count).utf8))
    }

    @Test func `nothing is nothing`() throws {
        var read = ""
        try AnswerSpool().kept().write { read += $0 }
        #expect(read.isEmpty)
    }
}
