import Feeds
import Foundation
import Glibc
import Testing

@testable import Daemon

struct DirectoryTests {
    @Test(arguments: hostileNames)
    func `a name of any bytes is written, listed, moved and removed`(name: FileName) throws {
        let folder = try TemporaryFolder()
        let (from, to) = (try folder.directory("from"), try folder.directory("to"))
        try from.put(name, [1, 2, 3])
        #expect(try from.names() == [name])
        #expect(try from.move(name, to: to, as: name))
        #expect(try from.names().isEmpty)
        #expect(try to.content(name) == [1, 2, 3])
        #expect(try to.remove(name))
        #expect(try !to.remove(name))
    }

    @Test func `two names that are equal as text are two files`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        for name in hostileNames { try directory.put(name, name.bytes) }
        #expect(Set(try directory.names()) == Set(hostileNames))
        for name in hostileNames { #expect(try directory.content(name) == name.bytes) }
    }

    @Test(arguments: ["", ".", "..", "a/b", "/etc/passwd", "a\0b", String(repeating: "x", count: 256)])
    func `what is not a name is refused before any call`(text: String) throws {
        let directory = try TemporaryFolder().directory()
        let name = FileName(text)
        #expect(throws: FileSystemFault.notAName(name.printable)) { try directory.createFile(name, mode: 0o600) }
        #expect(throws: FileSystemFault.notAName(name.printable)) { try directory.status(of: name) }
    }

    @Test func `a move never writes over what is there`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        try directory.put("a", "one")
        try directory.put("b", "two")
        #expect(try !directory.move(FileName("a"), to: directory, as: FileName("b")))
        #expect(try directory.text("a") == "one")
        #expect(try directory.text("b") == "two")
        #expect(try !directory.link(FileName("a"), to: directory, as: FileName("b")))
        try directory.replace(FileName("b"), in: directory, with: FileName("a"))
        #expect(try directory.sortedNames() == ["b"])
        #expect(try directory.text("b") == "one")
    }

    @Test func `a symbolic link is seen and never followed`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        symlink("/etc/passwd", directory.path("link"))
        #expect(try directory.status(of: FileName("link"))?.kind == .symbolicLink)
        do {
            _ = try directory.openFile(FileName("link"))
            Issue.record("it was opened")
        } catch {
            #expect(error.code == ELOOP)
        }
        #expect(try directory.remove(FileName("link")))
        #expect(FileManager.default.fileExists(atPath: "/etc/passwd"))
    }

    @Test func `a FIFO is opened without waiting for a writer`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        mkfifo(directory.path("fifo"), 0o600)
        #expect(try directory.openFile(FileName("fifo")).status().kind == .other)
    }

    @Test func `a folder above that is missing is made`() throws {
        let folder = try TemporaryFolder()
        let made = try folder.directory("a/b/c")
        try made.put("x", "y")
        #expect(try Directory.open("\(folder.path)/a/b/c").text("x") == "y")
    }

    @Test func `a move to another file system says what has to be done`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        try directory.put("a", "one")
        let memory = try Directory.open("/dev/shm")
        guard try memory.status().device != directory.status().device else { return }
        let name = FileName("peilwacht-test-\(SystemCall.randomHexadecimal())")
        do {
            _ = try directory.move(FileName("a"), to: memory, as: name)
            Issue.record("it was moved")
        } catch {
            #expect(error.description.contains("one file system"))
            #expect(error.code == EXDEV)
        }
        #expect(try directory.text("a") == "one")
    }

    @Test func `a fault names the file with everything in it escaped`() throws {
        let directory = try TemporaryFolder().directory()
        do {
            _ = try directory.openFile(FileName("x\n<0>forged"))
            Issue.record("it was opened")
        } catch {
            #expect(!error.description.contains("\n"))
            #expect(error.description.contains("No such file or directory"))
        }
    }

    @Test func `only a failed sync is fatal`() {
        #expect(FileSystemFault.syncFailed(path: "x", code: EIO).isFatal)
        #expect(!FileSystemFault.failed(call: "write", path: "x", code: ENOSPC).isFatal)
        #expect(!FileSystemFault.otherFileSystem(from: "x", to: "y").isFatal)
    }
}

struct DurableFileTests {
    @Test func `what cannot be written whole leaves nothing behind`() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        #expect(throws: Stop.self) {
            try DurableFile.writeAside(in: directory) { file in
                try file.write(Array("half".utf8))
                throw Stop()
            }
        }
        #expect(try directory.names().isEmpty)
    }

    @Test func `what is set aside gets the first free number`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        for number in 1...3 {
            try directory.put("log", "\(number)")
            let aside = try DurableFile.setAside(FileName("log"), in: directory, tag: "damaged")
            #expect(aside == FileName("log.damaged-\(number)"))
        }
    }
}

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
