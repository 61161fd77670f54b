import Foundation
import TestSupport
import Testing

@Suite("Backup and restore, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct BackupTests {
    private static let header = "indicator;periode;waarde\n"

    private func object(_ ran: Ran) throws -> [String: Any] { try #require(try ran.json() as? [String: Any]) }

    /// A sandbox with a red alert, which a mail that waits tells.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.pass()
        return sandbox
    }

    @Test("a running daemon is copied while files come in, and each copy is whole and can be put back")
    func beside() throws {
        let sandbox = try sandbox()
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("watching")
        var imports: [Int] = []
        for number in 1...6 {
            try sandbox.drop("d\(number).csv", Self.header + "jeugdhulp;2025-Q\(number % 4 + 1);\(1000 + number)\n")
            let ran = try sandbox.run("backup", "copy-\(number)", "--json")
            #expect(ran.status == 0, "\(ran.err)")
            imports.append(try #require(try object(ran)["imports"] as? Int))
        }
        #expect(imports == imports.sorted() && imports[0] >= 1)
        #expect(daemon.stop() == 0)
        for number in 1...6 {
            let other = try Sandbox()
            let copy = sandbox.file("copy-\(number)").path
            let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let restored = try other.run("restore", copy, "--json")
            #expect(restored.status == 0, "\(restored.err)")
            #expect(try object(restored)["imports"] as? Int == imports[number - 1])
            #expect(try object(restored)["kept"] is NSNull)
            #expect(try other.firstPass().status == 0)
            #expect(try other.events().first?["event"] as? String == "opened")
        }
        #expect(sandbox.names(in: ".").filter { $0.hasSuffix(".tmp") || $0.hasPrefix("copy") }.count == 6)
    }

    @Test("nothing is written over, and what is not there is said")
    func refusedBackup() throws {
        let sandbox = try sandbox()
        try sandbox.write("there", "precious")
        let over = try sandbox.run("backup", "there")
        #expect(over.status == 64 && over.err.contains("exists already"), "\(over.err)")
        #expect(try sandbox.read("there") == "precious")
        #expect(try sandbox.run("backup", "nowhere/copy").status == 75)
        let bare = try Sandbox()
        #expect(try bare.run("backup", "copy").status == 66)
        #expect(bare.names(in: ".").contains("copy") == false)
    }

    @Test("what is no backup, damaged or of a later version is refused, and everything stays as it was")
    func refusedRestore() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.run("backup", "copy").status == 0)
        let before = try sandbox.run("alerts", "--json").out
        func refused(_ name: String, _ bytes: Data?, _ status: Int32, _ words: String) throws {
            if let bytes { try bytes.write(to: sandbox.file(name)) }
            let ran = try sandbox.run("restore", name)
            #expect(ran.status == status && ran.err.contains(words), "\(name): \(ran.status) \(ran.err)")
        }
        let copy = try Data(contentsOf: sandbox.file("copy"))
        try refused("absent", nil, 66, "there is no file")
        try refused("text", Data("no database at all, but long enough to be read as one".utf8), 65, "no backup")
        try refused("empty", Data(), 65, "it is empty")
        try refused("cut", copy.prefix(copy.count / 2), 65, "damaged")
        var spoilt = copy
        for place in stride(from: 8192, to: copy.count - 4096, by: 4096) { spoilt[place + 3] ^= 0xFF }
        try refused("spoilt", spoilt, 65, "damaged")
        try copy.write(to: sandbox.file("later"))
        try sqlite(sandbox.file("later").path, "INSERT INTO grdb_migrations VALUES ('999')")
        try refused("later", nil, 65, "later version")
        try sqlite(sandbox.file("other").path, "CREATE TABLE t (a)")
        try refused("other", nil, 65, "not a store of Peilwacht")
        #expect(try sandbox.run("alerts", "--json").out == before)
        #expect(sandbox.names(in: ".").filter { $0.contains("before") || $0.hasSuffix(".tmp") } == [])
    }

    @Test("beside a running daemon nothing is put back")
    func inUse() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.run("backup", "copy").status == 0)
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("watching")
        let ran = try sandbox.run("restore", "copy")
        #expect(ran.status == 75 && ran.err.contains("in use"), "\(ran.err)")
        #expect(daemon.stop() == 0)
    }

    @Test("what was sent since is not sent again, the log that is longer is kept, and so is the store that was there")
    func afterwards() throws {
        let sandbox = try sandbox()
        let waiting = sandbox.names(in: "outbox/new")
        #expect(waiting.count == 1)
        #expect(try sandbox.run("backup", "copy").status == 0)
        // The relay accepts the mail, and another value comes with another mail.
        try FileManager.default.moveItem(
            at: sandbox.file("outbox/new/\(waiting[0])"),
            to: sandbox.file("outbox/sent/\(waiting[0])")
        )
        try sandbox.drop("b.csv", Self.header + "matig;2026;60\n")
        let lines = try sandbox.events().count
        try sqlite(sandbox.file("store.sqlite").path, "UPDATE message SET folder = 'sent', placed = 'sent'")
        try sandbox.firstPass(at: "2026-04-01T09:00")
        #expect(try sandbox.events().count > lines)

        let ran = try sandbox.run("--at", "2026-04-01T10:00", "restore", "copy", "--json")
        #expect(ran.status == 0, "\(ran.err)")
        let report = try object(ran)
        #expect(report["sent_since"] as? Int == 1)
        let kept = try #require(report["kept"] as? String)
        #expect(kept.hasSuffix("store.sqlite.before-2026-04-01T0800Z-1"))
        #expect(FileManager.default.fileExists(atPath: kept))

        let next = try sandbox.firstPass(at: "2026-04-01T10:05")
        #expect(next.status == 0, "\(next.err)")
        #expect(next.err.contains("more alerts than the store"), "\(next.err)")
        #expect(sandbox.names(in: "outbox/sent") == waiting)
        #expect(!sandbox.names(in: "outbox/new").contains(waiting[0]))
        #expect(sandbox.names(in: ".").contains("alerts.jsonl.ahead-1"))
        #expect(try sandbox.events().map { $0["seq"] as? Int } == (1...lines).map { $0 })
    }

    @Test("a log that was left of a store that is gone is not played over the one that is put back")
    func foreignLog() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.run("backup", "copy").status == 0)
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("watching")
        try sandbox.drop("b.csv", Self.header + "matig;2026;60\n")
        try daemon.awaitLine("file taken")
        let log = try Data(contentsOf: sandbox.file("store.sqlite-wal"))
        #expect(daemon.stop() == 0)
        #expect(!log.isEmpty)
        try FileManager.default.removeItem(at: sandbox.file("store.sqlite"))
        try log.write(to: sandbox.file("store.sqlite-wal"))

        let ran = try sandbox.run("--at", "2026-04-01T10:00", "restore", "copy", "--json")
        #expect(ran.status == 0, "\(ran.err)")
        #expect(try object(ran)["kept"] is NSNull)
        #expect(!sandbox.names(in: ".").contains("store.sqlite-wal"))
        #expect(try Data(contentsOf: sandbox.file("store.sqlite.before-2026-04-01T0800Z-1-wal")) == log)
        let again = try sandbox.run("backup", "again", "--json")
        #expect(again.status == 0, "\(again.err)")
        let imports = try object(ran)["imports"] as? Int
        let restored = try object(again)["imports"] as? Int
        #expect(imports != nil && restored == imports)
    }

    private func sqlite(_ path: String, _ statement: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sqlite3")
        process.arguments = [path, statement]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
