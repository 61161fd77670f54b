internal import Indicators

/// What the start of a file nobody has described shows of its columns.
struct TableSketch {
    let form: TableForm
    let separator: Separator
    let headerRows: Int
    let columns: [ColumnSketch]
    /// The year that stands in the title or the name, where no column says it.
    let period: String?

    /// Whether some column has numbers.
    var hasNumbers: Bool { columns.contains { $0.kind == .value || $0.kind.isOfPeriod } }

    /// `nil` where no table is recognised.
    init?(_ head: FileHead, stated: Separator? = nil) {
        guard let best = SeparatorChoice(head, stated: stated, limit: 4000), !best.recognition.isTextOnly else {
            return nil
        }
        form = best.recognition.form
        separator = best.separator
        let first = best.recognition.header
        let rows = Self.headerRows(best.records, from: first)
        headerRows = rows
        let titles = TableHeader.titles(of: Array(best.records[first..<(first + rows)]))
        let cells = best.records[(first + rows)...]
        let said = Self.period(of: head, above: best.records[..<first])
        let found = titles.indices.map { [form = best.recognition.form] index in
            let column = cells.compactMap { index < $0.texts.count ? $0.texts[index] : nil }
            let year = said?.period.year
            return ColumnSketch(index: index, title: titles[index], cells: Array(column), form: form, year: year)
        }
        columns = Self.withOneArea(Self.withOnePeriod(Self.withoutTotal(found)))
        period = said?.place
    }

    /// Of several columns that name the period, the first that names a whole one counts, and the first that names a part.
    private static func withOnePeriod(_ columns: [ColumnSketch]) -> [ColumnSketch] {
        let periods = columns.filter { $0.kind == .period }
        guard periods.count > 1, let whole = periods.first(where: { !$0.isTitledAsPart }) else { return columns }
        let part = periods.first(where: \.isTitledAsPart)
        return columns.map { column in
            guard column.kind == .period, column != whole else { return column }
            return ColumnSketch(column, kind: column == part ? .periodPart : .ignored)
        }
    }

    /// The total beside the columns of periods is of no period.
    private static func withoutTotal(_ columns: [ColumnSketch]) -> [ColumnSketch] {
        guard columns.contains(where: \.kind.isOfPeriod) else { return columns }
        return columns.map { column in
            let isTotal = column.kind == .value && TotalMember.isTotal(ColumnTitle.folded(column.title))
            return isTotal ? ColumnSketch(column, kind: .ignored) : column
        }
    }

    /// Of several columns that name the area, the one with codes counts, or else the first.
    private static func withOneArea(_ columns: [ColumnSketch]) -> [ColumnSketch] {
        let areas = columns.filter { $0.kind == .area }
        let kept = areas.first { $0.title.lowercased().contains("cod") } ?? areas.first
        return columns.map { $0.kind == .area && $0 != kept ? ColumnSketch($0, kind: .ignored) : $0 }
    }

    /// The header goes on until numbers begin.
    private static func headerRows(_ records: [HeadRecord], from first: Int) -> Int {
        let rows = records[(first + 1)...].prefix(5)
        let data = rows.firstIndex(where: \.hasNumber) ?? first + 1
        // A row with its first cell only is a heading of what follows.
        let last = records[first..<data].lastIndex { $0.texts.dropFirst().contains { !$0.isEmpty } } ?? first
        return last - first + 1
    }

    /// The period that stands in the title or the name, and which of these has it.
    private static func period(
        of head: FileHead,
        above: ArraySlice<HeadRecord>
    ) -> (place: String, period: Period)? {
        if case .period(let period) = TitlePeriod(above.flatMap(\.texts).joined(separator: "; ")) {
            return ("title", period)
        }
        guard let name = head.fileName, case .period(let period) = TitlePeriod(fileName: name) else { return nil }
        return ("file-name", period)
    }
}

extension HeadRecord {
    /// Whether some cell of it is a number.
    var hasNumber: Bool { texts.contains(where: HeaderMarks.isNumber) }
}
