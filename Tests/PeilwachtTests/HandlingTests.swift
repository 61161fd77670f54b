import Foundation
import TestSupport
import Testing

/// What people do with open alerts, and what others then hear of them.
@Suite("Handling of alerts, through the real program", .ownThreads)
struct HandlingTests {
    private static let header = "indicator;periode;waarde\n"
    private static let alert = "target:wmo-maatwerk/GM0303"

    private func drop(_ sandbox: Sandbox, _ name: String, _ row: String, at time: String) throws {
        try sandbox.drop(name, Self.header + row + "\n")
        try sandbox.pass(at: time)
    }

    private func order(_ sandbox: Sandbox, at time: String, _ arguments: String...) throws -> Ran {
        try sandbox.run(["--at", time] + arguments)
    }

    private func events(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.events().filter { $0["rule"] as? String == "target" }.compactMap { $0["event"] as? String }
    }

    private func last(_ sandbox: Sandbox, _ event: String) throws -> [String: Any] {
        try #require(try sandbox.events().last { $0["event"] as? String == event })
    }

    /// The texts of the mails to an address, in order, each in one line.
    private func mails(_ sandbox: Sandbox, to address: String = "wethouder@") throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { mail in
            mail.split(separator: "\r\n").contains { $0.hasPrefix("To: ") && $0.contains(address) }
        }
        .map { mail in
            try #require(ParsedMail.parse(Data(mail.utf8)).parts.first?.text).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
    }

    private func open(_ sandbox: Sandbox) throws -> [String: Any] {
        try #require(
            try sandbox.run("alerts", "--json").objects().first { $0["alert"] as? String == Self.alert }
        )
    }

    // MARK: Taking up

    /// An amber alert that the digest of 07:00 has told.
    private func told() throws -> Sandbox {
        let sandbox = try Sandbox()
        try drop(sandbox, "a.csv", "wmo-maatwerk;2025;109", at: "2027-04-01T06:00")
        try sandbox.pass(at: "2027-04-01T07:00")
        #expect(try mails(sandbox).count == 1)
        return sandbox
    }

    @Test("who took an alert up is shown everywhere; when its day has come, it is told once", .timeLimit(.minutes(30)))
    func acknowledged() throws {
        let sandbox = try told()
        let ran = try order(
            sandbox,
            at: "2027-04-01T07:30",
            "ack",
            Self.alert,
            "--by",
            "J. Jansen",
            "--why",
            "wacht op GGD",
            "--until",
            "2027-04-05"
        )
        #expect(ran.status == 0, "\(ran.err)")
        let said = "Opgepakt door J. Jansen op 1 april 2027: wacht op GGD; tot 5 april 2027"
        #expect(ran.out.contains(said) && ran.out.contains("erger"))
        let event = try last(sandbox, "acknowledged")
        #expect(event["by"] as? String == "J. Jansen" && event["why"] as? String == "wacht op GGD")
        #expect(event["until"] as? String == "2027-04-05")
        #expect((event["message"] as? String)?.hasSuffix("Opgepakt door J. Jansen: wacht op GGD.") == true)
        #expect((try open(sandbox)["acknowledged"] as? [String: Any])?["by"] as? String == "J. Jansen")
        #expect(try sandbox.run("alerts").out.contains("\(Self.alert)  ") && sandbox.run("alerts").out.contains(said))
        let explained = try sandbox.run("--at", "2027-04-01T08:00", "explain", "wmo-maatwerk").out
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(explained.contains(said) && explained.contains("(acknowledgement)"), "\(explained)")
        let digest = try order(sandbox, at: "2027-04-02T06:00", "digest", "--to", "wethouder").out.inOneLine
        #expect(digest.contains("Opgepakt door J. Jansen, tot 5 april 2027 (reden: wacht op GGD)"), "\(digest)")
        // Before it was taken up nothing of that is shown.
        let before = try sandbox.run("--at", "2027-04-01T07:10", "alerts", "--json").objects()
        #expect(before.allSatisfy { $0["acknowledged"] == nil })

        try sandbox.pass(at: "2027-04-04T23:30")
        #expect(try events(sandbox) == ["opened", "acknowledged"] && mails(sandbox).count == 1)
        for time in ["2027-04-05T00:00", "2027-04-05T00:10", "2027-04-05T07:00", "2027-04-06T07:00"] {
            try sandbox.pass(at: time)
        }
        #expect(try events(sandbox) == ["opened", "acknowledged", "reminded"])
        #expect(try last(sandbox, "reminded")["reminder"] as? String == "acknowledgement-ended")
        #expect(try open(sandbox)["acknowledged"] == nil)
        let all = try mails(sandbox)
        #expect(all.count == 2)
        #expect(all[1].contains("Vraagt uw aandacht (1)") && all[1].contains("die termijn is voorbij"), "\(all[1])")
    }

    @Test("worsening ends it and is told as ever; the end is told too", .timeLimit(.minutes(30)))
    func worsened() throws {
        let sandbox = try told()
        #expect(try order(sandbox, at: "2027-04-01T07:30", "ack", "wmo-maatwerk", "--by", "J").status == 0)
        try drop(sandbox, "b.csv", "wmo-maatwerk;2026;150", at: "2027-04-01T08:00")
        #expect(try events(sandbox) == ["opened", "acknowledged", "worsened"])
        #expect(try open(sandbox)["acknowledged"] == nil)
        #expect(try mails(sandbox).last?.contains("Verandering: Erger geworden") == true)
        #expect(try order(sandbox, at: "2027-04-01T08:30", "ack", Self.alert, "--by", "J").status == 0)
        try drop(sandbox, "c.csv", "wmo-maatwerk;2026;100", at: "2027-04-01T09:00")
        try sandbox.pass(at: "2027-04-02T07:00")
        #expect(try mails(sandbox).last?.contains("Goed nieuws (1)") == true)
        let closed = try order(sandbox, at: "2027-04-02T08:00", "ack", Self.alert, "--by", "J")
        #expect(closed.status == 65 && closed.err.contains("staat niet meer open"), "\(closed.err)")
    }

    @Test("until the next measurement: when that comes and it is still wrong, it is told", .timeLimit(.minutes(30)))
    func nextMeasurement() throws {
        let sandbox = try told()
        let ran = try order(
            sandbox,
            at: "2027-04-01T07:30",
            "ack",
            Self.alert,
            "--by",
            "J",
            "--until",
            "next-measurement",
            "--json"
        )
        #expect(try (ran.objects().first?["acknowledged"] as? [String: Any])?["until"] as? String == "next-measurement")
        try drop(sandbox, "b.csv", "wmo-maatwerk;2026;109", at: "2027-04-01T08:00")
        #expect(try events(sandbox).last == "reminded")
        try sandbox.pass(at: "2027-04-02T07:00")
        #expect(try mails(sandbox).last?.contains("Vraagt uw aandacht (1)") == true)
    }

    @Test("a slip names the nearest; an unreadable end and an empty name are refused", .timeLimit(.minutes(30)))
    func slips() throws {
        let sandbox = try told()
        let slip = try order(sandbox, at: "2027-04-01T07:30", "ack", "target:wmo-matwerk/GM0303", "--by", "J")
        #expect(slip.status == 65 && slip.err.contains("bedoelt u '\(Self.alert)'?"), "\(slip.err)")
        let evil = try order(sandbox, at: "2027-04-01T07:30", "ack", "\u{1b}[2J", "--by", "J")
        #expect(evil.status == 65 && !evil.err.contains("\u{1b}"))
        for arguments in [
            ["ack", Self.alert, "--until", "ooit"], ["ack", Self.alert, "--until", "2027-04-01"],
            ["ack", Self.alert, "--by", " "], ["ack", Self.alert, "--why", ""], ["note", Self.alert],
            ["silence", "--indicator", "wmo-maatwerk", "--why", "x"],
            ["silence", "--until", "2027-05-01", "--why", "x"],
            ["silence", "--indicator", "wmo-matwerk", "--until", "2027-05-01", "--why", "x"],
            ["silence", "--area", "Urk", "--until", "2027-05-01", "--why", "x"],
            ["silence", "--rule", "targets", "--until", "2027-05-01", "--why", "x"],
            ["silence", "--indicator", "wmo-maatwerk", "--until", "2029-05-01", "--why", "x"],
            ["silence", "--list", "--why", "x"],
        ] {
            #expect(try sandbox.run(["--at", "2027-04-01T07:30"] + arguments).status == 64, "\(arguments)")
        }
        #expect(try events(sandbox) == ["opened"])
    }

    // MARK: Silences

    private func silence(_ sandbox: Sandbox, at time: String, until end: String) throws -> [String: Any] {
        let ran = try order(
            sandbox,
            at: time,
            "silence",
            "--indicator",
            "wmo-maatwerk",
            "--until",
            end,
            "--why",
            "migratie",
            "--by",
            "J",
            "--json"
        )
        #expect(ran.status == 0, "\(ran.err)")
        return try #require(try ran.json() as? [String: Any])
    }

    @Test("what begins in a silence is told once at its end, at once where it is red", .timeLimit(.minutes(30)))
    func silenced() throws {
        let sandbox = try Sandbox()
        try sandbox.pass(at: "2027-03-31T20:00")
        let made = try silence(sandbox, at: "2027-03-31T21:00", until: "2027-04-02T12:00")
        #expect(made["id"] as? Int == 1 && (made["alerts"] as? [String])?.contains(Self.alert) == false)
        try drop(sandbox, "a.csv", "wmo-maatwerk;2025;150", at: "2027-04-01T06:00")
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last)
        #expect(!receipt.contains("krijgt direct bericht") && receipt.contains("nu rood"), "\(receipt)")
        for time in ["2027-04-01T07:00", "2027-04-01T08:30", "2027-04-02T07:00"] { try sandbox.pass(at: time) }
        #expect(try mails(sandbox).isEmpty && mails(sandbox, to: "beleid@").isEmpty)
        #expect(try events(sandbox) == ["opened"])
        let status = try sandbox.run("--at", "2027-04-02T08:00", "status", "--json").objects()
        #expect(status.first { $0["indicator"] as? String == "wmo-maatwerk" }?["light"] as? String == "red")
        let listed = try sandbox.run("--at", "2027-04-02T08:00", "silence", "--list", "--json").objects()
        #expect(listed.map { $0["id"] as? Int } == [1])
        let shown = try sandbox.run("--at", "2027-04-02T08:00", "alerts", "--json").objects()
        #expect(shown.contains { ($0["silenced"] as? [String: Any])?["silence"] as? Int == 1 })
        let explained = try sandbox.run("--at", "2027-04-02T08:00", "explain", "wmo-maatwerk").out
        #expect(explained.contains("(silence)"))

        try sandbox.pass(at: "2027-04-02T12:00")
        #expect(try events(sandbox) == ["opened", "reminded"])
        let reminder = try last(sandbox, "reminded")
        #expect(reminder["reminder"] as? String == "silence-ended" && reminder["silence"] as? Int == 1)
        let all = try mails(sandbox)
        #expect(all.count == 1 && all[0].contains("Vraagt uw aandacht (1)"), "\(all)")
        for time in ["2027-04-03T07:00", "2027-04-05T08:30"] { try sandbox.pass(at: time) }
        #expect(try mails(sandbox).count == 1)
        let beleid = try mails(sandbox, to: "beleid@")
        #expect(beleid.count == 1 && beleid[0].contains("Vraagt uw aandacht (1)"), "\(beleid)")
        #expect(try sandbox.run("--at", "2027-04-05T09:00", "silence", "--list", "--json").objects().isEmpty)
    }

    @Test("what came and went in a silence is told to nobody; what ended, to who was told", .timeLimit(.minutes(30)))
    func endedInSilence() throws {
        let sandbox = try told()
        let made = try silence(sandbox, at: "2027-04-01T07:30", until: "2027-04-03")
        #expect((made["alerts"] as? [String]) == [Self.alert])
        #expect(try last(sandbox, "silenced")["why"] as? String == "migratie")
        try drop(sandbox, "b.csv", "wmo-maatwerk;2025;150", at: "2027-04-01T08:00")
        #expect(try mails(sandbox).count == 1)
        try drop(sandbox, "c.csv", "wmo-maatwerk;2026;100", at: "2027-04-01T09:00")
        try sandbox.pass(at: "2027-04-02T07:00")
        // The digest of 08:30 fell into the silence: its reader heard nothing of it, and hears nothing of its end.
        try sandbox.pass(at: "2027-04-02T08:30")
        for time in ["2027-04-03T00:00", "2027-04-05T08:30"] { try sandbox.pass(at: time) }
        let all = try mails(sandbox)
        #expect(all.count == 2 && all[1].contains("Goed nieuws (1)"), "\(all)")
        #expect(try mails(sandbox, to: "beleid@").isEmpty)
        #expect(try !events(sandbox).contains("reminded"))
    }

    @Test("unsilence ends it now, through a running daemon too", .timeLimit(.minutes(30)))
    func unsilence() throws {
        let sandbox = try told()
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2027-04-01T07:20"])
        try daemon.awaitLine("watching")
        _ = try silence(sandbox, at: "2027-04-01T07:30", until: "2027-04-20")
        try daemon.awaitLine("alert silenced")
        let ran = try order(sandbox, at: "2027-04-01T07:40", "unsilence", "1", "--by", "K", "--why", "klaar")
        #expect(ran.status == 0 && ran.out.contains("is beëindigd; wat nog open is en niemand"), "\(ran.err)")
        try daemon.awaitLine("alert reminded")
        let ack = try order(sandbox, at: "2027-04-01T07:50", "ack", Self.alert, "--by", "J")
        #expect(ack.status == 0, "\(ack.err)")
        #expect(daemon.stop() == 0)
        let reminder = try last(sandbox, "reminded")
        #expect(reminder["by"] as? String == "K" && reminder["why"] as? String == "klaar")
        #expect(try order(sandbox, at: "2027-04-01T08:00", "unsilence", "1").status == 65)
        #expect(try order(sandbox, at: "2027-04-01T08:00", "unsilence", "2").status == 65)
        try sandbox.pass(at: "2027-04-02T07:00")
        let all = try mails(sandbox)
        #expect(
            all.count == 2 && all[1].contains("Vraagt uw aandacht (1)") && all[1].contains("dat is voorbij"),
            "\(all)"
        )
    }

    // MARK: Escalation

    private static let escalating = """
          - id: wijk
            who: wijk@dronten.example
            about: all
            when: {digest: {at: ["07:00"], days: daily}}
            escalate: {to: {address: directeur@dronten.example, name: De directeur}, after: 14 days}
        """

    @Test("what nobody takes up goes to another, once, with why; and its end", .timeLimit(.minutes(30)))
    func escalated() throws {
        let sandbox = try Sandbox(subscriptions: Self.escalating + "\n")
        try drop(sandbox, "a.csv", "wmo-maatwerk;2025;109", at: "2027-04-01T06:00")
        for time in ["2027-04-01T07:00", "2027-04-15T06:59"] { try sandbox.pass(at: time) }
        #expect(try mails(sandbox, to: "directeur@").isEmpty)
        for time in ["2027-04-15T07:00", "2027-04-15T07:10", "2027-05-01T07:00"] { try sandbox.pass(at: time) }
        let all = try mails(sandbox, to: "directeur@")
        #expect(all.count == 1)
        #expect(all[0].contains("niet op tijd is opgepakt") && all[0].contains("Vraagt uw aandacht (1)"), "\(all)")
        let reminder = try last(sandbox, "reminded")
        #expect(reminder["reminder"] as? String == "escalation")
        #expect(reminder["told_to"] as? [String] == ["wijk/escalation"])
        try drop(sandbox, "b.csv", "wmo-maatwerk;2026;100", at: "2027-05-02T09:00")
        let end = try mails(sandbox, to: "directeur@")
        #expect(end.count == 2 && end[1].contains("Goed nieuws (1)"), "\(end)")
    }

    @Test("what somebody took up is not passed on", .timeLimit(.minutes(30)))
    func notEscalated() throws {
        let sandbox = try Sandbox(subscriptions: Self.escalating + "\n")
        try drop(sandbox, "a.csv", "wmo-maatwerk;2025;109", at: "2027-04-01T06:00")
        try sandbox.pass(at: "2027-04-01T07:00")
        #expect(try order(sandbox, at: "2027-04-02T09:00", "ack", Self.alert, "--by", "J").status == 0)
        for time in ["2027-04-15T07:00", "2027-05-15T07:00"] { try sandbox.pass(at: time) }
        #expect(try mails(sandbox, to: "directeur@").isEmpty)
    }

    // MARK: The duty to explain

    @Test(
        "the answers stand with the alert, with who and when, and what is missing is asked for",
        .timeLimit(.minutes(30))
    )
    func explained() throws {
        let sandbox = try Sandbox()
        let configuration = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", "explain_after: 30d\n" + configuration)
        try drop(sandbox, "a.csv", "wmo-maatwerk;2025;109", at: "2027-04-01T06:00")
        try sandbox.pass(at: "2027-04-01T07:00")
        let ran = try order(
            sandbox,
            at: "2027-04-02T09:00",
            "note",
            "wmo-maatwerk",
            "--oorzaak",
            "meer aanvragen\nna de griepgolf",
            "--measure",
            "extra inzet wijkteam",
            "--by",
            "J. Jansen"
        )
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.out.contains("Oorzaak: meer aanvragen na de griepgolf (J. Jansen, 2 april 2027)"))
        #expect(ran.out.contains("Nog niet ingevuld: gevolg"))
        let event = try last(sandbox, "explained")
        #expect((event["explanation"] as? [String: Any])?["measure"] as? String == "extra inzet wijkteam")
        let explanation = try #require(try open(sandbox)["explanation"] as? [String: Any])
        #expect((explanation["measure"] as? [String: Any])?["by"] as? String == "J. Jansen")
        #expect(explanation["consequence"] is NSNull)
        let digest = try order(sandbox, at: "2027-04-03T06:00", "digest", "--to", "wethouder").out.inOneLine
        #expect(digest.contains("Bijsturing: extra inzet wijkteam (J. Jansen, 2 april 2027)"), "\(digest)")

        for time in ["2027-05-01T05:59", "2027-05-01T06:00", "2027-05-01T07:00", "2027-05-02T07:00"] {
            try sandbox.pass(at: time)
        }
        #expect(try last(sandbox, "reminded")["reminder"] as? String == "unexplained")
        let all = try mails(sandbox)
        #expect(all.count == 2 && all[1].contains("nog niet ingevuld"), "\(all)")
        #expect(try order(sandbox, at: "2027-05-03T09:00", "note", Self.alert, "--gevolg", "wachttijd").status == 0)
        #expect(try events(sandbox) == ["opened", "explained", "reminded", "explained"])
    }
}
