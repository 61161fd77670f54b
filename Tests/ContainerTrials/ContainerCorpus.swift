internal import Foundation

/// The kept pieces of each trial: what was written by hand, and what once was a fault.
package enum ContainerCorpus {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Corpus")

    /// The pieces of one trial, in the order of their names.
    package static func pieces(of trial: String) -> [[UInt8]] {
        let folder = folder.appendingPathComponent(trial)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
        }
    }
}
