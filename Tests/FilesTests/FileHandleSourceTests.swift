import Feeds
import Foundation
import TestSupport
import Testing

@testable import Files

struct FileHandleSourceTests {
    private let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    private func source(_ directory: Directory, expected: FileDigest? = nil) throws -> FileHandleSource {
        let file = try directory.openFile(FileName("a"))
        return FileHandleSource(file, asOpened: try file.status(), expected: expected, chunkSize: 1_000)
    }

    @Test func `the chunks are the file and the hash is that of its bytes`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        try directory.put(FileName("a"), bytes)
        var source = try source(directory)
        var read: [UInt8] = []
        while let chunk = try source.nextChunk() { read += chunk }
        #expect(read == bytes)
        #expect(source.digest == FileDigest(of: bytes))
        #expect(try source.nextChunk() == nil)
    }

    @Test func `the hash of nothing is the known one`() {
        #expect(FileDigest(of: []).description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    enum Meddling: CaseIterable {
        case truncated
        case appended
        case rewritten
    }

    @Test(arguments: Meddling.allCases)
    func `a file that changes while it is read is not believed`(meddling: Meddling) throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        try directory.put(FileName("a"), bytes)
        var source = try source(directory, expected: FileDigest(of: bytes))
        _ = try source.nextChunk()
        let writer = try FileHandle(forUpdating: URL(fileURLWithPath: "\(folder.path)/a"))
        switch meddling {
        case .truncated: try writer.truncate(atOffset: 100_000)
        case .appended:
            try writer.seekToEnd()
            try writer.write(contentsOf: Data([1]))
        case .rewritten:
            try writer.seek(toOffset: 150_000)
            try writer.write(contentsOf: Data([1, 2, 3]))
        }
        #expect(throws: FileFault(.changedWhileReading)) {
            while try source.nextChunk() != nil {}
        }
    }

    @Test func `a second reading hashes again only where a later write might not show in the times`() {
        let second: Int64 = 1_000_000_000
        func status(modified: Int64, changed: Int64) -> FileStatus {
            FileStatus(size: 1, modified: modified, changed: changed, inode: 1)
        }
        #expect(status(modified: 5 * second, changed: 6 * second).showsLaterWrites)
        #expect(!status(modified: 5 * second, changed: 5 * second + 9_000_000).showsLaterWrites)
        #expect(!status(modified: 5 * second, changed: 5 * second).showsLaterWrites)
        // Times that somebody has set, or that overflow, prove nothing.
        #expect(!status(modified: 6 * second, changed: 5 * second).showsLaterWrites)
        #expect(!status(modified: .min, changed: .max).showsLaterWrites)
    }

    @Test(arguments: [false, true])
    func `the bytes come a second time, with or without their hash`(isHashed: Bool) throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        try directory.put(FileName("a"), bytes)
        let file = try directory.openFile(FileName("a"))
        let status = try file.status()
        var seen: [UInt8] = []
        let digest = try file.digest(asOpened: status) { seen += $0 }
        #expect(seen == bytes)
        var source = FileHandleSource(file, asOpened: status, expected: digest, isHashed: isHashed)
        var read: [UInt8] = []
        while let chunk = try source.nextChunk() { read += chunk }
        #expect(read == bytes)
        #expect(source.digest == (isHashed ? digest : nil))
    }

    @Test func `another content than was hashed is not believed, whatever its times say`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        try directory.put(FileName("a"), bytes)
        var source = try source(directory, expected: FileDigest(of: [1]))
        #expect(throws: FileFault(.changedWhileReading)) {
            while try source.nextChunk() != nil {}
        }
    }
}
