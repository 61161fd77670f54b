import Foundation
import TestSupport
import Testing

@Suite("A folder that is replaced while the daemon runs", .ownThreads)
struct ReplacedFolderTests {
    private static let good = "indicator;periode;waarde\nsterk;2026;30\n"
    private static let folders = [
        "inbox", "work", "archive", "quarantine", "receipts", "outbox", "outbox/new", "log",
    ]

    /// A sandbox whose folders all have a name, and a daemon that has taken a first file in.
    private func watched() throws -> (sandbox: Sandbox, daemon: RunningDaemon) {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let configuration = Sandbox.configuration(mail: "", evaluateEvery: "24h")
            .replacing("alert_log: alerts.jsonl", with: "alert_log: log/alerts.jsonl")
            .replacing("  inbox: inbox\n", with: "  inbox: inbox\n  work: work\n")
        try sandbox.write("peilwacht.yaml", configuration)
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        try daemon.awaitLine("pass done")
        return (sandbox, daemon)
    }

    /// Drops a good file and a faulty one, and expects everything that comes of them in the folders that have the paths.
    private func expectEverythingLands(in sandbox: Sandbox, _ daemon: RunningDaemon) throws {
        try sandbox.drop("c.csv", "geen kop\n")
        try daemon.awaitLine("file refused")
        try daemon.awaitLine("pass done")
        try sandbox.drop("b.csv", Self.good)
        try daemon.awaitLine("file taken")
        try daemon.awaitLine("pass done")
        #expect(sandbox.names(in: "inbox").isEmpty)
        #expect(sandbox.names(in: "work").isEmpty)
        #expect(sandbox.names(in: "archive").contains("b.csv"))
        #expect(sandbox.names(in: "quarantine") == ["c.csv"])
        #expect(sandbox.names(in: "receipts").filter { $0.hasPrefix("b.csv") || $0.hasPrefix("c.csv") }.count == 4)
        #expect(sandbox.names(in: "outbox/new").count == 2)
        let numbers = try sandbox.read("log/alerts.jsonl").split(separator: "\n").map { $0.prefix(9) }
        #expect(numbers == [#"{"seq":1,"#, #"{"seq":2,"#])
    }

    @Test("what is dropped from then on lands in the new one", .timeLimit(.minutes(30)), arguments: folders)
    func movedAway(folder: String) throws {
        let (sandbox, daemon) = try watched()
        try FileManager.default.moveItem(at: sandbox.file(folder), to: sandbox.file("elsewhere"))
        try FileManager.default.createDirectory(at: sandbox.file(folder), withIntermediateDirectories: false)
        daemon.signal(SIGHUP)
        let line = try daemon.awaitLine("was replaced")
        #expect(line.contains("reopened") && line.contains("\(sandbox.folder.lastPathComponent)/\(folder)"))
        try expectEverythingLands(in: sandbox, daemon)
        #expect(daemon.lines.count { $0.contains("was replaced") } == 1)
        #expect(daemon.stop() == 0)
    }

    @Test("so it is where it was removed and made again", .timeLimit(.minutes(30)), arguments: folders)
    func removed(folder: String) throws {
        let (sandbox, daemon) = try watched()
        try FileManager.default.removeItem(at: sandbox.file(folder))
        try FileManager.default.createDirectory(at: sandbox.file(folder), withIntermediateDirectories: false)
        daemon.signal(SIGHUP)
        try daemon.awaitLine("was replaced")
        try expectEverythingLands(in: sandbox, daemon)
        #expect(daemon.stop() == 0)
    }

    @Test("one that is gone for good is made again", .timeLimit(.minutes(30)), arguments: ["inbox", "archive", "log"])
    func gone(folder: String) throws {
        let (sandbox, daemon) = try watched()
        try FileManager.default.moveItem(at: sandbox.file(folder), to: sandbox.file("elsewhere"))
        daemon.signal(SIGHUP)
        try daemon.awaitLine("is gone")
        try expectEverythingLands(in: sandbox, daemon)
        #expect(daemon.stop() == 0)
    }

    @Test("where the new one is of no use, the daemon ends for a restart and loses nothing", .timeLimit(.minutes(30)))
    func useless() throws {
        let (sandbox, daemon) = try watched()
        try FileManager.default.moveItem(at: sandbox.file("archive"), to: sandbox.file("elsewhere"))
        try sandbox.write("archive", "no folder")
        try sandbox.drop("b.csv", Self.good)
        let line = try daemon.awaitLine("was replaced")
        #expect(line.contains("restart"))
        #expect(daemon.end() == 75)
        try FileManager.default.removeItem(at: sandbox.file("archive"))
        let next = try RunningDaemon(sandbox)
        try next.awaitLine("file taken")
        try next.awaitLine("pass done")
        #expect(sandbox.names(in: "archive") == ["b.csv"])
        #expect(next.stop() == 0)
    }

    /// Moves what stands there away, and back where it was.
    private func move(_ name: String, away: Bool, in sandbox: Sandbox) throws {
        let (place, elsewhere) = (sandbox.file(name), sandbox.file("elsewhere"))
        try FileManager.default.moveItem(at: away ? place : elsewhere, to: away ? elsewhere : place)
    }

    @Test(
        "a store or a control socket that is moved away ends it for a restart, and nothing is told again",
        .timeLimit(.minutes(30)),
        arguments: ["state", "store.sqlite", "run"]
    )
    func held(moved: String) throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let isFolder = moved == "state"
        let configuration = Sandbox.configuration(mail: "", evaluateEvery: "24h")
            .replacing(
                "store.sqlite",
                with: "\(isFolder ? "state/" : "")store.sqlite\ncontrol_socket: run/peilwacht.sock"
            )
        try sandbox.write("peilwacht.yaml", configuration)
        try FileManager.default.createDirectory(at: sandbox.file("run"), withIntermediateDirectories: false)
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try move(moved, away: true, in: sandbox)
        try sandbox.drop("b.csv", Self.good)
        daemon.signal(SIGHUP)
        let line = try daemon.awaitLine("ends for a restart")
        #expect(line.contains(moved == "run" ? "the control socket" : "the store"))
        #expect(daemon.end() == 75)
        if moved == "store.sqlite" {
            // What was in force is asked for, and not begun anew.
            let ran = try sandbox.run("run", "--once")
            #expect(ran.status == 75 && ran.err.contains("begin anew"), "\(ran.err)")
        }
        if moved == "run" {
            try FileManager.default.createDirectory(at: sandbox.file("run"), withIntermediateDirectories: false)
        } else {
            try move(moved, away: false, in: sandbox)
        }
        let next = try RunningDaemon(sandbox)
        try next.awaitLine("file taken")
        try next.awaitLine("pass done")
        #expect(try sandbox.events().count == 2)
        #expect(sandbox.names(in: "archive") == ["a.csv", "b.csv"])
        #expect(next.stop() == 0)
    }
}
