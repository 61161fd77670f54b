import Foundation
import Glibc
import TestSupport
import Testing

@Suite("check-service, through the real program", .ownThreads, .timeLimit(.minutes(10)))
struct CheckServiceTests {
    /// The figures behind the bar, by their names.
    private func figures(_ line: String) throws -> [String: String] {
        let data = try #require(line.split(separator: "|").last)
        let pairs = data.split(whereSeparator: \.isWhitespace).compactMap { figure -> (String, String)? in
            let parts = figure.split(separator: "=", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }

    @Test("a daemon that works is OK in one line, with its figures")
    func well() throws {
        let sandbox = try Sandbox()
        try sandbox.comeUnderWatch()
        let daemon = try RunningDaemon(sandbox)
        try sandbox.drop("goed.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;150\n")
        try daemon.awaitLine("taken=1")
        try sandbox.drop("fout.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;veel\n")
        try daemon.awaitLine("refused=1")
        let ran = try sandbox.run("check-service")
        #expect(ran.status == 0 && ran.err.isEmpty, "\(ran.out)\(ran.err)")
        #expect(ran.out.hasPrefix("PEILWACHT OK - work loop: the last pass ended "), "\(ran.out)")
        #expect(ran.out.filter { $0 == "\n" }.count == 1 && ran.out.hasSuffix("\n"))
        let figures = try figures(ran.out)
        // Two hours and a minute: the pass comes every hour.
        #expect(figures["last_pass_age"]?.hasSuffix("s;;7260;0") == true, "\(figures)")
        #expect(figures["files_taken"] == "1c;;;0" && figures["files_refused"] == "1c;;;0", "\(figures)")
        #expect(figures["mails_failed"] == "0;0;;0" && figures["alerts_critical"] == "1;;;0", "\(figures)")
        #expect(figures["series_red"] == "1;;;0" && figures["last_relay_age"] == nil, "\(figures)")
        let json = try #require(try sandbox.run("check-service", "--json").json() as? [String: Any])
        #expect(json["state"] as? String == "ok")
        #expect((json["figures"] as? [String: Any])?["alerts_critical"] as? Int == 1)
        #expect(daemon.stop() == 0)
    }

    @Test("where no daemon answers it is CRITICAL, also where one has stopped dead")
    func noDaemon() throws {
        let sandbox = try Sandbox()
        let nobody = try sandbox.run("check-service")
        #expect(nobody.status == 2)
        #expect(nobody.out.hasPrefix("PEILWACHT CRITICAL - no daemon answers on the control socket"), "\(nobody.out)")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("watching")
        daemon.signal(SIGSTOP)
        let stuck = try sandbox.run("check-service", "--timeout", "1")
        #expect(stuck.status == 2 && stuck.out.contains("gave no answer"), "\(stuck.out)")
        daemon.signal(SIGCONT)
        #expect(try sandbox.run("check-service").status == 0)
        #expect(daemon.stop() == 0)
    }

    @Test("mails that failed are a WARNING until somebody deals with them")
    func failedMail() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try Sandbox(
            mail: "  relay: smtp://127.0.0.1:\(relay.port)\n",
            subscriptions: QueueTests.operations
        )
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;109\n")
        try sandbox.pass(at: "2026-04-01T06:00")
        try sandbox.pass(at: "2026-04-01T08:40")
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2026-04-01T08:41"])
        try daemon.awaitLine("watching")
        let ran = try sandbox.run("check-service")
        #expect(ran.status == 1, "\(ran.out)")
        #expect(ran.out.hasPrefix("PEILWACHT WARNING - 1 mail(s) could not be delivered"), "\(ran.out)")
        #expect(try figures(ran.out)["mails_failed"] == "1;0;;0")
        #expect(!ran.out.contains("beleid@dronten.example"))
        let failed = try #require(try sandbox.run("queue", "--json").objects().first?["id"] as? Int)
        #expect(try sandbox.run("queue", "drop", "\(failed)", "--why", "adres vervallen").status == 0)
        #expect(try sandbox.run("check-service").status == 0)
        #expect(daemon.stop() == 0)
    }

    @Test("a configuration that was not taken over is a WARNING; one that cannot be read needs --socket")
    func faultyConfiguration() throws {
        let sandbox = try Sandbox()
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("watching")
        try sandbox.write("programme.yaml", Sandbox.programme.replacing("better: lower", with: "beter: lower"))
        daemon.signal(SIGHUP)
        try daemon.awaitLine("the old one stays in force")
        let unread = try sandbox.run("check-service")
        #expect(unread.status == 3, "\(unread.out)")
        #expect(unread.out.hasPrefix("PEILWACHT UNKNOWN - ") && unread.out.contains("programme.yaml:16:9"))
        #expect(unread.out.filter { $0 == "\n" }.count == 1)
        let asked = try sandbox.runBare(["check-service", "--socket", sandbox.file("peilwacht.sock").path])
        #expect(asked.status == 1, "\(asked.out)\(asked.err)")
        #expect(asked.out.hasPrefix("PEILWACHT WARNING - configuration: what was last read has faults"), "\(asked.out)")
        #expect(daemon.stop() == 0)
    }

    @Test("an edit that needs a restart is told by status as well, until there was one")
    func restartNeeded() throws {
        let sandbox = try Sandbox()
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        #expect(try sandbox.run("status").err == "")
        let text = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", text.replacing("archive: archive", with: "archive: elsewhere"))
        daemon.signal(SIGHUP)
        try daemon.awaitLine("needs a restart")
        for arguments in [["status"], ["status", "--json"], ["status", "--brief"]] {
            let ran = try sandbox.run(arguments)
            #expect(ran.status == 1 && ran.err.contains("that needs a restart"), "\(ran.err)")
        }
        #expect(try sandbox.run("--at", "2026-04-01T08:00", "status").err.contains("restart") == false)
        #expect(daemon.stop() == 0)
        #expect(try sandbox.run("status").err == "")
    }

    @Test("whoever may not reach the socket knows nothing", .enabled(if: geteuid() == 0, "not root"))
    func withoutRight() throws {
        let sandbox = try Sandbox()
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("watching")
        let program = sandbox.file("peilwacht")
        try FileManager.default.copyItem(at: Sandbox.binary, to: program)
        chmod(sandbox.folder.path, 0o755)
        let socket = ["check-service", "--socket", sandbox.file("peilwacht.sock").path]
        for (group, status) in [("\(getegid())", Int32(0)), ("65534", 3)] {
            let ran = try sandbox.runBare(
                socket,
                program: ["/usr/bin/setpriv", "--reuid=65534", "--regid=\(group)", "--clear-groups", program.path]
            )
            #expect(ran.status == status, "\(ran.out)\(ran.err)")
        }
        #expect(daemon.stop() == 0)
    }

    @Test("a line of the log outside the journal carries the time, with the offset of the zone")
    func timeOfLines() throws {
        let sandbox = try Sandbox()
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2026-07-01T08:00"])
        let line = try daemon.awaitLine("watching")
        #expect(line.hasPrefix("2026-07-01T08:00:") && line.contains("+02:00 info: watching"), "\(line)")
        #expect(daemon.stop() == 0)
    }
}
