import Foundation
import TestSupport
import Testing

/// What is promised beside what is booked, and a budget that the council changes, through the real program.
@Suite("Commitments and changes of a budget, through the real program", .ownThreads)
struct BudgetChangeTests {
    private typealias Kinds = WatchedKindsTests

    private static let indicators = """
        - {id: verplicht, title: Verplichtingen 6N, unit: "€", better: lower, cadence: month, first: 2026-01, due: 45 days}
        - {id: lasten, title: Lasten 6N, unit: "€", better: lower, cadence: month, first: 2026-01, due: 45 days,
           budget: costs, commitments: verplicht, targets: {2026: "1.200.000"},
           changes: [{date: 2026-07-01, budget: "1.500.000", what: Voorjaarsnota}]}
        """

    private func changes(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.events().map { "\($0["event"] ?? "") \($0["rule"] ?? "")" }
    }

    private func months(_ count: Int, _ amount: Int, _ id: String = "lasten") -> String {
        (1...count).map { "\(id);2026-0\($0);\(amount * $0)\n" }.joined()
    }

    @Test("what is promised is the floor of the outturn, and a change of the budget makes it fit on its day")
    func promised() throws {
        let sandbox = try Kinds.sandbox(Self.indicators)
        #expect(try sandbox.run("check").err == "")
        try sandbox.drop("a.csv", Kinds.header + months(5, 100_000) + months(5, 100_000, "verplicht"))
        try sandbox.pass(at: "2026-06-10T08:00")
        var row = try Kinds.status(sandbox, "lasten", at: "2026-06-10T08:00")
        #expect(row["light"] as? String == "green", "\(row)")
        #expect(try changes(sandbox) == [])

        // The promises alone mark the line to be judged.
        try sandbox.drop("b.csv", Kinds.header + "verplicht;2026-05;900000\n")
        try sandbox.pass(at: "2026-06-11T08:00")
        row = try #require(try sandbox.events().last)
        #expect(
            row["message"] as? String
                == "Lasten 6N: verwacht ten minste € 1.400.000 bij een begroting van € 1.200.000; "
                + "nadeel € 200.000 (16,7%)."
        )
        #expect(row["severity"] as? String == "critical")
        let explained = try sandbox.run("--at", "2026-06-11T08:00", "explain", "lasten").out
        #expect(explained.contains("verplichtingen € 900.000; samen € 1.400.000\n"), "\(explained)")

        // On 1 July the budget is another one, and nothing else is new.
        try sandbox.pass(at: "2026-07-01T08:00")
        #expect(try changes(sandbox) == ["opened budget", "resolved budget"])
        let after = try sandbox.run("--at", "2026-07-01T08:00", "explain", "lasten").out
        #expect(
            after.contains("begroting na wijziging van 1 juli 2026 (Voorjaarsnota); eerst € 1.200.000\n"),
            "\(after)"
        )
        let standing = try #require(
            try Kinds.status(sandbox, "lasten", at: "2026-07-01T08:00")["budget"] as? [String: Any]
        )
        #expect(standing["budget"] as? Int == 1_500_000 && standing["commitments"] as? Int == 900_000)
        #expect(standing["changed"] as? String == "2026-07-01")
        // Of the day before the budget is the old one.
        let before = try Kinds.status(sandbox, "lasten", at: "2026-06-30T08:00")["budget"] as? [String: Any]
        #expect(before?["budget"] as? Int == 1_200_000)
    }

    @Test("a change that is written down later is told as an edit")
    func edited() throws {
        let change = "changes: [{date: 2026-07-01, budget: \"1.500.000\", what: Voorjaarsnota}]"
        let without = Self.indicators.replacing(change, with: "owner: Financien")
        let sandbox = try Kinds.sandbox(without)
        try sandbox.drop("a.csv", Kinds.header + months(7, 125_000) + months(7, 0, "verplicht"))
        try sandbox.pass(at: "2026-08-10T08:00")
        #expect(try changes(sandbox) == ["opened budget"])
        let programme = try sandbox.read("programme.yaml").replacing(
            "owner: Financien",
            with: "owner: Financien, changes: [{date: 2026-07-01, by: \"+300.000\"}]"
        )
        try sandbox.write("programme.yaml", programme)
        try sandbox.pass(at: "2026-08-11T08:00")
        #expect(try changes(sandbox).count == 2)
        #expect(try Kinds.status(sandbox, "lasten", at: "2026-08-11T08:00")["light"] as? String == "green")
    }
}
