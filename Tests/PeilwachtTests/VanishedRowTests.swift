import Foundation
import TestSupport
import Testing

@Suite("Rows that vanish from a feed, through the real program", .ownThreads)
struct VanishedRowTests {
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write("feed.yaml", "feed: wmo\nfiles: \"wmo-*.csv\"\n")
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n")
        return sandbox
    }

    private func file(_ values: [(Int, Int)]) -> String {
        "indicator;periode;waarde\n" + values.map { "wmo-maatwerk;\($0);\($1)\n" }.joined()
    }

    private func vanished(_ sandbox: Sandbox, at time: String? = nil) throws -> [String]? {
        let options = (time.map { ["--at", $0] } ?? []) + ["status", "--json"]
        let series = try sandbox.run(options).objects().first { $0["indicator"] as? String == "wmo-maatwerk" }
        return try #require(series)["vanished"] as? [String]
    }

    @Test("it is in the receipt and in status until it is there again; the value holds", .timeLimit(.minutes(30)))
    func again() throws {
        let sandbox = try sandbox()
        try sandbox.drop("wmo-1.csv", file([(2022, 100), (2023, 101), (2024, 102)]))
        try sandbox.pass(at: "2026-04-01T08:00")
        #expect(try vanished(sandbox) == nil)
        try sandbox.drop("wmo-2.csv", file([(2022, 100), (2024, 103)]))
        try sandbox.pass(at: "2026-04-01T08:10")
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last)
        let heading = "Stond in een eerdere levering van deze soort, en niet meer in dit bestand."
        #expect(receipt.inOneLine.contains(heading))
        #expect(receipt.contains("- wmo-maatwerk/GM0303, 2023: 101\n"), "\(receipt)")
        let json = try #require(try sandbox.texts(in: "receipts", ending: ".json").last)
        #expect(json.contains("\"vanished\": 1") && json.contains("\"vanished\": ["))
        #expect(try vanished(sandbox) == ["2023"])
        #expect(try sandbox.run("status").out.contains("[niet meer geleverd: 2023]"))
        #expect(try sandbox.run("explain", "wmo-maatwerk").out.contains("101"))

        try sandbox.drop("wmo-3.csv", file([(2022, 100), (2023, 101), (2024, 103)]))
        try sandbox.pass(at: "2026-04-01T08:20")
        #expect(try vanished(sandbox) == nil)
        #expect(try vanished(sandbox, at: "2026-04-01T08:15") == ["2023"])
        #expect(try !#require(try sandbox.texts(in: "receipts", ending: ".txt").last).contains("Stond in een eerdere"))
    }

    @Test("what was taken back is missed no more", .timeLimit(.minutes(30)))
    func withdrawn() throws {
        let sandbox = try sandbox()
        try sandbox.drop("wmo-1.csv", file([(2022, 100), (2023, 101), (2024, 102)]))
        try sandbox.pass(at: "2026-04-01T08:00")
        try sandbox.drop("wmo-2.csv", file([(2022, 100), (2024, 102)]))
        try sandbox.pass(at: "2026-04-01T08:10")
        #expect(try vanished(sandbox) == ["2023"])
        let ran = try sandbox.run(
            "--at",
            "2026-04-01T08:20",
            "withdraw",
            "wmo-maatwerk",
            "2023",
            "--why",
            "hoort er niet in"
        )
        #expect(ran.status == 0, "\(ran.err)")
        #expect(try vanished(sandbox) == nil)
    }

    @Test("a file of no feed makes nothing vanish", .timeLimit(.minutes(30)))
    func withoutFeed() throws {
        let sandbox = try sandbox()
        try sandbox.drop("a.csv", file([(2022, 100), (2023, 101), (2024, 102)]))
        try sandbox.pass(at: "2026-04-01T08:00")
        try sandbox.drop("b.csv", file([(2022, 100), (2024, 102)]))
        try sandbox.pass(at: "2026-04-01T08:10")
        #expect(try vanished(sandbox) == nil)
    }
}
