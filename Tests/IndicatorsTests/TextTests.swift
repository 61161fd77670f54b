import Foundation
import Testing

@testable import Indicators

@Suite("JSON and text that is shown")
struct TextTests {
    @Test(
        "a hostile text comes back from JSON as it was, and carries no control character",
        arguments: ["\"\u{301}", "a\r\nb", "\u{1b}[31m", "<0>x", "\u{202e}abc", "\u{2028}", "😀", "\\", "\u{0}"]
    )
    func hostileText(text: String) throws {
        var object = JSONObject()
        object.add("text", text: text)
        let unsafe = object.line.unicodeScalars.filter(\.isUnsafeToShow)
        #expect(unsafe.isEmpty)
        let read = try JSONSerialization.jsonObject(with: Data(object.line.utf8)) as? [String: String]
        #expect(read?["text"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test("members keep their order, and numbers their digits")
    func members() {
        var object = JSONObject()
        object.add("b", number: ExactDecimal("25.30"))
        object.add("a", text: nil)
        object.add("c", flag: true)
        object.add("d", texts: ["x", "y"])
        #expect(object.line == #"{"b":25.30,"a":null,"c":true,"d":["x","y"]}"#)
    }

    @Test("on several lines the keys are sorted, at every level")
    func pretty() {
        let value = JSONValue.object(["b": .array([]), "a": .object(["d": .integer(1), "c": .array([.null])])])
        #expect(value.line == #"{"b":[],"a":{"d":1,"c":[null]}}"#)
        #expect(value.pretty == "{\n  \"a\": {\n    \"c\": [\n      null\n    ],\n    \"d\": 1\n  },\n  \"b\": []\n}\n")
    }

    @Test("a shown text is bounded and cannot steer a terminal")
    func shownSafely() {
        #expect("a\u{1b}[2J\n<0>".shownSafely() == "a\\u{1b}[2J\\u{a}<0>")
        #expect("abcdef".shownSafely(limit: 3) == "abc…")
    }

    @Test("what is blank among ASCII is what Unicode calls white space")
    func blanks() {
        for value in UInt8(0)..<128 {
            let scalar = Unicode.Scalar(value)
            #expect(scalar.isBlank == scalar.properties.isWhitespace, "\(value)")
        }
    }

    @Test("blanks of spreadsheets are trimmed, among them no-break spaces")
    func trimming() {
        #expect("\u{a0} GM0303  \u{202f}\t".trimmed == "GM0303")
        #expect(" \u{feff}".trimmed.isEmpty)
    }

    @Test(
        "a district or neighbourhood lies in its municipality",
        arguments: [
            ("WK030301", true), ("BU03030101", true), ("WK017100", false), ("BU030301", false), ("GM0303", false),
            ("WK0303xx", false),
        ]
    )
    func districts(code: String, lies: Bool) { #expect(AreaCode(code).lies(in: "GM0303") == lies) }

    @Test(
        "a breakdown is the same in any order, and refuses what is not name=value",
        arguments: [
            ("leeftijd=65+, geslacht=vrouw", "geslacht=vrouw,leeftijd=65+"), ("", ""), ("a", nil), ("=b", nil),
            ("a=1,a=2", nil), ("a=", nil),
        ] as [(String, String?)]
    )
    func breakdowns(text: String, expected: String?) { #expect(Breakdown(text)?.description == expected) }
}
