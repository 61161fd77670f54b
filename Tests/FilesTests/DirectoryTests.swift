import Feeds
import Files
import Foundation
import Glibc
import SystemPackage
import TestSupport
import Testing

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
            #expect(error.code == .tooManySymbolicLinkLevels)
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
            #expect(error.code == .improperLink)
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
        #expect(FileSystemFault.syncFailed(path: "x", code: .ioError).isFatal)
        #expect(!FileSystemFault.failed(call: "write", path: "x", code: .noSpace).isFatal)
        #expect(!FileSystemFault.otherFileSystem(from: "x", to: "y").isFatal)
    }
}
