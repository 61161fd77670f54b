import Foundation
import TestSupport
import Testing

/// Values beside those of other municipalities, through the real program.
@Suite("Other municipalities beside the own one, through the real program", .ownThreads)
struct BenchmarkTests {
    private typealias Kinds = WatchedKindsTests

    private static let groups = """
        area: {code: GM0303, name: Dronten}
        groups:
          - id: flevoland
            title: gemeenten in Flevoland
            areas: [Dronten, Almere, Lelystad, Urk, Zeewolde, Noordoostpolder]
        """

    private static let indicators = """
        - {id: rondkomen, title: Moeite met rondkomen, unit: "%", better: lower, cadence: year, due: 365 days,
           targets: {2024: "<30%"}, benchmark: [flevoland, NL]}
        - {id: anders, title: Anders, unit: "%", better: lower, cadence: year, due: 365 days}
        """

    private static let rows = """
        indicator;periode;waarde;gebied
        rondkomen;2024;23,0;GM0303
        rondkomen;2024;24,1;Almere
        rondkomen;2024;22,0;GM0995
        rondkomen;2024;16,5;Urk
        rondkomen;2024;18,0;GM0050
        rondkomen;2024;41,0;Noordoostpolder
        rondkomen;2024;19,9;NL01
        rondkomen;2024;99,0;Zwolle
        anders;2024;10,0;Almere

        """

    private func sandbox() throws -> Sandbox {
        let sandbox = try Kinds.sandbox(Self.indicators)
        let programme = try sandbox.read("programme.yaml")
        try sandbox.write(
            "programme.yaml",
            programme.replacing("area: {code: GM0303, name: Dronten}", with: Self.groups)
        )
        return sandbox
    }

    private static let moment = "2025-03-01T08:00"

    @Test("the group and the country stand in explain and status; they are kept, and nothing of them is watched")
    func compared() throws {
        let sandbox = try sandbox()
        #expect(try sandbox.run("check").err == "")
        try sandbox.drop("a.csv", Self.rows)
        try sandbox.pass(at: Self.moment)
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first)
        #expect(receipt.contains("INGENOMEN: a.csv") && receipt.contains("2 rijen"), "\(receipt)")

        let explained = try sandbox.run("--at", Self.moment, "explain", "rondkomen").out
        let place = "plaats 4 van 6 onder gemeenten in Flevoland (1 is het gunstigst), in de middelste helft, "
        let words = "23,0% over 2024: \(place)"
        #expect(
            explained.contains("regel vergelijking (benchmark): in de middelste helft (in-middle-half)\n  \(words)"),
            "\(explained)"
        )
        #expect(
            explained.contains(
                "1 procentpunt hoger dan het midden van de andere (22,0%); 3,1 procentpunt hoger dan Nederland (19,9%)\n"
            ),
            "\(explained)"
        )
        #expect(explained.contains("5 van de 5 andere hebben een waarde over 2024; z-score -0,1"), "\(explained)")

        // 41% in Noordoostpolder misses the target by far, and is nobody's alert.
        let rows = try sandbox.run("--at", Self.moment, "status", "--json").objects()
        #expect(rows.map { $0["area"] as? String } == ["GM0303", "GM0303"])
        let benchmark = try #require(rows.first?["benchmark"] as? [String: Any])
        let groups = try #require(benchmark["groups"] as? [[String: Any]])
        #expect(groups.map { $0["rank"] as? Int } == [4, nil] && groups.first?["of"] as? Int == 6)
        #expect(try sandbox.run("--at", "2027-06-01T08:00", "status", "--json").objects().count == 2)
        try sandbox.pass(at: "2027-06-01T08:00")
        #expect(try sandbox.events().allSatisfy { $0["area"] as? String == "GM0303" })
        let digest = try sandbox.run("--at", "2027-06-01T08:00", "digest").out
        #expect(!digest.contains("Noordoostpolder") && !digest.contains("Almere"))
    }

    @Test("of a table with several indicators another municipality gives what is compared, and nothing else")
    func table() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            "feed.yaml",
            """
            feed: tabel
            files: "tabel-*.csv"
            schema:
              fields:
                - {title: Jaar, role: period}
                - {title: Gemeente, role: area, wanted: [GM0303]}
                - {title: Anders, role: value, indicator: anders}
                - {title: Rondkomen, role: value, indicator: rondkomen}

            """
        )
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write(
            "peilwacht.yaml",
            settings.replacing("subscriptions:", with: "feeds: [feed.yaml]\nsubscriptions:")
        )
        let rows =
            [("GM0303", "23,0"), ("Almere", "24,1"), ("GM0995", "22,0"), ("Urk", "16,5"), ("Zeewolde", "18,0")]
            + [("GM0171", "41,0"), ("Zwolle", "99,0")]
        let text = "Jaar;Gemeente;Anders;Rondkomen\n" + rows.map { "2024;\($0);10,0;\($1)\n" }.joined()
        try sandbox.drop("tabel-1.csv", text)
        try sandbox.pass(at: Self.moment)
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first)
        #expect(receipt.contains("INGENOMEN: tabel-1.csv"), "\(receipt)")
        #expect(receipt.contains("1 rij (regel 8): het gebied wordt niet gevolgd"), "\(receipt)")
        let explained = try sandbox.run("--at", Self.moment, "explain", "rondkomen").out
        #expect(explained.contains("23,0% over 2024: plaats 4 van 6 onder gemeenten in Flevoland"), "\(explained)")
        #expect(try sandbox.run("--at", Self.moment, "status", "--json").objects().count == 2)
    }

    @Test("a value in the worst quarter is told behind the reasons, and colours nothing")
    func worst() throws {
        let sandbox = try sandbox()
        try sandbox.drop("a.csv", Self.rows.replacing("41,0", with: "21,0"))
        try sandbox.pass(at: Self.moment)
        let row = try Kinds.status(sandbox, "rondkomen", at: Self.moment)
        #expect(row["light"] as? String == "green")
        #expect(row["reasons"] as? [String] == ["target-met", "in-worst-quarter"], "\(row)")
        // A later value of another municipality changes the place at once.
        let later = "rondkomen;2024;60;Urk\nrondkomen;2024;50;Zeewolde\n"
        try sandbox.drop("b.csv", "indicator;periode;waarde;gebied\n\(later)")
        try sandbox.pass(at: "2025-03-02T08:00")
        let after = try Kinds.status(sandbox, "rondkomen", at: "2025-03-02T08:00")
        #expect(after["reasons"] as? [String] == ["target-met"], "\(after)")
        // What is kept to compare with can be taken back.
        let taken = try sandbox.run(
            "--at",
            "2025-03-03T08:00",
            "withdraw",
            "rondkomen",
            "2024",
            "--area",
            "Urk",
            "--why",
            "onjuist"
        )
        #expect(taken.status == 0, "\(taken.err)")
    }

    @Test("without the group nothing of it is watched either, and it is not compared any more")
    func dropped() throws {
        let sandbox = try sandbox()
        try sandbox.drop("a.csv", Self.rows)
        try sandbox.pass(at: Self.moment)
        let programme = try sandbox.read("programme.yaml").replacing(", benchmark: [flevoland, NL]", with: "")
        try sandbox.write("programme.yaml", programme.replacing("<30%", with: "<31%"))
        try sandbox.pass(at: "2025-03-02T08:00")
        let rows = try sandbox.run("--at", "2025-03-02T08:00", "status", "--json").objects()
        #expect(rows.map { $0["area"] as? String } == ["GM0303", "GM0303"])
        #expect(rows.allSatisfy { $0["benchmark"] is NSNull })
        #expect(try sandbox.events().allSatisfy { $0["area"] as? String == "GM0303" })
    }
}
