internal import Feeds
internal import Indicators

/// Reads how a supplier's table is to be read.
struct SchemaReader {
    let faults: FaultList

    /// The schema, and every indicator that it names at its place.
    func schema(in feed: Section) -> (schema: TableSchema, indicators: [Located<IndicatorID>])? {
        guard let section = feed.section("schema", as: .schema) else { return nil }
        let fields = section.list("fields").compactMap { field($0) }
        if section.isEmptyList("fields") {
            faults.add("'fields' names no column; add one item for each column that counts", at: section.place)
        }
        checkValues(fields.map(\.field), in: section)
        checkOnce(fields.map(\.field), in: section)
        let schema = TableSchema(
            fields: fields.map(\.field),
            headerRows: section.value("header_rows", expecting: "a whole number from 1 through 6", headerRows)?.value
                ?? 1,
            area: section.text("area")?.value,
            period: section.value("period", expecting: Self.periodWords, period)?.value,
            outcomesUntil: section.value("outcomes_until", expecting: "a period, as in '2024'") { Period($0) }?.value,
            missingValues: section.texts("missing").map(\.value),
            sheet: section.text("sheet")?.value
        )
        checkPeriod(schema, in: section)
        return (schema, fields.flatMap(\.indicators))
    }

    private static let periodWords =
        "a period, as in '2024', or 'file-name' or 'title' for the period that the file's name or the title names"

    private func headerRows(_ text: String) -> Int? { Int(digits: text).flatMap { (1...6).contains($0) ? $0 : nil } }

    private func period(_ text: String) -> TableSchema.PeriodSource? {
        switch text {
        case "file-name": .fileName
        case "title": .title
        default: Period(text).map(TableSchema.PeriodSource.fixed)
        }
    }

    private func checkValues(_ fields: [TableField], in section: Section) {
        let measures = fields.compactMap(\.role.measure)
        let isNamed = fields.contains { if case .indicator = $0.role { true } else { false } }
        if measures.isEmpty, section.has("fields") {
            faults.add("'fields' has no column with values; give one the role 'value'", at: section.keyPlace("fields"))
        }
        if !isNamed, measures.contains(where: { $0.indicator == nil }) {
            faults.add(
                "a column with values has no 'indicator', and no column of the role 'indicator' says which it is",
                at: section.keyPlace("fields")
            )
        }
    }

    /// What a row can say once only has one column.
    private func checkOnce(_ fields: [TableField], in section: Section) {
        let names = fields.filter { !$0.isOptional }.compactMap(\.role.onceName)
        for name in Set(names).sorted() where names.count(where: { $0 == name }) > 1 {
            faults.add("two columns have the role '\(name)'; one can", at: section.keyPlace("fields"))
        }
    }

    private func checkPeriod(_ schema: TableSchema, in section: Section) {
        let isSaid = schema.fields.contains { field in
            switch field.role {
            case .period, .measureByPeriod: true
            case .area, .periodPart, .dimension, .breakdown, .indicator, .measure, .margins, .lowerBound, .upperBound,
                .status,
                .sampleSize, .source, .note, .ignored:
                false
            }
        }
        if schema.period == nil, !isSaid, section.has("fields") {
            faults.add(
                "nothing says of which period the values are; give a column the role 'period', or add 'period'",
                at: section.keyPlace("fields")
            )
        }
    }
}

extension TableField.Role {
    /// The word of a role that one column can have.
    fileprivate var onceName: String? {
        switch self {
        case .area: "area"
        case .period: "period"
        case .periodPart: "period-part"
        case .indicator: "indicator"
        case .margins: "margins"
        case .lowerBound: "lower"
        case .upperBound: "upper"
        case .status: "status"
        case .sampleSize: "sample-size"
        case .source: "source"
        case .note: "note"
        case .dimension, .breakdown, .measure, .measureByPeriod, .ignored: nil
        }
    }

    /// What its numbers are, of a column with values.
    fileprivate var measure: Measure? {
        switch self {
        case .measure(let measure), .measureByPeriod(let measure): measure
        case .area, .period, .periodPart, .dimension, .breakdown, .indicator, .margins, .lowerBound, .upperBound,
            .status, .sampleSize,
            .source, .note, .ignored:
            nil
        }
    }
}
