import Foundation
import TestSupport
import Testing

@Suite("Deliveries that are not what they seem, through the real program", .ownThreads)
struct MistakenDeliveryTests {
    private static let header = "indicator;periode;waarde\n"

    private func status(
        _ sandbox: Sandbox,
        _ indicator: String,
        at time: String = "2026-04-01T08:00"
    ) throws -> [String: Any] {
        let rows = try sandbox.run("--at", time, "status", "--json").objects()
        return try #require(rows.first { $0["indicator"] as? String == indicator })
    }

    private func receipt(_ sandbox: Sandbox, _ file: String) throws -> String {
        let names = sandbox.names(in: "receipts").filter { $0.hasPrefix("\(file).") && $0.hasSuffix(".txt") }
        return try sandbox.read("receipts/\(try #require(names.last))")
    }

    // MARK: What stands beside a value

    @Test("the toelichting and the bron of a value are shown where people read it")
    func note() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "wmo.csv",
            "indicator;periode;waarde;bron;toelichting\nwmo-maatwerk;2025;112;GGD;Vanaf juli telt hulp mee.\n"
        )
        #expect(try sandbox.pass().status == 0)
        let row = try status(sandbox, "wmo-maatwerk")
        #expect(row["note"] as? String == "Vanaf juli telt hulp mee." && row["source"] as? String == "GGD")
        let explain = try sandbox.run("--at", "2026-04-01T08:00", "explain", "wmo-maatwerk").out
        #expect(explain.contains("    toelichting: Vanaf juli telt hulp mee.\n") && explain.contains("bron GGD)"))
        let mail = try #require(try sandbox.texts(in: "outbox/new", ending: ".eml").first)
        #expect(mail.contains("Toelichting: Vanaf juli telt hulp mee."))
    }

    // MARK: Periods

    @Test("a year that has not begun does not blind the indicator")
    func yearAhead() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2062;100\n")
        #expect(try sandbox.pass().status == 1)
        #expect(try status(sandbox, "wmo-maatwerk")["period"] as? String == "2025")
        let text = try receipt(sandbox, "b.csv").replacing("\n  ", with: " ")
        #expect(text.contains("de periode '2062' is nog niet begonnen"))
        #expect(text.contains("Het bestand is gelezen op 1 april 2026."))
        // In the year itself the same file is right.
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2062;100\n")
        #expect(try sandbox.pass(at: "2062-01-01T00:30").status == 0)
    }

    @Test("a value of a year that is not over is provisional, until it comes again when the year is over")
    func unfinishedYear() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde;status\nwmo-maatwerk;2026;112;definitief\n")
        try sandbox.pass()
        #expect(try status(sandbox, "wmo-maatwerk")["provisional"] as? Bool == true)
        #expect(try receipt(sandbox, "a.csv").contains("Ze telt als voorlopig."))
        let mail = try #require(try sandbox.texts(in: "outbox/new", ending: ".eml").first)
        #expect(mail.contains("112 per 1000, voorlopig"))
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;112\nmatig;2025;36\n")
        try sandbox.pass(at: "2027-02-01T08:00")
        #expect(try status(sandbox, "wmo-maatwerk", at: "2027-02-01T08:00")["provisional"] as? Bool == false)
    }

    // MARK: Values that are far from the last one

    @Test("a fraction beside percentages is questioned, and taken when somebody confirms it")
    func questioned() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "matig;2023;27,1\nmatig;2024;25,3\n")
        try sandbox.pass()
        try sandbox.drop("b.csv", Self.header + "matig;2025;0,271\n")
        #expect(try sandbox.pass().status == 1)
        let text = try receipt(sandbox, "b.csv").replacing("\n  ", with: " ")
        #expect(text.contains("bent u zeker van '0,271'?") && text.contains("In 2024 was het 25,3."))
        #expect(text.contains("zet dan 'bevestigd' in de kolom status"))
        #expect(try status(sandbox, "matig")["period"] as? String == "2024")
        try sandbox.drop("b.csv", "indicator;periode;waarde;status\nmatig;2025;0,271;bevestigd\n")
        #expect(try sandbox.pass().status == 0)
        #expect(try status(sandbox, "matig")["period"] as? String == "2025")
        #expect(try status(sandbox, "matig")["provisional"] as? Bool == false)
    }

    @Test("the very first value is questioned by what the document measured")
    func firstValue() throws {
        let sandbox = try Sandbox()
        let documented = "title: Matig eenzaam\n        documented: {2024: \"25,3%\"}"
        let programme = Sandbox.programme.replacing("title: Matig eenzaam", with: documented)
        try sandbox.write("programme.yaml", programme)
        try sandbox.write("a.csv", Self.header + "matig;2025;0,271\n")
        let ran = try sandbox.run("--at", "2026-04-01T08:00", "import", sandbox.file("a.csv").path)
        #expect(ran.status == 65 && ran.out.contains("bent u zeker van '0,271'?"))
    }

    @Test("a wider bound in the configuration lets it through too")
    func widerBound() throws {
        let sandbox = try Sandbox()
        let wide = Sandbox.programme.replacing(
            "title: Matig eenzaam",
            with: "title: Matig eenzaam\n        plausible: any"
        )
        try sandbox.write("programme.yaml", wide)
        try sandbox.drop("a.csv", Self.header + "matig;2024;25,3\nmatig;2025;0,271\n")
        #expect(try sandbox.pass().status == 0)
        #expect(try status(sandbox, "matig")["period"] as? String == "2025")
    }

    // MARK: Text

    @Test("UTF-8 with a stray byte is not read as another encoding")
    func strayByte() throws {
        let sandbox = try Sandbox()
        var text = Array("indicator;periode;waarde;bron\nmatig;2024;25,3;Café\nmatig;2025;25,1;Caf".utf8)
        text += [0xE9] + Array("\n".utf8)
        try Data(text).write(to: sandbox.file("a.csv"))
        let ran = try sandbox.run("import", sandbox.file("a.csv").path, "--json")
        #expect(ran.status == 65 && ran.out.contains("encoding-mixed") && ran.out.contains("\"line\": 3"))
    }

    // MARK: Other areas, set aside, and nothing taken

    private static let dump =
        "indicator;periode;waarde;gebied\nmatig;2025;25,3;GM0303\n"
        + (1...354).map { "matig;2025;\($0 % 30),1;GM\(1000 + $0)\n" }.joined()

    @Test("a table of all municipalities is taken in for the one that is watched")
    func dump() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("cbs.csv", Self.dump)
        #expect(try sandbox.pass().status == 0)
        #expect(sandbox.names(in: "archive") == ["cbs.csv"])
        let text = try receipt(sandbox, "cbs.csv")
        #expect(text.contains("354 rijen (regels 3, 4, ") && text.contains("het gebied wordt niet gevolgd."))
        #expect(!text.contains("Bedoelt u"))
        #expect(
            try sandbox.run("--at", "2026-04-01T08:00", "status", "--json").objects().compactMap {
                $0["value"] as? Double
            }.count
                == 1
        )
    }

    @Test("rows that are set aside make it exit status 1, by hand and through the folder")
    func setAside() throws {
        let sandbox = try Sandbox()
        let configuration = try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n"
        try sandbox.write("peilwacht.yaml", configuration)
        try sandbox.write("feed.yaml", "{feed: f, files: '*.csv', faulty_rows: set-aside, other_areas: refuse}\n")
        try sandbox.write("hand.csv", Self.dump)
        for arguments in [["import", "--dry-run"], ["import"]] {
            let ran = try sandbox.run(["--at", "2026-04-01T08:00"] + arguments + [sandbox.file("hand.csv").path])
            #expect(ran.status == 1)
            #expect(ran.out.contains("Zo zijn er 354 rijen"))
            #expect(ran.out.hasPrefix(arguments.count == 1 ? "INGENOMEN" : "PROEF"))
        }
        try sandbox.drop("map.csv", Self.dump.replacing("25,3", with: "25,4"))
        #expect(try sandbox.pass().status == 1)
        try sandbox.drop("goed.csv", Self.header + "matig;2024;25,2\n")
        #expect(try sandbox.pass().status == 0)
    }

    @Test("a file in which nothing was taken does not say INGENOMEN")
    func nothingTaken() throws {
        let sandbox = try Sandbox()
        let configuration = try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n"
        try sandbox.write("peilwacht.yaml", configuration)
        try sandbox.write("feed.yaml", "{feed: f, files: 'apart*.csv', faulty_rows: set-aside}\n")
        try sandbox.drop("eerst.csv", Self.header + "matig;2024;25,2\n")
        #expect(try sandbox.pass().status == 0)
        #expect(try receipt(sandbox, "eerst.csv").hasPrefix("INGENOMEN: "))
        let files = [
            ("bekend.csv", "matig;2024;25,20\n", "NIETS NIEUWS: bekend.csv", "waren al bekend", Int32(0)),
            ("leeg.csv", "matig;2025;Nb\n", "NIETS NIEUWS: leeg.csv", "geen waarde om in te nemen", 0),
            ("apart-1.csv", "x;2025;1\n", "NIET INGENOMEN: apart-1.csv", "niets ingenomen", 1),
            ("apart-2.csv", "x;2025;1\nmatig;2024;25,2\n", "NIETS NIEUWS: apart-2.csv", "1 rij is apart gezet", 1),
        ]
        for (name, rows, heading, words, status) in files {
            try sandbox.drop(name, Self.header + rows)
            #expect(try sandbox.pass().status == status, "\(name)")
            let text = try receipt(sandbox, name)
            #expect(text.hasPrefix("\(heading)\n") && text.contains(words), "\(text)")
            let json = sandbox.names(in: "receipts").filter { $0.hasPrefix("\(name).") && $0.hasSuffix(".json") }
            #expect(try !sandbox.read("receipts/\(try #require(json.first))").contains("\"outcome\": \"taken\""))
        }
        #expect(sandbox.names(in: "quarantine") == ["apart-1.csv"])
    }
}
