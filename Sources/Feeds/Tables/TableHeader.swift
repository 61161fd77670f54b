internal import Indicators

/// Finds the header that a schema describes among the first records of a file.
struct TableHeader {
    let layout: TableLayout
    /// The records up to and including the header.
    let records: Int

    /// What a header lacks.
    struct Missing: Error {
        let title: MissingTitle
        let line: Int
        /// What the file is refused for, where the header fits and something else does not.
        var fault: FileFault?
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
            let above = Array(records[..<(end + 1 - schema.headerRows)])
            let period = Self.period(of: schema, above, fileName, sheet)
            let columns = SchemaColumns(schema, titles: Self.titles(of: rows), year: (try? period.get())??.year)
            if let missing = columns.missing {
                guard columns.known > nearest?.known ?? -1 else { continue }
                nearest = (columns.known, Missing(title: missing, line: rows[0].line))
                continue
            }
            let form = TableRecognition(records)?.form ?? .table
            var layout = try Self.layout(columns, form, schema, period, line: rows[0].line)
            layout.periodPlace = Self.periodPlace(of: schema, above, fileName, sheet)
            self.layout = layout
            self.records = end + 1
            return
        }
        throw nearest?.missing ?? Missing(title: MissingTitle(schema.fields.first?.titles.first ?? ""), line: 1)
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

    /// The period of all values, as the schema says where it stands; `nil` where a column says it.
    private static func period(
        of schema: TableSchema,
        _ above: [HeadRecord],
        _ fileName: FileName?,
        _ sheet: String?
    ) -> Result<Period?, FileFault> {
        switch schema.period {
        case .fixed(let period): return .success(period)
        case .fileName:
            let name = fileName ?? FileName("")
            return Result { () throws(FileFault) in try TitlePeriod(fileName: name).settled(name.printable) }
        case .title:
            let titles = titles(above, sheet)
            return Result { () throws(FileFault) in try TitlePeriod(titles).settled(titles) }
        case nil: return .success(nil)
        }
    }

    private static func periodPlace(
        of schema: TableSchema,
        _ above: [HeadRecord],
        _ fileName: FileName?,
        _ sheet: String?
    ) -> PeriodPlace? {
        switch schema.period {
        case .fixed: .profile
        case .fileName: .fileName(fileName?.printable ?? "")
        case .title: .title(titleWithPeriod(above, sheet).shortened(to: longestTitle))
        case nil: nil
        }
    }

    private static let longestTitle = 200

    /// The first of these texts that names a period.
    private static func titleWithPeriod(_ above: [HeadRecord], _ sheet: String?) -> String {
        (above.flatMap(\.texts) + [sheet ?? ""]).first { TitlePeriod($0) != .none } ?? ""
    }

    /// The texts above the table, and the name of its sheet.
    private static func titles(_ above: [HeadRecord], _ sheet: String?) -> String {
        (above.flatMap(\.texts) + [sheet ?? ""]).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private static func layout(
        _ columns: SchemaColumns,
        _ form: TableForm,
        _ schema: TableSchema,
        _ period: Result<Period?, FileFault>,
        line: Int
    ) throws(Missing) -> TableLayout {
        var layout = columns.layout(form)
        layout.area = schema.area
        layout.missingValues = schema.missingValues.map { $0.trimmed.lowercased() }
        layout.outcomesUntil = schema.outcomesUntil
        layout.note(used: columns.used)
        do throws(FileFault) {
            layout.period = try period.get()?.description
            if let title = columns.unreadPeriod { throw FileFault(.periodNotReadable, line: line, cell: title) }
        } catch {
            throw Missing(title: MissingTitle("periode"), line: line, fault: error)
        }
        return layout
    }
}
