import Foundation
import TestSupport
import Testing

@Suite("Who was told what, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct LedgerTests {
    private static let header = "indicator;periode;waarde\n"

    /// A sandbox with an alert that was told at once and in a digest, to a relay that does not know one reader.
    private func told(_ relay: UnrulyRelay) throws -> Sandbox {
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(relay.port)\n")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        try sandbox.pass(at: "2026-04-01T08:00")
        try sandbox.pass(at: "2026-04-01T08:40")
        return sandbox
    }

    private func mails(_ sandbox: Sandbox, _ arguments: String...) throws -> [[String: Any]] {
        let ran = try sandbox.run(["ledger", "--json"] + arguments)
        #expect(ran.status == 0, "\(ran.err)")
        return try ran.objects()
    }

    @Test("each mail has its facts as told, its attempts with the relay's words, and its file")
    func whole() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try told(relay)
        let all = try mails(sandbox)
        #expect(all.map { $0["recipient"] as? String } == ["wethouder@dronten.example", "beleid@dronten.example"])
        #expect(all.map { $0["state"] as? String } == ["accepted", "failed"])
        let fact = try #require((all[0]["told"] as? [[String: Any]])?.first)
        #expect(fact["value"] as? Int == 112 && fact["period"] as? String == "2025")
        #expect((fact["target"] as? String)?.contains("< 108") == true)
        #expect((fact["import"] as? String)?.count == 64)
        let event = try #require(try sandbox.events().first)
        #expect(
            fact["seq"] as? Int == event["seq"] as? Int && fact["message"] as? String == event["message"] as? String
        )
        let attempts = all.compactMap { ($0["attempts"] as? [[String: Any]])?.first?["reply"] as? String }
        #expect(attempts[0].contains("250 2.0.0 queued") && attempts[1].contains("550 5.1.1 user unknown"))
        for mail in all {
            let file = try #require(mail["file"] as? String)
            #expect(try sandbox.read("outbox/\(file)").contains(try #require(mail["message_id"] as? String)))
        }
    }

    @Test("what was told stays as it was told, whatever the configuration says later")
    func laterTargets() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try told(relay)
        try sandbox.write("programme.yaml", Sandbox.programme.replacing("<108", with: "<200"))
        try sandbox.pass(at: "2026-04-02T06:00")
        let fact = try #require((try mails(sandbox).first?["told"] as? [[String: Any]])?.first)
        #expect((fact["target"] as? String)?.contains("< 108") == true)
    }

    @Test("a digest is kept with the figures that it told, newer than those by which its alert began")
    func newerFigures() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(relay.port)\n")
        for (time, row) in [("08:00", "2025;112"), ("08:20", "2026;150")] {
            try sandbox.drop("\(row).csv", Self.header + "wmo-maatwerk;\(row)\n")
            try sandbox.pass(at: "2026-04-01T\(time)")
        }
        try sandbox.pass(at: "2026-04-01T08:40")
        let told = try mails(sandbox).map { ($0["told"] as? [[String: Any]])?.first?["value"] as? Int }
        #expect(told == [112, 150])
    }

    @Test("it is asked by recipient, subscription, alert and days, which are counted in")
    func asked() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try told(relay)
        #expect(try mails(sandbox, "--to", "wethouder").count == 1)
        #expect(try mails(sandbox, "--to", "beleid@dronten.example").count == 1)
        #expect(try mails(sandbox, "--alert", "target:wmo-maatwerk/GM0303").count == 2)
        #expect(try mails(sandbox, "--alert", "target:wmo-maatwerk/GM0303#1").count == 2)
        #expect(try mails(sandbox, "--alert", "target:wmo-maatwerk/GM0303#2").isEmpty)
        #expect(try mails(sandbox, "--from", "2026-04-01", "--to-date", "2026-04-01").count == 2)
        #expect(try mails(sandbox, "--from", "2026-04-02").isEmpty)
        #expect(try mails(sandbox, "--to-date", "2026-03-31").isEmpty)
        for wrong in [
            ["--from", "gisteren"], ["--json", "--csv"], ["--from", "2026-04-02", "--to-date", "2026-04-01"],
        ] {
            #expect(try sandbox.run(["ledger"] + wrong).status == 64)
        }
        let nothing = try sandbox.run("ledger", "--to", "wethouder", "--from", "2026-04-02")
        #expect(nothing.status == 0 && nothing.out.isEmpty && !nothing.err.isEmpty)
    }

    @Test("with --at it is shown as it stood then")
    func asOf() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try told(relay)
        func states(_ moment: String) throws -> [String] {
            try sandbox.run("--at", moment, "ledger", "--json").objects().compactMap { $0["state"] as? String }
        }
        #expect(try states("2026-04-01T07:00").isEmpty)
        #expect(try states("2026-04-01T08:10") == ["accepted"])
        #expect(try states("2026-04-01T09:00") == ["accepted", "failed"])
    }

    @Test("a spreadsheet gets a row for each fact, and takes nothing in it for a formula")
    func spreadsheet() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(relay.port)\n")
        let programme = Sandbox.programme.replacing("title: Wmo-maatwerk", with: "title: '=HYPERLINK(\"x\");1'")
        try sandbox.write("programme.yaml", programme)
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112,5\n")
        try sandbox.pass(at: "2026-04-01T08:00")
        let table = try sandbox.run("ledger", "--csv").out
        #expect(table.hasPrefix("\u{FEFF}mail;message-id;"))
        #expect(table.contains(";\"'=HYPERLINK(\"\"x\"\");1\";"))
        #expect(table.contains(";112,5;per 1000;"))
        #expect(table.components(separatedBy: "\r\n").count == 3)
        #expect(!table.contains(";=") && !table.contains("\n="))
    }

    @Test("what was so already when the watch began is not called new, in the table as little as in the text")
    func openingState() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        #expect(try sandbox.run("--at", "2026-04-01T08:00", "run", "--once").status == 0)
        #expect(try sandbox.run("--at", "2026-04-01T08:40", "run", "--once").status == 0)
        let (text, table) = (try sandbox.run("ledger").out, try sandbox.run("ledger", "--csv").out)
        #expect(text.contains("beginstand: Wmo-maatwerk") && table.contains(";beginstand;"), "\(text)\(table)")
        #expect(!text.contains("nieuw: Wmo-maatwerk") && !table.contains(";nieuw;"))
        // Nothing waits for a relay that is not there.
        #expect(text.contains("niet verstuurd: geen mailserver") && !text.contains(" wacht"), "\(text)")
        #expect(table.contains(";niet verstuurd: geen mailserver;"))
    }

    @Test("who may not read the store is answered by the daemon, and the text says it in words")
    func throughTheDaemon() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try told(relay)
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2026-04-01T08:50"])
        try daemon.awaitLine("watching")
        let direct = try sandbox.run("ledger").out
        #expect(direct.contains("aangenomen door de mailserver: 250 2.0.0 queued"))
        #expect(direct.contains("nieuw: Wmo-maatwerk (112 per 1000 over 2025"))
        // In another folder the store is not where the configuration says, and the socket is.
        let settings = try sandbox.read("peilwacht.yaml")
            .replacing("store: sqlite:store.sqlite", with: "store: sqlite:/nergens/store.sqlite")
        let socket = "control_socket: \(sandbox.file("peilwacht.sock").path)\n"
        try sandbox.write("elsewhere.yaml", socket + settings)
        let asked = try sandbox.run(["ledger"], config: sandbox.file("elsewhere.yaml"))
        #expect(asked.out == direct, "\(asked.err)")
        #expect(daemon.stop() == 0)
    }
}
