import Foundation
import TestSupport
import Testing

/// Amounts that do not fit the budget of their year, through the real program.
@Suite("Budget amounts that are questioned, through the real program", .ownThreads)
struct PlausibleBudgetTests {
    private typealias Kinds = WatchedKindsTests

    private static let indicators = """
        - {id: lasten-6n, title: Lasten 6N, unit: "€ 1.000", better: higher, cadence: month, first: 2026-04, due: 45 days,
           budget: costs, targets: {2026: "-15.942"}}
        - {id: baten-6m3, title: Baten 6M3, unit: "€ 1.000", better: higher, cadence: month, first: 2026-04, due: 45 days,
           budget: income, targets: {2026: "11.651"}}
        """

    private static let rows = "lasten-6n;2026-09;14900\nbaten-6m3;2026-09;17000000\n"
    private static let time = "2026-10-10T08:00"

    @Test("the wrong sign and a thousand times too much are refused, in a dry run too, and taken where confirmed")
    func questioned() throws {
        let sandbox = try Kinds.sandbox(Self.indicators)
        try sandbox.write("a.csv", Kinds.header + Self.rows)
        let dry = try sandbox.run("--at", Self.time, "import", "a.csv", "--dry-run").out
        let real = try sandbox.run("--at", Self.time, "import", "a.csv").out
        for told in [dry, real] {
            #expect(told.contains("bent u zeker van '14900'? Het bedrag past niet bij de begroting."), "\(told)")
            #expect(told.contains("bent u zeker van '17000000'? Het bedrag past niet bij de begroting."), "\(told)")
        }
        try sandbox.pass(at: Self.time)
        #expect(try sandbox.events().allSatisfy { $0["rule"] as? String != "budget" })

        let confirmed = Self.rows.replacing("\n", with: ";bevestigd\n")
        try sandbox.drop("b.csv", "indicator;periode;waarde;status\n" + confirmed)
        try sandbox.pass(at: Self.time)
        let row = try Kinds.status(sandbox, "lasten-6n", at: Self.time)
        #expect(row["value"] as? Int == 14_900, "\(row)")
    }

    @Test("a wider bound of the configuration lets an amount through, and no bound any")
    func wider() throws {
        let wide = Self.indicators.replacing("budget: costs", with: "budget: costs, plausible: any")
            .replacing("budget: income", with: "budget: income, plausible: 2000")
        let sandbox = try Kinds.sandbox(wide)
        try sandbox.drop("a.csv", Kinds.header + Self.rows)
        try sandbox.pass(at: Self.time)
        #expect(try Kinds.status(sandbox, "lasten-6n", at: Self.time)["value"] as? Int == 14_900)
        #expect(try Kinds.status(sandbox, "baten-6m3", at: Self.time)["value"] as? Int == 17_000_000)
    }
}
