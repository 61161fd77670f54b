import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A user who may not read the store", .ownThreads, .timeLimit(.minutes(30)))
struct StoreRightsTests {
    private static let questions = [
        ["status"], ["status", "--json"], ["alerts"], ["alerts", "--all", "--json"], ["digest"],
        ["explain", "wmo-maatwerk"],
        ["queue"],
    ]

    /// A sandbox whose store lies in a folder of its own, as the state folder of a service does.
    static func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let configuration = Sandbox.configuration(mail: "", evaluateEvery: "24h")
            .replacing("sqlite:store.sqlite", with: "sqlite:state/store.sqlite\ncontrol_socket: daemon.sock")
        try sandbox.write("peilwacht.yaml", configuration)
        chmod(sandbox.folder.path, 0o755)
        for file in ["peilwacht.yaml", "programme.yaml"] { chmod(sandbox.file(file).path, 0o644) }
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        return sandbox
    }

    /// What runs a command as a user of the daemon's group who is not the daemon's.
    static func member(_ arguments: [String], in sandbox: Sandbox) throws -> [String] {
        let program = sandbox.file("peilwacht")
        if !FileManager.default.fileExists(atPath: program.path) {
            // Where it was built, another user may not reach it.
            try FileManager.default.copyItem(at: Sandbox.binary, to: program)
        }
        return ["/usr/bin/setpriv", "--reuid=65534", "--regid=\(getegid())", "--clear-groups", program.path]
            + ["--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path] + arguments
    }

    private func runAsMember(_ arguments: [String], in sandbox: Sandbox) throws -> Ran {
        try sandbox.runBare([], program: Self.member(arguments, in: sandbox))
    }

    @Test("is told so, with the store's name, and never sees an all-clear", .enabled(if: geteuid() == 0, "not root"))
    func withoutDaemon() throws {
        let sandbox = try Self.sandbox()
        try sandbox.pass()
        chmod(sandbox.file("state").path, 0o700)
        for isReachable in [false, true] {
            // The folder may be looked into, and the file still not be read.
            if isReachable { chmod(sandbox.file("state").path, 0o755) }
            for question in Self.questions {
                let ran = try runAsMember(question, in: sandbox)
                #expect(ran.status == 75, "\(question): \(ran.err)")
                #expect(ran.out.isEmpty)
                #expect(ran.err.contains("state/store.sqlite"), "\(question): \(ran.err)")
            }
        }
    }

    @Test(
        "is answered by the running daemon in the same words, and gives it no orders",
        .enabled(if: geteuid() == 0, "not root")
    )
    func withDaemon() throws {
        let sandbox = try Self.sandbox()
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("file taken")
        try daemon.awaitLine("pass done")
        let at = ["--at", "2026-04-01T09:00"]
        for question in Self.questions {
            let own = try sandbox.run(at + question)
            let asked = try runAsMember(at + question, in: sandbox)
            #expect(own.status == 0 && !own.out.isEmpty)
            #expect(asked.status == own.status && asked.out == own.out, "\(question): \(asked.err)")
        }
        #expect(try runAsMember(["explain", "nergens"], in: sandbox).status == 64)
        let order = try runAsMember(["queue", "drop", "1", "--why", "nee"], in: sandbox)
        #expect(order.status == 75, "\(order.err)")
        #expect(try sandbox.run("queue", "--json").objects().count == 2)
        #expect(daemon.stop() == 0)
    }

    private static let orders = [
        ["ack", "wmo-maatwerk"], ["note", "wmo-maatwerk", "--oorzaak", "gezien"],
        ["silence", "--indicator", "wmo-maatwerk", "--until", "2026-12-01", "--why", "verbouwing"],
        ["unsilence", "1"], ["queue", "retry", "1", "--why", "nu"], ["queue", "drop", "1", "--why", "nee"],
        ["import", "hand.csv"], ["import", "--dry-run", "hand.csv"],
        ["withdraw", "wmo-maatwerk", "2026", "--why", "fout"], ["undo", "a.csv", "--why", "fout"],
        ["mail", "test", "a@dronten.example"],
    ]

    @Test(
        "is told who may give orders, whatever the order is",
        .enabled(if: geteuid() == 0, "not root"),
        arguments: [true, false]
    )
    func orders(isRunning: Bool) throws {
        let sandbox = try Self.sandbox()
        try sandbox.write("hand.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;90\n")
        chmod(sandbox.file("hand.csv").path, 0o644)
        let daemon = isRunning ? try RunningDaemon(sandbox) : nil
        try daemon?.awaitLine("pass done")
        if !isRunning { try sandbox.pass() }
        let mails = try sandbox.run("queue", "--json").out
        chmod(sandbox.file("state").path, 0o700)
        for order in Self.orders where isRunning || order[0] != "mail" {
            let ran = try runAsMember(["--at", "2026-04-01T09:00"] + order, in: sandbox)
            #expect(ran.status == 75 && ran.out.isEmpty, "\(order): \(ran.err)")
            let words = "only the daemon's own user and root may give it orders; run this as one of them"
            #expect(ran.err.hasPrefix("peilwacht: ") && ran.err.contains(words), "\(order): \(ran.err)")
        }
        #expect(try sandbox.run("queue", "--json").out == mails)
        if let daemon { #expect(daemon.stop() == 0) }
    }

    @Test("who is in no group is told which one is missing", .enabled(if: geteuid() == 0, "not root"))
    func inNoGroup() throws {
        let sandbox = try Self.sandbox()
        let configuration = try sandbox.read("peilwacht.yaml").replacing("daemon.sock", with: "run/daemon.sock")
        try sandbox.write("peilwacht.yaml", configuration)
        try FileManager.default.createDirectory(at: sandbox.file("run"), withIntermediateDirectories: false)
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        for folder in ["state", "run"] { chmod(sandbox.file(folder).path, 0o700) }
        for question in Self.questions {
            let ran = try runAsMember(question, in: sandbox)
            #expect(ran.status == 75 && ran.out.isEmpty, "\(question): \(ran.err)")
            #expect(ran.err.contains("this user may not read it"), "\(question): \(ran.err)")
            #expect(ran.err.contains("put it into the group peilwacht"), "\(question): \(ran.err)")
        }
        #expect(daemon.stop() == 0)
    }
}
