import Foundation
import TestSupport
import Testing

@Suite("What feeds suggest proposes", .ownThreads)
struct SuggestedProfileTests {
    /// Why no profile is proposed for these; for every other real file one is.
    private static let refused: [(start: String, words: String)] = [
        ("cbs-odata4-armoede/Observations.csv", "Dit is één bestand uit een levering van het CBS (OData 4)."),
        ("cbs-odata4-armoede/", "Dit is een bestand met codes of met een beschrijving uit een levering van het CBS"),
        ("csv-spectrum/json/", "Dit is een JSON-bestand."),
        ("found/odata4-text-only", "In deze tabel staan alleen teksten, en geen cijfers."),
        ("found/swallowed-", "elke regel staat als geheel tussen aanhalingstekens"),
        ("iv3/GF_M2022_2023.csv", "dit lijkt geen CSV-bestand"),
        ("statline/GM_naar_GGD_en_PV.csv", "In deze tabel staan alleen teksten, en geen cijfers."),
    ]

    /// A person's work, by a simple rule.
    private static func filled(_ suggestion: String, as feed: String) -> String {
        suggestion.replacing("feed: vul-in", with: "feed: \(feed)").replacing("pin: \"\"", with: "pin: iets")
            .replacing("period: \"\"", with: "period: 2024").replacing(": \"\"", with: ": wmo-maatwerk")
    }

    private func checked(_ sandbox: Sandbox) throws -> Ran {
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "feeds: [feeds/*.yaml]\n")
        return try sandbox.run("check")
    }

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try FileManager.default.createDirectory(at: sandbox.file("feeds"), withIntermediateDirectories: true)
        return sandbox
    }

    @Test(
        "is read without a fault for every real file once it is filled in, or it is said what the file is",
        .enabled(if: RealFiles.areThere, "\(RealFiles.absence)"),
        .timeLimit(.minutes(30))
    )
    func realFiles() throws {
        let sandbox = try sandbox()
        for (number, name) in RealFiles.all().enumerated() {
            let ran = try sandbox.run("feeds", "suggest", RealFiles.path(name))
            let words = Self.refused.first { name.hasPrefix($0.start) }?.words ?? ""
            #expect(ran.status == (words.isEmpty ? 0 : 65), "\(name): \(ran.err)")
            #expect(words.isEmpty || ran.err.contains(words), "\(name): \(ran.err)")
            if ran.status == 0 {
                #expect(ran.out.contains("# Dit lijkt een"), "\(name)")
                try sandbox.write("feeds/\(number).yaml", Self.filled(ran.out, as: "p-\(number)"))
            }
        }
        let checked = try checked(sandbox)
        #expect(checked.status == 0 && checked.err == "", "\(checked.err)")
    }

    private static let own = "indicator;periode;waarde\nwmo-maatwerk;2024;112,4\n"
    private static let years = """
        Wmo naar gemeente;;;;
        ;;;;
        ;2022;;2023;
        Gemeente;wmo-maatwerk;uren;wmo-maatwerk;uren
        Dronten;112,4;1.234,5;110,1;1.250,5

        """

    @Test("takes years that stand over several columns each for periods", .timeLimit(.minutes(30)))
    func yearsAcross() throws {
        let sandbox = try sandbox()
        try sandbox.write("wmo.csv", Self.years)
        let ran = try sandbox.run("feeds", "suggest", sandbox.file("wmo.csv").path)
        #expect(ran.out.contains("{title: \"wmo-maatwerk\", role: value-by-period, indicator: \"\"}  # vul in"))
        #expect(ran.out.contains("misschien wmo-maatwerk"))
        let lines = Self.filled(ran.out, as: "wmo").split(separator: "\n").filter { !$0.contains("\"uren\"") }
        try sandbox.write("feeds/wmo.yaml", lines.joined(separator: "\n") + "\n")
        #expect(try checked(sandbox).err == "")
        let trial = try sandbox.run("import", "--dry-run", "--json", sandbox.file("wmo.csv").path)
        #expect(trial.status == 0 && trial.out.contains("\"taken\": 2"), "\(trial.out)\(trial.err)")
    }

    @Test("is made of the sheet of a workbook as well", .timeLimit(.minutes(30)))
    func workbook() throws {
        let sandbox = try sandbox()
        let rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Gemeente</t></is></c><c r="B1" t="inlineStr"><is><t>Perioden</t></is></c>
            <c r="C1" t="inlineStr"><is><t>Wmo-maatwerk</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>Dronten</t></is></c><c r="B2"><v>2024</v></c><c r="C2"><v>112.4</v></c></row>
            """
        try Data(SmallWorkbook.excel(rows)).write(to: sandbox.file("wmo.xlsx"))
        let ran = try sandbox.run("feeds", "suggest", sandbox.file("wmo.xlsx").path)
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.out.contains("{title: \"Perioden\", role: period}"))
        try sandbox.write("feeds/wmo.yaml", Self.filled(ran.out, as: "wmo"))
        #expect(try checked(sandbox).err == "")
        let trial = try sandbox.run("import", "--dry-run", "--json", sandbox.file("wmo.xlsx").path)
        #expect(trial.status == 0 && trial.out.contains("\"taken\": 1"), "\(trial.out)\(trial.err)")
    }

    @Test("is nothing for Peilwacht's own form, nor of personal data, and it says why", .timeLimit(.minutes(30)))
    func nothing() throws {
        let sandbox = try sandbox()
        try sandbox.write("eigen.csv", Self.own)
        let own = try sandbox.run("feeds", "suggest", sandbox.file("eigen.csv").path)
        #expect(own.status == 65)
        #expect(own.err.contains("Dit bestand heeft de vorm van Peilwacht zelf. Er is geen profiel voor nodig."))
        let addresses = (1...20).map { "bewoner\($0)@example.nl;2024;\($0)" }.joined(separator: "\n")
        try sandbox.write("adressen.csv", "mail;jaar;uren\n\(addresses)\n")
        let personal = try sandbox.run("feeds", "suggest", sandbox.file("adressen.csv").path)
        #expect(personal.status == 65)
        #expect(personal.err.contains("In dit bestand staan waarschijnlijk persoonsgegevens."))
        #expect(!(personal.out + personal.err).contains("bewoner"))
    }
}
