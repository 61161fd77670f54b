import Feeds
import Files
import Glibc
import TestSupport
import Testing

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

    @Test func `a FIFO keeps nobody waiting`() {
        mkfifo("\(folder.path)/fifo", 0o600)
        #expect(failure("fifo") == .unreadable("not a regular file"))
    }

    @Test func `the names of a folder come in order, without those that are no text`() throws {
        try directory.put(FileName(bytes: [0xFF]), [])
        try directory.put("B", "")
        #expect(FileReader.system.names(folder.path) == ["B", "a"])
        #expect(FileReader.system.names("\(folder.path)/none") == [])
    }
}
