internal import Foundation
package import Testing

/// Compares bytes with the file of that name in `Golden/`.
///
/// A file that is missing is written, and the test fails: a golden file never comes to be unseen. `RECORD_GOLDEN=1`
/// writes them all anew.
///
/// The folder lies beside the test's own file.
package func expectGolden(
    _ actual: [UInt8],
    _ name: String,
    beside testFile: String = #filePath,
    _ location: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name)
    let expected = (try? Data(contentsOf: file)).map(Array.init)
    let records = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
    if expected == nil || records {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(actual).write(to: file)
    }
    guard let expected else {
        Issue.record(
            "Golden/\(name) was missing; it has been written: read it, and keep it if it is right",
            sourceLocation: location
        )
        return
    }
    guard !records, expected != actual else { return }
    Issue.record("\(firstDifference(expected, actual, name))", sourceLocation: location)
}

private func firstDifference(_ expected: [UInt8], _ actual: [UInt8], _ name: String) -> String {
    let lines = [expected, actual].map { $0.split(separator: 10, omittingEmptySubsequences: false).map(Array.init) }
    let index =
        zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines[0].count, lines[1].count)
    let shown = lines.map { index < $0.count ? String(decoding: $0[index], as: UTF8.self) : "(end)" }
    return "Golden/\(name) differs at line \(index + 1):\n- \(shown[0])\n+ \(shown[1])"
}
