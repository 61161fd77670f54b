import Foundation
import TestSupport
import Testing

@Suite("Who supplies a feed, through the real program", .ownThreads)
struct FeedSupplierTests {
    private static let profile = """
        feed: matig
        files: "matig-*.csv"
        supplier: {name: GGD Flevoland, address: cijfers@ggd.example}
        cadence: year
        due: 90 days
        receipt_to: cijfers@ggd.example

        """
    private static let good = "indicator;periode;waarde\nmatig;2025;50\n"

    private func sandbox(_ profile: String = Self.profile) throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write("feed.yaml", profile)
        let settings = try sandbox.read("peilwacht.yaml").replacing(
            "subscriptions:",
            with: "feeds: [feed.yaml]\nsubscriptions:"
        )
        try sandbox.write("peilwacht.yaml", settings)
        return sandbox
    }

    private func receiptMails(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("To: cijfers@ggd.example") }
    }

    @Test("receipts name it; who asked for them gets each by mail, once", .timeLimit(.minutes(30)))
    func mailed() throws {
        let sandbox = try sandbox()
        try sandbox.drop("matig-1.csv", Self.good)
        try sandbox.pass(at: "2027-04-01T08:00")
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first)
        #expect(
            receipt.inOneLine.contains(
                "Leverancier: GGD Flevoland (cijfers@ggd.example). Levert per jaar, uiterlijk 90 dagen na afloop."
            ),
            "\(receipt)"
        )
        #expect(receipt.contains("(de naam van het bestand past bij matig-*.csv)"))
        let json = try #require(try sandbox.texts(in: "receipts", ending: ".json").first)
        #expect(json.contains("\"name\": \"GGD Flevoland\"") && json.contains("\"cadence\": \"year\""))
        let mail = try #require(try receiptMails(sandbox).first)
        #expect(mail.contains("Subject: Ingenomen: matig-1.csv") && mail.contains("Auto-Submitted: auto-generated"))
        #expect(mail.inOneLine.contains("INGENOMEN: matig-1.csv"))
        #expect(!mail.contains("wethouder") && !mail.contains("Wat er verandert"))
        try sandbox.pass(at: "2027-04-01T08:05")
        #expect(try receiptMails(sandbox).count == 1)
        // A refused one is another delivery.
        try sandbox.drop("matig-2.csv", "indicator;periode;waarde\nmatig;2025;veel\n")
        try sandbox.pass(at: "2027-04-01T08:10")
        let mails = try receiptMails(sandbox)
        #expect(mails.count == 2)
        #expect(mails.contains { $0.contains("Subject: Niet ingenomen: matig-2.csv") })
        #expect(Set(mails.compactMap { $0.split(separator: "\r\n").first { $0.hasPrefix("Message-ID") } }).count == 2)
        // A file of no feed is nobody's.
        try sandbox.drop("anders.csv", "indicator;periode;waarde\nmatig;2025;veel\n")
        try sandbox.pass(at: "2027-04-01T08:15")
        #expect(try receiptMails(sandbox).count == 2)
    }

    @Test("nobody is mailed who did not ask, and a dry run mails nobody", .timeLimit(.minutes(30)))
    func off() throws {
        let quiet = try sandbox(Self.profile.replacing("receipt_to: cijfers@ggd.example\n", with: ""))
        try quiet.drop("matig-1.csv", Self.good)
        try quiet.pass(at: "2027-04-01T08:00")
        #expect(try receiptMails(quiet).isEmpty)
        let trial = try sandbox()
        try trial.comeUnderWatch()
        try trial.write("matig-1.csv", Self.good)
        #expect(try trial.run("import", "--dry-run", trial.file("matig-1.csv").path).status == 0)
        try trial.pass(at: "2027-04-01T08:00")
        #expect(try receiptMails(trial).isEmpty)
    }

    @Test("an overdue value names it, where the indicator names nobody itself", .timeLimit(.minutes(30)))
    func overdue() throws {
        let schema = """
            schema:
              fields:
                - {title: Jaar, role: period}
                - {title: Matig, role: value, indicator: matig}
                - {title: Wmo, role: value, indicator: wmo-maatwerk, optional: true}

            """
        let sandbox = try sandbox(Self.profile + schema)
        #expect(try sandbox.run("check").err == "")
        #expect(try sandbox.run("explain", "matig").out.contains("GGD Flevoland"))
        let own = try sandbox.run("explain", "wmo-maatwerk").out
        #expect(own.contains("waarstaatjegemeente") && !own.contains("GGD Flevoland"))
        try sandbox.pass(at: "2028-04-01T07:59")
        try sandbox.pass(at: "2028-04-03T08:00")
        let told = try sandbox.texts(in: "outbox/new", ending: ".eml").map(\.inOneLine)
        #expect(told.contains { $0.contains("GGD Flevoland") }, "\(told)")
    }

    /// The programme without the due date of one indicator.
    private func withoutDue(_ sandbox: Sandbox) throws {
        let programme = Sandbox.programme.replacing(
            "cadence: year\n        due: 180 days\n        source: waarstaatjegemeente",
            with: "cadence: year\n        source: waarstaatjegemeente"
        )
        #expect(programme != Sandbox.programme)
        try sandbox.write("programme.yaml", programme)
    }

    @Test("a feed that is late by its own dates is told with its supplier", .timeLimit(.minutes(30)))
    func lateFeed() throws {
        let sandbox = try sandbox(Self.profile + "indicators: [wmo-maatwerk]\n")
        try withoutDue(sandbox)
        #expect(try sandbox.run("check").err == "")
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;100\nwmo-maatwerk;2026;100\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        // 2027 is due on 30 March 2028.
        try sandbox.pass(at: "2028-03-30T08:00")
        let late = {
            try sandbox.events().filter { $0["rule"] as? String == "overdue" && "\($0["alert"] ?? "")".contains("wmo") }
        }
        #expect(try late().isEmpty)
        try sandbox.pass(at: "2028-03-31T08:00")
        #expect(
            try late().map { $0["message"] as? String } == [
                "De waarde van Wmo-maatwerk over 2027 is niet op tijd ontvangen van GGD Flevoland."
            ]
        )
        let digest = try sandbox.run("--at", "2028-03-31T08:00", "digest", "--to", "wethouder").out.inOneLine
        #expect(digest.contains("Wmo-maatwerk: waarde over 2027 niet ontvangen van GGD Flevoland"), "\(digest)")
        try sandbox.drop("matig-wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2027;100\n")
        try sandbox.pass(at: "2028-03-31T09:00")
        #expect(try late().last?["event"] as? String == "resolved")
    }

    @Test("where neither the indicator nor one feed says by when, check says what to do", .timeLimit(.minutes(30)))
    func neither() throws {
        let sandbox = try sandbox()
        try withoutDue(sandbox)
        let place = "programme.yaml:13:9: error: an indicator has no 'due'"
        #expect(try sandbox.run("check").err.contains("\(place), and no feed that brings it says one; add it"))
        let monthly = Self.profile.replacing("cadence: year", with: "cadence: month") + "indicators: [wmo-maatwerk]\n"
        try sandbox.write("feed.yaml", monthly)
        #expect(
            try sandbox.run("check").err.contains(
                "\(place); the feed 'matig' that brings it says it for each month, and it has values for each year; add it"
            )
        )
        try sandbox.write("feed.yaml", Self.profile + "indicators: [wmo-maatwerk]\n")
        let other = "feed: ander\nfiles: x\ncadence: year\ndue: 60 days\nindicators: [wmo-maatwerk]\n"
        try sandbox.write("ander.yaml", other)
        let settings = try sandbox.read("peilwacht.yaml").replacing("[feed.yaml]", with: "[feed.yaml, ander.yaml]")
        try sandbox.write("peilwacht.yaml", settings)
        #expect(
            try sandbox.run("check").err.contains(
                "\(place), and the feeds 'matig' and 'ander' do not say the same; add it"
            )
        )
        try sandbox.write("ander.yaml", other.replacing("60", with: "90"))
        #expect(try sandbox.run("check").err == "")
    }

    @Test("what is wrong with it is told by check", .timeLimit(.minutes(30)))
    func faults() throws {
        let sandbox = try sandbox("feed: x\nfiles: x\nsupplier: {address: niemand}\ndue: 90 days\nreceipt_to: iemand\n")
        let checked = try sandbox.run("check")
        #expect(checked.status == 78)
        for words in [
            "feed.yaml:3:11: error: a supplier has no 'name'", "feed.yaml:4:1: error: 'due' is about a cadence",
            "feed.yaml:5:13: error: 'receipt_to' 'iemand'",
        ] {
            #expect(checked.err.contains(words), "\(checked.err)")
        }
        try sandbox.write("feed.yaml", Self.profile)
        let mute = try sandbox.read("peilwacht.yaml").components(separatedBy: "\nmail:")[0] + "\nfeeds: [feed.yaml]\n"
        try sandbox.write("peilwacht.yaml", mute)
        let silent = "feed.yaml:6:13: error: 'receipt_to' sends mail and there is no 'mail'"
        #expect(try sandbox.run("check").err.contains(silent))
    }
}
