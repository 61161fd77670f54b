import Foundation

/// Real files of others, beside the project; the tests that read them are skipped, and say so, where there are none.
enum RealFiles {
    static let folder = Sandbox.project.deletingLastPathComponent().appendingPathComponent("shared/data/real")
    static let areThere = FileManager.default.fileExists(atPath: folder.path)
    static let absence = "the folder with real files is not beside the project"

    /// The paths of all of them within the folder, in order.
    static func all() -> [String] {
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return found.filter { ["csv", "json", "xlsx"].contains(($0 as NSString).pathExtension) }.sorted()
    }

    static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}
