import Foundation
import TestSupport
import Testing

/// Series that are made of others, and series that are parts of a larger one, through the real program.
@Suite("Parts and wholes, through the real program", .ownThreads)
struct PartsOfAWholeTests {
    private typealias Kinds = WatchedKindsTests

    // MARK: Derived series

    static let derived = """
        - {id: onderzoeken, title: Onderzoeken, unit: aantal, better: lower, cadence: year, due: 365 days}
        - {id: verboden, title: Huisverboden, unit: aantal, better: lower, cadence: year, due: 365 days}
        - {id: ots, title: OTS, unit: aantal, better: lower, cadence: year, due: 365 days}
        - {id: maatregelen, title: Maatregelen, unit: aantal, better: lower, cadence: year, due: 365 days,
           derived: {sum: [verboden, ots], decimals: 0}}
        - {id: ratio, title: Onderzoeken per 100 maatregelen, unit: per 100, better: lower, cadence: year, due: 365 days,
           derived: {numerator: onderzoeken, denominator: maatregelen, per: 100, decimals: 1}}
        - {id: aandeel, title: Aandeel OTS, unit: "%", better: lower, cadence: year, due: 365 days,
           derived: {share: ots, of: [verboden, ots], decimals: 2}}
        - {id: verschil, title: Verschil, unit: aantal, better: lower, cadence: year, due: 365 days,
           derived: {difference: [onderzoeken, verboden, ots], decimals: 0}}
        - {id: gezins, title: Gezinsgericht, unit: "%", better: higher, cadence: year, due: 365 days,
           derived: {share: "verblijf[vorm=gezin]", of: [verblijf], decimals: 1}}
        - {id: verblijf, title: Verblijf, unit: aantal, better: lower, cadence: year, due: 365 days}
        """

    @Test("sums, differences, ratios and shares are exact, also of derived ones and of one breakdown")
    func operations() throws {
        let sandbox = try Kinds.sandbox(Self.derived)
        let rows =
            "onderzoeken;2025;100;\nverboden;2025;7;\nots;2025;23;\n"
            + "verblijf;2025;40;\nverblijf;2025;29;vorm=gezin\n"
        try sandbox.drop("a.csv", "indicator;periode;waarde;uitsplitsing\n" + rows)
        try sandbox.pass(at: "2026-04-01T08:00")
        let expected = ["maatregelen": "30", "ratio": "333.3", "aandeel": "76.67", "verschil": "70", "gezins": "72.5"]
        let shown = try sandbox.run("--at", "2026-04-01T08:00", "status", "--json").out
        for (indicator, value) in expected {
            let row = try #require(shown.split(separator: "{").first { $0.contains("\"indicator\":\"\(indicator)\"") })
            #expect(row.contains("\"value\":\(value),"), "\(indicator)")
        }
        let explained = try sandbox.run("--at", "2026-04-01T08:00", "explain", "ratio").out
        #expect(explained.contains("berekend: verhouding per 100 van onderzoeken en maatregelen, naar boven afgerond"))
        #expect(explained.contains("onderzoeken/GM0303: 2025: 100 (herziening 1, vastgelegd op 1 april 2026 om"))
    }

    @Test("a division by zero is no value, and says so; a missing input is waited for")
    func notComputable() throws {
        let sandbox = try Kinds.sandbox(Self.derived)
        try sandbox.drop("a.csv", Kinds.header + "onderzoeken;2025;100\nverboden;2025;0\nots;2025;0\n")
        try sandbox.pass(at: "2026-04-01T08:00")
        let ratio = try Kinds.status(sandbox, "ratio", at: "2026-04-01T08:00")
        #expect(ratio["reasons"] as? [String] == ["not-computable"])
        #expect(ratio["value"] is NSNull && ratio["light"] as? String == "grey")
        try sandbox.drop("b.csv", Kinds.header + "onderzoeken;2026;50\n")
        try sandbox.pass(at: "2027-04-01T08:00")
        #expect(
            try Kinds.status(sandbox, "verschil", at: "2027-04-01T08:00")["reasons"] as? [String] == ["input-missing"]
        )
    }

    // MARK: Breakdowns and areas

    static let loneliness = """
        - {id: eenzaam, title: Eenzaamheid, unit: "%", better: lower, cadence: year, due: 365 days,
           targets: {2026: "<25%"}}
        """
    static let header = "indicator;periode;waarde;gebied;uitsplitsing\n"

    private func told(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("To: De wethouder") }
    }

    @Test("the parts of a whole that deviates for the same reason are logged, and not told apart")
    func parts() throws {
        let sandbox = try Kinds.sandbox(Self.loneliness)
        let rows =
            "eenzaam;2026;30;;\neenzaam;2026;32;;leeftijd=65+\n"
            + "eenzaam;2026;35;WK030301;\neenzaam;2026;20;WK030302;\n"
        try sandbox.drop("a.csv", Self.header + rows)
        try sandbox.pass(at: "2027-02-01T08:00")
        #expect(try sandbox.events().count == 3)
        let mails = try told(sandbox)
        #expect(mails.count == 1)
        #expect(mails.first?.contains("Subject: [1 rood] Eenzaamheid 30% (streef <25%)\r\n") == true)
        // The next day's digest lists the whole as still open, with its parts.
        let digest = try sandbox.run("--at", "2027-02-02T08:00", "digest", "--to", "wethouder").out
        #expect(digest.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("ook bij leeftijd 65+ en"))
        #expect(digest.contains("1 melding"))
    }

    @Test("when the whole is in order again, a part that is not is told, and its own end later")
    func release() throws {
        let sandbox = try Kinds.sandbox(Self.loneliness)
        try sandbox.drop("a.csv", Self.header + "eenzaam;2026;30;;\neenzaam;2026;35;;leeftijd=65+\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        #expect(try told(sandbox).count == 1)
        try sandbox.drop("b.csv", Self.header + "eenzaam;2026;24;;\n")
        try sandbox.pass(at: "2027-02-01T09:00")
        let events = try sandbox.events().map { "\($0["event"] ?? "") \($0["breakdown"] ?? "")" }
        #expect(events.suffix(2) == ["corrected <null>", "released leeftijd=65+"])
        #expect(try told(sandbox).contains { $0.contains("Subject: [1 rood] Eenzaamheid, leeftijd 65+ 35%") })
        try sandbox.drop("c.csv", Self.header + "eenzaam;2027;20;;leeftijd=65+\n")
        try sandbox.pass(at: "2028-02-01T06:00")
        try sandbox.pass(at: "2028-02-01T07:00")
        #expect(try told(sandbox).contains { $0.contains("leeftijd 65+") && $0.contains("Goed nieuws") })
    }

    @Test("a part that is worse than the whole is told apart")
    func worsePart() throws {
        let sandbox = try Kinds.sandbox(Self.loneliness)
        try sandbox.drop("a.csv", Self.header + "eenzaam;2026;25,2;;\neenzaam;2026;35,0;;leeftijd=65+\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        let mails = try told(sandbox)
        #expect(mails.count == 1)
        #expect(mails.first?.contains("leeftijd 65+ 35,0%") == true)
    }

    @Test("a target holds for all series, or for one, which then has its own")
    func scopes() throws {
        let sandbox = try Kinds.sandbox(
            """
            - {id: eenzaam, title: Eenzaamheid, unit: "%", better: lower, cadence: year, due: 365 days,
               targets: {2026: "<25%"}, paths: [{applies_to: leeftijd=65+, targets: {2026: "<40%"}},
               {applies_to: WK030301 leeftijd=65+, targets: {2026: "<10%"}}]}
            """
        )
        let rows = "eenzaam;2026;20;;\neenzaam;2026;35;;leeftijd=65+\neenzaam;2026;20;WK030301;leeftijd=65+\n"
        try sandbox.drop("a.csv", Self.header + rows)
        try sandbox.pass(at: "2027-02-01T08:00")
        let lights = try sandbox.run("--at", "2027-02-01T08:00", "status", "--json").objects().map {
            "\($0["area"] ?? "") \($0["breakdown"] ?? "") \($0["light"] ?? "")"
        }
        #expect(
            lights == ["GM0303 <null> green", "GM0303 leeftijd=65+ green", "WK030301 leeftijd=65+ red"]
        )
    }

    // MARK: What stands beside it

    @Test("check --notes lists where the shipped documents contradict themselves, and faults none")
    func notes() throws {
        let sandbox = try Sandbox()
        let config = Sandbox.project.appendingPathComponent("config/peilwacht.yaml")
        let ran = try sandbox.run("check", "--notes", config: config)
        #expect(ran.status == 0 && ran.err.isEmpty)
        let lines = ran.out.split(separator: "\n")
        #expect(lines.allSatisfy { $0.contains(": note: ") })
        #expect(lines.contains { $0.contains("vraagt '<25,3%'") && $0.contains("de tabel '24,3%'") })
        #expect(lines.contains { $0.contains("'<388'") && $0.contains("'380'") })
        #expect(lines.contains { $0.contains("'nop-totaal-principes' is 43610 in 2021") && $0.contains("43609") })
        #expect(try sandbox.run("check", config: config).out.isEmpty)
    }

    @Test("targets shows what the documents report, and when money ends")
    func targets() throws {
        let config = Sandbox.project.appendingPathComponent("config/peilwacht.yaml")
        let text = try Sandbox().run("targets", config: config).out
        #expect(text.contains("    gemeld 10 juli 2025: uitgesteld, verwacht 31 december 2026\n"))
        #expect(text.contains("    eindigt: 31 december 2026, waarschuwing vanaf 31 december 2025\n"))
        #expect(text.contains("    niet gemeten: Indicatoren worden uitgewerkt in het deelplan Minima\n"))
        #expect(text.contains("nop-scheiden-zonder-schade gereed (zonder datum)\n"))
    }

    @Test("a row that only makes a value definitive counts as revised in its receipt")
    func definitive() throws {
        let sandbox = try Kinds.sandbox(Self.loneliness)
        let header = "indicator;periode;waarde;status\n"
        try sandbox.drop("a.csv", header + "eenzaam;2025;20;voorlopig\neenzaam;2026;20;voorlopig\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        try sandbox.drop("b.csv", header + "eenzaam;2025;20;definitief\neenzaam;2026;21;definitief\n")
        try sandbox.pass(at: "2027-02-02T08:00")
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last)
        #expect(receipt.contains("Rijen                  2"))
        #expect(receipt.contains("herzien              2"))
    }
}
