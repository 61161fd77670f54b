import Foundation
import TestSupport
import Testing

/// A milestone whose date has passed and whose report is late is one alert, everywhere.
@Suite("One alert of a late milestone, through the real program", .ownThreads)
struct LateMilestoneTests {
    private typealias Kinds = WatchedKindsTests

    private func open(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.run("alerts", "--json").objects().compactMap { $0["alert"] as? String }
    }

    @Test func `the date that passes and the report that is late with it open one alert`() throws {
        let sandbox = try Kinds.sandbox(Kinds.milestone)
        try sandbox.drop("a.csv", Kinds.milestoneHeader + "deelplan;2025-10-01;op schema;;\n")
        try sandbox.pass(at: "2025-11-01T08:00")
        try sandbox.pass(at: "2026-03-02T08:00")
        #expect(try sandbox.events().map { $0["reason"] as? String } == ["date-near", "past-date"])
        #expect(try open(sandbox) == ["milestone:deelplan/GM0303"])
        let explained = try sandbox.run("--at", "2026-03-02T08:00", "explain", "deelplan").out
        #expect(explained.contains("het 2e halfjaar van 2025 had er uiterlijk op 1 maart 2026 moeten zijn"))
        let row = try Kinds.status(sandbox, "deelplan", at: "2026-03-02T08:00")
        #expect(row["reasons"] as? [String] == ["past-date"])
    }

    @Test func `a late report that was told before goes on in the alert of the date, and is no good news`() throws {
        let sandbox = try Kinds.sandbox(
            """
            - {id: visie, title: Visie wonen, unit: mijlpaal, better: higher, cadence: quarter, first: 2025-Q2, due: 30 days,
               targets: {2025: gereed}}
            """
        )
        try sandbox.pass(at: "2025-09-01T06:00")
        try sandbox.pass(at: "2025-09-01T07:30")
        #expect(try open(sandbox) == ["overdue:visie/GM0303"])
        let before = sandbox.names(in: "outbox/new").count
        try sandbox.pass(at: "2026-02-05T08:00")
        #expect(try open(sandbox) == ["milestone:visie/GM0303"])
        let last = try #require(try sandbox.events().last { $0["rule"] as? String == "overdue" })
        #expect(last["event"] as? String == "resolved" && last["reason"] as? String == "told-with-date")
        #expect((last["message"] as? String)?.contains("gaat verder") == true, "\(last["message"] ?? "")")
        try sandbox.pass(at: "2026-02-06T07:30")
        let mails = try sandbox.texts(in: "outbox/new", ending: ".eml")
        #expect(mails.count > before)
        #expect(mails.allSatisfy { !$0.contains("Opgelost") && !$0.contains("weer bij") })
        // Nobody is told that it was delivered, and the end of the date's alert is the end of both.
        try sandbox.drop("a.csv", Kinds.milestoneHeader + "visie;2026-02-10;gereed;;\n")
        try sandbox.pass(at: "2026-02-11T08:00")
        #expect(try open(sandbox).isEmpty)
        #expect(try sandbox.events().last?["rule"] as? String == "milestone")
    }
}
