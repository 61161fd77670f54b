internal import TestSupport

/// One way in which archives and workbooks are made up, to be opened as the intake opens what is dropped.
///
/// Whatever stands in them: they are read or refused with a reason, in the same way each time, with rows in their places and
/// in work that is bounded. Of a workbook one part is made up, since nothing that is changed within a true archive would get
/// past its checksums.
package struct ContainerTrial: Sendable {
    /// The name of its folder in the corpus.
    package let name: String
    /// The file that holds a made-up piece.
    private let file: @Sendable ([UInt8]) -> [UInt8]

    package static let all = [
        ContainerTrial(name: "zip") { $0 },
        ContainerTrial(name: "xml") { piece in
            workbook(replacing: Int(piece.first ?? 0), with: Array(piece.dropFirst()))
        },
        ContainerTrial(name: "xlsx") { piece in workbook(replacing: sheetPlace, with: piece) },
        ContainerTrial(name: "ods") { piece in
            var parts = SmallWorkbook.openDocumentParts("")
            parts[1] = .init(parts[1].name, piece)
            return ZipWriter(parts).bytes
        },
    ]

    /// Opens the file, twice.
    ///
    /// - Throws: ``ContainerFailure`` for what must not be, or what the file system throws.
    package func attempt(_ piece: [UInt8]) throws {
        let bytes = file(piece)
        let reading = try ContainerReading(of: bytes)
        try ContainerFailure.unless(try ContainerReading(of: bytes) == reading, "opened again, another outcome")
    }

    private static let rows = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
        <row r="2"><c r="A2" s="1"><v>44927</v></c><c r="B2" s="2"><v>0.253</v></c></row>
        """

    private static let parts = SmallWorkbook.excel(
        sheets: [("Blad1", "visible", SmallWorkbook.sheet(rows))],
        texts: "<si><t>periode</t></si><si><t>waarde</t></si>",
        formats: ["dd-mm-yyyy", "0.0%"]
    )

    private static let sheetPlace = parts.firstIndex { $0.name.hasPrefix("xl/worksheets/") } ?? 0

    /// A workbook of Excel with another part in a place, counted round.
    private static func workbook(replacing place: Int, with part: [UInt8]) -> [UInt8] {
        var changed = parts
        let place = place % parts.count
        changed[place] = .init(parts[place].name, part)
        return ZipWriter(changed).bytes
    }
}
