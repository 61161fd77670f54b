import Foundation
import TestSupport
import Testing

/// What is told of an alert whose value was taken back: what was wrong, by whom, why, and what holds now.
@Suite("Alerts of values that were taken back, through the real program", .ownThreads)
struct WithdrawnAlertTests {
    private static let header = "indicator;periode;waarde\n"

    private func events(_ sandbox: Sandbox) throws -> [[String: Any]] {
        try sandbox.events().filter { $0["rule"] as? String == "target" }
    }

    private func withdraw(_ sandbox: Sandbox, _ period: String, at time: String) throws {
        let ran = try sandbox.run(
            ["--at", time, "withdraw", "wmo-maatwerk", period, "--why", "typefout", "--by", "Jan"]
        )
        #expect(ran.status == 0, "\(ran.err)")
    }

    private func mails(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("To: De wethouder") }.map {
            try #require(ParsedMail.parse(Data($0.utf8)).parts.first?.text).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
    }

    private func digest(_ sandbox: Sandbox, at time: String) throws -> String {
        try sandbox.run("--at", time, "digest", "--to", "wethouder").out
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "an older value that deviates as well is a correction, with who, why and what holds",
        arguments: ["150", "109"]
    )
    func older(wrong: String) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;120\n")
        try sandbox.pass(at: "2027-04-01T06:00")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2025;\(wrong)\n")
        try sandbox.pass(at: "2027-04-01T06:10")
        try sandbox.pass(at: "2027-04-01T07:00")
        try withdraw(sandbox, "2025", at: "2027-04-01T08:30")
        let event = try #require(try events(sandbox).last)
        #expect(event["event"] as? String == "corrected")
        #expect(event["withdrawn_by"] as? String == "Jan" && event["withdrawn_why"] as? String == "typefout")
        let told =
            "Wmo-maatwerk: de waarde \(wrong) per 1000 over 2025 is ingetrokken door Jan (reden: typefout); "
            + "over 2025 geldt nu 120 per 1000."
        #expect((event["message"] as? String)?.hasPrefix(told) == true, "\(event["message"] ?? "")")
        let open = try sandbox.run("alerts", "--json").objects().filter { $0["rule"] as? String == "target" }
        #expect(open.compactMap { $0["message"] as? String }.allSatisfy { $0.hasPrefix(told) } && open.count == 1)
        if wrong == "109" {
            // What was told as milder, and is critical by what holds now, is told at once.
            let text = try #require(try mails(sandbox).last { $0.contains("Gecorrigeerd") })
            #expect(text.contains("Gecorrigeerd (1)") && !text.contains("Veranderd") && !text.contains("vervalt"))
            #expect(text.contains("door Jan") && text.contains("typefout") && text.contains("\(wrong) per 1000"))
            #expect(text.contains("120 per 1000"))
        } else {
            // No mail told of the value that was taken back, and what was told holds.
            let text = try digest(sandbox, at: "2027-04-02T06:00")
            #expect(!text.contains("Gecorrigeerd") && !text.contains("\(wrong) per 1000"), "\(text)")
        }
        // Once: judged again, nothing more is told.
        try sandbox.pass(at: "2027-04-01T09:40")
        #expect(try events(sandbox).last?["seq"] as? Int == event["seq"] as? Int)
        try sandbox.drop("c.csv", Self.header + "wmo-maatwerk;2026;100\n")
        try sandbox.pass(at: "2027-04-01T09:50")
        #expect(try events(sandbox).last?["event"] as? String == "resolved")
    }

    @Test("the end of an alert by a withdrawal says who, why and what holds now")
    func ended() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;100\n")
        try sandbox.pass(at: "2027-04-01T06:00")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2025;150\n")
        try sandbox.pass(at: "2027-04-01T06:10")
        try sandbox.pass(at: "2027-04-01T07:00")
        try withdraw(sandbox, "2025", at: "2027-04-01T08:30")
        #expect(
            try events(sandbox).last?["message"] as? String
                == "Wmo-maatwerk: de waarde 150 per 1000 over 2025 is ingetrokken door Jan (reden: typefout); "
                + "over 2025 geldt nu 100 per 1000. De eerdere melding klopte niet."
        )
        let text = try digest(sandbox, at: "2027-04-02T06:00")
        #expect(text.contains("door Jan") && text.contains("typefout") && text.contains("100 per 1000"), "\(text)")
    }

    @Test("a row that withdraws names its file and its reason, and that nothing holds")
    func byFile() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;150\n")
        try sandbox.pass(at: "2027-04-01T08:00")
        let row = "wmo-maatwerk;2025;;ingetrokken;typefout bij de bron\n"
        try sandbox.drop("b.csv", "indicator;periode;waarde;status;toelichting\n" + row)
        try sandbox.pass(at: "2027-04-01T08:30")
        #expect(
            try events(sandbox).last?["message"] as? String
                == "Wmo-maatwerk: de waarde 150 per 1000 over 2025 is ingetrokken door b.csv "
                + "(reden: typefout bij de bron); over 2025 geldt geen waarde. De eerdere melding klopte niet."
        )
    }

    @Test("a withdrawal after which an older period's value deviates is a correction as well")
    func olderPeriod() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;120\n")
        try sandbox.pass(at: "2027-04-01T06:00")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;150\n")
        try sandbox.pass(at: "2027-04-01T06:10")
        try withdraw(sandbox, "2026", at: "2027-04-01T08:30")
        let event = try #require(try events(sandbox).last)
        #expect(event["event"] as? String == "corrected" && event["period"] as? String == "2025")
        #expect(
            event["message"] as? String
                == "Wmo-maatwerk: de waarde 150 per 1000 over 2026 is ingetrokken door Jan (reden: typefout); "
                + "over 2026 geldt geen waarde. Wmo-maatwerk is 120 per 1000 in 2025; "
                + "streefwaarde < 108 per 1000 (2025) niet gehaald."
        )
    }

    @Test("what deviates since a value was taken back is told as following from that, and not as new")
    func begunAgain() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;150\n")
        try sandbox.pass(at: "2027-04-01T06:00")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;100\n")
        try sandbox.pass(at: "2027-04-01T06:10")
        try sandbox.pass(at: "2027-04-01T07:00")
        try withdraw(sandbox, "2026", at: "2027-04-01T08:30")
        let event = try #require(try events(sandbox).last { $0["event"] as? String == "opened" })
        #expect(event["episode"] as? String == "target:wmo-maatwerk/GM0303#2")
        #expect(event["withdrawn_by"] as? String == "Jan" && event["withdrawn_why"] as? String == "typefout")
        let message = try #require(event["message"] as? String)
        #expect(
            message.hasPrefix(
                "Wmo-maatwerk: de waarde 100 per 1000 over 2026 is ingetrokken door Jan (reden: typefout); "
                    + "over 2026 geldt geen waarde. Wmo-maatwerk is 150 per 1000 in 2025;"
            ),
            "\(message)"
        )
        let text = try #require(try mails(sandbox).last)
        #expect(text.contains("Gecorrigeerd (") && !text.contains("Vraagt uw aandacht"), "\(text)")
        #expect(text.contains("Deze melding volgt daaruit, niet uit nieuwe cijfers."), "\(text)")
        #expect(
            text.contains(
                "De waarde 100 per 1000 over 2026 is ingetrokken. De oudere waarde 150 per 1000 over 2025 geldt nu, "
                    + "en die wijkt af."
            ),
            "\(text)"
        )
        #expect(text.contains("door Jan (reden: typefout)"))
        // What is measured later is news again.
        try sandbox.drop("c.csv", Self.header + "wmo-maatwerk;2026;101\n")
        try sandbox.pass(at: "2027-04-01T09:00")
        try sandbox.drop("d.csv", Self.header + "wmo-maatwerk;2026;140\n")
        try sandbox.pass(at: "2027-04-01T09:10")
        let news = try #require(try mails(sandbox).last)
        #expect(news.contains("Vraagt uw aandacht (") && !news.contains("ingetrokken"), "\(news)")
    }

    @Test("an older value of the same period that deviates is told as following from the correction as well")
    func begunBySamePeriod() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;150\n")
        try sandbox.pass(at: "2027-04-01T06:00")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2025;100\n")
        try sandbox.pass(at: "2027-04-01T06:10")
        try sandbox.pass(at: "2027-04-01T07:00")
        try withdraw(sandbox, "2025", at: "2027-04-01T08:30")
        let event = try #require(try events(sandbox).last { $0["event"] as? String == "opened" })
        let message = try #require(event["message"] as? String)
        #expect(
            message.hasPrefix(
                "Wmo-maatwerk: de waarde 100 per 1000 over 2025 is ingetrokken door Jan (reden: typefout); over 2025 geldt nu "
                    + "150 per 1000. Wmo-maatwerk is 150 per 1000 in 2025;"
            ),
            "\(message)"
        )
        let text = try #require(try mails(sandbox).last)
        #expect(text.contains("Gecorrigeerd (1)") && !text.contains("Vraagt uw aandacht"), "\(text)")
    }

    @Test("an ended alert of a series that is made of others is corrected when an input is taken back")
    func madeOfOthers() throws {
        let sandbox = try Sandbox()
        let targets = "targets: {2026: \"21,8%\", 2027: \"21,8%\"}"
        try sandbox.write(
            "programme.yaml",
            Sandbox.programme.replacing("targets: {2026: \"21,8%\"}", with: targets)
        )
        try sandbox.drop("a.csv", Self.header + "matig;2026;50\nsterk;2026;10\n")
        try sandbox.pass(at: "2027-04-01T06:00")
        try sandbox.drop("b.csv", Self.header + "matig;2027;10\nsterk;2027;5\n")
        try sandbox.pass(at: "2028-04-01T06:10")
        let mean = { try events(sandbox).filter { $0["indicator"] as? String == "gemiddelde" } }
        #expect(try mean().compactMap { $0["event"] as? String } == ["opened", "resolved"])
        let ran = try sandbox.run(
            ["--at", "2028-04-01T08:30", "withdraw", "matig", "2026", "--why", "typefout", "--by", "Jan"]
        )
        #expect(ran.status == 0, "\(ran.err)")
        try sandbox.pass(at: "2028-04-01T08:40")
        #expect(try mean().compactMap { $0["event"] as? String } == ["opened", "resolved", "corrected"])
        #expect(
            try mean().last?["message"] as? String
                == "Gemiddelde eenzaamheid: de waarde 30,0% over 2026 is berekend uit een waarde die is ingetrokken door Jan "
                + "(reden: typefout); over 2026 geldt geen waarde. De eerdere melding klopte niet."
        )
        // Once.
        try sandbox.drop("c.csv", Self.header + "matig;2026;49\n")
        try sandbox.pass(at: "2028-04-01T09:00")
        #expect(try mean().count == 3)
    }
}
