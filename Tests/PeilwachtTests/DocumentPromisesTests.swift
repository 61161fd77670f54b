import Foundation
import TestSupport
import Testing

/// What the documents promise in words that are no plain target, through the real program.
@Suite("Promises of the documents, through the real program", .ownThreads)
struct DocumentPromisesTests {
    private static func status(_ sandbox: Sandbox, _ indicator: String, at time: String) throws -> [String: Any] {
        try WatchedKindsTests.status(sandbox, indicator, at: time)
    }

    @Test("what has to be done once a year is asked for again every year")
    func recurring() throws {
        let sandbox = try WatchedKindsTests.sandbox(
            """
            - {id: raad, title: Raad geïnformeerd, unit: mijlpaal, better: higher, recurs: true, cadence: year,
               first: 2026, due: 60 days}
            """
        )
        let header = WatchedKindsTests.milestoneHeader
        try sandbox.drop("a.csv", header + "raad;2026-05-12;gereed;;\n")
        try sandbox.pass(at: "2026-12-01T08:00")
        #expect(try Self.status(sandbox, "raad", at: "2026-12-01T08:00")["light"] as? String == "green")
        #expect(try sandbox.events().isEmpty)
        try sandbox.pass(at: "2027-11-02T08:00")
        #expect(try sandbox.events().map { $0["reason"] as? String } == ["date-near"])
        try sandbox.pass(at: "2028-03-01T08:00")
        let late = try #require(try sandbox.events().last { $0["rule"] as? String == "milestone" })
        let words = "Raad geïnformeerd (2027) is niet gereed gemeld; uiterlijk 2027-12-31. Er is nog niets gemeld."
        #expect(late["message"] as? String == words)
        // A report of 2028 says nothing of 2027.
        try sandbox.drop("b.csv", header + "raad;2028-03-05;gereed;;\n")
        try sandbox.pass(at: "2028-03-06T08:00")
        let open = try sandbox.run("--at", "2028-03-06T08:00", "alerts").out
        #expect(open.contains(words) && open.contains("De ronde van 2028 is gereed."))
        try sandbox.pass(at: "2029-03-03T08:00")
        let more = try sandbox.run("--at", "2029-03-03T08:00", "status", "--brief").out
        #expect(more.contains("Raad geïnformeerd (2027) is niet gereed gemeld"), "\(more)")
        try sandbox.drop("c.csv", header + "raad;2027-12-20;gereed;;\n")
        try sandbox.pass(at: "2029-03-04T08:00")
        let end = try #require(try sandbox.events().last { $0["rule"] as? String == "milestone" })
        #expect(end["event"] as? String == "resolved")
        #expect(end["message"] as? String == "Raad geïnformeerd (2027) is gereed.")
    }

    @Test("what was done in its turn is told as done in it, where the report comes in the next one")
    func reportedLate() throws {
        let sandbox = try WatchedKindsTests.sandbox(
            """
            - {id: raad, title: Raad geïnformeerd, unit: mijlpaal, better: higher, recurs: true, cadence: year,
               first: 2026, due: 60 days}
            """
        )
        for moment in ["2026-11-15T08:00", "2026-11-16T09:00"] { try sandbox.pass(at: moment) }
        try sandbox.drop("a.csv", WatchedKindsTests.milestoneHeader + "raad;2026-12-15;gereed;;\n")
        try sandbox.pass(at: "2027-01-05T08:00")
        let events = try sandbox.events().map { "\($0["event"] ?? ""): \($0["message"] ?? "")" }
        #expect(
            events == [
                "opened: Raad geïnformeerd (2026) is nog niet gereed gemeld; uiterlijk 2026-12-31.",
                "resolved: Raad geïnformeerd (2026) is gereed.",
            ]
        )
        let mails = try sandbox.texts(in: "outbox/new", ending: ".eml").map(\.inOneLine)
        #expect(mails.contains { $0.contains("De ronde van 2026 is gereed.") }, "\(mails)")
        #expect(mails.allSatisfy { !$0.contains("latere geplande datum") })
    }

    @Test("a cell with a condition shows it, and a year with a dash is neither judged nor awaited")
    func witgoed() throws {
        let sandbox = try WatchedKindsTests.sandbox(
            """
            - {id: witgoed, title: Witgoedregeling, unit: "%", better: higher, cadence: year, first: 2025, due: 180 days,
               targets: {2025: ">0,7%", 2026: ">0,7%*", 2027: "-", 2028: "-"},
               notes: ["*Indien witgoedregeling wordt verlengd"]}
            """
        )
        try sandbox.drop("a.csv", WatchedKindsTests.header + "witgoed;2025;0,8\nwitgoed;2026;0,2\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        let condition = "indien witgoedregeling wordt verlengd"
        let event = try #require(try sandbox.events().first)
        #expect(event["target"] as? String == "> 0,7% (2026, \(condition))")
        #expect((event["message"] as? String)?.contains(condition) == true)
        #expect(try sandbox.run("--at", "2027-02-01T08:00", "status").out.contains(condition))
        #expect(try sandbox.run("--at", "2027-02-01T08:00", "explain", "witgoed").out.contains(condition))
        // The mail is folded at the width of a screen.
        let digest = try sandbox.run("--at", "2027-02-01T08:00", "digest").out.split { $0.isWhitespace }
        #expect(digest.joined(separator: " ").contains(condition))
        // 2027 is not awaited, and a value of it is not held against 2026.
        try sandbox.pass(at: "2028-12-01T08:00")
        #expect(try sandbox.events().allSatisfy { $0["rule"] as? String == "target" })
        #expect(try Self.status(sandbox, "witgoed", at: "2028-12-01T08:00")["next_due"] is NSNull)
        try sandbox.drop("b.csv", WatchedKindsTests.header + "witgoed;2027;0,1\n")
        try sandbox.pass(at: "2028-12-02T08:00")
        let row = try Self.status(sandbox, "witgoed", at: "2028-12-02T08:00")
        #expect(row["reasons"] as? [String] == ["not-asked"])
        #expect(row["target"] is NSNull)
    }

    @Test("money that is granted every year does not end: the next amount is awaited")
    func granted() throws {
        let sandbox = try WatchedKindsTests.sandbox(
            """
            - {id: goab, title: Onderwijsachterstanden, unit: "€", better: higher, budget: income, cadence: year,
               first: 2026, due: 90 days from start, targets: {2025: "2.000.000"}}
            """
        )
        try sandbox.pass(at: "2026-04-01T08:00")
        #expect(try sandbox.events().isEmpty)
        try sandbox.pass(at: "2026-04-02T08:00")
        let event = try #require(try sandbox.events().first)
        #expect(event["rule"] as? String == "overdue" && event["period"] as? String == "2026")
        let messages = try sandbox.events().compactMap { $0["message"] as? String }
        #expect(messages.allSatisfy { !$0.contains("geëindigd") })
    }

    @Test("uncertain money is said to be uncertain, and goes on when it arrives")
    func uncertain() throws {
        let sandbox = try WatchedKindsTests.sandbox(
            """
            - {id: iza, title: SPUK IZA, unit: "€", better: higher, budget: income, cadence: year, first: 2026,
               due: 365 days, uncertain_from: 2026-01-01, targets: {2025: "265.000"}}
            """
        )
        try sandbox.pass(at: "2025-08-01T08:00")
        try sandbox.pass(at: "2026-02-01T08:00")
        var events = try sandbox.events()
        #expect(events.map { $0["reason"] as? String } == ["uncertain-soon", "uncertain"])
        #expect(events.allSatisfy { $0["message"] as? String == "SPUK IZA is vanaf 2026-01-01 onzeker." })
        try sandbox.drop("a.csv", WatchedKindsTests.header + "iza;2026;265000\n")
        try sandbox.pass(at: "2027-02-02T08:00")
        events = try sandbox.events()
        #expect(events.last?["event"] as? String == "resolved")
        #expect(events.last?["message"] as? String == "SPUK IZA gaat door: er is geld ontvangen over 2026.")
    }

    @Test("a reserve that is booked in one month is no voordeel of the year")
    func reserve() throws {
        let sandbox = try WatchedKindsTests.sandbox(
            """
            - {id: onttrekking, title: Onttrekking, unit: "€ 1.000", better: higher, budget: income, forecast: false,
               cadence: month, first: 2026-01, due: 45 days, targets: {2026: "155"}}
            """
        )
        let months = (1...9).map { "onttrekking;2026-0\($0);155\n" }.joined()
        try sandbox.drop("a.csv", WatchedKindsTests.header + months)
        try sandbox.pass(at: "2026-10-10T08:00")
        let row = try Self.status(sandbox, "onttrekking", at: "2026-10-10T08:00")
        #expect(row["reasons"] as? [String] == ["year-not-over"])
        #expect(try sandbox.events().isEmpty)
        let rest = (10...12).map { "onttrekking;2026-\($0);155\n" }.joined()
        try sandbox.drop("b.csv", WatchedKindsTests.header + rest)
        try sandbox.pass(at: "2027-01-10T08:00")
        #expect(try Self.status(sandbox, "onttrekking", at: "2027-01-10T08:00")["light"] as? String == "green")
    }

    @Test("a goal without a year is told without one")
    func withoutYear() throws {
        let sandbox = try WatchedKindsTests.sandbox(
            """
            - {id: bezwaren, title: Bezwaren, unit: aantal, better: lower, cadence: year, first: 2026, due: 180 days}
            """,
            goals: """
                      - id: 4.5-1
                        text: Inwoners hebben meer vertrouwen.
                        targets:
                          - {indicator: bezwaren, period: 2026, target: daling, planned: false}
                """
        )
        try sandbox.drop("a.csv", WatchedKindsTests.header + "bezwaren;2026;10\nbezwaren;2027;40\n")
        try sandbox.pass(at: "2028-02-01T08:00")
        #expect(try sandbox.events().first?["target"] as? String == "< 10 (doel 4.5-1)")
        let digest = try sandbox.run("--at", "2028-02-01T08:00", "digest").out
        #expect(digest.contains("Streefwaarde: < 10 (doel 4.5-1, daling): niet gehaald"))
        #expect(try sandbox.run("targets").out.contains("bezwaren daling (zonder jaar)"))
    }
}
