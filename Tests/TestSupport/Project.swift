internal import Foundation

/// Where the tests find the files of the project, without looking at the working directory.
package enum Project {
    /// The folder that holds `Sources`, `Tests` and `config`.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// A text file, named from the root.
    package static func text(_ path: String) throws -> String {
        try String(contentsOf: URL(filePath: "\(root)/\(path)"), encoding: .utf8)
    }

    /// The bytes of a file, named from the root.
    package static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
    }
}
