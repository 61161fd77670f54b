import Foundation
import TestSupport
import Testing

@Suite("The daemon, with real events", .ownThreads)
struct DaemonTests {
    @Test(
        "a dropped file is in the log and the outbox without any timer, and SIGTERM ends the daemon cleanly",
        .timeLimit(.minutes(30))
    )
    func droppedFile() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        try daemon.awaitLine("pass done")
        #expect(sandbox.names(in: "outbox/new").count == 1)
        #expect(try sandbox.events().first?["severity"] as? String == "critical")
        #expect(daemon.stop() == 0)
    }

    @Test("a file that is written in place is taken in once, whole, after it was closed", .timeLimit(.minutes(30)))
    func slowWriter() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        // Held open from its making to its end, with what was written visible in between.
        let writer = try #require(fopen(sandbox.file("inbox/langzaam.csv").path, "w"))
        for line in ["indicator;periode;waarde\n", "wmo-maatwerk;2025;100\n", "wmo-maatwerk;2026;101\n"] {
            fputs(line, writer)
            fflush(writer)
        }
        fclose(writer)
        try daemon.awaitLine("pass done")
        #expect(sandbox.names(in: "archive") == ["langzaam.csv"])
        #expect(daemon.stop() == 0)
    }

    @Test("a second daemon with a store of its own takes nothing from the same folders", .timeLimit(.minutes(30)))
    func copiedConfiguration() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        let settings = try sandbox.read("peilwacht.yaml")
        let other = settings.replacing("store.sqlite", with: "other.sqlite")
            .replacing("alerts.jsonl", with: "other.jsonl").replacing("outbox: outbox", with: "outbox: other-outbox")
        try sandbox.write("other.yaml", other + "control_socket: other.sock\n")
        for arguments in [["run"], ["run", "--once"]] {
            let second = try sandbox.run(arguments, config: sandbox.file("other.yaml"))
            #expect(second.status == 75 && second.err.contains("another daemon takes files through"), "\(second.err)")
        }
        #expect(daemon.stop() == 0)
        let after = try sandbox.run("--at", "2026-04-01T08:00", "run", "--once", config: sandbox.file("other.yaml"))
        #expect(after.status == 0, "\(after.err)")
    }

    @Test("files that are dropped together are told in one mail", .timeLimit(.minutes(30)))
    func together() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        let writers = try (1...5).map { number in
            let writer = try #require(fopen(sandbox.file("inbox/\(number).csv").path, "w"))
            fputs("indicator;periode;waarde;gebied\nwmo-maatwerk;2026;112;WK03030\(number)\n", writer)
            return writer
        }
        for writer in writers { fclose(writer) }
        let line = try daemon.awaitLine("pass done")
        #expect(line.contains("events=5 judged=5 mails=1"))
        #expect(line.contains("taken=5"))
        #expect(sandbox.names(in: "outbox/new").count == 1)
        #expect(daemon.stop() == 0)
    }

    @Test(
        "SIGHUP with a faulty configuration keeps the old one, says so, and the daemon goes on",
        .timeLimit(.minutes(30))
    )
    func faultyReload() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try sandbox.write("programme.yaml", Sandbox.programme.replacing("better: lower", with: "beter: lower"))
        daemon.signal(SIGHUP)
        try daemon.awaitLine("programme.yaml:16:9: error:")
        try daemon.awaitLine("the old one stays in force")
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        try daemon.awaitLine("pass done")
        #expect(try sandbox.events().count == 1)

        try sandbox.write("programme.yaml", Sandbox.programme.replacing("<108", with: "<115"))
        daemon.signal(SIGHUP)
        try daemon.awaitLine("configuration read again")
        try daemon.awaitLine("pass done")
        #expect(try sandbox.events().compactMap { $0["event"] as? String } == ["opened", "target-changed"])
        #expect(daemon.stop() == 0)
    }

    @Test("import hands the file to the running daemon; a second daemon is told to try later", .timeLimit(.minutes(30)))
    func handOver() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try sandbox.write("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        let ran = try sandbox.run("import", sandbox.file("wmo.csv").path, "--json")
        #expect(ran.status == 0)
        #expect((try ran.json() as? [String: Any])?["outcome"] as? String == "taken")
        #expect(try sandbox.events().count == 1)
        #expect(try sandbox.run("run").status == 75)
        #expect(try sandbox.run("status").status == 0)
        #expect(daemon.stop() == 0)
    }

    @Test(
        "resident memory after start stays under 74 MB with the shipped configuration",
        .timeLimit(.minutes(30)),
        .enabled(if: !Sanitizer.isOn, "a sanitizer's own memory comes on top")
    )
    func memory() throws {
        let sandbox = try Sandbox()
        let daemon = try RunningDaemon(sandbox, config: Sandbox.project.appendingPathComponent("config/peilwacht.yaml"))
        try daemon.awaitLine("pass done")
        let kibibytes = try daemon.residentKiB()
        // Of the debug binary, whose code alone is more than the release binary takes: 10 are those of the web server, which
        // the commands ask as well.
        #expect(kibibytes < 74 * 1024, "\(kibibytes) KiB")
        #expect(daemon.stop() == 0)
    }
}
