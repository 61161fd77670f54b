import Foundation
import TestSupport
import Testing

/// Targets that lie ahead, judged by the road to them, through the real program.
@Suite("The road to a target, through the real program", .ownThreads)
struct RoadTests {
    private typealias Kinds = WatchedKindsTests

    private static let youth = """
        - {id: jeugd, title: Jeugdhulp op beschikking, unit: aantal, better: lower, cadence: year, due: 365 days}
        """
    private static let halving = """
              - id: 6P-2
                text: In 2029 is het aantal jeugdigen ten opzichte van 2020 gehalveerd.
                targets:
                  - {indicator: jeugd, period: 2029, target: "halvering t.o.v. 2020"}
        """

    private func changes(_ sandbox: Sandbox) throws -> [String] {
        // Years that are left out are missed as well.
        try sandbox.events().filter { $0["rule"] as? String != "overdue" }
            .map { "\($0["event"] ?? "") \($0["reason"] ?? "")" }
    }

    /// The last mail that tells of a value, in one line.
    private func mail(_ sandbox: Sandbox, of value: String) throws -> String {
        try #require(try sandbox.texts(in: "outbox/new", ending: ".eml").last { $0.contains(value) }).inOneLine
    }

    @Test("still to be reached is a light; behind the road is an alert after three years, with its numbers")
    func behind() throws {
        let sandbox = try Kinds.sandbox(Self.youth, goals: Self.halving)
        for (year, value, light, reason) in [
            (2020, "1240", "grey", "is-baseline"), (2021, "1171", "green", "on-course"),
            (2022, "1150", "amber", "behind-course"),
        ] {
            try sandbox.drop("\(year).csv", Kinds.header + "jeugd;\(year);\(value)\n")
            let moment = "\(year + 1)-03-01T08:00"
            try sandbox.pass(at: moment)
            let row = try Kinds.status(sandbox, "jeugd", at: moment)
            #expect(row["light"] as? String == light && (row["reasons"] as? [String])?.first == reason, "\(year)")
        }
        #expect(try changes(sandbox) == [])
        let explained = try sandbox.run("--at", "2023-03-01T08:00", "explain", "jeugd").out
        #expect(
            explained.contains("vanaf 1.240 (2020) zou op koers 1.102 zijn; 65% van de nodige weg; nog geen melding")
        )

        try sandbox.drop("2023.csv", Kinds.header + "jeugd;2023;1080\n")
        try sandbox.pass(at: "2024-03-01T08:00")
        #expect(try changes(sandbox) == ["opened behind-course"])
        #expect(
            try sandbox.events().last?["message"] as? String
                == "Jeugdhulp op beschikking is 1.080 in 2023; streefwaarde ≤ 620 (doel 6P-2, 2029): op koers zou 1.033 "
                + "zijn (gerekend vanaf 2020: 1.240)."
        )
        #expect(
            try mail(sandbox, of: "1.080")
                .contains(
                    "Het doel voor 2029 is 620. Nu is het 1.080; op koers zou 1.033 zijn (gerekend vanaf 2020: 1.240)."
                )
        )

        try sandbox.drop("2024.csv", Kinds.header + "jeugd;2024;1300\n")
        try sandbox.pass(at: "2025-03-01T08:00")
        #expect(try changes(sandbox).last == "worsened wrong-way")
        #expect(
            try mail(sandbox, of: "1.300")
                .contains("Het doel voor 2029 is 620. Nu is het 1.300; dat is slechter dan in 2020 (1.240).")
        )

        try sandbox.drop("2025.csv", Kinds.header + "jeugd;2025;890\n")
        try sandbox.pass(at: "2026-03-01T08:00")
        #expect(try changes(sandbox).last == "resolved on-course")
        #expect(
            try sandbox.events().last?["message"] as? String
                == "Jeugdhulp op beschikking is 890 in 2025; op koers naar ≤ 620 (doel 6P-2, 2029), "
                + "gerekend vanaf 2020: 1.240."
        )
    }

    @Test("a value of 2025 does not reach a goal for 2029: it lies at its level now")
    func early() throws {
        let sandbox = try Kinds.sandbox(Self.youth, goals: Self.halving)
        try sandbox.drop("a.csv", Kinds.header + "jeugd;2020;1240\njeugd;2024;1300\n")
        try sandbox.pass(at: "2025-03-01T08:00")
        try sandbox.drop("b.csv", Kinds.header + "jeugd;2025;600\n")
        try sandbox.pass(at: "2026-03-01T08:00")
        #expect(try changes(sandbox) == ["opened wrong-way", "resolved at-target-level"])
        #expect(
            try sandbox.events().last?["message"] as? String
                == "Jeugdhulp op beschikking is 600 in 2025; ligt nu op de norm van 2029: ≤ 620 (doel 6P-2, 2029)."
        )
    }

    @Test("a goal that is met is told beside the path that is missed")
    func goalBesidePath() throws {
        let sandbox = try Kinds.sandbox(
            """
            - {id: eenzaam, title: Gemiddelde eenzaamheid, unit: "%", better: lower, cadence: year, due: 365 days,
               targets: {2026: "24,3%"}}
            """,
            goals: """
                      - id: 6N-7
                        text: In 2026 is de gemiddelde eenzaamheid lager dan 25,3%.
                        targets:
                          - {indicator: eenzaam, period: 2026, target: "<25,3%"}
                """
        )
        try sandbox.drop("a.csv", Kinds.header + "eenzaam;2026;24,5\n")
        try sandbox.pass(at: "2027-03-01T08:00")
        #expect(
            try sandbox.events().last?["message"] as? String
                == "Gemiddelde eenzaamheid is 24,5% in 2026; streefwaarde ≤ 24,3% (2026) niet gehaald; "
                + "wel gehaald < 25,3% (doel 6N-7, 2026)."
        )
        try sandbox.pass(at: "2027-03-02T08:00")
        let digest = try mail(sandbox, of: "24,5%")
        #expect(digest.contains("Het verschil blijft binnen de marge. Doel 6N-7 is wel gehaald."))
        #expect(digest.contains("Streefwaarde: < 25,3% in 2026 (doel 6N-7): gehaald"))
    }

    // MARK: The nulmeting

    @Test("a goal whose nulmeting nobody delivers asks for it, until it is there")
    func baselineAwaited() throws {
        let sandbox = try Kinds.sandbox(
            """
            - {id: meedoen, title: Uitkeringsgerechtigden die meedoen, unit: aantal, better: higher, cadence: year,
               first: 2026, due: 180 days}
            """,
            goals: """
                      - id: 6M3-1
                        text: In 2026 is het aantal gestegen ten opzichte van 2024.
                        targets:
                          - {indicator: meedoen, period: 2026, target: "stijging t.o.v. 2024"}
                """
        )
        try sandbox.pass(at: "2025-06-01T08:00")
        #expect(try changes(sandbox) == [])
        try sandbox.pass(at: "2026-11-29T08:00")
        #expect(try changes(sandbox) == ["opened baseline-awaited"])
        #expect(
            try sandbox.events().last?["message"] as? String
                == "Uitkeringsgerechtigden die meedoen: de nulmeting over 2024 ontbreekt; doel 6M3-1 voor 2026 is zonder "
                + "die waarde niet te beoordelen."
        )
        try sandbox.drop("a.csv", Kinds.header + "meedoen;2024;310\n")
        try sandbox.pass(at: "2026-11-29T08:01")
        #expect(try changes(sandbox) == ["opened baseline-awaited", "resolved baseline-known"])
    }

    @Test("after the nulmeting from which a target follows, the target is asked for until the key goes")
    func targetFollows() throws {
        func indicator(_ key: String) -> String {
            """
            - {id: opvang, title: Lichtere opvang, unit: aantal, better: higher, cadence: year, first: 2026,
               due: 180 days\(key)}
            """
        }
        let sandbox = try Kinds.sandbox(indicator(", target_from: 2026"))
        try sandbox.pass(at: "2027-01-10T08:00")
        #expect(try changes(sandbox) == [])
        try sandbox.drop("a.csv", Kinds.header + "opvang;2026;31\n")
        try sandbox.pass(at: "2027-01-10T08:01")
        #expect(try changes(sandbox) == ["opened target-to-be-set"])
        #expect(
            try sandbox.events().last?["message"] as? String
                == "Lichtere opvang: de nulmeting over 2026 is 31; op basis daarvan moet de streefwaarde nog worden bepaald."
        )
        let before = try sandbox.read("programme.yaml")
        try sandbox.write("programme.yaml", before.replacing(", target_from: 2026", with: ", targets: {2028: \">31\"}"))
        try sandbox.pass(at: "2027-01-11T08:00")
        #expect(try changes(sandbox).last == "target-changed target-changed")
    }
}
