import Assessment
import Foundation
import Indicators
import Testing

@testable import Storage

@Suite struct StoredJSONTests {
    private struct Leaf: Codable, Hashable {
        var text: String
        var number: Int
        var small: UInt8?
        var flag: Bool
    }

    private struct Tree: Codable, Hashable {
        var aB: [Leaf] = []
        var aa: [String: String] = [:]
        var aZ: Int64 = .min
        var nothing: String?
        var deeper: [[Int]] = []
        var optional: [String?] = []
        var leaf: Leaf?
    }

    private static let texts = [
        "", "a", "\"", "\\", "/", "\u{8}\u{c}\n\r\t", "\u{0}\u{1}\u{f}\u{10}\u{1f}\u{7f}", "é", "e\u{301}", "€ 1.000",
        "👩‍👩‍👧",
        "\u{2028}", "\u{FFFD}", String(repeating: "lang ", count: 100),
    ]

    private static var trees: [Tree] {
        texts.map { text in
            Tree(
                aB: [Leaf(text: text, number: -7, small: 200, flag: true), Leaf(text: "", number: 0, flag: false)],
                aa: ["b": text, "a10": "2", "a9": "3", "B": "4", "_": "5", "é": "6"],
                deeper: [[], [1, -2], [.max]],
                optional: [nil, text],
                leaf: Leaf(text: text + text, number: .min, small: nil, flag: false)
            )
        }
    }

    @Test(arguments: trees) private func `is written as Foundation writes it`(_ tree: Tree) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(try JSONValueWriter.text(of: tree) == String(decoding: encoder.encode(tree), as: UTF8.self))
    }

    @Test(arguments: trees) private func `is read as it was written, with blanks and escapes too`(_ tree: Tree) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted]
        for text in [try JSONValueWriter.text(of: tree), String(decoding: try encoder.encode(tree), as: UTF8.self)] {
            #expect(try Tree(from: JSONValueReader(JSONText(text))) == tree)
        }
    }

    @Test func `reads escapes of every kind`() throws {
        let text = #"{"text":"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00","\u006eumber":1,"flag":true}"#
        let leaf = try Leaf(from: JSONValueReader(JSONText(text)))
        #expect(leaf.text == "\"\\/\u{8}\u{c}\n\r\té😀")
        #expect(leaf.number == 1)
    }

    @Test(arguments: [
        "", " ", "{", "{}", "[]", "1", "{\"text\":\"a\",\"number\":1,\"flag\":true",
        "{\"text\":\"a\",\"number\":1,\"flag\":true}}",
        "{\"text\":1,\"number\":1,\"flag\":true}", "{\"text\":\"a\",\"number\":1.5,\"flag\":true}",
        "{\"text\":\"a\",\"number\":99999999999999999999,\"flag\":true}", "{\"text\":\"a\",\"number\":-,\"flag\":true}",
        "{\"text\":\"a\",\"number\":1,\"flag\":1}", "{\"text\":\"a\",\"number\":1,\"flag\":null}",
        "{\"text\":\"a\" \"number\":1,\"flag\":true}", "{\"text\":\"a\",\"number\":1,\"flag\":true,}",
        "{\"text\":\"\\x\",\"number\":1,\"flag\":true}", "{\"text\":\"\\ud800\",\"number\":1,\"flag\":true}",
        "{\"text\":\"\\u12\",\"number\":1,\"flag\":true}", "{\"text\":\"a\nb\",\"number\":1,\"flag\":true}",
        "{\"text\":\"a\",\"number\":1,\"flag\":tru}", "{text:\"a\"}", String(repeating: "[", count: 100_000),
    ]) func `refuses what it does not know`(_ text: String) {
        #expect(throws: (any Error).self) { try Leaf(from: JSONValueReader(JSONText(text))) }
    }
}
