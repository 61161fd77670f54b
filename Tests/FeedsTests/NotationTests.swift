import Feeds
import Indicators
import Testing

private let header = "indicator;periode;waarde"

/// What the first row of the file gives, as text.
private func value(_ text: String) throws -> String? {
    try outcomes(bytes(text)).first?.observed?.observation.value.description
}

@Suite("Notations of values, units and headers")
struct NotationTests {
    static let dressed: [(String, String, String)] = [
        ("kinderen", "+5", "5"), ("kinderen", ",5", "0.5"), ("schuld", "€ 1.234,50", "1234.50"),
        ("schuld", "€1.234,50", "1234.50"), ("schuld", "1.234,-", "1234"), ("schuld", "€ 5,--", "5"),
        ("schuld", "1.234,50 euro", "1234.50"), ("schuld", "EUR 25", "25"), ("schuld", "-€ 5,00", "-5.00"),
        ("schuld", "€ -5,00", "-5.00"), ("schuld", "-,5", "-0.5"), ("moeite-rondkomen", "25,3 1)", "25.3"),
        ("moeite-rondkomen", "25,3¹", "25.3"), ("moeite-rondkomen", "25,3²", "25.3"),
        ("moeite-rondkomen", "25,3 ³", "25.3"),
        ("moeite-rondkomen", "25 a)", "25"), ("moeite-rondkomen", "25,3%1)", "25.3"),
        ("moeite-rondkomen", "25,3†", "25.3"),
        ("moeite-rondkomen", "25,3 procent", "25.3"), ("moeite-rondkomen", "25,3* 1)", "25.3"),
        ("wmo-maatwerk", "108,5‰", "108.5"), ("moeite-rondkomen", "25¹", "25"),
    ]

    @Test("a number is read with what stands around it", arguments: dressed)
    func dressedCells(_ indicator: String, _ cell: String, _ expected: String) throws {
        // The sign is found in the cell itself, or declared where the cell has none.
        let found = try outcome(header, "\(indicator);2024;\(cell)", profile: profile(decimalSign: .comma))
        #expect(found?.observed?.observation.value.description == expected)
        if cell.contains(",") { #expect(try value("\(header)\n\(indicator);2024;\(cell)\n") == expected) }
    }

    @Test(
        "what may be part of the number is refused",
        arguments: [
            "25,31)", "10³", "25,3(1)", "25 (12)", "25,3 123)", "€ € 5", "5 + 5", "+-5", "1.23,-", "1,5,-", "€", "€ 5%",
            "5 % procent", "25,3 1", "-/- 5", "- € - 5", "1)", "¹", ",", "+", ",-",
        ]
    )
    func notNumbers(_ cell: String) throws {
        let found = try outcome(header, "schuld;2024;\(cell)", profile: profile(decimalSign: .comma))
        #expect(found?.fault?.reason == .valueNotANumber)
    }

    @Test("the decimal sign shows in a number with something around it, in either encoding")
    func evidence() throws {
        for (cell, expected) in [
            ("25,3 1)", "25.3"), ("25,3¹", "25.3"), (",5", "0.5"), (".5", "0.5"), ("€ 25,3", "25.3"),
        ] {
            let text = "\(header)\nschuld;2024;\(cell)\nschuld;2023;1\n"
            #expect(try survey(bytes(text)).decimalSign == (expected == "0.5" && cell == ".5" ? .point : .comma))
            #expect(try value(text) == expected)
        }
        let windows = bytes("\(header)\nmoeite-rondkomen;2024;25,3") + [0xB9] + bytes("\n")
        #expect(try outcomes(windows).first?.observed?.observation.value.description == "25.3")
        let euros = bytes("\(header)\nschuld;2024;") + [0x80] + bytes(" 1.234,50\n")
        #expect(try outcomes(euros).first?.observed?.observation.value.description == "1234.50")
    }

    @Test("a sign of another unit is a fault with both")
    func signs() throws {
        for (row, unit) in [
            ("wmo-maatwerk;2024;€ 5", MeasureUnit.perThousand), ("saldo;2024;€ 12", MeasureUnit("x 1 000 EURO")),
            ("moeite-rondkomen;2024;7‰", .percent), ("schuld;2024;5 %", .euro),
        ] {
            let fault = try #require(try outcome(header, row)?.fault)
            #expect(fault.reason == .unitDiffers && fault.detail == .unit(unit))
        }
    }

    static let missing: [(String, IntakeReason)] = [
        ("x", .valueNotKnown), ("X", .valueNotKnown), ("?", .valueNotKnown), ("geheim", .valueNotKnown),
        ("Confidential", .valueNotKnown), ("..", .valueNotKnown), (".", .valueNotKnown), (":", .notDelivered),
        ("NA", .notDelivered), ("NaN", .notDelivered), ("geen data", .notDelivered), ("n.v.t.", .notApplicable),
        ("N/A", .notApplicable), ("niet van toepassing", .notApplicable), ("Impossible", .cannotOccur),
        ("--", .noValue), ("—", .noValue), ("-", .noValue), ("", .noValue), ("x*", .valueNotKnown),
    ]

    @Test("a missing value has its kind, and never comes to a comparison", arguments: missing)
    func missingCells(_ cell: String, _ reason: IntakeReason) throws {
        let found = try #require(
            try outcome(header, "wmo-maatwerk;2024;\(cell)", profile: profile(decimalSign: .comma))
        )
        #expect(found == .skipped(RowSkip(line: 2, reason: reason)))
        #expect(found.observed == nil && reason.isSkip)
    }

    @Test("each kind has words of its own")
    func words() {
        let kinds: [IntakeReason] = [.valueNotKnown, .noValue, .notDelivered, .notApplicable, .cannotOccur]
        for language in [Language.nl, .en] { #expect(Set(kinds.map { $0.sentence(language) }).count == kinds.count) }
    }

    static let units: [(String, String, String, String?)] = [
        ("moeite-rondkomen", "25,3", "procent", "25.3"), ("wmo-maatwerk", "108,5", "per 1.000 inwoners", "108.5"),
        ("wmo-maatwerk", "108,5", "‰", "108.5"), ("kinderen", "21,5", "x 1 000", "21500"),
        ("saldo", "12,5", "1 000 euro", "12.5"), ("saldo", "12500,5", "euro", "12.5005"),
        ("schuld", "12,5", "x € 1.000", "12500"),
        ("moeite-rondkomen", "25,3", "x 1 000", nil), ("wmo-maatwerk", "108,5", "%", nil),
        ("kinderen", "21,5", "€", nil),
    ]

    @Test("a unit is the same, a scale, or a fault that names both", arguments: units)
    func unit(_ indicator: String, _ cell: String, _ unit: String, _ expected: String?) throws {
        let found = try outcome("\(header);eenheid", "\(indicator);2024;\(cell);\(unit)")
        #expect(found?.observed?.observation.value.description == expected)
        guard expected == nil else { return }
        let fault = try #require(found?.fault)
        #expect(fault.reason == .unitDiffers)
        #expect(fault.sentence().contains("'\(unit)'") && fault.sentence().contains("De eenheid van deze indicator is"))
    }

    @Test("bounds have the scale of the value")
    func bounds() throws {
        let row = try outcome("\(header);eenheid;ondergrens;bovengrens", "kinderen;2024;21,5;x 1 000;20,1;22,9")?
            .observed
        let interval = try #require(row?.observation.interval)
        #expect(interval.minimum == ExactDecimal(20_100) && interval.maximum == ExactDecimal(22_900))
    }
}

@Suite("Headers as people write them")
struct HeaderNotationTests {
    @Test(
        "columns have other names",
        arguments: [
            "indicator;jaar;waarde;gemeente", "Indicator;Perioden;Waarde (%);Regio's",
            "indicator;Jaar;waarde (procent);Gemeente",
            ";indicator;jaar;waarde;gemeente", "id;indicator;jaar;waarde;gemeente",
            "Unnamed: 0;indicator;jaar;waarde;regio",
        ]
    )
    func names(_ header: String) throws {
        let row = "moeite-rondkomen;2024;25,3;Dronten"
        let isCounted = header.split(separator: ";", omittingEmptySubsequences: false).count == 5
        let text = isCounted ? "\(header)\n0;\(row)\n1;\(row.replacing("2024", with: "2023"))\n" : "\(header)\n\(row)\n"
        let found = try outcomes(bytes(text))
        #expect(found.allSatisfy { $0.observed != nil })
        #expect(found.first?.observed?.series.area == "GM0303")
    }

    @Test("a unit in the header counts for every row")
    func headerUnit() throws {
        #expect(try value("indicator;jaar;waarde (x 1 000)\nkinderen;2024;21,5\n") == "21500")
        let fault = try #require(try outcome("indicator;jaar;waarde (%)", "wmo-maatwerk;2024;25,3")?.fault)
        #expect(fault.reason == .unitDiffers && fault.cell == "%" && fault.detail == .unit(.perThousand))
        let contrary = try outcome("indicator;jaar;waarde (x 1 000);eenheid", "kinderen;2024;21,5;aantal")?.fault
        #expect(contrary?.reason == .unitDiffers)
    }

    @Test("a column without a name that does more than count the rows is not passed over")
    func rowNumbers() {
        let text = ";indicator;jaar;waarde\n7;wmo-maatwerk;2024;25,3\n"
        #expect(surveyFault(bytes(text))?.reason == .cellWithoutColumn)
        let gap = ";indicator;jaar;waarde\n1;wmo-maatwerk;2024;25,3\n3;wmo-maatwerk;2023;25,3\n"
        #expect(surveyFault(bytes(gap))?.faults.first?.line == 3)
    }

    @Test("title lines may stand above the header", arguments: chunkSizes)
    func titles(chunkSize: Int) throws {
        let text = "Eenzaamheid in Dronten\n\nBron: GGD;;\n;;\nindicator;periode;waarde\nmoeite-rondkomen;2024;25,3\n"
        let rows = try outcomes(bytes(text), chunkSize: chunkSize)
        #expect(rows.map(\.observed?.line) == [6])
    }

    @Test("a table that only shares some words is not the plain form")
    func others() {
        #expect(surveyFault(bytes("jaar;wijk;variabele;aantal\n2008;STAD;x;1\n"))?.reason == .needsProfile)
        #expect(surveyFault(bytes("een regel\nnog een regel\n"))?.reason == .notACSV)
    }

    @Test("a period may be provisional in words, and what is unclear is told with its readings")
    func periods() throws {
        let row = try outcome("indicator;periode;waarde", "wmo-maatwerk;2023 (voorlopig);108")?.observed
        #expect(row?.observation.status == .provisional && row?.observation.period == Period("2023"))
        #expect(
            try outcome("indicator;periode;waarde", "wmo-maatwerk;2023 (definitief);108")?.observed?.observation.status
                == .definitive
        )
        let fault = try #require(try outcome("indicator;periode;waarde", "wmo-maatwerk;1/2/2023;108")?.fault)
        #expect(
            fault.sentence()
                == "Regel 2, kolom periode: de periode '1/2/2023' kan meer dan één ding betekenen. Schrijf 2023-02-01 of "
                + "2023-01-02, naar wat u bedoelt."
        )
        let average = try #require(try outcome("indicator;periode;waarde", "wmo-maatwerk;2024G400;108")?.fault)
        #expect(average.sentence().contains("van een soort die niet wordt gevolgd"))
        #expect(average.sentence().hasSuffix("Dit is een gemiddelde van vier jaar."))
    }

    @Test("areas that are no more, or may be two, are told so")
    func areas() throws {
        let header = "indicator;periode;waarde;gebied"
        #expect(try outcome(header, "wmo-maatwerk;2024;108;0303")?.observed?.series.area == "GM0303")
        #expect(try outcome(header, "wmo-maatwerk;2024;108;GM0303    ")?.observed?.series.area == "GM0303")
        #expect(try outcome(header, "wmo-maatwerk;2024;108;0014")?.skip?.reason == .areaNotWatched)
        #expect(try outcome(header, "wmo-maatwerk;2024;108;Aalburg")?.skip?.reason == .areaNotWatched)
        #expect(try outcome(header, "wmo-maatwerk;2024;108;Groningen (PV)")?.skip?.reason == .areaNotWatched)
    }
}
