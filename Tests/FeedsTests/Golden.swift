import Foundation
import Testing

/// Compares a text with the file of that name in `Golden/`.
///
/// A missing file is written, and the test fails all the same; `RECORD_GOLDEN=1` writes it anew.
func expectGolden(_ name: String, _ text: String, location: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name)
    let records = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
    guard !records, let bytes = try? Data(contentsOf: file) else {
        try Data(text.utf8).write(to: file)
        if !records {
            Issue.record("the golden file \(name) was missing and has been written", sourceLocation: location)
        }
        return
    }
    let expected = String(decoding: bytes, as: UTF8.self)
    guard expected != text else { return }
    Issue.record("\(name) differs:\n\(firstDifference(expected, text))", sourceLocation: location)
}

private func firstDifference(_ expected: String, _ found: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = found.split(separator: "\n", omittingEmptySubsequences: false)
    let index = zip(left, right).prefix { $0 == $1 }.count
    let line = { (lines: [Substring]) in index < lines.count ? String(lines[index]) : "(end)" }
    return "line \(index + 1)\n- \(line(left))\n+ \(line(right))"
}
