import Foundation
import TestSupport
import Testing

/// What `make run` shows, on a copy of the project's own configuration.
@Suite("make run, through its own script", .ownThreads)
struct RunExampleTests {
    /// The script as a child whose output is read line by line.
    private final class Script {
        private let process: Process
        private let pipe = Pipe()

        init(in sandbox: Sandbox) throws {
            // Read, not executed: a program that another test starts may hold the fresh copy open for writing (ETXTBSY).
            process = Sandbox.process(["/bin/sh", sandbox.file("tools/run-example").path], in: sandbox.folder)
            process.environment?["PEILWACHT_BINARY"] = Sandbox.binary.path
            process.environment?["PEILWACHT_AT"] = "2026-11-29T12:00"
            process.standardOutput = pipe
            process.standardError = pipe
            try process.run()
        }

        deinit { if process.isRunning { process.terminate() } }

        /// Everything that is shown until the words, and then to the end that Ctrl-C would make.
        func shown(stoppedAt words: String) throws -> String {
            var text = Data()
            var isStopped = false
            while true {
                let more = pipe.fileHandleForReading.availableData
                if more.isEmpty { break }
                text.append(more)
                if !isStopped, String(decoding: text, as: UTF8.self).contains(words) {
                    isStopped = true
                    process.terminate()
                }
            }
            process.waitUntilExit()
            return String(decoding: text, as: UTF8.self)
        }

        var status: Int32 { process.terminationStatus }
    }

    private static func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        for name in ["config", "tools/run-example"] {
            let copy = sandbox.file(name)
            try FileManager.default.createDirectory(
                at: copy.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: Sandbox.project.appendingPathComponent(name), to: copy)
        }
        return sandbox
    }

    @Test("the dropped figure is seen to be taken in, to make an alert with its line in the log, and to make a mail")
    func secondAct() throws {
        let sandbox = try Self.sandbox()
        let script = try Script(in: sandbox)
        let shown = try script.shown(stoppedAt: "the daemon goes on")
        #expect(script.status == 0, "\(shown)")
        let acts = shown.components(separatedBy: "\n== ")
        let taken = try #require(acts.first { $0.hasPrefix("what was taken in") })
        #expect(taken.contains("6N-wmo-en-informele-zorg.csv") && !taken.contains("GEWEIGERD"))
        #expect(try #require(acts.first { $0.hasPrefix("how it stands") }).contains(" reeksen: "))
        let second = try #require(acts.first { $0.hasPrefix("dropping one figure: wmo-maatwerk;2026;112") })
        #expect(second.contains("receipt    INGENOMEN, 1 nieuw"), "\(second)")
        let line = try #require(second.split(separator: "\n").first { $0.contains("\"event\":\"opened\"") })
        #expect(line.contains("\"indicator\":\"wmo-maatwerk\"") && line.contains("\"severity\":\"critical\""))
        #expect(line.contains("\"value\":112") && line.contains("\"target\":\"< 108 per 1000"))
        let mail = try #require(second.split(separator: "\n").first { $0.contains("mail       var/outbox/new/") })
        let name = try #require(mail.split(separator: " ").first { $0.hasPrefix("var/outbox/new/") }?.dropLast())
        #expect(try sandbox.read(String(name)).contains("Wmo-maatwerk"))
        #expect(shown.contains("== the daemon has stopped"))
    }

    @Test("run again, it says that the figure was dropped before")
    func again() throws {
        let sandbox = try Self.sandbox()
        _ = try Script(in: sandbox).shown(stoppedAt: "the daemon goes on")
        let script = try Script(in: sandbox)
        let shown = try script.shown(stoppedAt: "the daemon goes on")
        #expect(script.status == 0 && shown.contains("was dropped in an earlier run"), "\(shown)")
    }
}
