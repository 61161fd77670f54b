import Foundation
import TestSupport
import Testing

/// Small files as data analysts have them, with the profiles that an administrator would write for them.
@Suite("Files as analysts have them, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct AnalystFilesTests {
    private static let programme = """
        programme: proef
        title: Proef
        area: {code: GM0303, name: Dronten}
        areas:
          - {code: WK030301, name: Biddinghuizen}
        packages:
          - id: A
            title: Pakket A
            indicators:
              - {id: wmo, title: Wmo, unit: per 1000, better: lower, cadence: year, due: 180 days, targets: {2026: "<108"}}
              - {id: eenzaam, title: Eenzaam, unit: "%", better: lower, cadence: year, due: 365 days, targets: {2026: "<36%"}}
              - {id: jeugd, title: Jeugd, unit: aantal, better: lower, cadence: quarter, due: 60 days, targets: {2026-Q4: "<9"}}
              - {id: bijstand, title: Bijstand, unit: aantal, better: lower, cadence: month, due: 60 days, targets: {}}

        """

    private func sandbox(_ profile: String?) throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write("programme.yaml", Self.programme)
        let settings = try sandbox.read("peilwacht.yaml").replacing("6N", with: "A")
        try sandbox.write("peilwacht.yaml", settings + (profile == nil ? "" : "feeds: [feed.yaml]\n"))
        if let profile { try sandbox.write("feed.yaml", "feed: proef\nfiles: \"*\"\nschema:\n\(profile)\n") }
        #expect(try sandbox.run("check").err == "")
        return sandbox
    }

    /// The receipt of a dry run, in one line.
    private func receipt(_ name: String, _ text: String, _ profile: String? = nil) throws -> String {
        let sandbox = try sandbox(profile)
        try sandbox.write(name, text)
        let ran = try sandbox.run("--at", "2026-03-01T08:00", "import", "--dry-run", sandbox.file(name).path)
        return ran.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("a wide table of a row for each municipality counts its rows as rows, and its values as values")
    func wide() throws {
        let text = """
            Wmo-maatwerk per 1000 inwoners
            Bron: waarstaatjegemeente.nl

            Gemeente;2021;2022;2023;2024
            Dronten;101,2;103,5;105;107,1
            Urk;88,1;90;-;-

            Bron: CBS
            """
        let profile = """
              fields:
                - {title: Gemeente, role: area}
                - {role: value-by-period, indicator: wmo}
            """
        let told = try receipt("wsjg.csv", text, profile)
        #expect(told.contains("Rijen 4 met waarden 1 overgeslagen 3 fout 0 Waarden 4 nieuw 4"), "\(told)")
        let gaps = try receipt("wsjg.csv", text.replacing("Dronten;101,2;103,5", with: "Dronten;-;-"), profile)
        #expect(gaps.contains("1 rij (regel 5): er staat geen waarde."), "\(gaps)")
    }

    @Test("months that pandas and Excel write as first days are months, and the receipt says so")
    func firstDays() throws {
        let profile = """
              fields:
                - {title: datum, role: period}
                - {title: Gemeente, role: area}
                - {title: aantal bijstand, role: value, indicator: bijstand}
            """
        let pandas = "datum,Gemeente,aantal bijstand\n2025-01-01,Dronten,612\n2025-02-01,Dronten,615\n"
        let told = try receipt("pandas.csv", pandas, profile)
        #expect(told.contains("nieuw 2"), "\(told)")
        #expect(
            told.contains(
                "Als periode staan er dagen, elk de eerste van een maand: 2025-01-01 is gelezen als 2025-01."
            )
        )
        let stray = try receipt("pandas.csv", pandas + "2025-03-15,Dronten,620\n", profile)
        #expect(stray.contains("NIET INGENOMEN") && stray.contains("Met 2025-03-15 op regel 4 is dat niet zo."))
        let excel = "indicator;periode;waarde\nbijstand;1-1-2025;612\nbijstand;1-2-2025;615\n"
        #expect(try receipt("excel.csv", excel).contains("2025-01-01 is gelezen als 2025-01."))
    }

    @Test("a part of one is no percentage, also where it is the first value")
    func fraction() throws {
        let text = "indicator;periode;waarde\neenzaam;2024;0,45\n"
        let told = try receipt("r.csv", text)
        #expect(told.contains("NIET INGENOMEN") && told.contains("Bedoelt u 45%, schrijf dan 45."), "\(told)")
        let sure = "indicator;periode;waarde;status\neenzaam;2024;0,45;bevestigd\n"
        #expect(try receipt("r.csv", sure).contains("Dit bestand kan worden ingenomen."))
    }

    @Test("a table with ages and percentages is no download of StatLine, and may have a decimal point")
    func ages() throws {
        let profile = """
              period: 2024
              fields:
                - {title: Gemeente, role: area}
                - {title: Leeftijd, role: dimension, pin: Totaal}
                - {title: "Eenzaam (%)", role: value, indicator: eenzaam}
                - {title: Ondergrens, role: lower}
                - {title: Bovengrens, role: upper}
            """
        let text =
            "Gemeente;Leeftijd;Eenzaam (%);Ondergrens;Bovengrens\nDronten;65+;50.2;47.0;53.4\nDronten;Totaal;45.1;42.1;47.9\n"
        let told = try receipt("ggd.csv", text, profile)
        #expect(told.contains("Herkend als een tabel, aan de kolommen") && told.contains("decimale punt"), "\(told)")
        #expect(!told.contains("StatLine"))
    }

    /// What `feeds suggest` proposes for a file of this name.
    private func suggested(_ name: String, _ text: String) throws -> String {
        let sandbox = try sandbox(nil)
        try sandbox.write(name, text)
        return try sandbox.run("feeds", "suggest", sandbox.file(name).path).out
    }

    @Test("months in the columns are of the year in the title, as proposed")
    func monthsAcross() throws {
        let text = "Bijstand 2025\n\nGebied;januari;februari;Totaal\nDronten;612;615;1227\nUrk;51;52;103\n"
        let proposed = try suggested("bijstand.csv", text)
        #expect(proposed.contains("  period: title\n"), "\(proposed)")
        #expect(proposed.contains("- {role: value-by-period, indicator: \"\"}"))
        #expect(proposed.contains("- {title: \"Totaal\", role: ignored}"))
        let filled = proposed.replacing("indicator: \"\"", with: "indicator: bijstand")
        let start = try #require(filled.range(of: "schema:\n")).upperBound
        let schema = filled[start...].trimmingCharacters(in: .newlines)
        let told = try receipt("bijstand.csv", text, schema)
        #expect(told.contains("Waarden 2 nieuw 2"), "\(told)")
    }

    @Test("areas in a first column without a name, bounds beside a value and days are proposed as what they are")
    func proposals() throws {
        let quarters = ";1e kwartaal 2025;2e kwartaal 2025\nDronten;810;820\nUrk;80;82\n"
        #expect(try suggested("kwartalen.csv", quarters).contains("- {column: 1, role: area}"))
        let ggd =
            "Gemeente;Leeftijd;Eenzaam (%);Ondergrens;Bovengrens\nDronten;Totaal;45,0;42,1;47,9\nUrk;Totaal;30;25;35\n"
        let proposed = try suggested("ggd.csv", ggd)
        #expect(proposed.contains("- {title: \"Ondergrens\", role: lower}"), "\(proposed)")
        #expect(proposed.contains("- {title: \"Bovengrens\", role: upper}"))
        let days = "datum;Gemeente;aantal\n2025-01-01;Dronten;612\n2025-02-01;Dronten;615\n"
        #expect(try suggested("pandas.csv", days).contains("- {title: \"datum\", role: period}"))
    }

    @Test("a year and a quarter in two columns are one period, as proposed")
    func yearAndQuarter() throws {
        let text = "jaar;kwartaal;gebied;aantal\n2025;1;Dronten;81\n2025;2;Dronten;82\n"
        let proposed = try suggested("jeugd.csv", text)
        #expect(proposed.contains("- {title: \"kwartaal\", role: period-part}"), "\(proposed)")
        let filled = proposed.replacing("indicator: \"\"", with: "indicator: jeugd")
        let start = try #require(filled.range(of: "schema:\n")).upperBound
        let told = try receipt("jeugd.csv", text, filled[start...].trimmingCharacters(in: .newlines))
        #expect(told.contains("Rijen 2 nieuw 2"), "\(told)")
    }

    @Test("subjects below each other with years across are no download of StatLine")
    func subjects() throws {
        let text = "Onderwerp;2022;2023;2024\nEenzaam (%);44,1;;45,0\nWmo;100;101,5;103\n"
        let proposed = try suggested("onderwerpen.csv", text)
        #expect(
            proposed.contains("- {title: \"Onderwerp\", role: indicator, members: {\"Eenzaam (%)\": \"\""),
            "\(proposed)"
        )
        #expect(proposed.contains("- {role: value-by-period}\n"), "\(proposed)")
        let profile = """
              area: GM0303
              fields:
                - {title: Onderwerp, role: indicator, members: {"Eenzaam (%)": eenzaam, Wmo: wmo}}
                - {role: value-by-period}
            """
        let told = try receipt("onderwerpen.csv", text, profile)
        #expect(told.contains("Rijen 2 met waarden 2 overgeslagen 0 fout 0 Waarden 5 nieuw 5"), "\(told)")
        #expect(told.contains("Herkend als een tabel met een kolom per jaar") && !told.contains("StatLine"))
    }
}
