import Foundation
import TestSupport
import Testing

@Suite("Threads and answers, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct ThreadTests {
    private static let header = "indicator;periode;waarde\n"

    /// The headers of the mails to one address, in the order in which they were made.
    private func mails(_ sandbox: Sandbox, to address: String) throws -> [[String: String]] {
        try ["sent", "new"].flatMap { try sandbox.texts(in: "outbox/\($0)", ending: ".eml") }
            .map { try ParsedMail.parse(Data($0.utf8)) }
            .filter { mail in
                #expect(mail.defects.isEmpty)
                return mail.headers["To"]?.contains(address) == true
            }
            .map(\.headers)
    }

    /// An alert, told in a digest; it becomes red, told at once; its end, told in a digest.
    private func story(_ mail: String = "", _ change: (Sandbox) throws -> Void = { _ in }) throws -> Sandbox {
        let sandbox = try Sandbox(mail: mail)
        try change(sandbox)
        for (day, row) in [("01", "2025;109"), ("02", "2026;130"), ("03", "2026;100")] {
            try sandbox.drop("\(day).csv", Self.header + "wmo-maatwerk;\(row)\n")
            try sandbox.pass(at: "2026-04-\(day)T09:00")
            let next = day == "01" ? "02" : day == "02" ? "03" : "04"
            try sandbox.pass(at: "2026-04-\(next)T07:00")
        }
        return sandbox
    }

    @Test("what is told further of an alert follows up the mail that told of it, by real Message-IDs")
    func byEpisode() throws {
        let mails = try mails(try story(), to: "wethouder@")
        let ids = mails.compactMap { $0["Message-ID"] }
        try #require(ids.count == 3)
        #expect(mails[0]["In-Reply-To"] == nil && mails[0]["References"] == nil)
        #expect(mails[1]["In-Reply-To"] == ids[0] && mails[1]["References"] == ids[0])
        #expect(mails[2]["In-Reply-To"] == ids[1] && mails[2]["References"] == "\(ids[0]) \(ids[1])")
    }

    @Test("each recipient has a thread of their own, and a mail that failed is followed up by none")
    func failed() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try story("  relay: smtp://127.0.0.1:\(relay.port)\n") { sandbox in
            let settings = try sandbox.read("peilwacht.yaml")
            let more = "  - {id: bode, who: beleid@bode.example, about: all, when: {at_once: critical}}\n"
            try sandbox.write("peilwacht.yaml", settings + more)
        }
        let known = try mails(sandbox, to: "wethouder@")
        #expect(known.count == 3 && known[2]["In-Reply-To"] == known[1]["Message-ID"])
        let refused = try sandbox.texts(in: "outbox/failed", ending: ".eml").filter { $0.contains("To: beleid@bode") }
        #expect(refused.count == 2 && refused.allSatisfy { !$0.contains("In-Reply-To") })
    }

    @Test("by digest, each digest follows up the one before; by none, nothing does", arguments: ["digest", "none"])
    func byDigest(threads: String) throws {
        let sandbox = try Sandbox(mail: "  threads: \(threads)\n")
        for (day, row) in [("02", "2025;109"), ("03", "2026;130"), ("06", "2026;100")] {
            try sandbox.drop("\(day).csv", Self.header + "wmo-maatwerk;\(row)\n")
            try sandbox.pass(at: "2026-04-\(day)T08:00")
            try sandbox.pass(at: "2026-04-\(day)T08:30")
        }
        let digests = try mails(sandbox, to: "beleid@")
        try #require(digests.count == 3)
        let isThreaded = threads == "digest"
        #expect(digests[1]["In-Reply-To"] == (isThreaded ? digests[0]["Message-ID"] : nil))
        #expect(digests[2]["In-Reply-To"] == (isThreaded ? digests[1]["Message-ID"] : nil))
        let all = try mails(sandbox, to: "wethouder@")
        #expect(!all.isEmpty && (isThreaded || all.allSatisfy { $0["In-Reply-To"] == nil }))
    }

    @Test("answers go to the one owner of what a mail is about, else to whoever is named, else to who runs it")
    func answers() throws {
        let owned = Sandbox.programme.replacing(
            "title: Wmo-maatwerk\n",
            with: "title: Wmo-maatwerk\n        owner: Wethouder Zorg\n"
        )
        func answer(_ owners: String, _ mail: String, _ operations: String = "") throws -> String? {
            let sandbox = try Sandbox(mail: mail, subscriptions: operations)
            try sandbox.write("programme.yaml", owned)
            try sandbox.write("peilwacht.yaml", owners + (try sandbox.read("peilwacht.yaml")))
            try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
            try sandbox.pass()
            return try mails(sandbox, to: "wethouder@").first?["Reply-To"]
        }
        let zorg = "owners: {Wethouder Zorg: zorg@dronten.example}\n"
        #expect(try answer(zorg, "  reply_to: vragen@dronten.example\n") == "zorg@dronten.example")
        #expect(try answer("", "  reply_to: vragen@dronten.example\n") == "vragen@dronten.example")
        #expect(try answer("", "", QueueTests.operations) == "beheer@dronten.example")
        #expect(try answer("", "") == nil)
        // Nobody answers to themselves.
        let reader = "owners: {Wethouder Zorg: wethouder@dronten.example}\n"
        #expect(try answer(reader, "  reply_to: vragen@dronten.example\n") == "vragen@dronten.example")
    }
}
