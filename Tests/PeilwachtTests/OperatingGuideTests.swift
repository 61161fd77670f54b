import Foundation
import TestSupport
import Testing

@Suite("The guide for operating it")
struct OperatingGuideTests {
    /// The words that each call to a log begins with, up to the first thing that varies.
    private static func logged(in source: String) -> [String] {
        let call =
            /logger\.(?:log\(\s*level: [^,]+,|(?:info|notice|warning|error|critical)\()\s*"((?:[^"\\]|\\(?!\())*)/
        return source.matches(of: call).map { String($0.output.1) }
    }

    /// What is said without any words of its own, or by somebody else's.
    private static let shortest = 8

    @Test func `says what each line of the log means`() throws {
        let guide = try Project.text("docs/operate.md")
        var count = 0
        for folder in ["Daemon", "StatusPage"] {
            let root = Sandbox.project.appendingPathComponent("Sources/\(folder)")
            let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                for words in Self.logged(in: String(decoding: try Data(contentsOf: file), as: UTF8.self)) {
                    let start = words.trimmingCharacters(in: CharacterSet(charactersIn: " :"))
                    guard start.count >= Self.shortest else { continue }
                    count += 1
                    #expect(guide.contains(start), "\(file.lastPathComponent): \(start)")
                }
            }
        }
        #expect(count > 20)
    }

    @Test func `has manual pages of what it names, each with an example`() throws {
        for page in ["peilwacht.8", "peilwacht.yaml.5", "peilwacht-programme.5", "peilwacht-feed.5"] {
            let text = try Project.text("man/\(page)")
            #expect(text.contains("\n.Bd -literal") && text.contains("\n.Sh SEE ALSO"), "\(page)")
        }
    }
}
