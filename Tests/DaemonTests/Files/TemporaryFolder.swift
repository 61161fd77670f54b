import Feeds
import Foundation
import Glibc
import Testing

@testable import Daemon

/// A folder of one test, gone with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("\(NSTemporaryDirectory())/peilwacht-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ErrorNumber(code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A folder in it, made where it does not exist; without a name the folder itself.
    func directory(_ name: String = "") throws -> Directory {
        try Directory.open(name.isEmpty ? path : "\(path)/\(name)", creating: 0o755)
    }
}

extension Directory {
    /// Puts a file there.
    func put(_ name: FileName, _ bytes: [UInt8]) throws {
        try createFile(name, mode: 0o644).write(bytes)
    }

    func put(_ name: String, _ text: String) throws { try put(FileName(name), Array(text.utf8)) }

    /// All of a file; `nil` where it is not there.
    func content(_ name: FileName) throws -> [UInt8]? {
        guard try status(of: name) != nil else { return nil }
        let file = try openFile(name)
        var bytes: [UInt8] = []
        while true {
            let part = try file.read(at: bytes.count, count: 65_536)
            if part.isEmpty { return bytes }
            bytes += part
        }
    }

    func text(_ name: String) throws -> String? {
        try content(FileName(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names in it, in order.
    func sortedNames() throws -> [String] { try names().map(\.printable).sorted() }

    /// The path of a name in it, for calls that take paths.
    func path(_ name: String) -> String { "/proc/self/fd/\(descriptor)/\(name)" }
}

extension FileName: CustomTestStringConvertible {
    /// The name for the test's own output.
    public var testDescription: String { printable }
}

/// Names that a program which takes them for text stumbles over.
let hostileNames: [FileName] = [
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
