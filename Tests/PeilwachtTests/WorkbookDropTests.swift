import Foundation
import TestSupport
import Testing

@Suite("Workbooks and bundles, through the real program", .ownThreads)
struct WorkbookDropTests {
    /// A row of a sheet: numbers as numbers, other texts as texts, and nothing for an empty one.
    private static func row(_ number: Int, _ cells: String...) -> String {
        let written = cells.enumerated().map { index, cell -> String in
            let place = "\(["A", "B", "C", "D", "E"][index])\(number)"
            if cell.isEmpty { return "" }
            if cell.hasPrefix("#") { return "<c r=\"\(place)\" t=\"e\"><v>\(cell)</v></c>" }
            if Double(cell) != nil { return "<c r=\"\(place)\"><v>\(cell)</v></c>" }
            return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
        }
        return "<row r=\"\(number)\">\(written.joined())</row>"
    }

    private static let title = row(1, "Cijfers sociaal domein")
    private static let header = row(3, "indicator", "periode", "waarde", "gebied")

    private func receipt(_ sandbox: Sandbox) throws -> String {
        try #require(try sandbox.texts(in: "receipts", ending: ".txt").first).inOneLine
    }

    @Test("a workbook in the plain form is taken in, with the numbers that Excel shows", .timeLimit(.minutes(30)))
    func plain() throws {
        let sandbox = try Sandbox()
        let rows = Self.title + Self.header + Self.row(4, "wmo-maatwerk", "2024", "112.40000000000001", "Dronten")
        try sandbox.drop("cijfers.xlsx", bytes: SmallWorkbook.excel(rows))
        try sandbox.firstPass()
        let receipt = try receipt(sandbox)
        #expect(receipt.hasPrefix("INGENOMEN: cijfers.xlsx"), "\(receipt)")
        #expect(receipt.contains("Gelezen is het blad 'Blad1' van de werkmap."))
        let status = try sandbox.run("status", "--json").objects()
        #expect(status.first { $0["indicator"] as? String == "wmo-maatwerk" }?["value"] as? Double == 112.4)
        #expect(sandbox.names(in: "archive") == ["cijfers.xlsx"])
    }

    @Test("a row whose last cells are empty has them all the same", .timeLimit(.minutes(30)))
    func shortRow() throws {
        let sandbox = try Sandbox()
        let header = Self.row(1, "indicator", "periode", "waarde", "gebied", "toelichting")
        let rows =
            header + Self.row(2, "wmo-maatwerk", "2024", "112.4") + Self.row(3, "wmo-maatwerk", "2023", "110", "", "x")
        try sandbox.drop("cijfers.xlsx", bytes: SmallWorkbook.excel(rows))
        try sandbox.firstPass()
        let receipt = try receipt(sandbox)
        #expect(receipt.hasPrefix("INGENOMEN: cijfers.xlsx"), "\(receipt)")
        #expect(receipt.contains("nieuw 2"), "\(receipt)")
    }

    @Test(
        "a bundle whose files with codes are missing or of another table is refused",
        .timeLimit(.minutes(30)),
        arguments: [
            ("PeriodenCodes.csv", "Zonder de bestanden met codes is niet te zien"),
            ("2024JJ00;2024;;Voorlopig\n", "de code '2024JJ00' staat niet in de bestanden met codes"),
            ("M001342_2;Wmo;Double;%\n", "de code 'M001342_2' staat niet in de bestanden met codes"),
        ]
    )
    func otherCodes(_ missing: String, _ sentence: String) throws {
        let sandbox = try Self.withProfile()
        let other = String(repeating: "X", count: missing.utf8.count - 1) + "\n"
        let file = Self.entries(unit: "%").filter { $0.name != missing }.map { entry in
            ZipWriter.Entry(entry.name, String(decoding: entry.content, as: UTF8.self).replacing(missing, with: other))
        }
        try sandbox.drop("86165NED.zip", bytes: ZipWriter(file).bytes)
        try sandbox.firstPass()
        let receipt = try receipt(sandbox)
        #expect(receipt.hasPrefix("NIET INGENOMEN"), "\(receipt)")
        #expect(receipt.contains(sentence), "\(receipt)")
    }

    @Test("two deliveries of CBS in one zip are refused, and none is picked", .timeLimit(.minutes(30)))
    func twoDeliveries() throws {
        let sandbox = try Self.withProfile()
        let files = ["a/Observations.csv", "b/Observations.csv", "a/MeasureCodes.csv"]
        try sandbox.drop(
            "cbs.zip",
            bytes: ZipWriter(files.map { .init($0, "Id;Measure;Value\n0;M001342_2;1\n") }).bytes
        )
        try sandbox.firstPass()
        #expect(try receipt(sandbox).contains("meer dan één levering van het CBS"))
    }

    static let faulty: [(String, String, String)] = [
        ("#N/A", "Cel C4, kolom waarde: '#N/A' is geen getal.", "Dit is een foutmelding van Excel."),
        ("112,4", "Cel C4, kolom waarde: '112,4' staat als tekst in de werkmap", "en niet als getal"),
        ("veel", "Cel C4, kolom waarde: 'veel' is geen getal.", "Schrijf alleen het getal"),
    ]

    @Test("what is wrong in a workbook is told with its cell", .timeLimit(.minutes(30)), arguments: faulty)
    func cells(_ cell: String, _ place: String, _ why: String) throws {
        let sandbox = try Sandbox()
        let rows = Self.title + Self.header + Self.row(4, "wmo-maatwerk", "2024", cell, "Dronten")
        try sandbox.drop("cijfers.xlsx", bytes: SmallWorkbook.excel(rows))
        try sandbox.firstPass()
        let receipt = try receipt(sandbox)
        #expect(receipt.hasPrefix("NIET INGENOMEN"))
        #expect(receipt.contains(place), "\(receipt)")
        #expect(receipt.contains(why), "\(receipt)")
    }

    @Test("cells that are merged over rows are refused, and never pass for the own area", .timeLimit(.minutes(30)))
    func merged() throws {
        let sandbox = try Sandbox()
        let rows =
            Self.header + Self.row(4, "wmo-maatwerk", "2024", "90", "Urk") + Self.row(5, "wmo-maatwerk", "2023", "91")
        let merge = "<mergeCells><mergeCell ref=\"D4:D5\"/></mergeCells>"
        try sandbox.drop("cijfers.xlsx", bytes: SmallWorkbook.excel(rows, behind: merge))
        try sandbox.firstPass()
        let receipt = try receipt(sandbox)
        #expect(receipt.contains("in 'D4:D5' zijn cellen van meer rijen samengevoegd"), "\(receipt)")
    }

    @Test(
        "a bundle of CBS is read with the status of its periods and the unit of its measures",
        .timeLimit(.minutes(30))
    )
    func bundle() throws {
        let sandbox = try Self.withProfile()
        try sandbox.drop("86165NED.zip", bytes: Self.bundle(unit: "per 1 000 inwoners"))
        try sandbox.firstPass()
        let receipt = try receipt(sandbox)
        #expect(receipt.hasPrefix("INGENOMEN"), "\(receipt)")
        let status = try sandbox.run("status", "--json").objects()
        let series = try #require(status.first { $0["indicator"] as? String == "wmo-maatwerk" })
        #expect(series["value"] as? Double == 112.4)
        #expect(series["provisional"] as? Bool == true)
    }

    /// With a profile for a delivery of OData 4.
    private static func withProfile() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(
            "feed.yaml",
            """
            feed: wmo-odata
            schema:
              fields:
                - {title: Measure, role: indicator, members: {M001342_2: wmo-maatwerk}}
                - {title: RegioS, role: area}
                - {title: Perioden, role: period}
                - {title: Value, role: value}

            """
        )
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n")
        return sandbox
    }

    private static func bundle(unit: String) -> [UInt8] { ZipWriter(entries(unit: unit)).bytes }

    private static func entries(unit: String) -> [ZipWriter.Entry] {
        [
            .init(
                "Observations.csv",
                "Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute\n"
                    + "0;M001342_2;GM0303;2023JJ00;108,1;;None\n1;M001342_2;GM0303;2024JJ00;112,4;;None\n"
                    + "2;M001342_1;GM0303;2024JJ00;5050;;None\n3;M001342_2;GM0184;2024JJ00;90;;None\n"
            ),
            .init("MeasureCodes.csv", "Identifier;Title;DataType;Unit\nM001342_2;Wmo;Double;\(unit)\n"),
            .init(
                "PeriodenCodes.csv",
                "Identifier;Title;Description;Status\n2023JJ00;2023;;Definitief\n2024JJ00;2024;;Voorlopig\n"
            ),
        ]
    }

    @Test("one file of a bundle, dropped alone, is refused with what to do", .timeLimit(.minutes(30)))
    func loose() throws {
        let files = [
            (
                "Observations.csv",
                "Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute\n0;M001342_2;GM0303;2024JJ00;112,4;;None\n"
            ),
            (
                "PeriodenCodes.csv",
                "Identifier;DimensionGroupId;Index;Title;Description;Status\n2024JJ00;0;1;2024;;Voorlopig\n"
            ),
        ]
        for (name, text) in files {
            let sandbox = try Self.withProfile()
            try sandbox.drop(name, text)
            try sandbox.firstPass()
            let receipt = try receipt(sandbox)
            #expect(receipt.hasPrefix("NIET INGENOMEN: \(name)"), "\(receipt)")
            #expect(receipt.contains("Pak de hele map in als één zip-bestand en lever dat aan."), "\(receipt)")
        }
    }

    @Test("a flat workbook is refused as what it is", .timeLimit(.minutes(30)))
    func flat() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "cijfers.fods",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document office:mimetype="
                + "\"application/vnd.oasis.opendocument.spreadsheet\"><office:body/></office:document>\n"
        )
        try sandbox.firstPass()
        #expect(try receipt(sandbox).contains("Kies in LibreOffice 'Opslaan als' en dan 'ODF-werkblad (.ods)'."))
    }

    @Test("feeds suggest looks into a workbook and a bundle", .timeLimit(.minutes(30)))
    func suggested() throws {
        let sandbox = try Sandbox()
        let rows = Self.title + Self.row(3, "Gemeente", "2023", "2024") + Self.row(4, "Dronten", "108", "112.4")
        try Data(SmallWorkbook.excel(rows)).write(to: sandbox.file("cijfers.xlsx"))
        try Data(Self.bundle(unit: "%")).write(to: sandbox.file("86165NED.zip"))
        let sheet = try sandbox.run("feeds", "suggest", sandbox.file("cijfers.xlsx").path)
        #expect(sheet.out.contains("{title: \"Gemeente\", role: area}"), "\(sheet.err)")
        #expect(sheet.out.contains("role: value-by-period"))
        let bundle = try sandbox.run("feeds", "suggest", sandbox.file("86165NED.zip").path)
        #expect(bundle.out.contains("# Dit lijkt een levering van het CBS (OData 4)."), "\(bundle.err)")
        try Data("geen zip".utf8).write(to: sandbox.file("x.zip"))
        #expect(try sandbox.run("feeds", "suggest", sandbox.file("x.zip").path).status == 65)
    }

    @Test("a changed unit of a measure is a fault that names both", .timeLimit(.minutes(30)))
    func changedUnit() throws {
        let sandbox = try Self.withProfile()
        try sandbox.drop("86165NED.zip", bytes: Self.bundle(unit: "%"))
        try sandbox.firstPass()
        let receipt = try receipt(sandbox)
        #expect(receipt.hasPrefix("NIET INGENOMEN"), "\(receipt)")
        #expect(receipt.contains("'%' heeft een andere eenheid dan de indicator"), "\(receipt)")
        #expect(receipt.contains("De eenheid van deze indicator is 'per 1000'."), "\(receipt)")
    }

    @Test("a sheet that the profile names is the one that is read, and no other in its place", .timeLimit(.minutes(30)))
    func namedSheet() throws {
        let table = { (value: String) in
            SmallWorkbook.sheet(Self.row(1, "Gemeente", "Wmo") + Self.row(2, "Dronten", value))
        }
        let profile =
            "feed: blad\nschema:\n  sheet: Cijfers\n  period: \"2024\"\n  fields:\n"
            + "    - {title: Gemeente, role: area}\n    - {title: Wmo, role: value, indicator: wmo-maatwerk}\n"
        for (name, isTaken) in [("Cijfers", true), ("Vorig jaar", false)] {
            let sandbox = try Sandbox()
            try sandbox.write("feed.yaml", profile)
            try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n")
            let sheets = [("Toelichting", "100"), (name, "112.4")].map { (name: $0, state: "visible", xml: table($1)) }
            try sandbox.drop("cijfers.xlsx", bytes: ZipWriter(SmallWorkbook.excel(sheets: sheets)).bytes)
            try sandbox.firstPass()
            let receipt = try receipt(sandbox)
            #expect(receipt.hasPrefix(isTaken ? "INGENOMEN" : "NIET INGENOMEN"), "\(receipt)")
        }
    }
}
