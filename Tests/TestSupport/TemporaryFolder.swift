package import Feeds
package import Files
internal import Foundation
internal import Glibc
internal import SystemPackage
internal import Testing

/// A folder of one test, gone with it.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        let pattern = FilePath(NSTemporaryDirectory()).appending("peilwacht-test-XXXXXX")
        var template = Array(pattern.string.utf8CString)
        guard mkdtemp(&template) != nil else { throw Errno.last }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A folder in it, made where it does not exist; without a name the folder itself.
    package func directory(_ name: String = "") throws -> Directory {
        try Directory.open(name.isEmpty ? path : "\(path)/\(name)", creating: 0o755)
    }
}

extension Directory {
    /// Puts a file there.
    package func put(_ name: FileName, _ bytes: [UInt8]) throws {
        try createFile(name, mode: 0o644).write(bytes)
        waitForWriters(of: name)
    }

    package func put(_ name: String, _ text: String) throws { try put(FileName(name), Array(text.utf8)) }

    /// All of a file; `nil` where it is not there.
    package func content(_ name: FileName) throws -> [UInt8]? {
        guard try status(of: name) != nil else { return nil }
        return try openFile(name).bytes(upTo: .max)
    }

    package func text(_ name: String) throws -> String? {
        try content(FileName(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names in it, in order.
    package func sortedNames() throws -> [String] { try names().map(\.printable).sorted() }

    /// The path of a name in it, for calls that take paths.
    package func path(_ name: String) -> String { "\(shownPath)/\(name)" }
}

extension FileName: CustomTestStringConvertible {
    /// The name for the test's own output.
    public var testDescription: String { printable }
}

/// Names that a program which takes them for text stumbles over.
package let hostileNames: [FileName] = [
    FileName(bytes: Array(repeating: 0xFF, count: 255)),
    FileName(bytes: Array(repeating: UInt8(ascii: "x"), count: 251) + Array(".csv".utf8)),
    FileName("a\nb.csv"),
    FileName("<0>forged.csv"),
    FileName("caf\u{E9}.csv"),
    FileName("cafe\u{301}.csv"),
    FileName("-rf .csv"),
    FileName("\u{1B}[2J\u{202E}vsc.csv"),
    FileName(bytes: [0xC3]),
]
