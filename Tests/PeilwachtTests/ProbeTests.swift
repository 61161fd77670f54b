import Foundation
import Glibc
import TestSupport
import Testing

@Suite("check --probe tries what the daemon would stumble over", .ownThreads, .timeLimit(.minutes(30)))
struct ProbeTests {
    private func everything(in sandbox: Sandbox) -> [String] {
        let found = FileManager.default.enumerator(atPath: sandbox.folder.path)?.allObjects as? [String] ?? []
        return found.filter { !$0.hasPrefix(".out-") && !$0.hasPrefix(".err-") }.sorted()
    }

    @Test("it is silent where all is well, before the first start and after it, and leaves nothing behind")
    func allIsWell() throws {
        let sandbox = try Sandbox()
        for _ in 1...2 {
            let before = everything(in: sandbox)
            let ran = try sandbox.run("check", "--probe")
            #expect(ran.status == 0)
            #expect(ran.err.isEmpty && ran.out.isEmpty, "\(ran.err)")
            #expect(everything(in: sandbox).filter { !$0.hasPrefix("store.sqlite-") } == before)
            try sandbox.pass()
        }
    }

    @Test("beside a running daemon it disturbs nobody")
    func besideTheDaemon() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        #expect(try sandbox.run("check", "--probe").status == 0)
        #expect(sandbox.names(in: "inbox").isEmpty && sandbox.names(in: "quarantine").isEmpty)
        #expect(daemon.stop() == 0)
    }

    @Test("folders on two file systems are said, as run would say it")
    func twoFileSystems() throws {
        let elsewhere = "/dev/shm/peilwacht-\(UUID().uuidString)"
        let sandbox = try Sandbox()
        let text = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", text.replacing("archive: archive", with: "archive: \(elsewhere)"))
        for command in [["check", "--probe"], ["run", "--once"]] {
            let ran = try sandbox.run(command)
            #expect(ran.status == 78)
            #expect(ran.err.contains("must lie on one file system"), "\(ran.err)")
            #expect(FileManager.default.fileExists(atPath: elsewhere) == (command[0] == "run"))
        }
        try FileManager.default.removeItem(atPath: elsewhere)
    }

    @Test(
        "a disk that is full is said, though there is room for the name of a file",
        .enabled(if: SmallFileSystem.isAllowed, "this user may mount no file system in a namespace of its own")
    )
    func fullDisk() throws {
        let sandbox = try Sandbox()
        try FileManager.default.createDirectory(at: sandbox.file("receipts"), withIntermediateDirectories: false)
        let disk = try SmallFileSystem(on: sandbox.file("receipts"), kibibytes: 64)
        let probe = [
            "--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path, "check", "--probe",
        ]
        let program = disk.launcher + [Sandbox.binary.path]
        #expect(try sandbox.runBare(probe, program: program).err == "")
        try disk.fill()
        let ran = try sandbox.runBare(probe, program: program)
        #expect(ran.status == 75 && ran.err.contains("error: folders: receipts: "), "\(ran.err)")
        let left = try FileManager.default.contentsOfDirectory(atPath: disk.seen(sandbox.file("receipts")).path)
        #expect(left == [".filler"])
    }

    @Test("a folder in whose place something else stands is said")
    func noFolder() throws {
        let sandbox = try Sandbox()
        try sandbox.write("archive", "a file")
        let ran = try sandbox.run("check", "--probe")
        #expect(ran.status == 75)
        #expect(ran.err.contains("folders: archive: "), "\(ran.err)")
    }

    @Test("a relay that cannot be reached is said, and one that can gets no mail")
    func relay() throws {
        let server = try MailServer.start()
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(server.port)")
        let ran = try sandbox.run("check", "--probe")
        #expect(ran.status == 0, "\(ran.err)")
        #expect(try server.received().isEmpty)

        let closed = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(try Self.closedPort())")
        let refused = try closed.run("check", "--probe")
        #expect(refused.status == 75)
        #expect(refused.err.contains("mail: relay: connection-refused"), "\(refused.err)")
    }

    /// A port that was free a moment ago.
    private static func closedPort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                try #require(bind(descriptor, generic, length) == 0)
                try #require(getsockname(descriptor, generic, &length) == 0)
            }
            return Int(UInt16(bigEndian: pointer.pointee.sin_port))
        }
    }
}
