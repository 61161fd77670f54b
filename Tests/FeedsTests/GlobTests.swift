import Feeds
import Testing

@Suite("Globs and file names")
struct GlobTests {
    static let cases: [(String, String, Bool)] = [
        ("*.csv", "wmo.csv", true), ("*.csv", "wmo.CSV", false), ("*.csv", ".csv", true),
        ("*.csv", "wmo.csv.tmp", false),
        ("wmo-????.csv", "wmo-2026.csv", true), ("wmo-????.csv", "wmo-26.csv", false), ("", "", true), ("", "a", false),
        ("*", "", true), ("**", "abc", true), ("?", "", false), ("a*b*c", "abbc", true), ("a*b*c", "acb", false),
        ("a[b]", "a[b]", true), ("a[b]", "ab", false), ("*a", "aaab", false), ("*ab", "aaab", true),
    ]

    @Test("describes whole names with * and ? only", arguments: cases)
    func matches(_ pattern: String, _ name: String, _ expected: Bool) {
        #expect(Glob(pattern).matches(FileName(name)) == expected)
    }

    @Test("is done in no time with patterns made to be slow", .timeLimit(.minutes(30)))
    func pathological() {
        let name = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000)
        #expect(!Glob("*a*a*a*b").matches(name))
        #expect(!Glob(String(repeating: "*a", count: 200) + "b").matches(name))
        #expect(Glob(String(repeating: "*a", count: 200) + "*").matches(name))
    }

    @Test("matches bytes that are not text")
    func rawBytes() {
        #expect(Glob("*.csv").matches(FileName(bytes: [0xFF, 0xFE] + bytes(".csv"))))
        #expect(Glob("?").matches([0xFF]))
    }

    static let printed: [([UInt8], String)] = [
        (bytes("wmo 2026.csv"), "wmo 2026.csv"),
        ([0xFF, 0x61, 0xC3], "\\xffa\\xc3"),
        ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"),
        (bytes("a\n<0>b\u{1B}[31m"), "a\\u{0a}<0>b\\u{1b}[31m"),
        (bytes("a\u{202E}vsc.exe"), "a\\u{202e}vsc.exe"),
        (bytes("a\u{85}\u{2028}\u{7F}\u{FEFF}"), "a\\u{85}\\u{2028}\\u{7f}\\u{feff}"),
        (bytes("\\xff"), "\\\\xff"),
        (bytes("Súdwest 🎉"), "Súdwest 🎉"),
    ]

    @Test("shows a name so that it cannot pose as another", arguments: printed)
    func printable(_ name: [UInt8], _ expected: String) {
        #expect(FileName(bytes: name).printable == expected)
    }

    @Test("tells names apart that are equal as strings")
    func identity() {
        #expect(FileName("caf\u{E9}") != FileName("cafe\u{301}"))
        #expect(FileName(bytes: [0xFF]) != FileName(bytes: [0xFE]))
    }

    static let hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

    @Test("names a receipt after the file and the hash")
    func receiptName() {
        #expect(FileName("wmo.csv").receiptName(sha256: Self.hash) == FileName("wmo.csv.0123456789ab"))
        #expect(FileName("wmo.csv").receiptName(sha256: nil) == FileName("wmo.csv.unread"))
    }

    @Test(
        "keeps the name of a receipt within 255 bytes, between characters",
        arguments: [
            [UInt8](repeating: 0xFF, count: 255), [UInt8](repeating: 0x80, count: 255),
            bytes(String(repeating: "é", count: 127)), bytes("a" + String(repeating: "é", count: 127)),
            bytes(String(repeating: "🎉", count: 63)), bytes(String(repeating: "x", count: 255)),
        ]
    )
    func longReceiptName(_ name: [UInt8]) {
        let receipt = FileName(bytes: name).receiptName(sha256: Self.hash)
        #expect((234...250).contains(receipt.bytes.count))
        #expect(receipt.bytes.suffix(13).elementsEqual(".0123456789ab".utf8))
        let isText = String(validating: name, as: UTF8.self) != nil
        #expect((String(validating: receipt.bytes, as: UTF8.self) != nil) == isText)
    }
}
