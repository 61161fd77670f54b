import Foundation
import Glibc
import TestSupport
import Testing

@Suite("What is in the way is told by its name, with what to do", .ownThreads, .timeLimit(.minutes(30)))
struct ToldFaultTests {
    private static let good = "indicator;periode;waarde\nwmo-maatwerk;2026;112\n"

    // MARK: Copies

    @Test(
        "a backup on a full disk names the file, and that there is no room for it",
        .enabled(if: SmallFileSystem.isAllowed, "this user may mount no file system in a namespace of its own"),
        arguments: [16, 0]
    )
    func fullTarget(kibibytesFree: Int) throws {
        let sandbox = try Sandbox()
        try sandbox.pass()
        try FileManager.default.createDirectory(at: sandbox.file("disk"), withIntermediateDirectories: false)
        let disk = try SmallFileSystem(on: sandbox.file("disk"), kibibytes: 64)
        let spare = disk.seen(sandbox.file("disk/spare"))
        if kibibytesFree > 0 { try Data(repeating: 0, count: kibibytesFree * 1024).write(to: spare) }
        try disk.fill()
        if kibibytesFree > 0 { try FileManager.default.removeItem(at: spare) }
        let copy = sandbox.file("disk/copy").path
        let ran = try sandbox.runBare(
            ["--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path, "backup", copy],
            program: disk.launcher + [Sandbox.binary.path]
        )
        #expect(ran.status == 75, "\(ran.err)")
        #expect(ran.err.hasPrefix("peilwacht: '\(copy)' cannot be written: "), "\(ran.err)")
        #expect(ran.err.contains("there is no room for it on the disk"), "\(ran.err)")
        #expect(!ran.err.contains("not an error") && !ran.err.contains("the store"), "\(ran.err)")
        let left = try FileManager.default.contentsOfDirectory(atPath: disk.seen(sandbox.file("disk")).path)
        #expect(left == [".filler"])
    }

    @Test("a folder is no backup, and no store either")
    func folders() throws {
        let sandbox = try Sandbox()
        let restored = try sandbox.run("restore", "inbox")
        #expect(restored.status == 65 && restored.err.contains("'inbox' is no backup that can be used: it is a folder"))
        try FileManager.default.createDirectory(at: sandbox.file("store.sqlite"), withIntermediateDirectories: false)
        for command in [["status"], ["run", "--once"]] {
            let ran = try sandbox.run(command)
            #expect(ran.status == 78 && ran.err.contains("store.sqlite' cannot be used: it is a folder"), "\(ran.err)")
        }
    }

    // MARK: What is typed

    @Test(
        "a moment that cannot be read is refused by every command",
        arguments: [
            ["check"], ["check", "--notes"], ["targets"], ["status"], ["backup", "copy"], ["restore", "copy"],
            ["replay", "--from", "2026-01-01", "--to", "2026-02-01"], ["test", "tests.yaml"],
            ["feeds", "suggest", "a.csv"],
        ]
    )
    func unreadableMoment(command: [String]) throws {
        let sandbox = try Sandbox()
        for moment in ["gisteren", "2026-02-30T10:00"] {
            let ran = try sandbox.run(["--at", moment] + command)
            #expect(ran.status == 64 && ran.err.contains("'\(moment)' cannot be read"), "\(ran.status) \(ran.err)")
        }
        #expect(try sandbox.run("--at", "2026-02-28T10:00", "check").status == 0)
    }

    @Test("mails are asked for by names that there are, and the nearest ones are told", arguments: [false, true])
    func unknownNames(isJSON: Bool) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.good)
        try sandbox.pass()
        func refused(_ arguments: String..., saying words: String) throws {
            let ran = try sandbox.run(["ledger"] + arguments + (isJSON ? ["--json"] : []))
            #expect(ran.status == 64 && ran.out.isEmpty && ran.err.contains(words), "\(ran.status) \(ran.err)")
        }
        try refused("--to", "niemand", saying: "nobody is subscribed as 'niemand', and no mail was made for it")
        try refused("--to", "wethoudr", saying: "did you mean 'wethouder'?")
        try refused("--alert", "x", saying: "there is no alert 'x', and no mail was made of it; 'peilwacht alerts")
        try refused("--alert", "taget:wmo-maatwerk/GM0303", saying: "did you mean 'target:wmo-maatwerk/GM0303'?")
        // What may yet come of a known name is no fault.
        let none = try sandbox.run("ledger", "--alert", "overdue:wmo-maatwerk/GM0303")
        #expect(none.status == 0 && none.err.contains("no mail was made"), "\(none.err)")
        let digest = try sandbox.run("digest", "--to", "wethoudr")
        #expect(digest.status == 64 && digest.err.contains("did you mean 'wethouder'?"), "\(digest.err)")
    }

    @Test("a file that cannot be written is told with the reason")
    func unwritable() throws {
        let sandbox = try Sandbox()
        try sandbox.pass()
        let ran = try sandbox.run("report", "dronten", "--output", "/nope/x")
        #expect(ran.status == 75 && ran.err.contains("cannot write '/nope/x': No such file or directory"), "\(ran.err)")
    }

    @Test("a key that is like no known one is not taken for one, and the page with the keys is named")
    func unlikeKeys() throws {
        let sandbox = try Sandbox()
        let text = try sandbox.read("peilwacht.yaml")
        for (key, words) in [
            ("x", "unknown key 'x' in the configuration; its keys stand in the manual page peilwacht.yaml(5)"),
            ("alertlog", "unknown key 'alertlog' in the configuration; the nearest known key is 'alert_log'"),
        ] {
            try sandbox.write("peilwacht.yaml", "\(text)\n\(key): 1\n")
            let ran = try sandbox.run("check")
            #expect(ran.status == 78 && ran.err.contains(words), "\(ran.err)")
        }
    }

    // MARK: The log

    @Test("what ends the daemon stands in its log as a line of it, with the key of the folder and what to do")
    func ends() throws {
        let sandbox = try Sandbox()
        try sandbox.write("receipts", "no folder")
        for command in [["run"], ["run", "--once"]] {
            let ran = try sandbox.run(["--at", "2026-04-01T08:00"] + command)
            #expect(ran.status == 75)
            let line = try #require(ran.err.split(separator: "\n").last)
            #expect(line.hasPrefix("2026-04-01T08:00:0") && line.contains(" error: folders: receipts: "), "\(line)")
            #expect(line.contains("Not a directory") && line.contains("name another folder"), "\(line)")
        }
    }

    @Test("a daemon whose store is gone says so in a line with time and level")
    func lostStore() throws {
        let sandbox = try Sandbox(evaluateEvery: "24h")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        try FileManager.default.moveItem(at: sandbox.file("store.sqlite"), to: sandbox.file("elsewhere"))
        daemon.signal(SIGHUP)
        let line = try daemon.awaitLine("ends for a restart")
        #expect(line.hasPrefix("2026-04-01T08:0") && line.contains(" error: the store '"), "\(line)")
        #expect(daemon.end() == 75)
    }
}
