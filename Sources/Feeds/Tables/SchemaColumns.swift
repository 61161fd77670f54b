internal import Indicators

/// The columns of one header as the fields of a schema name them.
struct SchemaColumns {
    private let titles: [String]
    private let schema: TableSchema
    /// For each field the columns that it names.
    private let columns: [[Int]]
    /// The columns that measures by period name, with the periods.
    private let periods: [Int: String]

    init(_ schema: TableSchema, titles: [String]) {
        self.schema = schema
        self.titles = titles
        let folded = titles.map(ColumnTitle.folded)
        var periods: [Int: String] = [:]
        columns = schema.fields.map { field in
            if let position = field.position { return folded.indices.contains(position - 1) ? [position - 1] : [] }
            let wanted = field.titles.map(ColumnTitle.folded)
            guard case .measureByPeriod = field.role else { return Self.places(of: wanted, in: folded) }
            let found = Self.byPeriod(titles, wanted)
            periods.merge(found) { first, _ in first }
            return found.keys.sorted()
        }
        self.periods = periods
    }

    private static func places(of wanted: [String], in folded: [String]) -> [Int] {
        let exact = folded.indices.filter { wanted.contains(folded[$0]) }
        if !exact.isEmpty { return exact }
        return folded.indices.filter { HeaderMarks.isTopicKey(folded[$0]) && wanted.contains(stem(folded[$0])) }
    }

    /// The name of a topic without its number.
    private static func stem(_ title: String) -> String {
        title.lastIndex(of: "_").map { String(title[..<$0]) } ?? title
    }

    /// The columns whose title is a period, together with one of the wanted names where there are any.
    private static func byPeriod(_ titles: [String], _ wanted: [String]) -> [Int: String] {
        var found: [Int: String] = [:]
        for (index, title) in titles.enumerated() {
            let parts = title.split(separator: "/").map { String($0).trimmed }
            guard let period = parts.first(where: isPeriod) else { continue }
            let rest = parts.filter { $0 != period }.joined(separator: " / ")
            if wanted.isEmpty ? rest.isEmpty : wanted.contains(ColumnTitle.folded(rest)) { found[index] = period }
        }
        return found
    }

    private static func isPeriod(_ text: String) -> Bool {
        var bare = text[...]
        while bare.last == "*" { bare = bare.dropLast() }
        return Period(String(bare).trimmed) != nil
    }

    /// The number of fields that were found.
    var known: Int { columns.count { !$0.isEmpty } }

    /// The columns that some field is about.
    var used: Set<Int> { Set(columns.flatMap { $0 }) }

    /// The first field that has to be there and is not, or stands there twice.
    var missing: (title: String, nearest: String?)? {
        for (field, found) in zip(schema.fields, columns) {
            if found.isEmpty, !field.isOptional {
                let title = field.titles.first ?? field.position.map(String.init) ?? ""
                return (title, nearest(to: title))
            }
            if case .measureByPeriod = field.role { continue }
            if found.count > 1 { return (field.titles.first ?? "", nil) }
        }
        return nil
    }

    /// The title that looks most like the one that is missing, or begins as it does.
    private func nearest(to title: String) -> String? {
        let titles = titles.filter { !$0.isEmpty }
        let start = ColumnTitle.folded(title).prefix(5)
        return NearestName.find(title, in: titles)
            ?? titles.first { start.count == 5 && ColumnTitle.folded($0).hasPrefix(start) }
    }

    func layout(_ form: TableForm) -> TableLayout {
        var layout = TableLayout(form: form, titles: titles)
        for (field, found) in zip(schema.fields, columns) {
            for index in found { place(field, at: index, in: &layout) }
        }
        return layout
    }

    private func place(_ field: TableField, at index: Int, in layout: inout TableLayout) {
        switch field.role {
        case .area(let wanted):
            layout.places[.area] = index
            layout.wantedAreas = wanted
        case .period: layout.places[.period] = index
        case .dimension(let members): layout.pins.append(.init(index: index, members: members.map(ColumnTitle.folded)))
        case .breakdown(let name, let members):
            layout.breakdowns.append(.init(index: index, name: name, members: members.foldedKeys))
        case .indicator(let members): layout.indicators[index] = members.foldedKeys
        case .measure(let measure): layout.measures.append(.init(index: index, measure: measure, period: nil))
        case .measureByPeriod(let measure):
            layout.measures.append(.init(index: index, measure: measure, period: periods[index]))
        case .margins(let margins): layout.margins[index] = margins
        case .lowerBound: layout.places[.lower] = index
        case .upperBound: layout.places[.upper] = index
        case .status: layout.places[.status] = index
        case .sampleSize: layout.places[.sampleSize] = index
        case .source: layout.places[.source] = index
        case .note: layout.places[.note] = index
        case .ignored: break
        }
    }
}

extension Dictionary where Key == String {
    fileprivate var foldedKeys: Self {
        Dictionary(map { (ColumnTitle.folded($0.key), $0.value) }) { first, _ in first }
    }
}
