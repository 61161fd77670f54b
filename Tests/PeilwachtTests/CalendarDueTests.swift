import Foundation
import TestSupport
import Testing

/// Values that are due by working days and days of the calendar, through the real program.
@Suite("Due by the calendar, through the real program", .ownThreads)
struct CalendarDueTests {
    private typealias Kinds = WatchedKindsTests

    private static let indicators = """
        - {id: meldingen, title: Meldingen, unit: aantal, better: lower, cadence: quarter, first: 2026-Q1, due: 15e werkdag}
        - {id: jeugd, title: Jeugdhulp, unit: "%", better: lower, cadence: year, every: 4, first: 2025, due: vóór 1 november}
        - {id: verzuim, title: Verzuim, unit: "%", better: lower, cadence: school-year, first: 2025/2026, due: 1 oktober}
        """

    private func changes(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.events().map { "\($0["event"] ?? "") \($0["indicator"] ?? "") \($0["period"] ?? "")" }
    }

    @Test("each is overdue on the day after, and not before; explain says by when it should have been there")
    func overdue() throws {
        let sandbox = try Kinds.sandbox(Self.indicators)
        #expect(try sandbox.run("check").err == "")
        // Working days: Good Friday is one, Easter Monday is none.
        try sandbox.pass(at: "2026-04-22T08:00")
        #expect(try changes(sandbox) == [])
        try sandbox.pass(at: "2026-04-23T08:00")
        #expect(try changes(sandbox) == ["opened meldingen 2026-Q1"])
        let explained = try sandbox.run("--at", "2026-04-23T08:00", "explain", "meldingen").out
        #expect(explained.contains("levering: per kwartaal, uiterlijk de 15e werkdag na afloop\n"), "\(explained)")
        #expect(
            explained.contains("  het 1e kwartaal van 2026 had er uiterlijk op 22 april 2026 moeten zijn\n"),
            "\(explained)"
        )
        let row = try Kinds.status(sandbox, "jeugd", at: "2026-04-23T08:00")
        #expect("\(row["next_due"] ?? "")".contains("2026-10-31"), "\(row)")

        try sandbox.drop("a.csv", Kinds.header + "meldingen;2026-Q1;5\n")
        try sandbox.pass(at: "2026-04-24T08:00")
        try sandbox.drop("b.csv", Kinds.header + "meldingen;2026-Q2;5\n")
        try sandbox.pass(at: "2026-10-01T08:00")
        let ended = try changes(sandbox)
        #expect(ended.count == 2 && ended.last?.hasPrefix("resolved meldingen") == true, "\(ended)")
        try sandbox.pass(at: "2026-10-02T08:00")
        #expect(try changes(sandbox).last == "opened verzuim 2025/2026")
        try sandbox.drop("c.csv", Kinds.header + "meldingen;2026-Q3;5\n")
        try sandbox.pass(at: "2026-10-31T08:00")
        #expect(try changes(sandbox).last == "opened verzuim 2025/2026")
        try sandbox.pass(at: "2026-11-01T08:00")
        #expect(try changes(sandbox).last == "opened jeugd 2025")
    }

    @Test("Good Friday and 5 May are settings")
    func settings() throws {
        let sandbox = try Kinds.sandbox(Self.indicators)
        let settings = try sandbox.read("peilwacht.yaml").replacing(
            "timezone:",
            with: "holidays: {good_friday: true, liberation_day: lustrum}\ntimezone:"
        )
        try sandbox.write("peilwacht.yaml", settings)
        try sandbox.pass(at: "2026-04-23T08:00")
        #expect(try changes(sandbox) == [])
        try sandbox.pass(at: "2026-04-24T08:00")
        #expect(try changes(sandbox) == ["opened meldingen 2026-Q1"])
    }
}
