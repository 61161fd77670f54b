internal import Foundation

/// The kept files of a form: what was written by hand, and what once was a fault.
package enum FormCorpus {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Corpus")

    /// The files of one form, in the order of their names.
    package static func files(of form: String) -> [[UInt8]] {
        let folder = folder.appendingPathComponent(form)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
        }
    }
}
