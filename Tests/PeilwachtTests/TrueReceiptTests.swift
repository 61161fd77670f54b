import Foundation
import TestSupport
import Testing

/// Each sentence of a receipt is true of the file, and says who can do what.
@Suite("What a receipt says is so, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct TrueReceiptTests {
    private static let trial = ["--at", "2026-03-01T08:00", "import", "--dry-run"]

    /// A folder with a profile, if any.
    private func sandbox(_ profile: String? = nil) throws -> Sandbox {
        let sandbox = try Sandbox()
        guard let profile else { return sandbox }
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n")
        try sandbox.write("feed.yaml", "feed: proef\nfiles: \"*\"\nschema:\n\(profile)\n")
        #expect(try sandbox.run("check").err == "")
        return sandbox
    }

    private func receipt(_ name: String, _ text: String, _ profile: String? = nil) throws -> String {
        let sandbox = try sandbox(profile)
        try sandbox.write(name, text)
        return try sandbox.run(Self.trial + [sandbox.file(name).path]).out.inOneLine
    }

    // MARK: Periods

    private static let titled = """
        Tabel 1.4,,
        "Aantal wanbetalers, 31 december 2016",,
        Gemeentecode,Gemeente,%
        0171,Noordoostpolder,1.4
        0303,Dronten,1.5
        ,Totaal,1.8

        """
    private static func titled(_ wanted: String) -> String {
        """
          period: title
          fields:
            - {title: Gemeentecode, role: area\(wanted)}
            - {title: Gemeente, role: ignored}
            - {title: "%", role: value, indicator: matig}
        """
    }

    @Test(
        "a day in the title is told as what the title says, once, and of no row",
        arguments: ["", ", wanted: [GM0303]"]
    )
    func dayInTitle(wanted: String) throws {
        let told = try receipt("wanbetalers.csv", Self.titled, Self.titled(wanted))
        #expect(
            told.contains(
                "De periode '2016-12-31' is van een andere soort dan de indicator heeft. Die staat in de titel '"
                    + "Aantal wanbetalers, 31 december 2016'. De indicator matig heeft waarden per jaar, dit is een dag. Zet in "
                    + "de titel een jaar, of laat de beheerder in het profiel zetten over welke periode de cijfers gaan (period)."
            ),
            "\(told)"
        )
        #expect(!told.contains("Regel ") && !told.contains("Bedoelt u") && !told.contains("elke dag"), "\(told)")
        #expect(told.contains("Rijen 3 overgeslagen 3 fout 0"), "\(told)")
    }

    @Test("of a column of periods the row of the own area is told, and no row counts twice")
    func kindOfColumn() throws {
        let rows = "Gemeente;Periode;Aantal\nNoordoostpolder;2025-01;5\nDronten;2025-01;6\nDronten;2025-02;7\n"
        for wanted in ["", ", wanted: [GM0303]"] {
            let profile = """
                  fields:
                    - {title: Gemeente, role: area\(wanted)}
                    - {title: Periode, role: period}
                    - {title: Aantal, role: value, indicator: matig}
                """
            let told = try receipt("kwartaal.csv", rows, profile)
            #expect(told.contains("Regel 3, kolom periode: de periode '2025-01' is van een andere soort"), "\(told)")
            #expect(told.contains("Rijen 3 overgeslagen 3 fout 0"), "\(told)")
        }
    }

    // MARK: Numbers

    /// A person's work, by a simple rule.
    private static func filled(_ suggestion: String) -> String {
        suggestion.replacing("feed: vul-in", with: "feed: proef").replacing("pin: \"\"", with: "pin: iets")
            .replacing("period: \"\"", with: "period: 2024").replacing(": \"\"", with: ": jeugdhulp")
    }

    /// The counts of a receipt that do not add up.
    private static func faults(in receipt: [String: Any]) -> String? {
        guard let counts = receipt["counts"] as? [String: Any] else { return "no counts" }
        func number(_ key: String) -> Int { counts[key] as? Int ?? 0 }
        let reasons = (receipt["skipped"] as? [[String: Any]] ?? []).reduce(0) { $0 + ($1["count"] as? Int ?? 0) }
        guard reasons == number("skipped") else { return "skipped by reason \(reasons), \(counts)" }
        if let byRow = counts["by_row"] as? [String: Int] {
            let sum = byRow.values.reduce(0, +)
            return sum == number("rows") ? nil : "by row \(sum), \(counts)"
        }
        let ways = ["taken", "unchanged", "revised", "skipped", "withdrawn", "not_in_force", "in_order"]
        let faulty = counts["faulty_rows"] as? Int ?? (number("rows") == 0 ? 0 : number("faults"))
        let sum = ways.reduce(faulty) { $0 + number($1) }
        return sum == number("rows") ? nil : "\(sum) of \(counts)"
    }

    @Test(
        "the counts of every real file add up to its rows, as it is and by the profile that is proposed for it",
        .enabled(if: RealFiles.areThere, "\(RealFiles.absence)")
    )
    func sums() throws {
        let sandbox = try sandbox()
        let settings = try sandbox.read("peilwacht.yaml")
        for name in RealFiles.all() {
            let path = RealFiles.path(name)
            try sandbox.write("peilwacht.yaml", settings)
            let plain = try sandbox.run(Self.trial + ["--json", path])
            let bare = try #require(try plain.json() as? [String: Any], "\(name): \(plain.err)")
            #expect(Self.faults(in: bare) == nil, "\(name)")
            let suggested = try sandbox.run("feeds", "suggest", path)
            let advises = plain.out.contains("feeds suggest")
            #expect(
                suggested.status == 0 || !advises,
                "\(name): 'feeds suggest' is advised, and refuses: \(suggested.err)"
            )
            guard suggested.status == 0 else { continue }
            try sandbox.write("feed.yaml", Self.filled(suggested.out))
            try sandbox.write("peilwacht.yaml", settings + "feeds: [feed.yaml]\n")
            let read = try sandbox.run(Self.trial + ["--json", path])
            let whole = try #require(try read.json() as? [String: Any], "\(name): \(read.err)")
            #expect(Self.faults(in: whole) == nil, "\(name)")
            #expect(whole["dry_run"] as? Bool == true, "\(name)")
        }
    }

    @Test("rows of several values, bounds of an interval, and what is fine in a refused file are counted as well")
    func otherRows() throws {
        let wide = """
              period: 2024
              fields:
                - {title: Gemeente, role: area}
                - {title: A, role: value, indicator: matig}
                - {title: B, role: value, indicator: sterk}
            """
        let rows = "Gemeente;A;B\nDronten;10,5;.\nUrk;11;12\n"
        let several = try receipt("breed.csv", rows, wide)
        #expect(several.contains("Rijen 2 nieuw 1") || several.contains("Rijen 2 met waarden 1 overgeslagen 1 fout 0"))
        #expect(several.contains("Waarden 1 nieuw 1 herzien 0 ongewijzigd 0"), "\(several)")
        let refused = try receipt("breed.csv", rows + "Dronten;veel;13\n", wide)
        #expect(refused.contains("Rijen 3 met waarden 1 overgeslagen 1 fout 1"), "\(refused)")
        let margins = """
              fields:
                - {title: Marges, role: margins, value: MW00000, lower: MOG0095, upper: MBG0095}
                - {title: RegioS, role: area}
                - {title: Perioden, role: period}
                - {title: Eenzaam_1, role: value, indicator: matig}
            """
        let bounds = """
            "ID";"Marges";"RegioS";"Perioden";"Eenzaam_1"
            "1";"MOG0095";"GM0303";"2024JJ00";"20.1"
            "2";"MW00000";"GM0303";"2024JJ00";"25.3"
            "3";"MBG0095";"GM0303";"2024JJ00";"30.1"

            """
        let told = try receipt("marges.csv", bounds, margins)
        #expect(told.contains("Rijen 3 nieuw 1 herzien 0 ongewijzigd 0 overgeslagen 2 fout 0"), "\(told)")
        #expect(told.contains("2 rijen (regels 2 en 4): de rij hoort bij een andere rij: samen geven ze één waarde"))
        let plain = try receipt(
            "gewoon.csv",
            "indicator;periode;waarde\nwmo-maatwerk;2024;100\nwmo-maatwerk;2025;veel\nmatig;2025;30\n"
        )
        #expect(plain.contains("Rijen 3 wel in orde 2 overgeslagen 0 fout 1"), "\(plain)")
    }

    // MARK: Where the file is

    private static let persons = "indicator;periode;waarde;bsn\nwmo-maatwerk;2026;112;999990019\n"

    @Test("a file with personal data is said to be put aside only where it was", arguments: [[], ["--dry-run"]])
    func personsByHand(options: [String]) throws {
        let sandbox = try sandbox()
        try sandbox.write("personen.csv", Self.persons)
        let ran = try sandbox.run(["import"] + options + [sandbox.file("personen.csv").path])
        let told = ran.out.inOneLine
        #expect(
            told.contains("Het staat nog waar het stond, en Peilwacht heeft van de inhoud niets bewaard."),
            "\(told)"
        )
        #expect(
            told.contains("hier staan waarschijnlijk persoonsgegevens. Haal de kolom weg en lever alleen totalen aan.")
        )
        #expect(!told.contains("apart gezet"), "\(told)")
        #expect(FileManager.default.fileExists(atPath: sandbox.file("personen.csv").path))
        for folder in ["quarantine", "archive", "work"] { #expect(sandbox.names(in: folder).isEmpty, "\(folder)") }
    }

    @Test("a dropped file with personal data was put aside, and that is said")
    func personsDropped() throws {
        let sandbox = try sandbox()
        try sandbox.drop("personen.csv", Self.persons)
        try sandbox.pass()
        let told = try #require(try sandbox.texts(in: "receipts", ending: ".txt").first).inOneLine
        #expect(told.contains("Het is apart gezet. Laat de beheerder het daar wissen."), "\(told)")
        #expect(sandbox.names(in: "quarantine") == ["personen.csv"])
    }

    @Test("the receipt of every dry run says in its first line that it is one")
    func trials() throws {
        let sandbox = try sandbox()
        let texts = [
            "goed.csv": "indicator;periode;waarde\nwmo-maatwerk;2025;100\n",
            "fout.csv": "indicator;periode;waarde\nwmo-maatwerk;2025;veel\n",
            "leeg.csv": "", "vreemd.csv": "Gemeente;Jaar;Aantal\nDronten;2024;5\n",
        ]
        for (name, text) in texts { try sandbox.write(name, text) }
        _ = try sandbox.run("--at", "2026-03-01T08:00", "import", sandbox.file("goed.csv").path)
        for name in texts.keys.sorted() {
            let path = sandbox.file(name).path
            let told = try sandbox.run(Self.trial + [path]).out
            #expect(told.hasPrefix("PROEF"), "\(told)")
            let json = try #require(try sandbox.run(Self.trial + ["--json", path]).json() as? [String: Any])
            #expect(json["dry_run"] as? Bool == true, "\(name)")
        }
        let refused = try sandbox.run(Self.trial + [sandbox.file("fout.csv").path]).out
        #expect(refused.hasPrefix("PROEF, WORDT NIET INGENOMEN: fout.csv"), "\(refused)")
        #expect(refused.inOneLine.contains("Dit was een proef: er is niets veranderd."), "\(refused)")
    }

    // MARK: Who can do something

    @Test("advice goes to who can act on it")
    func whoActs() throws {
        let unknown = "indicator;periode;waarde\nzwembadbezoek;2025;3\n"
        let told = try receipt("a.csv", unknown)
        #expect(told.contains("Verbeter het punt hieronder, of vraag de beheerder om hulp, en lever"), "\(told)")
        #expect(told.contains("Is het een nieuwe indicator, vraag dan de beheerder die toe te voegen."))
        let slip = try receipt("a.csv", "indicator;periode;waarde\nwmo-matwerk;2025;3\n")
        #expect(
            slip.contains("Verbeter het punt hieronder en lever het bestand dan aan.") && slip.contains("Bedoelt u")
        )
        let foreign = try receipt("a.csv", "Gemeente;Jaar;Aantal\nDronten;2024;5\nUrk;2024;6\n")
        #expect(
            foreign.contains(
                "Aan het bestand hoeft u niets te veranderen: het punt hieronder kan alleen de beheerder oplossen."
            ),
            "\(foreign)"
        )
        let texts = try receipt("a.csv", "Gemeente;Regio's (naam)\nDronten;Flevoland\nUrk;Flevoland\n")
        #expect(!texts.contains("feeds suggest"), "\(texts)")
        let elsewhere = try receipt("a.csv", "indicator;periode;waarde;gebied\nwmo-maatwerk;2025;3;Urk\n")
        #expect(
            elsewhere.contains("vraag de beheerder om hulp") && elsewhere.contains("bepaalt de beheerder"),
            "\(elsewhere)"
        )
    }

    // MARK: Columns and sheets

    @Test(
        "the columns of a table without a profile are told as they are, whatever parts them",
        arguments: ["\t", ";"]
    )
    func separators(separator: String) throws {
        let rows = [
            ["naam", "aantal", "aandeel"], ["Dronten", "25", "3,1"], ["Urk", "12,5", "1,25"], ["Almere", "7,5", "2"],
        ]
        let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\n") + "\n"
        let told = try receipt("t.txt", text)
        #expect(told.contains("aan de kolommen 'naam', 'aantal' en 'aandeel'."), "\(told)")
    }

    @Test("a character between the fields that is not read is named")
    func pipes() throws {
        for text in ["indicator|periode|waarde\nwmo-maatwerk|2025|3,5\n", "naam|a|b\nDronten|25,3|3,5\nUrk|1,5|2,5\n"] {
            let told = try receipt("t.txt", text)
            #expect(
                told.contains("tussen de velden staat een ander teken dan puntkomma, komma of tab: '|'."),
                "\(told)"
            )
        }
    }

    @Test("a file of which each line became one cell is told so")
    func linesInQuotes() throws {
        let told = try receipt("t.csv", "\"Gemeente\"\";\"\"Jaar\"\"\"\n\"Dronten\"\";\"\"2024\"\"\"\n")
        #expect(told.contains("elke regel staat als geheel tussen aanhalingstekens"), "\(told)")
    }

    private static func row(_ number: Int, _ cells: [String]) -> String {
        let written = cells.enumerated().map { index, cell in
            let place = "\(["A", "B", "C"][index])\(number)"
            return Double(cell) == nil
                ? "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
                : "<c r=\"\(place)\"><v>\(cell)</v></c>"
        }
        return "<row r=\"\(number)\">\(written.joined())</row>"
    }

    private static func workbook(_ sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
        let parts = sheets.map { sheet in
            let rows = sheet.rows.enumerated().map { row($0 + 1, $1) }.joined()
            return (name: sheet.name, state: "visible", xml: SmallWorkbook.sheet(rows))
        }
        return ZipWriter(SmallWorkbook.excel(sheets: parts)).bytes
    }

    private static let explanations: [[[String]]] = [
        [["Toelichting bij de cijfers"], ["Bron: CBS"]],
        [["Toelichting", "Cijfers sociaal domein"], ["Jaar", "2024"], ["Bron", "CBS"]],
    ]

    @Test(
        "of a workbook that begins with an explanation the sheet with the figures is named and proposed",
        arguments: explanations
    )
    func secondSheet(explanation: [[String]]) throws {
        let sandbox = try sandbox()
        let figures = [["Gemeente", "2023", "2024"]] + (0..<12).map { ["Dronten \($0)", "\($0).5", "\($0 + 1)"] }
        let bytes = Self.workbook([("Leesmij", explanation), ("Cijfers", figures), ("Bijlage", [["Tekst"]])])
        try Data(bytes).write(to: sandbox.file("cijfers.xlsx"))
        let path = sandbox.file("cijfers.xlsx").path
        let told = try sandbox.run(Self.trial + [path]).out.inOneLine
        #expect(told.contains("Op het blad 'Leesmij' staat geen tabel met cijfers die wordt herkend."), "\(told)")
        #expect(
            told.contains("De andere bladen zijn 'Cijfers' en 'Bijlage'. De cijfers staan waarschijnlijk op 'Cijfers'.")
        )
        #expect(told.contains("Vraag de beheerder dat blad in een profiel te noemen (sheet)") && !told.contains("csv"))
        let proposed = try sandbox.run("feeds", "suggest", path)
        #expect(
            proposed.status == 0 && proposed.out.contains("  sheet: \"Cijfers\"\n"),
            "\(proposed.out)\(proposed.err)"
        )
    }

    @Test("a sheet in Peilwacht's own form behind another one has to come first")
    func ownFormBehind() throws {
        let sandbox = try sandbox()
        let own = [["indicator", "periode", "waarde"], ["wmo-maatwerk", "2024", "112"]]
        let bytes = Self.workbook([("Leesmij", [["Toelichting"]]), ("Waarden", own)])
        try Data(bytes).write(to: sandbox.file("cijfers.xlsx"))
        let told = try sandbox.run(Self.trial + [sandbox.file("cijfers.xlsx").path]).out.inOneLine
        #expect(told.contains("Zet dat blad vooraan in de werkmap.") && !told.contains("feeds suggest"), "\(told)")
        let only = Self.workbook([("Leesmij", [["Lees dit eerst"]])])
        try Data(only).write(to: sandbox.file("leeg.xlsx"))
        let alone = try sandbox.run(Self.trial + [sandbox.file("leeg.xlsx").path]).out.inOneLine
        #expect(alone.contains("Begin het blad met de kolommen indicator, periode en waarde."), "\(alone)")
    }
}
