internal import Indicators

/// What one column of an unknown table seems to be.
struct ColumnSketch: Equatable {
    enum Kind: Equatable {
        case area
        case period
        /// A quarter, a month or such of the year in another column.
        case periodPart
        case margins(members: [String])
        /// What flags or words say of the value.
        case status
        /// Which measure the number of the row is of.
        case measures(members: [String])
        /// A property, with its members in the order of the file, and the total where it has one.
        case dimension(members: [String], total: String?)
        case value
        /// A bound of the interval around the value in the same row.
        case lower
        case upper
        /// A column whose title is a period, with what else stands in it; or, where `isOfYear`, a part of the year that the
        /// title or the name of the file says.
        case valueOfPeriod(rest: String, isOfYear: Bool)
        case ignored
        /// What Peilwacht reads by itself as long as no field names it: flags, a power of ten, what a row does.
        case readAlone
    }

    let index: Int
    let title: String
    let kind: Kind

    private static let areaTitles: Set = [
        "regio's", "regios", "regions", "wijken en buurten", "wijkenenbuurten", "gemeente", "gemeenten", "gebied",
        "cbs",
        "gemeentecode", "geoitem", "geo", "gebiedcode15", "regiocode", "codering", "ref_area",
    ]
    private static let periodTitles: Set = [
        "perioden", "periods", "periode", "period", "jaar", "year", "time_period", "kwartaal", "maand", "schooljaar",
        "verslagjaar", "datum", "quarter", "month", "date",
    ]
    /// Whether its title names parts of a year.
    var isTitledAsPart: Bool {
        ["kwartaal", "maand", "quarter", "month", "week", "halfjaar"].contains(ColumnTitle.folded(title))
    }

    private static let lowerTitles = ["ondergrens", "lower", "lower bound", "ondergrens 95%"]
    private static let upperTitles = ["bovengrens", "upper", "upper bound", "bovengrens 95%"]
    /// More members than this are no property of which one can be picked.
    private static let mostMembers = 200

    init(index: Int, title: String, cells: [String], form: TableForm, year: Int? = nil) {
        self.index = index
        self.title = title
        let filled = cells.filter { !$0.isEmpty }
        let folded = ColumnTitle.folded(title)
        let kind = Self.ofForm(form, folded, filled) ?? Self.kind(folded, title, filled, year, isFirst: index == 0)
        if case .dimension = kind, title.isEmpty || filled.count * 10 < cells.count * 6 {
            // What every row belongs to has a name, and stands in every row.
            self.kind = .ignored
        } else {
            self.kind = kind
        }
    }

    init(_ column: ColumnSketch, kind: Kind) {
        index = column.index
        title = column.title
        self.kind = kind
    }

    /// What the form itself says of the column: its codes are no numbers.
    private static func ofForm(_ form: TableForm, _ folded: String, _ cells: [String]) -> Kind? {
        switch form {
        case .odata4:
            switch folded {
            case "measure": return .measures(members: members(of: cells))
            case "value": return .value
            case "valueattribute": return .readAlone
            case "id", "stringvalue": return .ignored
            default: return isNamed(folded) ? nil : dimension(cells)
            }
        case .odata3:
            let isTopic = folded == "id" || HeaderMarks.isTopicKey(folded)
            return isTopic || isNamed(folded) ? nil : dimension(cells)
        case .iv3:
            if folded.hasPrefix("taakveld") || ["categorie", "verslagsoort"].contains(folded) {
                return dimension(cells)
            }
            return ["provincie", "gemeentegrootte", "stedelijkheid", "inwonertal"].contains(folded) ? .ignored : nil
        case .long:
            return variables.contains(folded) ? .measures(members: members(of: cells)) : nil
        case .sdmxCSV1, .sdmxCSV2:
            if folded.hasPrefix("structure[") { return .ignored }
            return ["action", "unit_mult"].contains(folded) ? .readAlone : nil
        case .yearsAcross, .table:
            let members = members(of: cells)
            return variables.contains(folded) && !members.contains(where: isNumber) ? .measures(members: members) : nil
        case .statLineSymbols, .statLinePlain, .statLineTable, .statLineOld, .swing: return nil
        }
    }

    private static let variables = ["variabele", "indicator", "onderwerp", "indicatorcode"]

    private static func isNamed(_ folded: String) -> Bool {
        folded == "marges" || areaTitles.contains(folded) || periodTitles.contains(folded)
    }

    private static func members(of cells: [String]) -> [String] {
        cells.reduce(into: []) { if $0.count <= mostMembers, !$0.contains($1) { $0.append($1) } }
    }

    private static func dimension(_ cells: [String]) -> Kind {
        let members = members(of: cells)
        guard !members.isEmpty, members.count <= mostMembers else { return .ignored }
        return .dimension(members: members, total: members.first { TotalMember.isTotal(ColumnTitle.folded($0)) })
    }

    private static func kind(
        _ folded: String,
        _ title: String,
        _ cells: [String],
        _ year: Int?,
        isFirst: Bool
    ) -> Kind {
        if ["id", "dataflow", "last update", "structure", "structure_id"].contains(folded) {
            return .ignored
        }
        if folded == "marges" || folded == "margins" { return .margins(members: members(of: cells)) }
        if folded == "obs_flag" || folded == "obs_status" { return .status }
        if areaTitles.contains(folded) || isMostly(cells, AreaCode.isMunicipalCode) { return .area }
        if isOfPeriods(folded, cells) { return .period }
        if isFirst, folded.isEmpty, cells.contains(where: { AreaTitle.named($0) != nil }) { return .area }
        if let named = valueOfPeriod(title, cells, year) { return named }
        let bare = folded.filter { !"()".contains($0) }
        if lowerTitles.contains(bare) { return .lower }
        if upperTitles.contains(bare) { return .upper }
        if ColumnTitle.unit(of: title) != nil || HeaderMarks.isTopicKey(folded) || isMostly(cells, isNumber) {
            // A column of numbers without a name counts the rows.
            return isMostly(cells, isNumber) && !folded.isEmpty ? .value : .ignored
        }
        return dimension(cells)
    }

    private static func valueOfPeriod(_ title: String, _ cells: [String], _ year: Int?) -> Kind? {
        guard cells.contains(where: isNumber) else { return nil }
        if let named = SchemaColumns.period(in: title) { return .valueOfPeriod(rest: named.rest, isOfYear: false) }
        guard let year, let named = SchemaColumns.period(in: title, year) else { return nil }
        return .valueOfPeriod(rest: named.rest, isOfYear: true)
    }

    /// Whether its cells are periods: by the last of the names above it, or by themselves where it has none.
    private static func isOfPeriods(_ folded: String, _ cells: [String]) -> Bool {
        if folded.isEmpty { return isMostly(cells) { Period($0) != nil } }
        let last = folded.split(separator: "/").last.map { String($0).trimmed } ?? ""
        return periodTitles.contains(folded) || periodTitles.contains(last)
    }

    private static func isMostly(_ cells: [String], _ isSo: (String) -> Bool) -> Bool {
        !cells.isEmpty && cells.count(where: isSo) * 10 >= cells.count * 6
    }

    private static func isNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let cell = Cell.trimmed(bytes.span, bytes.indices)
        return [DecimalSign.comma, .point].contains { NumberReader.read(bytes.span, cell, sign: $0) != nil }
            || SpecialValue.missing(bytes.span, cell) != nil
    }
}

extension ColumnSketch.Kind {
    /// Whether the titles of its columns name the periods.
    var isOfPeriod: Bool { if case .valueOfPeriod = self { true } else { false } }

    /// Whether they name parts of a year only, which something else says.
    var isOfYear: Bool { if case .valueOfPeriod(_, true) = self { true } else { false } }
}

extension AreaCode {
    fileprivate static func isMunicipalCode(_ text: String) -> Bool {
        ["GM", "WK", "BU", "NL", "PV"].contains(text.prefix(2)) && AreaCode(cbs: text.trimmed) != nil
    }
}
