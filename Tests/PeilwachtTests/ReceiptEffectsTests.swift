import Foundation
import TestSupport
import Testing

@Suite("What a receipt says of what follows, through the real program", .ownThreads)
struct ReceiptEffectsTests {
    private static let bad = "indicator;periode;waarde\nwmo-maatwerk;2025;150\n"
    private static let line =
        "- wmo-maatwerk 2025: nu rood; wethouder@dronten.example krijgt direct bericht; beleid@dronten.example krijgt "
        + "bericht om 08.30 uur"

    /// A receipt with each of its paragraphs on one line.
    private static func unwrapped(_ text: String) -> String { text.replacing("\n  ", with: " ") }

    @Test("it names the series, its light, who is told and when; the mail is there", .timeLimit(.minutes(30)))
    func judged() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.bad)
        try sandbox.pass(at: "2027-04-01T08:00")
        let text = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first)
        #expect(Self.unwrapped(text).contains("Wat er verandert:\n\(Self.line)\n"), "\(text)")
        let json = try #require(try sandbox.texts(in: "receipts", ending: ".json").first)
        let receipt = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let effects = try #require(receipt["effects"] as? [String: Any])
        #expect(effects["count"] as? Int == 1 && effects["foreseen"] == nil)
        let series = try #require((effects["series"] as? [[String: Any]])?.first)
        #expect(series["light"] as? String == "red" && series["light_before"] as? String == "grey")
        let told = try #require(series["told"] as? [[String: Any]])
        #expect(told.map { $0["to"] as? String } == ["wethouder@dronten.example", "beleid@dronten.example"])
        #expect(told.map { $0["at"] as? String } == [nil, "2027-04-01T08:30"])
        #expect(sandbox.names(in: "outbox/new").count == 1)
        #expect(sandbox.names(in: "archive") == ["a.csv"] && sandbox.names(in: "work").isEmpty)
    }

    @Test("a dry run says the same and changes nothing", .timeLimit(.minutes(30)))
    func foreseen() throws {
        let sandbox = try Sandbox()
        try sandbox.comeUnderWatch()
        try sandbox.write("a.csv", Self.bad)
        let trial = try sandbox.run("--at", "2027-04-01T08:00", "import", "--dry-run", sandbox.file("a.csv").path)
        #expect(trial.status == 0)
        #expect(Self.unwrapped(trial.out).contains("Wat er dan verandert:\n\(Self.line)\n"), "\(trial.out)")
        #expect(try sandbox.events().isEmpty && sandbox.names(in: "outbox/new").isEmpty)
        #expect(sandbox.names(in: "receipts").isEmpty && sandbox.names(in: "archive").isEmpty)
        #expect(try sandbox.run("alerts", "--json").objects().isEmpty)
        // The same file is news still.
        try sandbox.drop("a.csv", Self.bad)
        try sandbox.pass(at: "2027-04-01T08:00")
        #expect(sandbox.names(in: "outbox/new").count == 1)
    }

    @Test(
        "files that are dropped together each have what they changed; a better value says so",
        .timeLimit(.minutes(30))
    )
    func together() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.bad)
        try sandbox.drop("b.csv", "indicator;periode;waarde\nmatig;2026;20\n")
        try sandbox.pass(at: "2027-04-01T08:00")
        let receipts = try sandbox.texts(in: "receipts", ending: ".txt").map(Self.unwrapped)
        #expect(receipts[0].contains(Self.line) && !receipts[0].contains("matig 2026"))
        #expect(receipts[1].contains("- matig 2026: nu groen\n") && !receipts[1].contains("wmo-maatwerk 2025"))
        // The alert was told: so is its end.
        try sandbox.drop("c.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;90\n")
        try sandbox.pass(at: "2027-04-02T07:30")
        let better = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last).replacing("\n  ", with: " ")
        #expect(better.contains("- wmo-maatwerk 2026: nu groen; "), "\(better)")
        #expect(better.contains("wethouder@dronten.example"))
        // What changes no light says that too.
        try sandbox.drop("d.csv", "indicator;periode;waarde;toelichting\nwmo-maatwerk;2026;90;hoi\n")
        try sandbox.pass(at: "2027-04-02T07:40")
        let same = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last)
        #expect(same.contains("Geen stoplicht en geen melding is hierdoor anders."), "\(same)")
    }

    @Test("whoever heard nothing of a problem is not named at its end", .timeLimit(.minutes(30)))
    func unheard() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;110\n")
        try sandbox.pass(at: "2027-04-01T09:00")
        let first = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first).replacing("\n  ", with: " ")
        // The hours of today have passed.
        #expect(first.contains("op vrijdag 2 april 2027 om 08.30 uur"), "\(first)")
        try sandbox.drop("b.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;90\n")
        try sandbox.pass(at: "2027-04-01T10:00")
        let end = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last)
        #expect(end.contains("- wmo-maatwerk 2025: nu groen\n"), "\(end)")
        #expect(!end.contains("@dronten.example"))
        // Nor does anybody get a mail of what was over before it was told.
        try sandbox.pass(at: "2027-04-02T09:00")
        #expect(sandbox.names(in: "outbox/new").isEmpty)
    }

    @Test("imported by hand where no daemon runs it says what will follow", .timeLimit(.minutes(30)))
    func byHand() throws {
        let sandbox = try Sandbox()
        try sandbox.comeUnderWatch()
        try sandbox.write("a.csv", Self.bad)
        let ran = try sandbox.run("--at", "2027-04-01T08:00", "import", sandbox.file("a.csv").path)
        #expect(ran.status == 0)
        let text = Self.unwrapped(ran.out)
        #expect(text.contains("Peilwacht beoordeelt dit in de volgende ronde."))
        #expect(text.contains("\(Self.line)\n"), "\(ran.out)")
        #expect(try sandbox.texts(in: "receipts", ending: ".txt") == [ran.out])
        #expect(try sandbox.events().isEmpty && sandbox.names(in: "work").isEmpty)
        #expect(sandbox.names(in: "archive") == ["a.csv"])
    }

    @Test("a running daemon answers an import with what follows", .timeLimit(.minutes(30)))
    func byDaemon() throws {
        let sandbox = try Sandbox()
        try sandbox.comeUnderWatch()
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("watching")
        try sandbox.write("a.csv", Self.bad)
        let ran = try sandbox.run("import", "--json", sandbox.file("a.csv").path)
        #expect(ran.status == 0, "\(ran.err)")
        let receipt = try #require(try ran.json() as? [String: Any])
        let effects = try #require(receipt["effects"] as? [String: Any])
        #expect(effects["count"] as? Int == 1 && effects["foreseen"] == nil)
        let trial = try sandbox.run("import", "--dry-run", "--json", sandbox.file("a.csv").path)
        #expect(try #require(try trial.json() as? [String: Any])["effects"] == nil)
        _ = daemon.stop()
    }
}
