import Foundation
import Glibc
import Testing

@testable import Storage

@Suite("SQLite: the locks of a store that is open")
struct SQLiteLockTests {
    /// How many locks this process has on the file, by the kernel's own list.
    ///
    /// The list is read in pieces, and may lose a row to locks that come and go meanwhile: it is read again and again.
    private func locks(on path: String) throws -> Int {
        try (0..<50).map { _ in try listedLocks(on: path) }.max() ?? 0
    }

    /// Whether so many are there, as soon as one look sees them: beside hundreds of other stores many looks miss some.
    private func hasLocks(_ count: Int, on path: String) throws -> Bool {
        for _ in 0..<5000 where try listedLocks(on: path) >= count { return true }
        return false
    }

    private func listedLocks(on path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let inode = try #require(attributes[.systemFileNumber] as? Int)
        return try listed().split(separator: "\n").count { line in
            let cells = line.split(separator: " ")
            return cells.count > 5 && cells[4] == "\(getpid())" && cells[5].hasSuffix(":\(inode)")
        }
    }

    /// The list, read to its end: it has no size to go by.
    private func listed() throws -> String {
        let file = try #require(fopen("/proc/locks", "r"))
        defer { fclose(file) }
        var text = ""
        var line = [CChar](repeating: 0, count: 512)
        while fgets(&line, Int32(line.count), file) != nil {
            text += String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        return text
    }

    @Test func `opening it again in the same process takes none of them away`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let writer = try SQLiteStore(path: path, access: .writing)
            _ = try await writer.countOfSeries()
            let held = try locks(on: path)
            guard held > 0 else {
                print("skipped: /proc/locks does not show the locks of this process")
                return
            }
            let reader = try SQLiteStore(path: path, access: .reading)
            _ = try await reader.countOfSeries()
            #expect(try hasLocks(held, on: path))
            try reader.close()
            #expect(try hasLocks(held, on: path))
            try writer.close()
        }
    }
}
