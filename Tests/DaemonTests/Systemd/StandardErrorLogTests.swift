import Foundation
import Glibc
import Logging
import Testing

@testable import Daemon

struct StandardErrorLogTests {
    @Test(arguments: zip(Logger.Level.allCases, ["<7>", "<7>", "<6>", "<5>", "<4>", "<3>", "<2>"]))
    func `under the journal a line begins with its priority`(level: Logger.Level, start: String) {
        let log = StandardErrorLog(.priority)
        #expect(log.line(level, "klaar", nil) == "\(start)klaar\n")
    }

    @Test func `elsewhere it begins with the time and the level, and the values come in order`() {
        var log = StandardErrorLog(.time { "2026-10-25T02:30:00+01:00" })
        log[metadataKey: "b"] = "1"
        #expect(
            log.line(.warning, "klaar", ["c": "3", "a": "2"])
                == "2026-10-25T02:30:00+01:00 warning: klaar a=2 b=1 c=3\n"
        )
    }

    @Test(arguments: ["x\n<0>forged", "x\r<0>", "\u{1B}[2J", "\u{2028}<0>", "\u{202E}", "\u{85}", "\u{7F}", "\r\n<0>"])
    func `no value forges another record or speaks to the terminal`(hostile: String) {
        let log = StandardErrorLog(.priority)
        let line = log.line(.info, "\(hostile)", ["file": "\(hostile)", "list": .array(["\(hostile)"])])
        #expect(line.unicodeScalars.filter { $0.value < 0x20 } == ["\n"])
        #expect(line.unicodeScalars.last == "\n")
        #expect(!line.unicodeScalars.contains { [0x7F, 0x85, 0x2028, 0x202E].contains($0.value) })
    }

    @Test func `the journal is where the environment names the very stream that is written to`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pw-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        var status = stat()
        let answer = fstat(handle.fileDescriptor, &status)
        try #require(answer == 0)
        let named = ["JOURNAL_STREAM": "\(status.st_dev):\(status.st_ino)"]
        #expect(JournalStream.isStream(handle.fileDescriptor, environment: named))
        // Somebody wrote the service's log to a file: the variable is there, and names another stream.
        #expect(!JournalStream.isStream(handle.fileDescriptor, environment: ["JOURNAL_STREAM": "8:1"]))
        #expect(!JournalStream.isStream(handle.fileDescriptor, environment: [:]))
        #expect(!JournalStream.isStream(-1, environment: named))
    }
}
