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
}
