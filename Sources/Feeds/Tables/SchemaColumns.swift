internal import Indicators

/// The columns of one header as the fields of a schema name them.
struct SchemaColumns {
    private let titles: [String]
    private let schema: TableSchema
    /// For each field the columns that it names.
    private let columns: [[Int]]
    /// The columns that measures by period name, with the periods.
    private let periods: [Int: String]
    /// A title that begins with a year, among those of measures by period, and is no period.
    let unreadPeriod: String?

    /// The fields in a header; a year that the file's title names is the one of columns that name a part of a year.
    init(_ schema: TableSchema, titles: [String], year: Int? = nil) {
        self.schema = schema
        self.titles = titles
        let folded = titles.map(ColumnTitle.folded)
        var periods: [Int: String] = [:]
        columns = schema.fields.map { field in
            if let position = field.position { return folded.indices.contains(position - 1) ? [position - 1] : [] }
            guard case .measureByPeriod = field.role else { return Self.places(of: field.foldedTitles, in: folded) }
            let found = Self.byPeriod(titles, field.foldedTitles, year)
            periods.merge(found) { first, _ in first }
            return found.keys.sorted()
        }
        self.periods = periods
        let used = Set(columns.flatMap { $0 })
        let isByPeriod = schema.fields.contains { if case .measureByPeriod = $0.role { true } else { false } }
        unreadPeriod =
            !isByPeriod
            ? nil : titles.indices.first { !used.contains($0) && Self.isUnread(titles[$0]) }.map { titles[$0] }
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
    private static func byPeriod(_ titles: [String], _ wanted: [String], _ year: Int?) -> [Int: String] {
        var found: [Int: String] = [:]
        for (index, title) in titles.enumerated() {
            guard let named = period(in: title, year) else { continue }
            if wanted.isEmpty ? named.rest.isEmpty : wanted.contains(ColumnTitle.folded(named.rest)) {
                found[index] = named.period
            }
        }
        return found
    }

    /// What a title is made of: the rows of its header, where it is no school year.
    private static func parts(of title: String, _ year: Int?) -> [String] {
        let parts = ColumnTitle.parts(of: title)
        if parts.count > 1 || period(title, year) != nil { return parts }
        return title.split(separator: "/").map { String($0).trimmed }
    }

    /// The period that a title names, whole or in one of its parts; `nil` where it names none.
    ///
    /// A year over a part of it is that part: `2023 / Q1`.
    static func period(in title: String, _ year: Int? = nil) -> (period: String, rest: String)? {
        let parts = parts(of: title, year)
        let own = parts.firstIndex { Period($0)?.kind == .year }
        if let own, let ownYear = Period(parts[own])?.year {
            for place in parts.indices where place != own && period(parts[place], nil) == nil {
                guard let part = period(parts[place], ownYear) else { continue }
                let rest = parts.indices.filter { $0 != own && $0 != place }.map { parts[$0] }
                return (part, rest.joined(separator: " / "))
            }
        }
        guard let place = parts.firstIndex(where: { period($0, year) != nil }),
            let part = period(parts[place], year)
        else { return nil }
        return (part, parts.indices.filter { $0 != place }.map { parts[$0] }.joined(separator: " / "))
    }

    /// The title as a period: `2024*`, or `januari` of the year that the title of the file names.
    private static func period(_ text: String, _ year: Int?) -> String? {
        if case .period = PeriodCell(text).reading { return text }
        guard let year, case .period(let period) = PeriodCell("\(text) \(year)").reading, period.kind != .year else {
            return nil
        }
        return period.description
    }

    /// Whether a title is a year with a mark that is not known behind it, as in `2024 1)`.
    ///
    /// What stands below it would be lost without a word. With a word it is a column of something else: `2024 mutatie`.
    private static func isUnread(_ title: String) -> Bool {
        parts(of: title, nil).contains { text in
            guard let year = Int(digits: text.prefix(4)), (1980...2099).contains(year), !ForecastWord.isIn(text) else {
                return false
            }
            if case .period = PeriodCell(text).reading { return false }
            return !text.split(whereSeparator: { !$0.isLetter }).contains { $0.count >= 4 }
        }
    }

    /// The number of fields that were found.
    var known: Int { columns.count { !$0.isEmpty } }

    /// The columns that some field is about, or that say for which rows it counts.
    var used: Set<Int> {
        let conditions = schema.fields.compactMap(\.measure).flatMap(\.when.keys)
        return Set(columns.flatMap { $0 } + conditions.compactMap { place(ofCondition: $0) })
    }

    /// The column of this title, or the one of the field that has it among its titles.
    private func place(ofCondition title: String) -> Int? {
        let wanted = ColumnTitle.folded(title)
        for (field, found) in zip(schema.fields, columns) where field.measure == nil {
            if field.foldedTitles.contains(wanted), let index = found.first {
                return index
            }
        }
        return Self.places(of: [wanted], in: titles.map(ColumnTitle.folded)).first
    }

    /// The first field that has to be there and is not, or stands there twice.
    var missing: MissingTitle? {
        for (field, found) in zip(schema.fields, columns) {
            if found.isEmpty, !field.isOptional {
                let title = field.titles.first ?? field.position.map(String.init) ?? ""
                return MissingTitle(title, among: titles)
            }
            if case .measureByPeriod = field.role { continue }
            if found.count > 1 { return MissingTitle(field.titles.first ?? "") }
            if found.isEmpty { continue }
            let conditions = field.measure?.when.keys.sorted() ?? []
            if let title = conditions.first(where: { place(ofCondition: $0) == nil }) {
                return MissingTitle(title, among: titles)
            }
        }
        return nil
    }

    func layout(_ form: TableForm) -> TableLayout {
        var layout = TableLayout(form: form, titles: titles)
        for (field, found) in zip(schema.fields, columns) {
            for index in found { place(field, at: index, in: &layout) }
        }
        return layout
    }

    private func conditions(of measure: Measure) -> [TableLayout.Pin] {
        measure.when.compactMap { title, member in
            place(ofCondition: title).map { .init(index: $0, members: [ColumnTitle.folded(member)]) }
        }.sorted { $0.index < $1.index }
    }

    private func place(_ field: TableField, at index: Int, in layout: inout TableLayout) {
        switch field.role {
        case .area(let wanted):
            layout.places[.area] = index
            layout.wantedAreas = wanted
        case .period: layout.places[.period] = index
        case .periodPart: layout.places[.periodPart] = index
        case .dimension(let members): layout.pins.append(.init(index: index, members: members.map(ColumnTitle.folded)))
        case .breakdown(let name, let members):
            layout.breakdowns.append(.init(index: index, name: name, members: members.foldedKeys))
        case .indicator(let members): layout.indicators[index] = members.foldedKeys
        case .measure(let measure):
            layout.measures.append(
                .init(index: index, measure: measure, period: nil, area: nil, conditions: conditions(of: measure))
            )
        case .measureByPeriod(let measure):
            layout.measures.append(
                .init(
                    index: index,
                    measure: measure,
                    period: periods[index],
                    area: nil,
                    conditions: conditions(of: measure)
                )
            )
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

extension TableField {
    /// What its numbers are, of a column with values.
    fileprivate var measure: Measure? {
        switch role {
        case .measure(let measure), .measureByPeriod(let measure): measure
        case .area, .period, .periodPart, .dimension, .breakdown, .indicator, .margins, .lowerBound, .upperBound,
            .status,
            .sampleSize, .source, .note, .ignored:
            nil
        }
    }
}

extension Dictionary where Key == String {
    fileprivate var foldedKeys: Self {
        Dictionary(map { (ColumnTitle.folded($0.key), $0.value) }) { first, _ in first }
    }
}
