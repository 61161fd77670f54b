internal import Indicators

/// Finds the header that a schema describes among the first records of a file.
struct TableHeader {
    let layout: TableLayout
    /// The records up to and including the header.
    let records: Int

    /// A title that no column has, and the one that looks most like it.
    struct Missing: Error {
        let title: String
        let nearest: String?
        let line: Int
    }

    private static let deepest = 40

    /// The first header that has all that the schema asks for.
    ///
    /// - Throws: what the header that has most of it lacks.
    init(
        _ schema: TableSchema,
        in records: [HeadRecord],
        fileName: FileName?,
        sheet: String? = nil
    ) throws(Missing) {
        var nearest: (known: Int, missing: Missing)?
        for end in records.indices.prefix(Self.deepest) where end + 1 >= schema.headerRows {
            let rows = Array(records[(end + 1 - schema.headerRows)...end])
            guard rows.contains(where: { !$0.isEmpty }) else { continue }
            let columns = SchemaColumns(schema, titles: Self.titles(of: rows))
            if let missing = columns.missing {
                guard columns.known > nearest?.known ?? -1 else { continue }
                nearest = (columns.known, Missing(title: missing.title, nearest: missing.nearest, line: rows[0].line))
                continue
            }
            let form = TableRecognition(records)?.form ?? .table
            let above = Array(records[..<(end + 1 - schema.headerRows)])
            layout = try Self.layout(columns, form, schema, above, (fileName, sheet), line: rows[0].line)
            self.records = end + 1
            return
        }
        throw nearest?.missing ?? Missing(title: schema.fields.first?.titles.first ?? "", nearest: nil, line: 1)
    }

    /// The names of the columns: those of all rows of the header, downwards, without what only repeats.
    ///
    /// A name that stands over several columns stands in the first of them, in all rows but the last.
    static func titles(of rows: [HeadRecord]) -> [String] {
        let width = rows.map(\.texts.count).max() ?? 0
        var titles = [[String]](repeating: [], count: width)
        for number in rows.indices {
            let names = spread(rows[number], over: rows[(number + 1)...], width)
            for (column, name) in names.enumerated() where !name.isEmpty && titles[column].last != name {
                titles[column].append(name)
            }
        }
        return titles.map { $0.joined(separator: " / ") }
    }

    /// The names of one row, each over the columns without a name behind it, as far as all of these have one below.
    private static func spread(_ row: HeadRecord, over below: ArraySlice<HeadRecord>, _ width: Int) -> [String] {
        var carried = ""
        return (0..<width).map { column in
            let name = column < row.texts.count ? row.texts[column] : ""
            let hasBelow = below.contains { column < $0.texts.count && !$0.texts[column].isEmpty }
            if !name.isEmpty || !hasBelow { carried = hasBelow ? name : "" }
            return name.isEmpty ? carried : name
        }
    }

    private static func layout(
        _ columns: SchemaColumns,
        _ form: TableForm,
        _ schema: TableSchema,
        _ above: [HeadRecord],
        _ names: (file: FileName?, sheet: String?),
        line: Int
    ) throws(Missing) -> TableLayout {
        var layout = columns.layout(form)
        layout.area = schema.area
        layout.missingValues = schema.missingValues.map { $0.trimmed.lowercased() }
        layout.dimensions = DimensionColumns.unnamed(in: layout, used: columns.used)
        switch schema.period {
        case .fixed(let period): layout.period = period.description
        case .fileName:
            guard let year = WrittenYear.only(in: names.file?.printable ?? "") else {
                throw Missing(title: "periode", nearest: nil, line: line)
            }
            layout.period = String(year)
        case .title:
            let titles = (above.flatMap(\.texts) + [names.sheet ?? ""]).joined(separator: " ")
            guard let year = WrittenYear.only(in: titles) else {
                throw Missing(title: "periode", nearest: nil, line: line)
            }
            layout.period = String(year)
        case nil: break
        }
        return layout
    }
}
