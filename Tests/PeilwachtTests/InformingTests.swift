import Foundation
import TestSupport
import Testing

/// What values say beside their targets, through the real program.
@Suite("The rules that inform, through the real program", .ownThreads)
struct InformingTests {
    private typealias Kinds = WatchedKindsTests

    private static let indicators = """
        - {id: eenzaamheid, title: Eenzaamheid, unit: "%", better: lower, cadence: year, due: 365 days,
           breaks: [{date: 2016-01-01, reason: andere vraagstelling}], targets: {2024: "<60%"}}
        - {id: wachttijd, title: Wachttijd, unit: dagen, better: lower, cadence: month, due: 30 days}
        """

    private static let yearly = """
        indicator;periode;waarde;ondergrens;bovengrens
        eenzaamheid;2014;80;;
        eenzaamheid;2015;81;;
        eenzaamheid;2016;40,0;38,0;42,0
        eenzaamheid;2017;41,2;39,2;43,2
        eenzaamheid;2018;42,1;40,1;44,1
        eenzaamheid;2019;43,5;41,5;45,5
        eenzaamheid;2020;44,0;42,0;46,0
        eenzaamheid;2021;45,2;43,2;47,2
        eenzaamheid;2022;46,1;44,1;48,1
        eenzaamheid;2023;47,0;45,0;49,0
        eenzaamheid;2024;51,0;49,0;53,0

        """

    private static let monthly =
        "indicator;periode;waarde\n"
        + ["30", "32", "31", "29", "30", "32", "31", "29", "30", "32", "31", "29", "48"].enumerated()
        .map { "wachttijd;2024-\($0 < 9 ? "0" : "")\($0 + 1);\($1)\n" }.joined()
        .replacing("2024-13", with: "2025-01")

    @Test("they stand in explain and behind the reasons of status, and nothing follows from them")
    func informs() throws {
        let sandbox = try Kinds.sandbox(Self.indicators)
        let moment = "2025-02-10T08:00"
        try sandbox.pass(at: "2025-02-10T07:00")
        try sandbox.drop("a.csv", Self.yearly)
        try sandbox.drop("b.csv", Self.monthly)
        try sandbox.pass(at: moment)
        let row = try Kinds.status(sandbox, "eenzaamheid", at: moment)
        #expect(row["light"] as? String == "green")
        #expect(
            row["reasons"] as? [String] == [
                "target-met", "significantly-below-target", "trend-rising", "changed-for-worse",
            ]
        )
        let trend = try #require(row["trend"] as? [String: Any])
        #expect(trend["values"] as? Int == 9 && trend["reason"] as? String == "trend-rising")
        #expect(row["spc"] is NSNull)

        let explained = try sandbox.run("--at", moment, "explain", "eenzaamheid").out
        #expect(explained.contains("licht: Groen, streefwaarde gehaald (target-met)\n"), "\(explained)")
        #expect(
            explained.contains(
                """
                regel trend (trend): stijgend (trend-rising)
                  stijgt, met ongeveer 1,01 procentpunt per jaar (9 waarden, 2016 t/m 2024); dat is ongunstig
                  Theil-Sen: 1,01 procentpunt per jaar (95%-interval
                """
            ),
            "\(explained)"
        )
        #expect(explained.contains("  alleen waarden vanaf 1 januari 2016: andere vraagstelling\n"))
        #expect(
            explained.contains(
                "  51,0% over 2024, interval van 49,0% tot 53,0%: significant onder de streefwaarde < 60% "
                    + "(2024); dat is gunstig\n"
            )
        )

        let waiting = try Kinds.status(sandbox, "wachttijd", at: moment)
        #expect((waiting["reasons"] as? [String])?.contains("special-cause-concern") == true, "\(waiting)")
        let limits = try sandbox.run("--at", moment, "explain", "wachttijd").out
        #expect(limits.contains("48 dagen over januari 2025 ligt boven de bovengrens van"), "\(limits)")

        let informing = ["trend", "change", "significance", "spc"]
        #expect(try sandbox.events().allSatisfy { !informing.contains($0["rule"] as? String ?? "") })
        #expect(try sandbox.run("--at", moment, "alerts", "--all").out.contains("trend") == false)
    }
}
