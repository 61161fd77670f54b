import Foundation
import TestSupport
import Testing

@Suite("The report for planning and control, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct ReportTests {
    private static let header = "indicator;periode;waarde\n"
    private static let alert = "target:wmo-maatwerk/GM0303"

    /// A value in April, another one in May that makes it red, and its explanation in June.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;100\nmatig;2026;36\n")
        try sandbox.pass(at: "2027-04-01T08:00")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;150\nmatig;2026;35,5\n")
        try sandbox.pass(at: "2027-05-01T08:00")
        let answers = ["--oorzaak", "=Meer vraag", "--gevolg", "Wachttijd <b>", "--bijsturing", "Extra inkoop"]
        let noted = try sandbox.run(["--at", "2027-06-01T08:00", "note", Self.alert, "--by", "J. Jansen"] + answers)
        #expect(noted.status == 0, "\(noted.err)")
        return sandbox
    }

    private func csv(_ sandbox: Sandbox, _ arguments: String...) throws -> ReportLines {
        let ran = try sandbox.run(
            ["--at", "2027-06-30T12:00", "report", "dronten", "--format", "csv"] + arguments
        )
        #expect(ran.status == 0, "\(ran.err)")
        return ReportLines(ran.out)
    }

    // MARK: As it was known

    @Test func `it tells what was known on its day, and nothing that came later`() throws {
        let sandbox = try sandbox()
        let april = try csv(sandbox, "--as-of", "2027-04-30")["wmo-maatwerk"]
        #expect(april["Realisatie 2025"] == "100" && april["Realisatie 2026"] == "" && april["Oorzaak"] == "")
        let may = try csv(sandbox, "--as-of", "2027-05-31")["wmo-maatwerk"]
        #expect(may["Realisatie 2026"] == "150" && may["Stoplicht"] == "Rood")
        #expect(may["Oorzaak"] == "nog niet ingevuld" && may["Bijsturing"] == "nog niet ingevuld")
        let june = try csv(sandbox)["wmo-maatwerk"]
        #expect(june["Gevolg"] == "Wachttijd <b> (J. Jansen, 1 juni 2027)")
        // What somebody wrote is no formula of a spreadsheet.
        #expect(june["Oorzaak"]?.hasPrefix("'=Meer vraag") == true)
        let early = try csv(sandbox, "--as-of", "2026-01-01")["wmo-maatwerk"]
        #expect(early["Realisatie 2025"] == nil && early["Stoplicht"] == "Grijs")
    }

    @Test func `what has changed stands in it, since a day that is asked for or a quarter before`() throws {
        let sandbox = try sandbox()
        let page = try report(sandbox, "--as-of", "2027-05-31", "--since", "2027-04-30")
        let rows = page.rows(below: "Gewijzigd sinds 30 april 2027")
        #expect(rows.contains(["6N", "Wmo-maatwerk", "stoplicht", "Groen", "Rood", ""]), "\(rows)")
        #expect(rows.contains(["6N", "Wmo-maatwerk", "realisatie 2026", "", "150", "per 1000"]))
        #expect(rows.contains(["6N", "Matig eenzaam", "realisatie 2026", "36%", "35,5%", "%"]))
        // What the rules say of it stands in the table as well, and is not what it was.
        #expect(rows.contains { $0.prefix(3) == ["6N", "Wmo-maatwerk", "toelichting"] }, "\(rows)")
        // That an answer is asked for follows from the light; that there is one is news.
        #expect(!rows.contains { $0.contains("bijsturing") })
        let answers = try report(sandbox, "--since", "2027-05-31").rows(below: "Gewijzigd sinds 31 mei 2027")
        let answer = "Extra inkoop (J. Jansen, 1 juni 2027)"
        #expect(answers.contains(["6N", "Wmo-maatwerk", "bijsturing", "nog niet ingevuld", answer, ""]), "\(answers)")
        #expect(try report(sandbox, "--as-of", "2027-05-31").text.contains("28 februari 2027 (een kwartaal eerder)"))
        let none = try report(sandbox, "--as-of", "2027-05-31", "--since", "2027-05-30")
        #expect(none.text.contains("In wat deze rapportage toont, is sinds 30 mei 2027 niets gewijzigd."))
        #expect(none.text.contains("<h2>Gewijzigd sinds 30 mei 2027</h2>"))
        let days = try ["2027-05-30", "2027-05-31"].map { try csv(sandbox, "--as-of", $0)["wmo-maatwerk"] }
        #expect(days[0] == days[1] && !days[0].isEmpty, "nothing is said to have changed, and something has")
    }

    @Test func `it compares with the last moment of planning and control where there is one`() throws {
        let sandbox = try sandbox()
        let settings = try sandbox.read("peilwacht.yaml")
        let moments = "planning_moments: {zomernota: 2027-05-15, begroting: 2027-11-01}\n"
        try sandbox.write("peilwacht.yaml", moments + settings)
        #expect(try report(sandbox).text.contains("15 mei 2027 (zomernota)"))
    }

    @Test func `days that cannot be and a programme that is not there are refused`() throws {
        let sandbox = try sandbox()
        let refusals = [
            (["dronten", "--as-of", "2027-07-01"], "has not come yet"),
            (["dronten", "--since", "2027-06-30"], "does not lie before"),
            (["dronte"], "there is no programme 'dronte'; there is 'dronten'"),
            (["dronten", "--as-of", "gisteren"], "cannot be read"),
            (["dronten", "--format", "pdf"], "pdf"),
        ]
        for (arguments, words) in refusals {
            let ran = try sandbox.run(["--at", "2027-06-30T12:00", "report"] + arguments)
            #expect(ran.status == 64 && ran.out.isEmpty && ran.err.contains(words), "\(ran.err)")
        }
    }

    @Test func `what came after its day is counted on standard error`() throws {
        let sandbox = try sandbox()
        let ran = try sandbox.run("--at", "2027-06-30T12:00", "report", "dronten", "--as-of", "2027-04-30")
        #expect(ran.status == 0 && ran.err.contains("2 values were recorded after"), "\(ran.err)")
    }

    // MARK: Its forms

    @Test func `the page escapes what people wrote, and asks for nothing from elsewhere`() throws {
        let page = try report(try sandbox()).text
        #expect(page.contains("Wachttijd &lt;b&gt;") && !page.contains("<b>Wachttijd"))
        #expect(!page.contains("<script") && !page.contains("http") && !page.contains("url("))
    }

    @Test func `a workbook goes into the file that is named, with the numbers of the table`() throws {
        let sandbox = try sandbox()
        let file = sandbox.file("rapport.xlsx").path
        let ran = try sandbox.run(
            "--at",
            "2027-06-30T12:00",
            "report",
            "dronten",
            "--format",
            "xlsx",
            "--output",
            file
        )
        #expect(ran.status == 0 && ran.out.isEmpty, "\(ran.err)")
        let script = """
            import io, zipfile
            def answer(content):
                book = zipfile.ZipFile(io.BytesIO(content))
                return [book.read(name).decode() for name in sorted(book.namelist()) if 'sheets/' in name]
            """
        let bytes = Array(try Data(contentsOf: sandbox.file("rapport.xlsx")))
        let sheets = try #require(try Python.ask(script, [bytes], as: [String].self).first)
        #expect(sheets.count == 3, "about, indicators, changes")
        #expect(sheets.contains { $0.contains("<v>35.5</v>") && $0.contains("<v>150</v>") })
        #expect(sheets.allSatisfy { !$0.contains("<f>") })
        #expect(sheets.contains { $0.contains("=Meer vraag") })
        let again = try sandbox.runBare([
            "--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path, "--at", "2027-06-30T12:00",
            "report", "dronten", "--format", "xlsx", "--output", file,
        ])
        let second = Array(try Data(contentsOf: sandbox.file("rapport.xlsx")))
        #expect(again.status == 0 && second == bytes)
    }

    @Test func `a file that cannot be written is told, and nothing is printed`() throws {
        let sandbox = try sandbox()
        let ran = try sandbox.run("report", "dronten", "--output", "/nowhere/rapport.html")
        #expect(ran.status == 75 && ran.out.isEmpty && ran.err.contains("/nowhere/rapport.html"))
    }

    private func report(_ sandbox: Sandbox, _ arguments: String...) throws -> ReportedTables {
        let ran = try sandbox.run(["--at", "2027-06-30T12:00", "report", "dronten"] + arguments)
        #expect(ran.status == 0, "\(ran.err)")
        return ReportedTables(ran.out)
    }
}

/// The rows of a report as csv, by the ids of their indicators.
struct ReportLines {
    private var lines: [String: [String: String]] = [:]

    init(_ text: String) {
        let rows = text.drop { $0 == "\u{FEFF}" }.split(separator: "\r\n").map(Self.fields)
        for row in rows.dropFirst() {
            let fields = Dictionary(zip(rows[0], row)) { first, _ in first }
            lines[fields["Id"] ?? ""] = fields
        }
    }

    subscript(id: String) -> [String: String] { lines[id] ?? [:] }

    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
