import Feeds
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Files

struct FileReaderTests {
    private let folder: TemporaryFolder
    private let directory: Directory

    init() throws {
        folder = try TemporaryFolder()
        directory = try folder.directory()
        try directory.put("a", "12345")
    }

    private func failure(_ name: String, limit: Int = 5) -> FileReader.Failure? {
        do throws(FileReader.Failure) {
            _ = try FileReader.system.contents("\(folder.path)/\(name)", limit)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a file is read whole, up to the limit`() throws {
        #expect(try FileReader.system.contents("\(folder.path)/a", 5) == Array("12345".utf8))
        #expect(failure("a", limit: 4) == .tooLarge)
    }

    @Test func `what is missing is told from what cannot be read`() {
        #expect(failure("none") == .missing)
        #expect(failure("a/none") == .missing)
        #expect(failure("") == .unreadable("not a regular file"))
    }

    @Test(arguments: [
        (Errno.ioError, FileReader.Failure.passing("Input/output error")),
        (.tooManyOpenFiles, .passing("Too many open files")), (.noMemory, .passing("Cannot allocate memory")),
        (.permissionDenied, .notPermitted), (.noSuchFileOrDirectory, .missing),
        (.isDirectory, .unreadable("Is a directory")),
    ])
    func `what passes by itself is told from what somebody has to mend`(code: Errno, failure: FileReader.Failure) {
        #expect(FileReader.failure(.failed(call: "open", path: "a", code: code)) == failure)
    }

    @Test func `a FIFO keeps nobody waiting`() {
        mkfifo("\(folder.path)/fifo", 0o600)
        #expect(failure("fifo") == .unreadable("not a regular file"))
    }

    @Test func `the names of a folder come in order, without those that are no text`() throws {
        try directory.put(FileName(bytes: [0xFF]), [])
        try directory.put("B", "")
        #expect(try FileReader.system.names(folder.path) == ["B", "a"])
        #expect(try FileReader.system.names("\(folder.path)/none") == [])
    }
}
