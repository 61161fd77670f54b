import Foundation
import TestSupport
import Testing

/// What is shown of an alert after an edit is true by what holds now, through the real program.
@Suite("True after an edit, through the real program", .ownThreads)
struct TrueAfterEditTests {
    private typealias Kinds = WatchedKindsTests

    private func edit(_ sandbox: Sandbox, target: String) throws {
        try sandbox.write(
            "programme.yaml",
            Sandbox.programme.replacing("{2026: \"7,5%\", 2027: 7}", with: "{2026: \"\(target)\"}")
        )
    }

    private func missed() throws -> Sandbox {
        let sandbox = try Sandbox()
        try edit(sandbox, target: "<45")
        try sandbox.drop("a.csv", Kinds.header + "sterk;2026;47\n")
        try sandbox.pass(at: "2026-04-01T08:00")
        return sandbox
    }

    private func digest(_ sandbox: Sandbox, at time: String) throws -> String {
        try sandbox.run("--at", time, "digest", "--to", "wethouder").out
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func events(_ sandbox: Sandbox, of rule: String = "target") throws -> [[String: Any]] {
        try sandbox.events().filter { $0["rule"] as? String == rule }
    }

    private func open(_ sandbox: Sandbox, of rule: String = "target") throws -> [[String: Any]] {
        try sandbox.run("alerts", "--json").objects().filter { $0["rule"] as? String == rule }
    }

    @Test func `an edit by which nothing can be judged is told as one, and the alert rests`() throws {
        let sandbox = try missed()
        try edit(sandbox, target: "-10% t.o.v. 2020")
        try sandbox.pass(at: "2026-04-01T09:00")
        #expect(try events(sandbox).compactMap { $0["event"] as? String } == ["opened", "target-changed"])
        let event = try #require(try events(sandbox).last)
        #expect(event["old"] as? String == "< 45% (2026)" && event["new"] as? String == "-10% t.o.v. 2020 (2026)")
        #expect(event["reason"] as? String == "undecidable" && event["state"] as? String == "closed")
        let message = try #require(event["message"] as? String)
        #expect(message.contains("niet te beoordelen") && !message.contains("geen afwijking"))
        #expect(try open(sandbox).isEmpty)
        let row = try Kinds.status(sandbox, "sterk", at: "2026-04-01T09:00")
        #expect(row["light"] as? String == "grey")
        let text = try digest(sandbox, at: "2026-04-02T06:00")
        #expect(text.contains("streefwaarde gewijzigd van < 45% naar -10% t.o.v. 2020 (2026)"))
        #expect(text.contains("niet te beoordelen") && !text.contains("Opgelost"))
        // The alert of the missing baseline began by the edit: both are told as it, in one place, and as no news.
        #expect(text.contains("Streefwaarden gewijzigd (1)") && !text.contains("liep al"), "\(text)")
        #expect(text.contains("daarmee is er nu een melding (oranje)"))
        #expect(text.components(separatedBy: "streefwaarde gewijzigd van < 45%").count == 2)

        try edit(sandbox, target: "<45")
        try sandbox.pass(at: "2026-04-03T09:00")
        #expect(try open(sandbox).compactMap { $0["episode"] as? String } == ["target:sterk/GM0303#1"])
    }

    @Test func `an alert that stands while its inputs are missing stands through a reload that changes nothing of it`()
        throws
    {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Kinds.header + "sterk;2026;47\nmatig;2026;47\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        #expect(try open(sandbox).contains { $0["indicator"] as? String == "gemiddelde" })
        try sandbox.drop("b.csv", Kinds.header + "sterk;2027;7\n")
        try sandbox.pass(at: "2028-01-10T08:00")
        let row = try Kinds.status(sandbox, "gemiddelde", at: "2028-01-10T08:00")
        #expect((row["reasons"] as? [String])?.first == "input-missing")
        let programme = try sandbox.read("programme.yaml")
        for text in [programme.replacing("id: gemiddelde", with: "id: anders"), programme] {
            try sandbox.write("programme.yaml", text)
            try sandbox.pass(at: "2028-01-10T09:00")
        }
        let episodes = try open(sandbox).compactMap { $0["episode"] as? String }
        #expect(episodes.contains("target:gemiddelde/GM0303#1"))
    }

    @Test func `a milestone that waits for its report goes on waiting when its programme was away`() throws {
        let sandbox = try Kinds.sandbox(Kinds.milestone)
        try sandbox.drop("a.csv", Kinds.milestoneHeader + "deelplan;2025-10-01;op schema;;\n")
        try sandbox.pass(at: "2025-11-02T08:00")
        try sandbox.pass(at: "2026-01-05T08:00")
        func reason() throws -> [String] { try open(sandbox, of: "milestone").compactMap { $0["reason"] as? String } }
        #expect(try reason() == ["awaiting-report"])
        let programme = try sandbox.read("programme.yaml")
        try sandbox.write("programme.yaml", programme.replacing("id: deelplan", with: "id: anders"))
        try sandbox.pass(at: "2026-01-06T08:00")
        #expect(try reason().isEmpty)
        try sandbox.write("programme.yaml", programme)
        try sandbox.pass(at: "2026-01-07T08:00")
        #expect(try reason() == ["awaiting-report"])
        let episodes = try open(sandbox, of: "milestone").compactMap { $0["episode"] as? String }
        #expect(episodes == ["milestone:deelplan/GM0303#1"])
        let row = try Kinds.status(sandbox, "deelplan", at: "2026-01-07T08:00")
        #expect(row["light"] as? String == "amber")
    }

    @Test func `an indicator that returns with a new alert is not said to have one that goes on`() throws {
        let sandbox = try Sandbox()
        try edit(sandbox, target: "<50")
        try sandbox.drop("a.csv", Kinds.header + "sterk;2026;47\n")
        try sandbox.pass(at: "2026-04-01T08:00")
        let programme = try sandbox.read("programme.yaml")
        try sandbox.write("programme.yaml", programme.replacing("sterk", with: "anders"))
        try sandbox.pass(at: "2026-04-02T08:00")
        try edit(sandbox, target: "<45")
        try sandbox.pass(at: "2026-04-03T08:00")
        let message = try #require(try events(sandbox).last?["message"] as? String)
        #expect(!message.contains("loopt door"))
        #expect(message.contains("wordt weer gevolgd; er is nu een afwijking (rood)"), "\(message)")
    }

    @Test func `an edit of a rule's settings is logged in words`() throws {
        let sandbox = try Sandbox()
        try edit(sandbox, target: "<46")
        try sandbox.drop("a.csv", Kinds.header + "sterk;2026;47\n")
        try sandbox.pass(at: "2026-04-01T08:00")
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write(
            "peilwacht.yaml",
            settings.replacing("tolerance: \"2%\"", with: "tolerance: \"10%\", on_course: \"90%\"")
        )
        try sandbox.pass(at: "2026-04-01T09:00")
        let event = try #require(try events(sandbox).last)
        #expect(event["event"] as? String == "target-changed")
        #expect(event["old"] as? String == "marge 2%, op koers vanaf 95% van de weg")
        #expect(event["new"] as? String == "marge 10%, op koers vanaf 90% van de weg")
        let message = try #require(event["message"] as? String)
        #expect(message.contains("marge gewijzigd van 2% naar 10%"))
        #expect(message.contains("op koers vanaf gewijzigd van 95% van de weg naar 90% van de weg"))
    }

    @Test func `a second alert whose first ended is not said to have been there`() throws {
        let sandbox = try Sandbox()
        try edit(sandbox, target: "<45\", 2027: \"<45\", 2028: \"<45")
        for (year, value, time) in [(2026, 47, "01T08:00"), (2027, 44, "02T09:00"), (2028, 48, "02T09:10")] {
            try sandbox.drop("\(year).csv", Kinds.header + "sterk;\(year);\(value)\n")
            try sandbox.pass(at: "2029-04-\(time)")
            if year == 2026 { try sandbox.pass(at: "2029-04-02T07:00") }
        }
        #expect(try open(sandbox).compactMap { $0["episode"] as? String } == ["target:sterk/GM0303#2"])
        let mail = try #require(try sandbox.texts(in: "outbox/new", ending: ".eml").last { $0.contains("48%") })
        let text = try #require(ParsedMail.parse(Data(mail.utf8)).parts.first?.text)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(!text.contains("Deze melding liep al"), "\(text)")
        #expect(text.contains("De vorige melding hierover is voorbij, er loopt een nieuwe"), "\(text)")
        // The mail that went out at once told both; the next digest tells neither again.
        let next = try digest(sandbox, at: "2029-04-02T09:20")
        #expect(!next.contains("De vorige melding"), "\(next)")
    }
}
