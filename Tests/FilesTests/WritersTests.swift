import Feeds
import Files
import Foundation
import Glibc
import TestSupport
import Testing

/// The kernel's word about who writes in a file; the folder for temporary files lies on a file system of this machine.
struct WritersTests {
    private let folder: TemporaryFolder
    private let directory: Directory

    init() throws {
        folder = try TemporaryFolder()
        directory = try folder.directory()
        try directory.put("a.csv", "x")
    }

    private func writers() throws -> FileWriters { try directory.openFile(FileName("a.csv")).writers() }

    @Test func `a file is known to be open for writing for as long as it is`() throws {
        #expect(try writers() == .none)
        var writer: OpenFile? = try directory.openForAppending(FileName("a.csv"), mode: 0o644)
        #expect(try writers() == .some)
        try writer?.write([1])
        #expect(try writers() == .some)
        writer = nil
        #expect(try writers() == .none)
    }

    @Test func `asking holds nobody up, and leaves nothing behind`() throws {
        let file = try directory.openFile(FileName("a.csv"))
        for _ in 0..<1000 {
            #expect(file.writers() == .none)
            // Would wait for a lease that was kept, or with this flag be refused.
            let writer = open(directory.path("a.csv"), O_WRONLY | O_NONBLOCK)
            #expect(writer >= 0)
            close(writer)
        }
    }

    @Test func `a writer that comes while a file is asked about does not end the program`() async throws {
        let path = directory.path("a.csv")
        async let opened: Void = Self.openForWriting(path, times: 2000)
        let file = try directory.openFile(FileName("a.csv"))
        var answers: Set<FileWriters> = []
        for _ in 0..<2000 { answers.insert(file.writers()) }
        await opened
        #expect(answers.isSubset(of: [.none, .some]))
    }

    private static func openForWriting(_ path: String, times: Int) async {
        for _ in 0..<times { close(open(path, O_WRONLY)) }
    }

    @Test func `of a file of a pseudo file system the kernel's word is not taken`() throws {
        #expect(try OpenFile.open("/proc/self/status").writers() == .unknown)
    }

    @Test func `a file of our own is kept from others`() throws {
        #expect(chmod(directory.path("a.csv"), 0o666) == 0)
        #expect(try directory.openFile(FileName("a.csv")).keepToOwner())
        var status = stat()
        #expect(stat(directory.path("a.csv"), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o644)
    }
}
