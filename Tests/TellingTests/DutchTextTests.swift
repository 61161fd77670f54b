import Foundation
import TestSupport
import Testing

@Suite("What people read in Dutch")
struct DutchTextTests {
    /// What no Dutch sentence has.
    private static let faults: [(name: String, pattern: String)] = [
        ("a date as programs write it", #"\b20\d\d-\d\d-\d\d\b"#),
        ("a period as programs write it", #"\b20\d\d-(Q[1-4]|H[12]|W\d\d|\d\d)\b"#),
        (
            "one of several",
            #"(^|[^\d.,])1 (meldingen|indicatoren|mails|wijzigingen|mijlpalen|doelen|dagen|weken|maanden|rijen|regels|waarden|reeksen|begrotingsregels|bestanden)\b"#
        ),
        ("a blank before a sign", #"[a-z] [,.;:](\s|$)"#), ("two signs", #"[a-z)](\.\.|,,|;;|\. \.|, \.)(?!\.)"#),
        ("two blanks within a sentence", #"[a-z,;] {2,}[a-z]"#),
        ("years without ‘en’", #"\b20\d\d, 20\d\d\b(?!( en|,))"#),
        ("a decimal point", #"\b\d+\.\d{1,2}%"#),
        ("an English word", #"(?i)\b(the|alert|alerts|target|values|missing|unknown|received)\b"#),
    ]

    /// What stands in those files as something other than a sentence.
    private static func sentences(_ text: String, isPage: Bool) -> String {
        var told = text
        if isPage {
            for tag in ["style", "script", "svg"] {
                told = told.replacingOccurrences(
                    of: "(?s)<\(tag)[ >].*?</\(tag)>",
                    with: " ",
                    options: .regularExpression
                )
            }
            told = told.replacingOccurrences(of: "(?s)<[^>]*>", with: "\n", options: .regularExpression)
        }
        // Names of alerts and files, addresses and labels are for programs; what a document or a relay says stays as it is.
        let others = [#"\S*[/@‘’#]\S*"#, #"\([a-z]+(-[a-z]+)*\)"#, #"t\.o\.v\.\s+\S+"#, #"(?s)Reden: 550.*?unknown"#]
        return others.reduce(told) { $0.replacingOccurrences(of: $1, with: "x", options: .regularExpression) }
    }

    private static let recorded: [String] = {
        let folders = ["Tests/TellingTests/Golden"]
        return folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(Project.root)/\(folder)")) ?? []
            return names.filter { name in
                (name.hasSuffix(".html") || name.hasSuffix(".txt")) && !name.contains(".en.")
                    && !name.hasPrefix("metrics") && !name.hasPrefix("page-ledger")
            }
            .sorted().map { "\(folder)/\($0)" }
        }
    }()

    @Test("has dates, periods, numbers and plurals as people write them", arguments: recorded)
    func scan(file: String) throws {
        let text = Self.sentences(try Project.text(file), isPage: file.hasSuffix(".html"))
        for fault in Self.faults {
            let pattern = try NSRegularExpression(pattern: fault.pattern, options: [.anchorsMatchLines])
            let whole = NSRange(text.startIndex..., in: text)
            for match in pattern.matches(in: text, range: whole).prefix(3) {
                let place = Range(match.range, in: text).map { text[text.lineRange(for: $0)] } ?? ""
                Issue.record("\(fault.name): \(place.trimmingCharacters(in: .whitespacesAndNewlines))")
            }
        }
    }
}
