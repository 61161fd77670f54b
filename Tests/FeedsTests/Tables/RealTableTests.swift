import Feeds
import Indicators
import Testing

@Suite(.enabled(if: RealFiles.areThere, "the folder with real files is not beside the project"))
struct RealTableTests {
    @Test func `of StatLine with symbols a point is a decimal point, though three digits follow`() throws {
        let table = try ReadTable(
            RealFiles.bytes("statline/SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv"),
            TableSchema(fields: [
                .area("Regiocode (gemeente, wijk, buurt) (code)"), .period("Perioden"),
                TableField(titles: ["Wijken en buurten"], role: .ignored),
                .value("Spreiding/Spreiding totaal/Waarde (Getal)"),
            ]),
            unit: MeasureUnit("getal")
        )
        #expect(table.dialect.form.label == "statline-symbols")
        #expect(table.values.contains("GM0363 2019 1.010"))
        #expect(table.faults.isEmpty)
    }

    @Test func `of StatLine without symbols the rows of one age are taken, and empty cells give no value`() throws {
        let table = try ReadTable(
            RealFiles.bytes("statline/instroomleeftijdwlz_gemeente_2020.csv"),
            TableSchema(
                fields: [
                    .area("Regio's"), .pin("Persoonskenmerken", "Leeftijd: 45 tot 60 jaar"),
                    .value("Wmo-cliënten; gebruik Wlz aantal (aantal)"),
                ],
                period: .fileName
            ),
            unit: .count,
            name: "instroomleeftijdwlz_gemeente_2020.csv"
        )
        #expect(table.dialect.form.label == "statline")
        #expect(table.values.filter { $0.hasPrefix("GM0303") } == ["GM0303 2020 30"])
        #expect(table.faults.isEmpty)
    }

    @Test func `of RIVM the rows of two municipalities are taken with a decimal point`() throws {
        let table = try ReadTable(
            RealFiles.bytes("rivm/ervarengezondheid_65plus_2020_gemeente_ggdregio.csv"),
            TableSchema(
                fields: [
                    .pin("Persoonskenmerken", "80200"), .pin("Marges", "MW00000"), .area("RegioS"),
                    .value("ErvarenGezondheidGoedZeerGoed"),
                ],
                period: Period("2020").map(TableSchema.PeriodSource.fixed)
            )
        )
        #expect(table.dialect.form.label == "odata-3")
        #expect(table.values.contains("GM0303 2020 71.9"))
        #expect(table.values.contains("GM0171 2020 72.4"))
    }

    @Test func `of OData 4 only the wanted measure and group are taken, with a decimal comma`() throws {
        let table = try ReadTable(
            RealFiles.bytes("cbs-odata4-armoede/Observations.csv"),
            TableSchema(
                fields: [
                    TableField(
                        titles: ["Measure"],
                        role: .indicator(members: ["1050010_2": Measure(indicator: "cijfer")])
                    ),
                    .pin("KenmerkenVanHuishoudens", "1050010"), .pin("InkomensgrensHuishouden", "1050290"),
                    .pin("DuurInkomenspositie", "A028721"), .period("Perioden"),
                    TableField(titles: ["Value"], role: .measure(Measure())),
                ],
                area: "NL01"
            ),
            container: .bundle
        )
        #expect(table.dialect.form.label == "odata-4")
        #expect(table.values.prefix(2) == ["NL01 2011 6.9", "NL01 2012 8"])
        #expect(table.faults.isEmpty)
    }

    @Test func `of the table form of StatLine two header rows, a title and a footer are understood`() throws {
        let table = try ReadTable(
            RealFiles.bytes("statline/Kerncijfers_wijken_en_buurten_2015.csv"),
            TableSchema(
                fields: [
                    .area("Wijken en buurten"),
                    .value("Inkomen|Inkomen van personen|Gemiddeld inkomen per inwoner / x 1 000 euro", scale: 3),
                ],
                headerRows: 2,
                period: .title
            ),
            unit: MeasureUnit("euro")
        )
        #expect(table.dialect.form.label == "statline-table")
        #expect(table.values.first == "GM0363 2015 26900")
        #expect(table.skips[.remark] == 1)
    }

    @Test func `of Iv3 one task field of the budget is taken in euros`() throws {
        let table = try ReadTable(
            RealFiles.bytes("iv3/2023_begroting.csv"),
            TableSchema(
                fields: [.area("Gemeenten"), .pin("Taakveld", "6.3 Inkomensregelingen"), .value("Lasten", scale: 3)],
                period: .fileName
            ),
            unit: .euro,
            name: "2023_begroting.csv"
        )
        #expect(table.dialect.form.label == "iv3")
        #expect(table.values.contains("GM0303 2023 13411000.0") || table.values.contains("GM0303 2023 13411000"))
        #expect(table.values.contains { $0.hasPrefix("GM0171 2023 18546000") })
    }

    @Test func `of StatLine before 2018 a header of four rows is joined`() throws {
        let table = try ReadTable(
            RealFiles.bytes("handmade/statline-2017-cp1252.csv"),
            TableSchema(
                fields: [
                    .period("Onderwerpen / Perioden"),
                    .value(
                        "Bevolking naar leeftijd (op 1 januari) / Bevolking naar leeftijd, aantallen / Jonger dan 20 jaar / aantal"
                    ),
                ],
                headerRows: 4,
                area: "NL01"
            ),
            unit: .count
        )
        #expect(table.dialect.form.label == "statline-old")
        #expect(table.values.first == "NL01 1950 3742499")
        #expect(table.skips[.remark] == 1)
    }

    @Test func `of a sheet with a thousands comma the shares have a decimal point`() throws {
        let table = try ReadTable(
            RealFiles.bytes("handmade/wanbetalers-zorgverzekering-2016-per-gemeente.csv"),
            TableSchema(
                fields: [.area("Gemeente"), .value("%")],
                headerRows: 3,
                period: Period("2016").map(TableSchema.PeriodSource.fixed)
            )
        )
        #expect(table.values.contains("GM0171 2016 1.3"))
        #expect(table.values.contains("GM0303 2016 1.5"))
    }
}

struct RealFileWithoutProfileTests {
    static let expected: [(String, IntakeReason, String?)] = [
        ("statline/SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv", .needsProfile, "statline-symbols"),
        ("statline/instroomleeftijdwlz_gemeente_2020.csv", .needsProfile, "statline"),
        ("statline/arbeidsvolume_huisartsen_gzc_provincie_2020.csv", .needsProfile, "statline"),
        ("statline/Kerncijfers_wijken_en_buurten_2015.csv", .needsProfile, "statline-table"),
        ("rivm/ervarengezondheid_65plus_2020_gemeente_ggdregio.csv", .needsProfile, "odata-3"),
        ("odata3/37296ned_UntypedDataSet_26032024_091942.csv", .needsProfile, "odata-3"),
        ("iv3/2023_begroting.csv", .needsProfile, "iv3"),
        ("cbs-odata4-armoede/Observations.csv", .codesMissing, nil),
        ("cbs-odata4-armoede/PeriodenCodes.csv", .codesAlone, nil),
        ("cbs-odata4-armoede/Catalog.csv", .codesAlone, nil),
        ("cbs-odata4-armoede/Properties.csv", .codesAlone, nil),
        ("handmade/statline-2017-cp1252.csv", .needsProfile, "statline-old"),
        ("found/80305ned_UntypedDataSet_31012020_124042.csv", .needsProfile, "odata-3"),
        ("found/Kerncijfers_wijken_en_buurten_2024_cut.csv", .needsProfile, "statline"),
        ("found/Regionale_kerncijfers_Nederland_22012025_144703.csv", .needsProfile, "statline-table"),
        ("found/statline-old-english-quarters.csv", .needsProfile, "statline-old"),
        ("found/statline-old-point-1.csv", .needsProfile, "statline-old"),
        ("found/GF_M2024_2025_Volumina.csv", .needsProfile, "table"),
        ("found/excel-merged-years.csv", .needsProfile, "years-across"),
        ("found/odata4-text-only-Observations_cut.csv", .noNumbers, "odata-4"),
        ("iv3/GF_M2022_2023.csv", .notACSV, nil),
    ]

    @Test(
        .enabled(if: RealFiles.areThere, "the folder with real files is not beside the project"),
        arguments: expected.indices
    )
    func `a real file that no profile is about is refused as what it is`(index: Int) throws {
        let (name, reason, form) = Self.expected[index]
        let fault = try #require(surveyFault(RealFiles.bytes(name))?.faults.first)
        #expect(fault.reason == reason, "\(name)")
        if let form { #expect(fault.detail == TableForm(rawValue: form).map(FaultDetail.tableForm), "\(name)") }
    }
}
