import Feeds
import Files
import Foundation
import TestSupport
import Testing

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
