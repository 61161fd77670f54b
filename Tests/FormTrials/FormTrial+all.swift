internal import Feeds
internal import Indicators

extension FormTrial {
    /// Every form of tables of others, our own two, and the rows of a sheet.
    package static let all: [FormTrial] = [
        FormTrial(name: "plain", schema: nil),
        FormTrial(name: "milestones", schema: nil),
        FormTrial(name: "sheet", schema: nil, container: sheet),
        FormTrial(name: "statline-symbols", schema: TableSchema(fields: statLine)),
        FormTrial(name: "statline", schema: TableSchema(fields: statLine)),
        FormTrial(
            name: "statline-table",
            schema: TableSchema(
                fields: [area("Wijken en buurten"), value("Inkomen|Laag inkomen / %")],
                headerRows: 2,
                period: .title
            )
        ),
        FormTrial(
            name: "statline-old",
            schema: TableSchema(
                fields: [period("Onderwerpen / Perioden"), value("Bevolking / Jonger dan 20 jaar / aantal", "aantal")],
                headerRows: 3,
                area: "GM0303"
            )
        ),
        FormTrial(name: "odata-3", schema: TableSchema(fields: odata3)),
        FormTrial(name: "odata-3-typed", schema: TableSchema(fields: odata3)),
        FormTrial(name: "odata-4", schema: TableSchema(fields: odata4)),
        FormTrial(
            name: "iv3",
            schema: TableSchema(
                fields: [
                    area("Gemeenten"), pin("Taakveld", "6.3 Inkomensregelingen"), value("Lasten", "bedrag", scale: 3),
                ],
                period: .fileName
            )
        ),
        FormTrial(
            name: "swing",
            schema: TableSchema(fields: [
                period("period"), pin("geolevel", "gemeente"), area("geoitem"), value("eenzaam"),
            ])
        ),
        FormTrial(
            name: "long",
            schema: TableSchema(fields: [
                period("jaar"), area("gebiedcode15"), TableField(titles: ["waarde"], role: .measure(Measure())),
                TableField(titles: ["variabele"], role: .indicator(members: ["EENZ": Measure(indicator: "cijfer")])),
            ])
        ),
        FormTrial(
            name: "years-across",
            schema: TableSchema(
                fields: [
                    area("Gemeente"),
                    TableField(titles: ["eenzaam"], role: .measureByPeriod(Measure(indicator: "cijfer"))),
                ],
                headerRows: 2
            )
        ),
        FormTrial(name: "sdmx-csv-1", schema: TableSchema(fields: sdmx)),
        FormTrial(name: "sdmx-csv-2", schema: TableSchema(fields: sdmx)),
        FormTrial(
            name: "when",
            schema: TableSchema(fields: [
                area("RegioS"), period("Perioden"),
                TableField(
                    titles: ["Eenzaam"],
                    role: .measure(Measure(indicator: "cijfer", when: ["Leeftijd": "80200"]))
                ),
                TableField(
                    titles: ["Eenzaam"],
                    role: .measure(Measure(indicator: "cijfer", breakdown: "leeftijd=18+", when: ["Leeftijd": "20300"]))
                ),
            ])
        ),
    ]

    private static let sheet = TableContainer.sheet(
        SheetOrigin(kind: "xlsx", name: "Blad1", others: 0, notes: SheetNotes())
    )
    private static let statLine = [period("Perioden"), area("Regio's"), value("Eenzaam (%)")]
    private static let odata3 = [
        TableField(titles: ["Marges"], role: .margins(Margins(value: "MW00000", lower: "MOG0095", upper: "MBG0095"))),
        area("RegioS"), period("Perioden"), value("Eenzaam"),
    ]
    private static let odata4 = [
        TableField(titles: ["Measure"], role: .indicator(members: ["M1_2": Measure(indicator: "cijfer")])),
        area("RegioS"), period("Perioden"), TableField(titles: ["Value"], role: .measure(Measure())),
    ]
    private static let sdmx = [area("geo"), period("TIME_PERIOD"), pin("unit", "PC"), value("OBS_VALUE")]

    private static func area(_ title: String) -> TableField { TableField(titles: [title], role: .area(wanted: [])) }
    private static func period(_ title: String) -> TableField { TableField(titles: [title], role: .period) }

    private static func pin(_ title: String, _ member: String) -> TableField {
        TableField(titles: [title], role: .dimension(pin: [member]))
    }

    private static func value(_ title: String, _ indicator: String = "cijfer", scale: Int = 0) -> TableField {
        TableField(titles: [title], role: .measure(Measure(indicator: .init(indicator), scale: scale)))
    }
}
