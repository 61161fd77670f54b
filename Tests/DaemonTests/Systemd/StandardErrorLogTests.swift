import Logging
import Testing

@testable import Daemon

struct StandardErrorLogTests {
    @Test(arguments: zip(Logger.Level.allCases, ["<7>", "<7>", "<6>", "<5>", "<4>", "<3>", "<2>"]))
    func `under the journal a line begins with its priority`(level: Logger.Level, start: String) {
        let log = StandardErrorLog(environment: ["JOURNAL_STREAM": "8:1"])
        #expect(log.line(level, "klaar", nil) == "\(start)klaar\n")
    }

    @Test func `elsewhere the level is a word, and the values come in order`() {
        var log = StandardErrorLog(environment: [:])
        log[metadataKey: "b"] = "1"
        #expect(log.line(.warning, "klaar", ["c": "3", "a": "2"]) == "warning: klaar a=2 b=1 c=3\n")
    }

    @Test(arguments: ["x\n<0>forged", "x\r<0>", "\u{1B}[2J", "\u{2028}<0>", "\u{202E}", "\u{85}", "\u{7F}", "\r\n<0>"])
    func `no value forges another record or speaks to the terminal`(hostile: String) {
        let log = StandardErrorLog(environment: ["JOURNAL_STREAM": "8:1"])
        let line = log.line(.info, "\(hostile)", ["file": "\(hostile)", "list": .array(["\(hostile)"])])
        #expect(line.unicodeScalars.filter { $0.value < 0x20 } == ["\n"])
        #expect(line.unicodeScalars.last == "\n")
        #expect(!line.unicodeScalars.contains { [0x7F, 0x85, 0x2028, 0x202E].contains($0.value) })
    }
}
