import Indicators
import Testing

@testable import Feeds

/// Which period the name of a file or the title of a table names.
struct TitlePeriodTests {
    static let read: [(String, String)] = [
        ("wmo 2024.csv", "2024"), ("wmo2024.csv", "2024"), ("Kerncijfers_wijken_en_buurten_2024_cut.csv", "2024"),
        ("ervarengezondheid_65plus_2020.csv", "2020"), ("2023_begroting.csv", "2023"), ("KWB-2024.v2.csv", "2024"),
        ("Wmo 2e kwartaal 2024.xlsx", "2024-Q2"), ("Wmo_2024-Q2.csv", "2024-Q2"), ("wmo 2024 kw1.csv", "2024-Q1"),
        ("Q3-2024 jeugd.csv", "2024-Q3"), ("eerste kwartaal 2025.csv", "2025-Q1"), ("1e halfjaar 2024.csv", "2024-H1"),
        ("cijfers mei 2024.csv", "2024-05"), ("2024-03.csv", "2024-03"), ("mrt 2024*.csv", "2024-03"),
        ("schooljaar 2023-2024.csv", "2023/2024"), ("vsv 2023_2024.csv", "2023 of 2024"),
        ("schooljaar 2023/'24", "2023/2024"), ("vsv 2023-2024", "2023/2024"),
        ("stand 1 januari 2024.csv", "2024-01-01"),
        ("export 31-12-2024.csv", "2024-12-31"), ("Wmo 2012-2016.csv", "2012 of 2016"),
        ("Gezondheid 2022 (indeling 2024).csv", "2022 of 2024"), ("wmo 2024-1.csv", "2024-01 of 2024-Q1"),
        ("Wmo 2024 en nog eens 2024.csv", "2024"), ("5.1.1   Vestigingen, 1 januari 2013-2017", "2013 of 2017"),
        ("wmo.csv", "-"), ("Regionale_kerncijfers_11122025_133649.csv", "-"), ("wmo_20240331.csv", "-"),
        ("tabel 1234.csv", "-"), ("levering.2024", "2024"), ("arm 2024G400.csv", "G4"),
    ]

    @Test(arguments: read.indices)
    func `is read in the ways that periods are written, and told with all readings where there are more`(index: Int) {
        let (text, expected) = Self.read[index]
        let found =
            switch TitlePeriod(fileName: FileName(text)) {
            case .none: "-"
            case .period(let period): period.description
            case .several(let periods): periods.map(\.description).joined(separator: " of ")
            case .unwatched(let kind): kind.rawValue
            }
        #expect(found == expected, "\(text)")
    }

    private func fault(_ name: String) throws -> FileFault? {
        let schema = TableSchema(fields: [.area("Gemeente"), .value("Eenzaam")], period: .fileName)
        do {
            _ = try ReadTable(bytes("Gemeente;Eenzaam\nDronten;25,3\n"), schema, name: name)
            return nil
        } catch let fault as FileFault {
            return fault
        }
    }

    @Test func `a file whose name says no single period is refused for that, and not for its columns`() throws {
        #expect(try fault("wmo 2024.csv") == nil)
        #expect(try fault("wmo.csv") == FileFault(.periodNotNamed, cell: "wmo.csv"))
        let two = try #require(try fault("wmo 2012-2016.csv"))
        #expect(two.reason == .periodsNamed)
        #expect(
            two.faults[0].sentence(.nl)
                == "De naam of de titel 'wmo 2012-2016.csv' kan meer dan één periode noemen. Schrijf 2012 of 2016, naar wat u bedoelt."
        )
    }

    @Test func `a quarter in the title is no year`() throws {
        let schema = TableSchema(fields: [.area("Gemeente"), .value("Eenzaam")], period: .title)
        let table = try ReadTable(bytes("Eenzaam in het 2e kwartaal 2024;\nGemeente;Eenzaam\nDronten;25,3\n"), schema)
        #expect(table.faults.map(\.reason) == [.periodOfOtherKind])
    }

    @Test func `columns that name a part of a year are of the year that the title names`() throws {
        let byPeriod = TableField(titles: [], role: .measureByPeriod(Measure(indicator: "cijfer")))
        let schema = TableSchema(fields: [.area("Gemeente"), byPeriod], period: .title)
        for names in ["1e kwartaal;2e kwartaal;totaal", "Q1;Q2;jaar", "kwartaal 1;kwartaal 2;2024"] {
            let table = try ReadTable(
                bytes("Jeugd 2024;;;\nGemeente;\(names)\nDronten;25,3;26;51,3\n"),
                schema,
                cadence: Cadence(.quarter, dueDays: 30)
            )
            #expect(table.values == ["GM0303 2024-Q1 25.3", "GM0303 2024-Q2 26"], "\(names)")
        }
    }

    @Test func `a quarter below its year is that quarter, and never the year`() throws {
        let byPeriod = TableField(titles: [], role: .measureByPeriod(Measure(indicator: "cijfer")))
        let schema = TableSchema(fields: [.area("Gemeente"), byPeriod], headerRows: 2)
        let table = try ReadTable(
            bytes(";2023;;;2024\nGemeente;Q3;Q4;jaar;Q1\nDronten;25,3;26;25;27\n"),
            schema,
            cadence: Cadence(.quarter, dueDays: 30)
        )
        #expect(table.values == ["GM0303 2023-Q3 25.3", "GM0303 2023-Q4 26", "GM0303 2024-Q1 27"])
    }

    @Test func `a column of a year with an unknown mark refuses the file, and one of something else does not`() throws {
        let byPeriod = TableField(titles: [], role: .measureByPeriod(Measure(indicator: "cijfer")))
        let schema = TableSchema(fields: [.area("Gemeente"), byPeriod])
        let rows = "\nDronten;25,3;26,1;27\n"
        #expect(throws: FileFault(.periodNotReadable, line: 1, cell: "2024 1)")) {
            try ReadTable(bytes("Gemeente;2023;2024 1);2022" + rows), schema)
        }
        for other in ["verschil 2023-2024", "2024 mutatie", "2026 raming", ""] {
            let table = try ReadTable(
                bytes("Gemeente;2023;\(other);2024 (voorlopig)" + rows.replacing("26,1", with: "")),
                schema
            )
            #expect(table.values == ["GM0303 2023 25.3", "GM0303 2024 27 *"], "\(other)")
        }
    }
}
