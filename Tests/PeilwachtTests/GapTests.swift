import Foundation
import TestSupport
import Testing

/// Values that are missing behind a newer one, and periods of which nothing is asked, through the real program.
@Suite("Missing values, through the real program", .ownThreads)
struct GapTests {
    private typealias Kinds = WatchedKindsTests

    private static let monthly = """
        - {id: wachttijd, title: Wachttijd, unit: dagen, better: lower, cadence: month, first: 2026-08, due: 15 days}
        """

    private func changes(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.events().map { "\($0["event"] ?? "") \($0["rule"] ?? "")" }
    }

    @Test("a newer value does not make up for a gap: the alert stays until every month is there, and names them")
    func gap() throws {
        let sandbox = try Kinds.sandbox(Self.monthly)
        try sandbox.pass(at: "2026-10-20T08:00")
        #expect(try changes(sandbox) == ["opened overdue"])
        try sandbox.drop("okt.csv", Kinds.header + "wachttijd;2026-10;12\n")
        try sandbox.pass(at: "2026-11-05T08:00")
        #expect(try changes(sandbox) == ["opened overdue"])
        let open = try sandbox.run("--at", "2026-11-05T08:00", "alerts").out
        #expect(open.contains("De waarde van Wachttijd over 2026-08, 2026-09 ontbreekt; die over 2026-10 is er wel."))
        let row = try Kinds.status(sandbox, "wachttijd", at: "2026-11-05T08:00")
        #expect((row["reasons"] as? [String])?.contains("gap") == true)
        let explained = try sandbox.run("--at", "2026-11-05T08:00", "explain", "wachttijd").out
        let rule = "regel levering (overdue): er ontbreekt iets tussen wat er wel is (gap)\n"
        #expect(explained.contains(rule + "  augustus 2026 had er uiterlijk op 15 september 2026 moeten zijn\n"))
        #expect(explained.contains("volgende: november 2026, uiterlijk 15 december 2026"))

        try sandbox.drop("sep.csv", Kinds.header + "wachttijd;2026-09;13\n")
        try sandbox.pass(at: "2026-11-05T08:01")
        #expect(try changes(sandbox) == ["opened overdue"])
        try sandbox.drop("aug.csv", Kinds.header + "wachttijd;2026-08;14\n")
        try sandbox.pass(at: "2026-11-05T08:02")
        #expect(try changes(sandbox) == ["opened overdue", "resolved overdue"])
    }

    @Test(
        "a gap behind a good value is amber, and every answer says both: what is missing, and how the newest value is"
    )
    func behindGoodValue() throws {
        let sandbox = try Kinds.sandbox(Self.monthly.replacing("first: 2026-08", with: "targets: {2026-10: \"<14\"}"))
        try sandbox.drop("a.csv", Kinds.header + "wachttijd;2026-08;13\nwachttijd;2026-10;12\n")
        let moment = "2026-11-05T08:00"
        try sandbox.pass(at: moment)
        let row = try Kinds.status(sandbox, "wachttijd", at: moment)
        #expect(row["light"] as? String == "amber" && row["reasons"] as? [String] == ["target-met", "gap"])
        let table = try sandbox.run("--at", moment, "status").out
        #expect(table.contains("amber") && table.contains("target-met, gap"))
        let explained = try sandbox.run("--at", moment, "explain", "wachttijd").out
        let reasons = "streefwaarde gehaald (target-met), er ontbreekt iets tussen wat er wel is (gap)"
        #expect(explained.contains("licht: Oranje, \(reasons)\n"), "\(explained)")
        let brief = try sandbox.run("--at", moment, "status", "--brief").out
        #expect(brief.contains("1 reeks: 0 rood, 1 oranje, 0 groen"))
        #expect(
            brief.contains(
                "[Oranje] De waarde van Wachttijd over 2026-09 ontbreekt; die over 2026-10 is er wel. "
                    + "Wachttijd is 12 dagen in 2026-10; streefwaarde < 14 dagen (2026-10) gehaald."
            ),
            "\(brief)"
        )
        #expect(try sandbox.run("--at", moment, "digest").out.contains("Gegevens te laat (1)"))
        try sandbox.drop("b.csv", Kinds.header + "wachttijd;2026-09;12\n")
        try sandbox.pass(at: "2026-11-05T08:01")
        #expect(try Kinds.status(sandbox, "wachttijd", at: "2026-11-05T08:01")["light"] as? String == "green")
    }

    @Test("the table of the opening state counts a series with a gap as amber")
    func openingTable() throws {
        let sandbox = try Kinds.sandbox(Self.monthly.replacing("first: 2026-08", with: "targets: {2026-10: \"<14\"}"))
        try sandbox.drop("a.csv", Kinds.header + "wachttijd;2026-08;13\nwachttijd;2026-10;12\n")
        try sandbox.firstPass(at: "2026-11-05T08:00")
        let mail = try #require(try sandbox.texts(in: "outbox/new", ending: ".eml").first)
        #expect(mail.inOneLine.contains("Subject: Peilwacht kijkt mee: 1 indicator, 1 oranje"), "\(mail)")
    }

    @Test("a figure of a year that was still running is not the figure of that year")
    func interim() throws {
        let sandbox = try Kinds.sandbox(
            """
            - {id: a1, title: Instroom, unit: aantal, better: lower, cadence: year, first: 2026, due: 100 days,
               targets: {2026: "<100", 2027: "<100"}}
            """
        )
        try sandbox.pass(at: "2026-01-02T07:00")
        try sandbox.drop("a.csv", Kinds.header + "a1;2026;80\n")
        try sandbox.pass(at: "2026-01-02T08:00")
        try sandbox.pass(at: "2027-06-01T08:00")
        #expect(try changes(sandbox) == ["opened overdue"])
        #expect(try Kinds.status(sandbox, "a1", at: "2027-06-01T08:00")["light"] as? String == "grey")
        // The same file again, now that the year is over.
        try sandbox.drop("b.csv", Kinds.header + "a1;2026;80\n")
        try sandbox.pass(at: "2027-06-02T08:00")
        #expect(try changes(sandbox) == ["opened overdue", "resolved overdue"])
        let row = try Kinds.status(sandbox, "a1", at: "2027-06-02T08:00")
        #expect(row["light"] as? String == "green" && row["provisional"] as? Bool == false)
    }

    @Test("a year that has a target stays missing, also where a later year is the first that comes")
    func firstYear() throws {
        let sandbox = try Kinds.sandbox(
            """
            - {id: oud, title: Oud, unit: "%", better: lower, cadence: year, due: 100 days,
               targets: {2024: "<45", 2025: "<45"}}
            """
        )
        try sandbox.pass(at: "2026-04-20T07:00")
        #expect(try changes(sandbox) == ["opened overdue"])
        try sandbox.drop("a.csv", Kinds.header + "oud;2025;30\n")
        try sandbox.pass(at: "2026-04-20T08:00")
        #expect(try changes(sandbox) == ["opened overdue"])
        let open = try sandbox.run("--at", "2026-04-20T08:00", "alerts").out
        #expect(open.contains("De waarde van Oud over 2024 ontbreekt; die over 2025 is er wel."))
    }

    @Test("a further month that is missing is told")
    func further() throws {
        let sandbox = try Kinds.sandbox(Self.monthly)
        try sandbox.pass(at: "2026-08-20T08:00")
        try sandbox.pass(at: "2026-09-20T08:00")
        #expect(try changes(sandbox) == ["opened overdue"])
        try sandbox.pass(at: "2026-10-20T08:00")
        #expect(try changes(sandbox) == ["opened overdue", "escalated overdue"])
        let message = try sandbox.events().last?["message"] as? String
        #expect(message?.contains("2026-08, 2026-09") == true)
    }

    @Test("a district that files bring from a later month on is not missing before its first value")
    func district() throws {
        let sandbox = try Kinds.sandbox(Self.monthly)
        let rows = "wachttijd;2026-08;12;\nwachttijd;2026-09;12;\nwachttijd;2026-10;12;\nwachttijd;2026-10;9;WK030301\n"
        try sandbox.drop("a.csv", "indicator;periode;waarde;gebied\n" + rows)
        try sandbox.pass(at: "2026-11-20T08:00")
        #expect(try changes(sandbox) == [])
        try sandbox.drop(
            "b.csv",
            "indicator;periode;waarde;gebied\nwachttijd;2026-11;12;\nwachttijd;2026-12;9;WK030301\n"
        )
        try sandbox.pass(at: "2026-12-31T08:00")
        #expect(try changes(sandbox) == ["opened overdue"])
        #expect(try sandbox.events().last?["area"] as? String == "WK030301")
    }

    private static let appliances = """
        - {id: witgoed, title: Witgoedregeling, unit: "%", better: higher, cadence: year, first: 2025, due: 180 days,
           targets: {2025: ">0,7%", 2026: ">0,7%*", 2027: "-", 2028: "-"}}
        """

    @Test("a year with '-' is not awaited, and not judged by the year before")
    func notAsked() throws {
        let sandbox = try Kinds.sandbox(Self.appliances)
        try sandbox.drop("a.csv", Kinds.header + "witgoed;2025;0,8\nwitgoed;2026;0,9\n")
        try sandbox.pass(at: "2028-12-01T08:00")
        #expect(try changes(sandbox) == [])
        #expect(try Kinds.status(sandbox, "witgoed", at: "2028-12-01T08:00")["next_due"] is NSNull)
        try sandbox.drop("b.csv", Kinds.header + "witgoed;2027;0,1\n")
        try sandbox.pass(at: "2028-12-01T08:01")
        #expect(try changes(sandbox) == [])
        let row = try Kinds.status(sandbox, "witgoed", at: "2028-12-01T08:01")
        #expect(row["reasons"] as? [String] == ["not-asked"] && row["light"] as? String == "grey")
    }
}
