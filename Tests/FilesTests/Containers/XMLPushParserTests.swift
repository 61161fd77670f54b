import Feeds
import Testing

@testable import Files

/// Writes the events down.
private final class Diary: XMLHandler {
    var lines: [String] = []
    var pausesAt: StaticString = ""
    var failsAt: StaticString = ""

    struct Refused: Error {}

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if name.local.equals(failsAt) { throw Refused() }
        let id = attributes["id"].map { " id=\($0.text)" } ?? ""
        let link = attributes[.officeRelationship, "id"].map { " r:id=\($0.text)" } ?? ""
        lines.append("<\(name.namespace) \(name.local.text)\(id)\(link)>")
    }

    func end(_ name: XMLName) throws -> XMLStep {
        lines.append("</\(name.local.text)>")
        return name.local.equals(pausesAt) ? .pause : .goOn
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws { lines.append(String(decoding: bytes, as: UTF8.self)) }
}

@Suite("The XML parser")
struct XMLPushParserTests {
    /// Parses the text in pieces; the events, and how often it paused.
    private func parse(_ bytes: [UInt8], _ diary: Diary, piece: Int = 65_536) throws -> Int {
        let parser = try XMLPushParser()
        var place = 0
        var pauses = 0
        while true {
            let progress = try parser.advance(diary) { buffer in
                let count = min(piece, bytes.count - place)
                buffer.copyBytes(from: bytes[place..<(place + count)])
                place += count
                return count
            }
            switch progress {
            case .needsMore: continue
            case .paused: pauses += 1
            case .finished: return pauses
            }
        }
    }

    private func fault(_ text: String) -> XMLFault? {
        thrown { _ = try parse(Array(text.utf8), Diary()) } as? XMLFault
    }

    private let namespaces =
        "xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
        + "xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships'"

    @Test(arguments: [1, 2, 7, 65_536])
    func `tells names by their namespace, whatever the prefix and wherever the pieces end`(piece: Int) throws {
        let text = "\u{FEFF}<?xml version='1.0'?><x:a \(namespaces) r:id='b'><c id='é&amp;'/><!-- -->tekst</x:a>"
        let diary = Diary()
        _ = try parse(Array(text.utf8), diary, piece: piece)
        let marks = ["<spreadsheet a r:id=b>", "<none c id=é&>", "</c>"]
        #expect(Array(diary.lines.prefix(3)) == marks)
        #expect(diary.lines.dropFirst(3).joined() == "tekst</a>")
    }

    @Test(arguments: [1, 3, 65_536])
    func `rests where a handler asks for it, and goes on behind it`(piece: Int) throws {
        let diary = Diary()
        diary.pausesAt = "c"
        let pauses = try parse(Array("<a><c/>1<c>2</c><b/>3<c/></a>".utf8), diary, piece: piece)
        #expect(pauses == 3)
        #expect(diary.lines.joined() == "<none a><none c></c>1<none c>2</c><none b></b>3<none c></c></a>")
    }

    @Test func `ends at what a handler throws, in whichever element`() {
        let diary = Diary()
        diary.failsAt = "b"
        #expect(throws: Diary.Refused.self) { try parse(Array("<a><b/><c/></a>".utf8), diary) }
        #expect(diary.lines == ["<none a>"])
    }

    @Test func `takes no document type, and so no entities that unfold without end`() {
        let laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>"
        #expect(fault(laughs) == .documentType)
        #expect(fault("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == .documentType)
        #expect(fault("<a>&b;</a>") == .damaged(line: 1))
    }

    @Test func `has bounds for depth and for what it holds back`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(fault(nested(64)) == nil)
        #expect(fault(nested(65)) == .tooDeep)
        let long = String(repeating: "x", count: 1_200_000)
        #expect(fault("<a b='\(long)'/>") == .tokenTooLong)
        #expect(fault("<a><!--\(long)--></a>") == .tokenTooLong)
        #expect(fault("<\(long)/>") == .tokenTooLong)
        // Text is handed on as it comes.
        #expect(fault("<a>\(long)</a>") == nil)
        let attributes = (0..<300_000).map { " a\($0)=''" }.joined()
        #expect(fault("<a\(attributes)/>") == .tokenTooLong)
    }

    @Test func `takes nothing that is not well-formed`() {
        for text in ["", " ", "<a>", "<a></b>", "<a/><b/>", "a", "<a b=1/>", "<a\u{0}/>", "<x:a/>"] {
            #expect(fault(text) == .damaged(line: 1), "\(text)")
        }
        #expect(fault("<a>\n\n<b></a>") == .damaged(line: 3))
        #expect(fault("<?xml version='1.0' encoding='windows-1252'?><a/>") == .damaged(line: 1))
        #expect(thrown { _ = try parse([0x3C, 0x61, 0x3E, 0xFF], Diary()) } is XMLFault)
    }

    @Test func `reads UTF-16`() throws {
        let diary = Diary()
        let units = "\u{FEFF}<a>é</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        _ = try parse(units, diary)
        #expect(diary.lines == ["<none a>", "é", "</a>"])
    }
}
