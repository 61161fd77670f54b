import Foundation
import TestSupport
import Testing

/// What is told at once, what waits, and what is expected, through the real program.
@Suite("How certain a deviation has to be, through the real program", .ownThreads)
struct CertaintyTests {
    private typealias Kinds = WatchedKindsTests

    private static let indicators = """
        - {id: incidenten, title: Incidenten, unit: aantal, better: lower, cadence: year, due: 365 days,
           counts: events, tolerance: 0 units, targets: {2024: "<7", 2025: "<7"}}
        - {id: rustig, title: Rustig, unit: aantal, better: lower, cadence: year, due: 365 days,
           profile: calibrated, targets: {2024: "<100", 2025: "<100"}}
        - {id: stijger, title: Stijger, unit: per 1000, better: lower, cadence: year, due: 365 days,
           targets: {2024: "<108", 2025: "<108", 2026: "<108", 2027: "<108"}}
        """

    private static func rows(_ id: String, from year: Int, _ values: [String]) -> String {
        values.enumerated().map { "\(id);\(year + $0);\($1)\n" }.joined()
    }

    private static let until2024 =
        "indicator;periode;waarde\n" + rows("incidenten", from: 2024, ["5"])
        + rows("rustig", from: 2018, ["95", "97", "94", "96", "95", "96", "102"])
        + rows("stijger", from: 2017, ["90,0", "92,3", "93,8", "96,1", "98,2", "99,8", "102,1", "104,0"])

    private static let of2025 =
        "indicator;periode;waarde\n" + rows("incidenten", from: 2025, ["8"]) + rows("rustig", from: 2025, ["103"])
        + rows("stijger", from: 2025, ["105,9"])

    @Test(
        "a few events are on the edge, a calm series waits for the second miss, and a forecast warns while it is green"
    )
    func certainty() throws {
        let sandbox = try Kinds.sandbox(Self.indicators)
        try sandbox.pass(at: "2025-02-10T07:00")
        try sandbox.drop("a.csv", Self.until2024)
        try sandbox.pass(at: "2025-02-10T08:00")
        let early = try sandbox.events()
        #expect(early.isEmpty, "\(early)")
        let calm = try Kinds.status(sandbox, "rustig", at: "2025-02-10T09:00")
        #expect(calm["light"] as? String == "amber" && (calm["reasons"] as? [String])?.first == "target-missed")

        try sandbox.drop("b.csv", Self.of2025)
        try sandbox.pass(at: "2026-02-10T08:00")
        let opened = try sandbox.events().filter { $0["event"] as? String == "opened" }
        let rules = opened.map { "\($0["indicator"] as? String ?? "") \($0["rule"] as? String ?? "")" }
        #expect(Set(rules) == ["incidenten target", "rustig target", "stijger forecast"], "\(rules)")
        // The margin of the sandbox is 2 %: 103 against < 100 is red, eight incidents against < 7 are not.
        let red = opened.filter { $0["severity"] as? String == "critical" }.map { $0["indicator"] as? String }
        #expect(red == ["rustig"])

        let explained = try sandbox.run("--at", "2026-02-10T09:00", "explain", "incidenten").out
        #expect(explained.contains("op de grens: 95%-interval van het aantal 3,5 tot 15,8"), "\(explained)")
        let status = try Kinds.status(sandbox, "stijger", at: "2026-02-10T09:00")
        let reasons = try #require(status["reasons"] as? [String])
        #expect(status["light"] as? String == "amber" && reasons.starts(with: ["target-met", "miss-expected"]))
        let forecast = try #require(status["forecast"] as? [String: Any])
        #expect(forecast["period"] as? String == "2027" && forecast["values"] as? Int == 9)
        let digest = try sandbox.run("--at", "2026-02-10T09:00", "digest").out
        #expect(digest.contains("naar verwachting 109,92"), "\(digest)")
    }
}
