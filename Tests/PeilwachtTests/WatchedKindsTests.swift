import Foundation
import TestSupport
import Testing

/// Milestones, budget lines, money that ends, derived series and parts of a whole, through the real program.
@Suite("Everything that can be watched, through the real program", .ownThreads)
struct WatchedKindsTests {
    static let header = "indicator;periode;waarde\n"

    /// A sandbox whose one programme has these indicators, and goals where they are given.
    static func sandbox(_ indicators: String, goals: String = "") throws -> Sandbox {
        let sandbox = try Sandbox()
        let indented = indicators.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
        let head = """
            programme: dronten
            title: Programma 6 Sociaal domein
            area: {code: GM0303, name: Dronten}
            source: Programmabegroting 2026
            packages:
              - id: 6N
                title: Zelfredzaamheid
            """
        let goals = goals.isEmpty ? "" : "\n    goals:\n" + goals
        try sandbox.write("programme.yaml", head + goals + "\n    indicators:\n" + indented + "\n")
        return sandbox
    }

    static func status(_ sandbox: Sandbox, _ indicator: String, at time: String) throws -> [String: Any] {
        let rows = try sandbox.run("--at", time, "status", "--json").objects()
        return try #require(rows.first { $0["indicator"] as? String == indicator && $0["breakdown"] is NSNull })
    }

    // MARK: Relative targets

    @Test("a relative target is grey until the nulmeting is there, and is judged that day")
    func baseline() throws {
        let sandbox = try Self.sandbox(
            """
            - {id: jeugd, title: Jeugdhulp, unit: aantal, better: lower, cadence: year, due: 365 days,
               targets: {2026: "-10% t.o.v. 2025"}}
            """
        )
        try sandbox.drop("a.csv", Self.header + "jeugd;2026;100\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        var row = try Self.status(sandbox, "jeugd", at: "2027-02-01T08:00")
        #expect(row["light"] as? String == "grey")
        #expect(row["reasons"] as? [String] == ["baseline-missing", "baseline-awaited"])
        #expect(try sandbox.events().map { $0["rule"] as? String } == ["baseline"])

        try sandbox.drop("b.csv", Self.header + "jeugd;2025;100\n")
        try sandbox.pass(at: "2027-02-01T08:01")
        row = try Self.status(sandbox, "jeugd", at: "2027-02-01T08:01")
        #expect(row["light"] as? String == "red")
        #expect(
            try sandbox.events().map { $0["reason"] as? String }
                == ["baseline-awaited", "target-missed", "baseline-known"]
        )
    }

    @Test(
        "what has to stay level may move within its margin",
        arguments: [("62", "green"), ("60", "green"), ("64", "green"), ("59", "red"), ("66", "amber")]
    )
    func steady(value: String, light: String) throws {
        let sandbox = try Self.sandbox(
            """
            - {id: tevreden, title: Tevreden, unit: "%", better: higher, cadence: year, due: 365 days,
               margin: "2 units", targets: {2026: gelijkblijvend}}
            """
        )
        try sandbox.drop("a.csv", Self.header + "tevreden;2025;62\ntevreden;2026;\(value)\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        let row = try Self.status(sandbox, "tevreden", at: "2027-02-01T08:00")
        // 59 misses 62 by more than 2% of it, and lies on the worse side; 66 is better than level: worth a word, not red.
        #expect(row["light"] as? String == light)
        if light == "amber" {
            #expect(row["reasons"] as? [String] == ["better-than-level"])
            let message = try sandbox.events().first?["message"] as? String
            #expect(
                message
                    == "Tevreden is 66% in 2026; beter dan gelijk gebleven, streefwaarde = 62% (± 2) (2026)."
            )
        }
    }

    @Test("the first value of a series is its starting point, neither met nor missed")
    func startingPoint() throws {
        let sandbox = try Self.sandbox(
            """
            - {id: leden, title: Leden, unit: aantal, better: higher, cadence: year, due: 365 days,
               targets: {2026: stijging, 2027: stijging}}
            """
        )
        try sandbox.drop("a.csv", Self.header + "leden;2026;100\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        #expect(
            try Self.status(sandbox, "leden", at: "2027-02-01T08:00")["reasons"] as? [String] == ["is-baseline"]
        )
        try sandbox.drop("b.csv", Self.header + "leden;2027;101\n")
        try sandbox.pass(at: "2028-02-01T08:00")
        #expect(try Self.status(sandbox, "leden", at: "2028-02-01T08:00")["light"] as? String == "green")
    }

    @Test(
        "the years between two cells have no target, the last one or one on the straight line",
        arguments: [("none", []), ("last", ["2027 >39% >"]), ("linear", ["2025 >39% >", "2027 ≥54,5% >="])]
    )
    func interpolation(way: String, expected: [String]) throws {
        let sandbox = try Self.sandbox(
            """
            - {id: inburgering, title: Inburgering, unit: "%", better: higher, cadence: year, due: 365 days,
               interpolation: \(way), documented: {2024: "39%"}, targets: {2026: ">39%", 2028: "70%"}}
            """
        )
        let rows = try sandbox.run("targets", "--json").objects().filter { $0["interpolated"] as? Bool == true }
        let found = rows.map { row in
            ["period", "notation", "comparator"].map { row[$0] as? String ?? "" }.joined(separator: " ")
        }
        #expect(found == expected)
    }

    // MARK: Milestones

    static let milestone = """
        - {id: deelplan, title: Deelplan jeugd, unit: mijlpaal, better: higher, cadence: half-year, first: 2025-H1,
           due: 60 days, owner: Linda Verduin, targets: {2025: gereed}}
        """
    static let milestoneHeader = "mijlpaal;peildatum;status;verwacht;toelichting\n"

    @Test("a milestone is followed by word and by date, until it is done")
    func milestone() throws {
        let sandbox = try Self.sandbox(Self.milestone)
        try sandbox.drop("a.csv", Self.milestoneHeader + "deelplan;2025-06-30;op schema;;Evaluatie loopt\n")
        try sandbox.pass(at: "2025-07-15T08:00")
        #expect(try Self.status(sandbox, "deelplan", at: "2025-07-15T08:00")["light"] as? String == "green")

        try sandbox.drop("b.csv", Self.milestoneHeader + "deelplan;2025-12-15;uitgesteld;2026-12-31;Capaciteit\n")
        try sandbox.pass(at: "2025-12-20T08:00")
        let row = try Self.status(sandbox, "deelplan", at: "2025-12-20T08:00")
        #expect(row["reasons"] as? [String] == ["reported-postponed"])
        let standing = try #require(row["milestone"] as? [String: Any])
        #expect(standing["status"] as? String == "uitgesteld")
        #expect(standing["moved_days"] as? Int == 365)
        #expect(standing["due"] as? String == "2026-12-31")

        try sandbox.drop("c.csv", Self.milestoneHeader + "deelplan;2026-06-30;gereed;;Vastgesteld\n")
        try sandbox.pass(at: "2026-07-01T08:00")
        #expect(try Self.status(sandbox, "deelplan", at: "2026-07-01T08:00")["light"] as? String == "green")
        let events = try sandbox.events()
        #expect(events.map { $0["event"] as? String } == ["opened", "resolved"])
        #expect(events.allSatisfy { $0["rule"] as? String == "milestone" })
        let message =
            "Deelplan jeugd is uitgesteld; nu verwacht op 2026-12-31, 1 jaar later dan eerst gepland "
            + "(gemeld op 2025-12-15)."
        #expect(events[0]["message"] as? String == message)
        // Done: no further report is awaited.
        try sandbox.pass(at: "2028-07-01T08:00")
        #expect(try sandbox.events().count == 2)
    }

    @Test("what was done and is late again is taken in and told as that; an older report changes nothing")
    func undone() throws {
        let sandbox = try Self.sandbox(Self.milestone)
        try sandbox.drop("a.csv", Self.milestoneHeader + "deelplan;2025-06-30;gereed;;\n")
        try sandbox.pass(at: "2025-07-15T08:00")
        try sandbox.write("b.csv", Self.milestoneHeader + "deelplan;2025-09-30;vertraagd;;\n")
        let remark = "- deelplan/GM0303, 30 september 2025: was gereed (gemeld op 30 juni 2025), nu weer vertraagd."
        for way in [["--dry-run"], []] {
            let receipt = try sandbox.run(["--at", "2025-10-10T08:00", "import", "b.csv"] + way).out
            #expect(receipt.contains("Let op bij deze mijlpalen:\n\(remark)\n"), "\(receipt)")
        }
        try sandbox.pass(at: "2025-10-10T08:01")
        let opened = try #require(try sandbox.events().last)
        #expect(
            opened["message"] as? String
                == "Deelplan jeugd is vertraagd; gepland op 2025-12-31 (gemeld op 2025-09-30). Op 2025-06-30 was gemeld dat de "
                + "mijlpaal gereed was; dat is nu niet meer zo."
        )
        try sandbox.write("c.csv", Self.milestoneHeader + "deelplan;2025-03-31;op schema;;\n")
        let receipt = try sandbox.run("--at", "2025-10-11T08:00", "import", "c.csv").out
        #expect(receipt.contains("Er is al een later bericht: van 30 september 2025"), "\(receipt)")
        try sandbox.pass(at: "2025-10-11T08:01")
        let row = try Self.status(sandbox, "deelplan", at: "2025-10-11T08:01")
        #expect(row["reasons"] as? [String] == ["reported-delayed"])
        #expect(try sandbox.events().count == 1)
    }

    @Test("a milestone is warned about before its date; the day after nobody is alarmed while its report is awaited")
    func milestoneLate() throws {
        let sandbox = try Self.sandbox(Self.milestone)
        try sandbox.drop("a.csv", Self.milestoneHeader + "deelplan;2025-10-01;op schema;;\n")
        try sandbox.pass(at: "2025-10-31T08:00")
        #expect(try sandbox.events().isEmpty)
        try sandbox.pass(at: "2025-11-01T08:00")
        let near = try #require(try sandbox.events().first)
        #expect(near["reason"] as? String == "date-near")
        #expect(
            near["message"] as? String
                == "Deelplan jeugd is nog niet gereed gemeld; gepland op 2025-12-31 (gemeld op 2025-10-01)."
        )
        // The report about the second half of 2025 is due 60 days after its end: until then nobody is told anything new.
        try sandbox.pass(at: "2026-01-01T08:00")
        #expect(try sandbox.events().count == 1)
        let row = try Self.status(sandbox, "deelplan", at: "2026-01-01T08:00")
        #expect(row["light"] as? String == "amber")
        #expect(row["reasons"] as? [String] == ["awaiting-report"])
        try sandbox.pass(at: "2026-03-02T08:00")
        #expect(try sandbox.events().map { $0["reason"] as? String } == ["date-near", "past-date"])
        #expect(try sandbox.events().allSatisfy { $0["severity"] as? String == "warning" })
        try sandbox.drop("b.csv", Self.milestoneHeader + "deelplan;2026-02-28;vertraagd;;\n")
        try sandbox.pass(at: "2026-03-03T08:00")
        let late = try #require(try sandbox.events().last { $0["rule"] as? String == "milestone" })
        #expect(late["event"] as? String == "worsened")
        #expect(late["severity"] as? String == "critical")
    }

    // MARK: Budgets

    static func budget(_ more: String = "") -> String {
        """
        - {id: lasten, title: Lasten 6N, unit: "€ 1.000", better: higher, cadence: month, first: 2026-01, due: 45 days,
           budget: costs, targets: {2026: "-12.000"}\(more)}
        """
    }

    @Test("an overrun that two months confirm is a nadeel, red above ten percent")
    func overrun() throws {
        let sandbox = try Self.sandbox(Self.budget())
        try sandbox.drop("a.csv", Self.header + (1...4).map { "lasten;2026-0\($0);\(-1300 * $0)\n" }.joined())
        try sandbox.pass(at: "2026-05-10T08:00")
        var row = try Self.status(sandbox, "lasten", at: "2026-05-10T08:00")
        #expect(row["light"] as? String == "red")
        #expect(row["reasons"] as? [String] == ["budget-disadvantage"])
        let standing = try #require(row["budget"] as? [String: Any])
        #expect(standing["forecast"] as? Int == -15_600)
        #expect(standing["deviation"] as? Int == -3600)
        #expect(standing["outcome"] as? String == "nadeel")
        row = try #require(try sandbox.events().first)
        let message =
            "Lasten 6N: verwacht -€ 15.600.000 bij een begroting van -€ 12.000.000; nadeel € 3.600.000 (30,0%)."
        #expect(row["message"] as? String == message)
    }

    @Test("explain says how the year is expected to end, by which earlier years, and what if it ran as budgeted")
    func explained() throws {
        let sandbox = try Self.sandbox(Self.budget())
        let earlier = ["2024-06;-4000", "2024-12;-10000", "2025-06;-5000", "2025-12;-10000"]
        let rows = (earlier + ["2026-05;-6000", "2026-06;-6750"]).map { "lasten;\($0)\n" }.joined()
        try sandbox.drop("a.csv", Self.header + rows)
        try sandbox.pass(at: "2026-07-10T08:00")
        let text = try sandbox.run("--at", "2026-07-10T08:00", "explain", "lasten").out
        // 6.750 is 45% of a year on average: 15.000; by the single years 16.875 or 13.500.
        #expect(text.contains("regel begroting (budget): nadeel, rood (budget-disadvantage)\n"))
        #expect(
            text.contains(
                "verwacht over het jaar -€ 15.000.000, zoals in 2 eerdere jaren; "
                    + "naar de losse jaren -€ 16.875.000 tot -€ 13.500.000\n"
            )
        )
        #expect(text.contains("als de rest van het jaar loopt als begroot: -€ 13.350.000\n"))
        #expect(text.contains("verschil: nadeel € 3.000.000 (25,0%)\n"))
    }

    @Test("one month proves nothing, and the first three months are not judged")
    func early() throws {
        let sandbox = try Self.sandbox(Self.budget())
        try sandbox.drop("a.csv", Self.header + "lasten;2026-01;-5000\n")
        try sandbox.pass(at: "2026-02-10T08:00")
        #expect(try Self.status(sandbox, "lasten", at: "2026-02-10T08:00")["reasons"] as? [String] == ["too-early"])
        #expect(try sandbox.events().isEmpty)
        try sandbox.drop(
            "b.csv",
            Self.header + "lasten;2026-02;-2000\nlasten;2026-03;-3000\nlasten;2026-04;-5200\n"
        )
        try sandbox.pass(at: "2026-05-10T08:00")
        #expect(try Self.status(sandbox, "lasten", at: "2026-05-10T08:00")["reasons"] as? [String] == ["unconfirmed"])
        #expect(try sandbox.events().isEmpty)
    }

    @Test("an underspend is a voordeel: worth a word, never red")
    func underspend() throws {
        let sandbox = try Self.sandbox(Self.budget())
        try sandbox.drop("a.csv", Self.header + (1...5).map { "lasten;2026-0\($0);\(-500 * $0)\n" }.joined())
        try sandbox.pass(at: "2026-06-10T08:00")
        let row = try Self.status(sandbox, "lasten", at: "2026-06-10T08:00")
        #expect(row["light"] as? String == "amber")
        #expect(row["reasons"] as? [String] == ["budget-advantage"])
        #expect(try sandbox.events().first?["severity"] as? String == "warning")
    }

    @Test("money that ends is told of in good time, and again when it has ended")
    func ending() throws {
        let sandbox = try Self.sandbox(Self.budget(", ends: 2026-12-31, warn: 90 days"))
        try sandbox.pass(at: "2026-10-01T08:00")
        #expect(try sandbox.events().allSatisfy { $0["rule"] as? String != "ending" })
        try sandbox.pass(at: "2026-10-02T08:00")
        let event = try #require(try sandbox.events().last)
        #expect(event["reason"] as? String == "ends-soon")
        #expect(event["message"] as? String == "Lasten 6N eindigt op 2026-12-31.")
        #expect(try Self.status(sandbox, "lasten", at: "2026-10-02T08:00")["light"] as? String == "amber")
    }

    @Test("when the configuration names no end any more, the warning is taken back")
    func noEnd() throws {
        let sandbox = try Self.sandbox(Self.budget(", ends: 2026-12-31, warn: 90 days"))
        try sandbox.pass(at: "2026-10-02T08:00")
        let other = try Self.sandbox(Self.budget())
        try sandbox.write("programme.yaml", try other.read("programme.yaml"))
        try sandbox.pass(at: "2026-10-02T09:00")
        let event = try #require(try sandbox.events().last { $0["rule"] as? String == "ending" })
        #expect(event["event"] as? String == "target-changed")
        #expect(event["state"] as? String == "closed")
        let told = "einddatum vervallen: 31 december 2026 (waarschuwing 90 dagen vooraf)"
        #expect((event["message"] as? String)?.contains(told) == true)
    }
}
