import Foundation
import TestSupport
import Testing

@Suite("The main job, through the real program", .ownThreads)
struct MainJobTests {
    static let header = "indicator;periode;waarde\n"

    @Test("a value that misses its target by far is red, logged, and mailed at once to whoever asked for that")
    func criticalValue() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("wmo.csv", Self.header + "wmo-maatwerk;2026;112\n")
        #expect(try sandbox.pass().status == 0)

        let events = try sandbox.events()
        #expect(events.count == 1)
        let event = try #require(events.first)
        #expect(event["seq"] as? Int == 1)
        #expect(event["event"] as? String == "opened")
        #expect(event["severity"] as? String == "critical")
        #expect(event["reason"] as? String == "target-missed")
        #expect(event["value"] as? Int == 112)
        #expect(event["area"] as? String == "GM0303")
        #expect(event["breakdown"] is NSNull)
        #expect((event["import"] as? String)?.count == 64)
        #expect((event["target"] as? String)?.contains("6N-2") == true)

        let mails = try sandbox.texts(in: "outbox/new", ending: ".eml")
        #expect(mails.count == 1)
        #expect(mails.first?.contains("To: De wethouder <wethouder@dronten.example>\r\n") == true)
        #expect(
            mails.first?.contains("Subject: [1 rood] Wmo-maatwerk 112 per 1000, voorlopig (streef <108)\r\n")
                == true
        )
        #expect(sandbox.names(in: "archive") == ["wmo.csv"])
        #expect(sandbox.names(in: "inbox").isEmpty)
        #expect(sandbox.names(in: "receipts").count == 2)
    }

    @Test(
        "one order takes in every file that is ready, also more of them than are judged together",
        .timeLimit(.minutes(30))
    )
    func manyFiles() throws {
        let sandbox = try Sandbox()
        for number in 1...1001 {
            let row = "wmo-maatwerk;2026;\(number % 100 + 1);groep=\(number)\n"
            try sandbox.drop("\(number).csv", "indicator;periode;waarde;uitsplitsing\n" + row)
        }
        let ran = try sandbox.pass()
        #expect(ran.status == 0, "\(ran.err.suffix(500))")
        #expect(sandbox.names(in: "inbox").isEmpty && sandbox.names(in: "work").isEmpty)
        #expect(sandbox.names(in: "archive").count == 1001 && sandbox.names(in: "receipts").count == 2002)
    }

    @Test("the second pass over the same facts changes nothing")
    func secondPass() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("wmo.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.pass()
        let log = try sandbox.read("alerts.jsonl")
        let mails = sandbox.names(in: "outbox/new")
        try sandbox.pass(at: "2026-04-01T08:01")
        #expect(try sandbox.read("alerts.jsonl") == log)
        #expect(sandbox.names(in: "outbox/new") == mails)
    }

    @Test("the same content again is answered with a receipt, and nothing else happens")
    func duplicate() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.pass()
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;112\n")
        #expect(try sandbox.pass(at: "2026-04-02T08:00").status == 0)
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".json").last)
        #expect(receipt.contains("duplicate"))
        #expect(try sandbox.events().count == 1)
    }

    @Test("an episode worsens, eases and resolves once, year after year")
    func episode() throws {
        let sandbox = try Sandbox()
        let years = [("2025", "109"), ("2026", "120"), ("2027", "108"), ("2028", "100")]
        for (index, (year, value)) in years.enumerated() {
            try sandbox.drop("\(year).csv", Self.header + "wmo-maatwerk;\(year);\(value)\n")
            #expect(try sandbox.pass(at: "202\(index + 6)-02-01T08:00").status == 0)
        }
        let events = try sandbox.events().filter { $0["rule"] as? String == "target" }
        #expect(events.compactMap { $0["event"] as? String } == ["opened", "worsened", "eased", "resolved"])
        #expect(Set(events.compactMap { $0["episode"] as? String }).count == 1)
        #expect(try sandbox.events().compactMap { $0["seq"] as? Int } == Array(1...sandbox.events().count))
    }

    @Test("a revision that makes an alert untrue corrects it, and the old value stays readable")
    func revision() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        try sandbox.pass()
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2025;102\n")
        try sandbox.pass(at: "2026-04-02T06:00")
        #expect(try sandbox.events().compactMap { $0["event"] as? String } == ["opened", "corrected"])
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last)
        #expect(receipt.contains("112"))
        #expect(receipt.contains("102"))
        // Whoever was told of the problem is told of its end, in the next digest.
        try sandbox.pass(at: "2026-04-02T07:00")
        let mails = try sandbox.texts(in: "outbox/new", ending: ".eml")
        #expect(mails.filter { $0.contains("wethouder@") && $0.contains("[Groen]") }.count == 1)
        // Whoever was not, has nothing to hear of it.
        try sandbox.pass(at: "2026-04-02T09:00")
        #expect(try !sandbox.texts(in: "outbox/new", ending: ".eml").contains { $0.contains("To: beleid@") })
    }

    @Test("that a provisional figure became another one is an end, and makes nothing untrue that was told before")
    func provisional() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;120\n")
        try sandbox.pass(at: "2026-04-01T08:00")
        let status = "indicator;periode;waarde;status\n"
        try sandbox.drop("b.csv", status + "wmo-maatwerk;2026;112;voorlopig\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        try sandbox.drop("c.csv", status + "wmo-maatwerk;2026;95;definitief\n")
        try sandbox.pass(at: "2027-02-02T08:00")
        let events = try sandbox.events().filter { $0["rule"] as? String == "target" }
        #expect(events.last?["event"] as? String == "resolved")
        #expect(!events.contains { $0["event"] as? String == "corrected" })
    }

    @Test("a value that is not on course for a target ahead is amber at most, and is told in the digest")
    func behindCourse() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "matig;2024;90\nmatig;2025;90\n")
        try sandbox.pass()
        let event = try #require(try sandbox.events().first)
        #expect(event["severity"] as? String == "warning")
        #expect(event["reason"] as? String == "behind-course")
        #expect(sandbox.names(in: "outbox/new").isEmpty)
        try sandbox.pass(at: "2026-04-01T08:30")
        #expect(sandbox.names(in: "outbox/new").count == 1)
        try sandbox.pass(at: "2026-04-02T07:00")
        #expect(sandbox.names(in: "outbox/new").count == 2)
        try sandbox.pass(at: "2026-04-02T08:30")
        try sandbox.pass(at: "2026-04-03T09:00")
        #expect(sandbox.names(in: "outbox/new").count == 2, "each recipient is told once")
    }

    @Test("a derived value follows its inputs and is not judged while one is missing")
    func derived() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator,periode,waarde\nmatig,2026,36.0\n")
        try sandbox.pass()
        #expect(try light(of: "gemiddelde", in: sandbox) == "grey")
        try sandbox.drop("b.csv", "indicator;periode;waarde\nsterk;2026;7,5\n")
        try sandbox.pass(at: "2026-04-02T06:00")
        let row = try row(of: "gemiddelde", in: sandbox)
        #expect(row["value"] as? Double == 21.8)
        #expect(row["derived"] as? Bool == true)
        #expect(row["light"] as? String == "green")
        try sandbox.drop("c.csv", "indicator;periode;waarde\ngemiddelde;2026;7,5\n")
        #expect(try sandbox.pass(at: "2026-04-03T06:00").status == 1)
    }

    @Test("no value by the due date opens one alert on the day after, and the value closes it")
    func overdue() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;100\n")
        try sandbox.pass(at: "2026-02-01T08:00")
        // 180 days after 31 December 2026 is 29 June 2027.
        try sandbox.pass(at: "2027-06-29T23:59")
        #expect(try overdueEvents(sandbox, "wmo-maatwerk").isEmpty)
        try sandbox.pass(at: "2027-06-30T00:00")
        #expect(try overdueEvents(sandbox, "wmo-maatwerk") == ["opened"])
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;101\n")
        try sandbox.pass(at: "2027-07-01T08:00")
        #expect(try overdueEvents(sandbox, "wmo-maatwerk") == ["opened", "resolved"])
    }

    private func overdueEvents(_ sandbox: Sandbox, _ indicator: String) throws -> [String] {
        try sandbox.events()
            .filter { $0["rule"] as? String == "overdue" && $0["indicator"] as? String == indicator }
            .compactMap { $0["event"] as? String }
    }

    private func row(of indicator: String, in sandbox: Sandbox) throws -> [String: Any] {
        let rows = try sandbox.run("--at", "2026-04-02T08:00", "status", "--json").objects()
        return try #require(rows.first { $0["indicator"] as? String == indicator })
    }

    private func light(of indicator: String, in sandbox: Sandbox) throws -> String? {
        try row(of: indicator, in: sandbox)["light"] as? String
    }
}
