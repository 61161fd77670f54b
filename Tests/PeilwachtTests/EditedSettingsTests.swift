import Foundation
import TestSupport
import Testing

/// What an edit of the configuration changes is told as an edit: never as good or bad news, and never at once.
@Suite("Edited settings, through the real program", .ownThreads)
struct EditedSettingsTests {
    private static let header = "indicator;periode;waarde\n"

    /// A sandbox whose `sterk` has this target for 2026, with the value 47 where one is given.
    private func sandbox(target: String, value: String? = "47") throws -> Sandbox {
        let sandbox = try Sandbox()
        try edit(sandbox, target: target)
        if let value { try sandbox.drop("a.csv", Self.header + "sterk;2026;\(value)\n") }
        try sandbox.pass(at: "2026-04-01T08:00")
        return sandbox
    }

    private func edit(_ sandbox: Sandbox, target: String) throws {
        try sandbox.write(
            "programme.yaml",
            Sandbox.programme.replacing("{2026: \"7,5%\", 2027: 7}", with: "{2026: \"\(target)\"}")
        )
    }

    /// The mails to one of the two who are subscribed, as plain text in one line.
    private func mails(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("To: De wethouder") }.map {
            try #require(ParsedMail.parse(Data($0.utf8)).parts.first?.text).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
    }

    private func told(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.events().compactMap { $0["event"] as? String }
    }

    @Test func `a target that is edited until its value meets it is no success, and edited back no alarm`() throws {
        let sandbox = try sandbox(target: "<45")
        #expect(try told(sandbox) == ["opened"])
        let before = try mails(sandbox).count
        try edit(sandbox, target: "<50")
        try sandbox.pass(at: "2026-04-01T09:00")
        #expect(try told(sandbox) == ["opened", "target-changed"])
        let event = try #require(try sandbox.events().last)
        #expect(event["old"] as? String == "< 45% (2026)" && event["new"] as? String == "< 50% (2026)")
        #expect(event["at"] as? String == "2026-04-01T07:00:00Z" && event["state"] as? String == "closed")
        #expect(try mails(sandbox).count == before)
        #expect(try sandbox.run("alerts", "--json").objects().isEmpty)

        try sandbox.pass(at: "2026-04-02T07:00")
        let digest = try #require(try mails(sandbox).last)
        #expect(digest.contains("streefwaarde gewijzigd van < 45% naar < 50% (2026)"))
        #expect(!digest.contains("is gehaald") && !digest.contains("Opgelost"))

        let sent = try mails(sandbox).count
        try edit(sandbox, target: "<45")
        try sandbox.pass(at: "2026-04-02T09:00")
        #expect(try told(sandbox) == ["opened", "target-changed", "target-changed"])
        #expect(try mails(sandbox).count == sent)
        let open = try sandbox.run("alerts", "--json").objects()
        #expect(open.map { $0["episode"] as? String } == ["target:sterk/GM0303#1"])
        #expect((open.first?["opened_at"] as? String)?.hasPrefix("2026-04-01T08:00") == true)
    }

    @Test func `an edit that is taken back before the digest is told to nobody`() throws {
        let sandbox = try sandbox(target: "<45")
        try sandbox.pass(at: "2026-04-02T07:00")
        let before = try mails(sandbox).count
        try edit(sandbox, target: "<50")
        try sandbox.pass(at: "2026-04-02T09:00")
        try edit(sandbox, target: "<45")
        try sandbox.pass(at: "2026-04-02T10:00")
        try sandbox.pass(at: "2026-04-03T07:00")
        #expect(try mails(sandbox).count == before)
    }

    @Test func `a target that is edited twice between two digests is told once, from the first to the last`() throws {
        let sandbox = try sandbox(target: "<45")
        try sandbox.pass(at: "2026-04-02T07:00")
        for (target, hour) in [("<44", "09"), ("<43", "10")] {
            try edit(sandbox, target: target)
            try sandbox.pass(at: "2026-04-02T\(hour):00")
        }
        try sandbox.pass(at: "2026-04-03T07:00")
        let digest = try #require(try mails(sandbox).last)
        #expect(digest.contains("streefwaarde gewijzigd van < 45% naar < 43% (2026)"))
        #expect(!digest.contains("< 44%"))
    }

    @Test func `a tightened target that opens an alert is not urgent, and is told as an edit`() throws {
        let sandbox = try sandbox(target: "<50")
        #expect(try told(sandbox).isEmpty)
        try edit(sandbox, target: "<40")
        try sandbox.pass(at: "2026-04-01T09:00")
        #expect(try told(sandbox) == ["opened", "target-changed"])
        #expect(try mails(sandbox).isEmpty)
        try sandbox.pass(at: "2026-04-02T07:00")
        let digest = try #require(try mails(sandbox).first)
        #expect(digest.contains("streefwaarde gewijzigd van < 50% naar < 40% (2026)"))
        #expect(digest.contains("daarmee is er nu een afwijking"))
    }

    @Test func `a value that comes with an edit in one pass is news by what holds now`() throws {
        let sandbox = try sandbox(target: "<45")
        try edit(sandbox, target: "<50")
        try sandbox.drop("b.csv", Self.header + "sterk;2026;60\n")
        try sandbox.pass(at: "2026-04-01T09:00")
        #expect(try told(sandbox) == ["opened", "target-changed", "opened"])
        #expect(try mails(sandbox).last?.contains("60%") == true)
    }

    @Test func `an edit opens nothing of what only colours the light`() throws {
        let sandbox = try Sandbox()
        let road = Sandbox.programme.replacing("{2026: \"7,5%\", 2027: 7}", with: "{2030: \"40%\"}")
        try sandbox.write("programme.yaml", road)
        try sandbox.pass(at: "2026-04-01T08:00")
        // Behind its road, and the target is years away.
        try sandbox.drop("a.csv", Self.header + "sterk;2024;60\nsterk;2025;59\n")
        try sandbox.pass(at: "2026-04-01T08:10")
        #expect(try told(sandbox) == [])
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing("tolerance: \"2%\"", with: "tolerance: \"10%\""))
        try sandbox.pass(at: "2026-04-01T09:00")
        #expect(try told(sandbox) == [])
        let status = try sandbox.run("--at", "2026-04-01T09:00", "status", "--json").objects()
        let row = try #require(status.first { $0["indicator"] as? String == "sterk" })
        #expect(row["light"] as? String == "amber" && row["reasons"] as? [String] == ["behind-course"])
    }

    @Test func `what an edit began and a value ended before the digest is told to nobody`() throws {
        let sandbox = try sandbox(target: "<50")
        #expect(try told(sandbox) == [])
        try edit(sandbox, target: "<45")
        try sandbox.pass(at: "2026-04-01T09:00")
        #expect(try told(sandbox) == ["opened", "target-changed"])
        try sandbox.drop("b.csv", Self.header + "sterk;2026;40\n")
        try sandbox.pass(at: "2026-04-01T09:10")
        try sandbox.pass(at: "2026-04-02T07:00")
        #expect(try mails(sandbox).allSatisfy { !$0.contains("Sterk eenzaam") || $0.contains("kijkt mee") })
    }

    @Test func `a wider margin is an edit`() throws {
        let sandbox = try sandbox(target: "<46")
        #expect(try sandbox.events().first?["severity"] as? String == "critical")
        let before = try mails(sandbox).count
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing("tolerance: \"2%\"", with: "tolerance: \"10%\""))
        try sandbox.pass(at: "2026-04-01T09:00")
        #expect(try told(sandbox) == ["opened", "target-changed"])
        #expect(try mails(sandbox).count == before)
        try sandbox.pass(at: "2026-04-02T07:00")
        #expect(try mails(sandbox).last?.contains("marge gewijzigd van 2% naar 10%") == true)
    }

    @Test func `a digest hour that is edited sends nothing at once, and what waits comes at the new hour`() throws {
        let sandbox = try Sandbox()
        let settings = try sandbox.read("peilwacht.yaml").replacing("at: [\"07:00\"]", with: "at: [\"16:00\"]")
        try sandbox.write("peilwacht.yaml", settings)
        try sandbox.pass(at: "2026-04-01T16:00")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;109\n")
        try sandbox.pass(at: "2026-04-02T09:00")
        let before = try mails(sandbox)
        try sandbox.write("peilwacht.yaml", settings.replacing("at: [\"16:00\"]", with: "at: [\"07:00\"]"))
        try sandbox.pass(at: "2026-04-02T10:00")
        #expect(try mails(sandbox) == before)
        try sandbox.pass(at: "2026-04-03T07:00")
        #expect(try mails(sandbox).last?.contains("109 per 1000") == true)
        #expect(try mails(sandbox).count == before.count + 1)
    }

    @Test func `a programme that is away for one reload goes on where it was, and nobody is told twice`() throws {
        let sandbox = try sandbox(target: "<45")
        try sandbox.pass(at: "2026-04-02T07:00")
        let before = try mails(sandbox).count
        let programme = try sandbox.read("programme.yaml")
        try sandbox.write("programme.yaml", programme.replacing("sterk", with: "anders"))
        try sandbox.pass(at: "2026-04-02T09:00")
        #expect(try sandbox.run("alerts", "--json").objects().isEmpty)
        try sandbox.write("programme.yaml", programme)
        try sandbox.pass(at: "2026-04-02T10:00")
        let open = try sandbox.run("alerts", "--json").objects()
        #expect(open.map { $0["episode"] as? String } == ["target:sterk/GM0303#1"])
        try sandbox.pass(at: "2026-04-03T07:00")
        #expect(try mails(sandbox).count == before)
        #expect(try told(sandbox).filter { $0 == "opened" }.count == 1)
    }

    @Test("a running daemon that loses a programme and gets it back tells nobody", .timeLimit(.minutes(30)))
    func awayForAWhile() throws {
        let sandbox = try sandbox(target: "<45")
        let before = try mails(sandbox).count
        let programme = try sandbox.read("programme.yaml")
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2026-04-01T08:10"])
        try daemon.awaitLine("watching")
        for text in [programme.replacing("sterk", with: "anders"), programme] {
            try sandbox.write("programme.yaml", text)
            daemon.signal(SIGHUP)
            try daemon.awaitLine("alert target-changed")
            try daemon.awaitLine("configuration read again")
        }
        #expect(daemon.stop() == 0)
        #expect(try mails(sandbox).count == before)
        let open = try sandbox.run("alerts", "--json").objects()
        #expect(open.map { $0["episode"] as? String } == ["target:sterk/GM0303#1"])
    }

    @Test func `an indicator that is gone for good is told once, as an edit`() throws {
        let sandbox = try sandbox(target: "<45")
        try sandbox.write("programme.yaml", try sandbox.read("programme.yaml").replacing("sterk", with: "anders"))
        try sandbox.pass(at: "2026-04-01T09:00")
        try sandbox.pass(at: "2026-04-02T07:00")
        let digest = try #require(try mails(sandbox).last)
        #expect(digest.contains("wordt niet meer gevolgd") && !digest.contains("Opgelost"))
        let count = try mails(sandbox).count
        try sandbox.pass(at: "2026-04-03T07:00")
        #expect(try mails(sandbox).count == count)
    }
}
