import Foundation
import TestSupport
import Testing

@Suite("Tables of others, through the real program", .ownThreads)
struct ForeignTableTests {
    private static let download = """
        "Perioden";"Regio's";"Geslacht";"Wmo-maatwerk (per 1 000 inwoners)"
        "2024";"Urk";"Totaal mannen en vrouwen";91,5
        "2024";"Dronten";"Totaal mannen en vrouwen";112,4
        "2024";"Dronten";"Mannen";99,1

        """
    private static let profile = """
        feed: wmo-statline
        schema:
          fields:
            - {title: Perioden, role: period}
            - {title: "Regio's", role: area}
            - {title: Geslacht, role: dimension, pin: Totaal mannen en vrouwen}
            - {title: "Wmo-maatwerk (per 1 000 inwoners)", role: value, indicator: wmo-maatwerk}

        """

    private func sandbox(profile: String? = nil) throws -> Sandbox {
        let sandbox = try Sandbox()
        guard let profile else { return sandbox }
        try sandbox.write("feed.yaml", profile)
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n")
        return sandbox
    }

    @Test("a StatLine download is refused as what it is, with what to do", .timeLimit(.minutes(30)))
    func withoutProfile() throws {
        let sandbox = try sandbox()
        try sandbox.drop("wmo.csv", Self.download)
        try sandbox.firstPass()
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first).inOneLine
        #expect(receipt.contains("Dit is een StatLine-download (CSV zonder statistische symbolen)."))
        #expect(
            receipt.contains("Er is nog geen profiel voor: de beheerder kan er een maken met peilwacht feeds suggest.")
        )
        #expect(
            receipt.contains(
                "Herkend als een StatLine-download (CSV zonder statistische symbolen), aan de kolommen 'Perioden', "
                    + "'Regio's', 'Geslacht' en 'Wmo-maatwerk (per 1 000 inwoners)'."
            )
        )
        #expect(receipt.contains("Het bestand begint zo: '\"Perioden\";\"Regio's\";\"Geslacht\""))
        #expect(sandbox.names(in: "quarantine") == ["wmo.csv"])
    }

    @Test("a refusal stands in the log with its label", .timeLimit(.minutes(30)))
    func logged() throws {
        let sandbox = try sandbox()
        try sandbox.drop("wmo.csv", Self.download)
        let ran = try sandbox.firstPass()
        #expect(ran.err.contains("file refused faults=1 file=wmo.csv reason=needs-profile"), "\(ran.err)")
    }

    @Test("what is kept under a name that was there keeps its extension", .timeLimit(.minutes(30)))
    func kept() throws {
        let sandbox = try sandbox()
        for value in ["100", "101"] {
            try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2024;\(value)\n")
            try sandbox.drop("b.zip", bytes: Array("PK\u{3}\u{4}\(value)".utf8))
            try sandbox.firstPass()
        }
        let archived = sandbox.names(in: "archive").filter { $0 != "a.csv" }
        #expect(archived.count == 1 && archived[0].wholeMatch(of: /a\.[0-9a-f]{12}\.csv/) != nil)
        let aside = sandbox.names(in: "quarantine").filter { $0 != "b.zip" }
        #expect(aside.count == 1 && aside[0].wholeMatch(of: /b\.[0-9a-f]{12}\.zip/) != nil)
    }

    @Test("a file that no profile fits is not said to be of the feed of another one", .timeLimit(.minutes(30)))
    func otherTable() throws {
        let sandbox = try sandbox(profile: Self.profile)
        try sandbox.drop("anders.csv", "Gemeente;2023;2024\nDronten;25,3;24,1\n")
        try sandbox.firstPass()
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first)
        #expect(receipt.contains("NIET INGENOMEN"))
        #expect(!receipt.contains("Levering:"), "\(receipt)")
    }

    @Test(
        "with a profile it lands in the right series, and its receipt says what it was read as",
        .timeLimit(.minutes(30))
    )
    func withProfile() throws {
        let sandbox = try sandbox(profile: Self.profile)
        try sandbox.drop("wmo.csv", Self.download)
        try sandbox.firstPass()
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first).inOneLine
        #expect(receipt.hasPrefix("INGENOMEN: wmo.csv"))
        #expect(receipt.contains("Gelezen als een StatLine-download (CSV zonder statistische symbolen)"))
        let status = try sandbox.run("status", "--json").objects()
        let series = try #require(status.first { $0["indicator"] as? String == "wmo-maatwerk" })
        #expect(series["value"] as? Double == 112.4)
        #expect(series["period"] as? String == "2024")
        #expect(series["area"] as? String == "GM0303")
    }

    @Test("what feeds suggest writes is read by check when its blanks are filled in", .timeLimit(.minutes(30)))
    func suggested() throws {
        let sandbox = try sandbox()
        try sandbox.write("wmo-2024.csv", Self.download)
        let suggested = try sandbox.run("feeds", "suggest", sandbox.file("wmo-2024.csv").path)
        #expect(suggested.status == 0)
        #expect(suggested.out.contains("# Dit lijkt een StatLine-download (CSV zonder statistische symbolen)."))
        #expect(
            suggested.out.contains("pin: \"Totaal mannen en vrouwen\"  # ook: \"Mannen\"")
                || suggested.out.contains("pin: \"Totaal mannen en vrouwen\"}  # ook: \"Mannen\"")
        )
        #expect(suggested.out.contains("# vul in: misschien wmo-maatwerk"))
        let filled = suggested.out.replacing("feed: vul-in", with: "feed: wmo")
            .replacing("indicator: \"\"", with: "indicator: wmo-maatwerk")
        try sandbox.write("feed.yaml", filled)
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n")
        #expect(try sandbox.run("check").err == "")
        let trial = try sandbox.run("import", "--dry-run", "--json", sandbox.file("wmo-2024.csv").path)
        #expect(trial.status == 0, "\(trial.out)")
    }

    @Test("a profile that names an unknown indicator is a fault with its place", .timeLimit(.minutes(30)))
    func unknownIndicator() throws {
        let sandbox = try sandbox(
            profile: Self.profile.replacing("indicator: wmo-maatwerk", with: "indicator: wmo-maatwrk")
        )
        let checked = try sandbox.run("check")
        #expect(checked.status == 78)
        #expect(checked.err.contains("feed.yaml:7:"))
        #expect(checked.err.contains("unknown indicator 'wmo-maatwrk'; did you mean 'wmo-maatwerk'?"))
    }
}
