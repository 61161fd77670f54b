/// Workbooks as tests write them down: one sheet, and whatever of the other parts matters.
package enum SmallWorkbook {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

    /// The XML of a worksheet around what stands in its rows.
    package static func sheet(_ rows: String, behind: String = "") -> String {
        "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(behind)</worksheet>"
    }

    /// The parts of an Excel workbook.
    package static func excel(
        sheets: [(name: String, state: String, xml: String)],
        texts: String? = nil,
        formats: [String] = [],
        properties: String = "",
        type: String = mainType
    ) -> [ZipWriter.Entry] {
        let names = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" state=\"\(sheet.state)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\"/>"
        }
        let targets = sheets.indices.map { index in
            "<Relationship Id=\"r\(index)\" Type=\"\(links)/worksheet\" Target=\"worksheets/s\(index).xml\"/>"
        }
        return [
            .init(
                "_rels/.rels",
                relationships("<Relationship Id=\"a\" Type=\"\(links)/officeDocument\" Target=\"/xl/workbook.xml\"/>")
            ),
            .init(
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\">\(properties)<sheets>\(names.joined())</sheets></workbook>"
            ),
            .init(
                "xl/_rels/workbook.xml.rels",
                relationships(
                    targets.joined() + "<Relationship Id=\"y\" Type=\"\(links)/styles\" Target=\"styles.xml\"/>"
                        + "<Relationship Id=\"z\" Type=\"\(links)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                )
            ),
            .init("xl/styles.xml", styles(formats)),
        ] + (texts.map { [.init("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\($0)</sst>")] } ?? [])
            + sheets.enumerated().map { .init("xl/worksheets/s\($0).xml", $1.xml) }
            // Not the first entry, as in many a real file.
            + [.init("[Content_Types].xml", contentTypes(type))]
    }

    /// A workbook with one sheet of these rows.
    package static func excel(
        _ rows: String,
        behind: String = "",
        texts: String? = nil,
        formats: [String] = [],
        properties: String = ""
    ) -> [UInt8] {
        let sheet = (name: "Blad1", state: "visible", xml: sheet(rows, behind: behind))
        return ZipWriter(excel(sheets: [sheet], texts: texts, formats: formats, properties: properties)).bytes
    }

    private static func relationships(_ inner: String) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(inner)</Relationships>"
    }

    private static func contentTypes(_ type: String) -> String {
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)\"/></Types>"
    }

    /// Cell format 0 is General; the others are these, a number for a built-in one.
    private static func styles(_ formats: [String]) -> String {
        let codes = formats.enumerated().filter { Int($1) == nil }
            .map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1.escaped)\"/>" }
        let ids = formats.enumerated().map { index, format in Int(format) ?? 200 + index }
        let cells = ([0] + ids).map { "<xf numFmtId=\"\($0)\"/>" }
        return "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"9\"/>"
            + "</cellStyleXfs><cellXfs>\(cells.joined())</cellXfs><dxfs><dxf><numFmt numFmtId=\"200\" formatCode=\"0%\"/>"
            + "</dxf></dxfs></styleSheet>"
    }

    /// An OpenDocument spreadsheet of these tables.
    package static func openDocument(_ tables: String, styles: String = "", manifest: String = "") -> [UInt8] {
        ZipWriter(openDocumentParts(tables, styles: styles, manifest: manifest)).bytes
    }

    /// The parts of an OpenDocument spreadsheet, `content.xml` the second of them.
    package static func openDocumentParts(
        _ tables: String,
        styles: String = "",
        manifest: String = ""
    ) -> [ZipWriter.Entry] {
        let namespaces =
            ["office", "table", "text", "style", "manifest"]
            .map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(separator: " ")
            + " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
        return [
            .init("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            .init(
                "content.xml",
                "<office:document-content \(namespaces) "
                    + "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                    + "<office:automatic-styles>\(styles)</office:automatic-styles>"
                    + "<office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
            ),
            .init("META-INF/manifest.xml", "<manifest:manifest \(namespaces)>\(manifest)</manifest:manifest>"),
        ]
    }
}

extension String {
    /// For an attribute.
    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
