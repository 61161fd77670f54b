import Foundation
import TestSupport
import Testing

/// What was so before anyone watched is told once, shortly, and is no news.
@Suite("The first day, through the real program", .ownThreads)
struct FirstDayTests {
    private static let header = "indicator;periode;waarde\n"

    private func text(_ mail: String) throws -> String {
        try #require(ParsedMail.parse(Data(mail.utf8)).parts.first?.text)
    }

    private func mails(_ sandbox: Sandbox) throws -> [String] { try sandbox.texts(in: "outbox/new", ending: ".eml") }

    @Test func `the shipped configuration with its examples sends each recipient one short mail`() throws {
        let sandbox = try Sandbox()
        let config = Sandbox.project.appendingPathComponent("config")
        for file in try FileManager.default.contentsOfDirectory(atPath: config.appendingPathComponent("examples").path)
        {
            let text = try String(contentsOf: config.appendingPathComponent("examples/\(file)"), encoding: .utf8)
            try FileManager.default.createDirectory(at: sandbox.file("var/inbox"), withIntermediateDirectories: true)
            try sandbox.write("var/inbox/\(file)", text)
            let earlier = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -60)]
            try FileManager.default.setAttributes(earlier, ofItemAtPath: sandbox.file("var/inbox/\(file)").path)
        }
        let ran = try sandbox.run(
            ["--at", "2026-11-29T12:00", "run", "--once"],
            config: config.appendingPathComponent("peilwacht.yaml")
        )
        #expect(ran.status == 0, "\(ran.err)")
        let mails = try sandbox.texts(in: "var/outbox/new", ending: ".eml")
        #expect(mails.count == 4)
        for mail in mails {
            let text = try text(mail)
            #expect(text.hasPrefix("Peilwacht kijkt mee"))
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 90, "\(text)")
            #expect(mail.utf8.count < 40_000)
        }
        let again = try sandbox.run(
            ["--at", "2026-11-29T12:01", "run", "--once"],
            config: config.appendingPathComponent("peilwacht.yaml")
        )
        #expect(again.status == 0)
        #expect(sandbox.names(in: "var/outbox/new").count == 4)
        let log = try sandbox.read("var/alerts.jsonl").split(separator: "\n")
        #expect(log.allSatisfy { $0.contains("\"event\":\"opened\"") && $0.contains("\"opening_state\":true") })
    }

    @Test func `what deviates at the first start is told once, and its end is told`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.firstPass()
        let mails = try mails(sandbox)
        #expect(mails.count == 2)
        let first = try text(mails[0])
        #expect(first.contains("Wmo-maatwerk") && first.contains("Peilwacht kijkt mee"))
        #expect(mails[0].contains("Subject: Peilwacht kijkt mee: 5 indicatoren, 1 rood"))
        #expect(try sandbox.events().first?["opening_state"] as? Bool == true)
        #expect(try sandbox.run("alerts", "--json").objects().first?["opening_state"] as? Bool == true)
        #expect(try sandbox.run("explain", "wmo-maatwerk").out.contains("beginstand"))
        let status = try sandbox.run("--at", "2026-04-01T08:00", "status", "--json").objects()
        #expect(status.first { $0["indicator"] as? String == "wmo-maatwerk" }?["opening_state"] as? Bool == true)

        try sandbox.pass(at: "2026-04-02T09:00")
        #expect(sandbox.names(in: "outbox/new").count == 2)
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2027;100\n")
        try sandbox.pass(at: "2026-04-02T10:00")
        try sandbox.pass(at: "2026-04-03T07:00")
        #expect(try text(#require(try self.mails(sandbox).last)).contains("Wmo-maatwerk"))
    }

    @Test func `a value that is dropped later, for an indicator that had none, is news`() throws {
        let sandbox = try Sandbox()
        try sandbox.firstPass()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.firstPass(at: "2026-04-01T08:01")
        #expect(try mails(sandbox).first?.contains("Subject: [1 rood] Wmo-maatwerk 112") == true)
        #expect(try sandbox.events().first?["opening_state"] == nil)
    }

    /// Somebody else, who gets everything each morning.
    private static let late = """
          - {id: raad, who: raad@dronten.example, about: all, when: {digest: {at: ["07:00"], days: daily}}}
        """ + "\n"

    private func mails(_ sandbox: Sandbox, to address: String) throws -> [String] {
        try mails(sandbox).filter { $0.contains("To: \(address)@dronten.example") }
    }

    @Test func `who subscribes later is told once of what is open, and of its end`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.firstPass()
        try sandbox.write("peilwacht.yaml", sandbox.read("peilwacht.yaml") + Self.late)
        try sandbox.firstPass(at: "2026-04-02T09:00")
        let own = try mails(sandbox, to: "raad")
        #expect(try own.count == 1 && mails(sandbox).count == 3)
        let mail = try #require(own.first)
        #expect(mail.contains("Subject: Peilwacht kijkt mee: 5 indicatoren, 1 rood"))
        #expect(try text(mail).contains("Rood: Wmo-maatwerk: 112 per 1000"))
        #expect(!mail.inOneLine.contains("voordat Peilwacht meekeek"))
        for hour in ["10:00", "11:00"] { try sandbox.firstPass(at: "2026-04-02T\(hour)") }
        #expect(try mails(sandbox).count == 3)
        for name in ["wethouder", "raad"] {
            let digest = try sandbox.run("digest", "--to", name).out
            #expect(
                digest.contains("Nog open (1)") && digest.contains("■ Rood: Wmo-maatwerk")
                    && digest.contains("(beginstand)"),
                "\(name)"
            )
        }
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;100\n")
        try sandbox.firstPass(at: "2026-04-02T12:00")
        try sandbox.firstPass(at: "2026-04-03T07:00")
        let end = try #require(try mails(sandbox, to: "raad").last)
        #expect(end.contains("Subject: [Groen] Wmo-maatwerk 100 per 1000"))
        #expect(try mails(sandbox, to: "raad").count == 2)
    }

    @Test func `who subscribes later is not told of what had ended, nor of the end of that`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.firstPass()
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;100\n")
        try sandbox.firstPass(at: "2026-04-01T09:00")
        try sandbox.write("peilwacht.yaml", sandbox.read("peilwacht.yaml") + Self.late)
        for day in ["02", "03"] { try sandbox.firstPass(at: "2026-04-\(day)T09:00") }
        #expect(try mails(sandbox, to: "raad").isEmpty)
    }

    @Test func `who gets only urgent mails and subscribes later is told of what is urgent, and of its end`() throws {
        let sandbox = try Sandbox()
        // Amber and red.
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;109\nsterk;2026;47\n")
        try sandbox.firstPass()
        let urgent = "  - {id: piket, who: piket@dronten.example, about: all, when: {at_once: critical}}\n"
        try sandbox.write("peilwacht.yaml", sandbox.read("peilwacht.yaml") + urgent)
        try sandbox.firstPass(at: "2026-04-02T09:00")
        let mail = try #require(try mails(sandbox, to: "piket").first)
        #expect(try text(mail).contains("Rood: Sterk eenzaam") && !text(mail).contains("Oranje: Wmo"))
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;100\nsterk;2026;5\n")
        try sandbox.firstPass(at: "2026-04-02T10:00")
        let all = try mails(sandbox, to: "piket")
        #expect(try all.count == 2 && text(all[1]).contains("Sterk eenzaam") && !text(all[1]).contains("Wmo-maatwerk"))
    }

    @Test func `a subscription that is widened is told of what it did not cover, and of nothing twice`() throws {
        let sandbox = try Sandbox()
        let programme = try sandbox.read("programme.yaml").replacing("targets: {}", with: "targets: {2026-Q1: \"<5\"}")
        try sandbox.write("programme.yaml", programme)
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\njeugdhulp;2026-Q1;50\n")
        try sandbox.firstPass(at: "2026-04-02T08:00")
        #expect(try mails(sandbox, to: "beleid").count == 1)
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing("about: {packages: [6N]}", with: "about: all"))
        try sandbox.firstPass(at: "2026-04-02T09:00")
        let mail = try #require(try mails(sandbox, to: "beleid").last)
        #expect(mail.contains("Subject: Peilwacht kijkt mee: 1 indicator, 1 rood"))
        #expect(try !text(mail).contains("Wmo-maatwerk"))
        // Narrowed and widened again, under another name: the same reader had all of it already.
        try sandbox.write("peilwacht.yaml", settings.replacing("- id: beleid", with: "- id: beleid-nieuw"))
        try sandbox.firstPass(at: "2026-04-02T10:00")
        try sandbox.write("peilwacht.yaml", settings.replacing("about: {packages: [6N]}", with: "about: all"))
        try sandbox.firstPass(at: "2026-04-02T11:00")
        #expect(try mails(sandbox, to: "beleid").count == 2)
    }

    @Test func `a running daemon tells who is added by an edit, at once and once`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.firstPass(at: "2026-04-02T08:00")
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2026-04-02T09:00"])
        try daemon.awaitLine("watching 5 indicators")
        try sandbox.write("peilwacht.yaml", sandbox.read("peilwacht.yaml") + Self.late)
        daemon.signal(SIGHUP)
        try daemon.awaitLine("configuration read again")
        #expect(daemon.stop() == 0)
        #expect(try mails(sandbox, to: "raad").count == 1)
        try sandbox.firstPass(at: "2026-04-02T10:00")
        #expect(try mails(sandbox, to: "raad").count == 1)
    }

    @Test func `who is added together with a programme gets one mail of both`() throws {
        let sandbox = try Sandbox()
        let programme = try sandbox.read("programme.yaml")
        try sandbox.write("programme.yaml", programme.replacing("jeugdhulp", with: "iets-anders"))
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.firstPass(at: "2026-04-02T08:00")
        try sandbox.write("programme.yaml", programme.replacing("targets: {}", with: "targets: {2026-Q1: \"<5\"}"))
        try sandbox.write("peilwacht.yaml", sandbox.read("peilwacht.yaml") + Self.late)
        try sandbox.drop("b.csv", Self.header + "jeugdhulp;2026-Q1;50\n")
        try sandbox.firstPass(at: "2026-04-02T09:00")
        let own = try mails(sandbox, to: "raad")
        #expect(own.count == 1)
        #expect(own.first?.contains("Subject: Peilwacht kijkt mee: 5 indicatoren, 2 rood") == true)
    }

    @Test func `a programme that is added later is told once, to each recipient`() throws {
        let sandbox = try Sandbox()
        let programme = try sandbox.read("programme.yaml")
        try sandbox.write("programme.yaml", programme.replacing("wmo-maatwerk", with: "iets-anders"))
        try sandbox.firstPass()
        try sandbox.write("programme.yaml", programme)
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.firstPass(at: "2026-04-01T09:00")
        let mails = try mails(sandbox)
        #expect(mails.count == 2)
        #expect(mails.allSatisfy { $0.contains("Subject: Peilwacht kijkt mee: 1 indicator, 1 rood") })
    }

    @Test func `thousands of neighbourhoods in one file are one mail of less than 100 kB, and none is lost`() throws {
        let sandbox = try Sandbox()
        let rows = (0..<1897).map { "wmo-maatwerk;2026;\(150 + $0 % 40);BU0303\(String(10_000 + $0).dropFirst())\n" }
        try sandbox.pass()
        try sandbox.drop("a.csv", "indicator;periode;waarde;gebied\n" + rows.joined())
        try sandbox.pass(at: "2026-04-01T08:01")
        let mails = try mails(sandbox)
        #expect(mails.count == 1)
        let mail = try #require(mails.first)
        #expect(mail.utf8.count < 100_000)
        #expect(mail.contains("rood] 1.897 wijken en buurten"))
        #expect(try text(mail).contains("peilwacht alerts"))
        #expect(try sandbox.events().count == 1897)
    }
}
