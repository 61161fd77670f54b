internal import Indicators

/// What the names of a header, and what stands around it, have of each form.
struct HeaderMarks {
    private let record: HeadRecord
    private let names: [String]
    private let rows: [HeadRecord]
    private let above: [HeadRecord]

    /// The marks of the header that stands at a place among the first records of a file.
    init(_ records: [HeadRecord], header: Int) {
        record = records[header]
        names = record.texts.map(ColumnTitle.folded)
        rows = Array(records[(header + 1)...])
        above = records[..<header].filter { !$0.isEmpty }
    }

    /// The number of marks; 0 where the header is not of the form.
    func score(of form: TableForm) -> Int {
        switch form {
        case .statLineSymbols: isStatLine && hasQuotedNumbers ? 6 : 0
        case .statLinePlain: isStatLine && !hasQuotedNumbers ? 6 : 0
        case .statLineTable: isStatLineTable ? 7 : 0
        case .statLineOld: isStatLineOld ? 7 : 0
        case .odata3: isOData3 ? 8 : 0
        case .odata4: isOData4 || isCodesOfOData4 ? 9 : 0
        case .iv3: isIv3 ? 9 : 0
        case .swing: has("geolevel", "geoitem") || has("geo", "perioden") && names.first == "geo" ? 9 : 0
        case .sdmxCSV1: names.first == "dataflow" && has("time_period", "obs_value") ? 10 : 0
        case .sdmxCSV2: isSDMX2 ? 10 : 0
        case .long: isLong ? 5 : 0
        case .yearsAcross: hasYearsAcross && rows.contains(where: hasNumbers) ? 4 : 0
        case .table: names.count { !$0.isEmpty } > 1 && rows.contains(where: hasNumbers) ? 1 : 0
        }
    }

    /// The titles that are the marks of a form, as they are written.
    func titles(of form: TableForm) -> [String] {
        switch form {
        case .statLineSymbols, .statLinePlain:
            titles { name, title in Self.dimensions.contains(name) || ColumnTitle.unit(of: title) != nil }
        case .statLineTable: subjectAbove + titles { name, _ in name.contains("|") }
        case .statLineOld: Array(record.texts.prefix(1))
        case .odata3: titles { name, _ in name == "id" || name == "marges" || Self.isTopicKey(name) }
        case .odata4: titles { name, _ in ["measure", "value", "stringvalue", "valueattribute"].contains(name) }
        case .iv3: titles { name, _ in Self.isTaskField(name) || Self.iv3Names.contains(name) }
        case .swing: titles { name, _ in ["geolevel", "geoitem", "geo", "perioden"].contains(name) }
        case .sdmxCSV1: titles { name, _ in ["dataflow", "time_period", "obs_value"].contains(name) }
        case .sdmxCSV2: titles { name, _ in name.hasPrefix("structure") }
        case .long:
            titles { name, _ in
                ["jaar", "periode", "waarde"].contains(name) || Self.areas.contains(name)
                    || Self.variables.contains(name)
            }
        case .yearsAcross: titles { name, _ in Self.year(name) != nil }
        case .table: titles { name, _ in !name.isEmpty }
        }
    }

    private func titles(where isMark: (_ name: String, _ title: String) -> Bool) -> [String] {
        zip(names, record.texts).filter(isMark).map(\.1)
    }

    private var subjectAbove: [String] {
        (above.last?.texts ?? []).filter { $0 == "Onderwerp" || $0 == "Topic" }
    }

    private func has(_ wanted: String...) -> Bool { wanted.allSatisfy(names.contains) }

    private static let dimensions = frame + ["geslacht", "leeftijd", "gemeenten"]

    /// StatLine names each topic with its unit, and a table is about some period or region; properties of people stand in
    /// tables of others too.
    private var isStatLine: Bool {
        let topics = record.texts.count { ColumnTitle.unit(of: $0) != nil }
        return above.isEmpty && topics > 0 && names.contains(where: Self.frame.contains)
    }

    private static let frame = ["perioden", "regio's", "wijken en buurten", "periods", "regions"]

    private var hasQuotedNumbers: Bool {
        let topics = record.texts.indices.filter { ColumnTitle.unit(of: record.texts[$0]) != nil }
        return rows.contains { row in
            topics.contains { $0 < row.texts.count && row.areQuoted[$0] && Self.isNumber(row.texts[$0]) }
        }
            && !rows.contains { row in
                topics.contains { $0 < row.texts.count && !row.areQuoted[$0] && Self.isNumber(row.texts[$0]) }
            }
    }

    private var isStatLineTable: Bool {
        let hasSubject = !subjectAbove.isEmpty && (above.last?.texts.count { Self.year($0) != nil } ?? 0) < 2
        let hasPaths = names.count { $0.contains("|") } > 1
        return hasSubject || hasPaths
    }

    private var isStatLineOld: Bool {
        let words = ["onderwerpen", "onderwerpen_1", "onderwerpen_2", "subjects", "subjects_1"]
        if let first = names.first, words.contains(first) { return true }
        let units = rows.first.map { $0.texts.dropFirst() } ?? []
        return units.count > 1 && units.allSatisfy { $0 == "%" || $0 == "aantal" || $0 == "x 1 000" }
            && record.areQuoted.allSatisfy { $0 }
    }

    private var isOData3: Bool {
        guard names.first == "id", names.count > 1 else { return false }
        return names.contains(where: Self.isTopicKey) || has("marges")
    }

    /// `Eenzaam_27`: the stem of a topic and its place in the table.
    static func isTopicKey(_ name: String) -> Bool {
        guard let line = name.lastIndex(of: "_"), line > name.startIndex else { return false }
        let number = name[name.index(after: line)...]
        return !number.isEmpty && number.utf8.allSatisfy { ASCII.isDigit($0) }
    }

    private var isOData4: Bool { has("measure", "value") && (has("stringvalue") || has("valueattribute")) }

    /// One of the files beside `Observations.csv`: what the codes mean, and what the table is.
    var isCodesOfOData4: Bool {
        names.first == "identifier" && has("title", "description")
            && ["index", "mapyear", "modified"].contains { has($0) }
    }

    private var isIv3: Bool {
        names.contains(where: Self.isTaskField) && names.contains(where: Self.iv3Names.contains)
    }

    private static func isTaskField(_ name: String) -> Bool {
        name.hasPrefix("taakveld") || name.hasPrefix("functiekostenplaats")
    }

    private static let iv3Names = ["categorie", "baten", "lasten", "verslagsoort"]

    private var isSDMX2: Bool {
        names.first.map { $0 == "structure" || $0.hasPrefix("structure[") } ?? false && has("structure_id")
    }

    private var isLong: Bool {
        names.contains { $0 == "jaar" || $0 == "periode" } && names.contains(where: Self.areas.contains)
            && names.contains(where: Self.variables.contains) && has("waarde")
    }

    private static let areas = [
        "gebied", "gebiedcode", "gebiedcode15", "gemeente", "gemeentecode", "regio", "regiocode", "cbs",
    ]
    private static let variables = ["variabele", "indicator", "onderwerp", "indicatorcode"]

    /// Years in their order, and no other number among the names.
    private var hasYearsAcross: Bool {
        let years = names.compactMap(Self.year)
        guard years.count >= 2, names.count(where: Self.isNumber) <= years.count else { return false }
        let pairs = zip(years, years.dropFirst())
        return pairs.allSatisfy { $0 < $1 } || pairs.allSatisfy { $0 > $1 }
    }

    private static func year(_ name: String) -> Int? {
        let bare = name.prefix { $0 != "*" }
        guard bare.utf8.count == 4 else { return nil }
        return Int(digits: bare).flatMap { (1900...2100).contains($0) ? $0 : nil }
    }

    private func hasNumbers(_ row: HeadRecord) -> Bool { row.texts.contains(where: Self.isNumber) }

    static func isNumber(_ text: String) -> Bool {
        let digits = text.utf8.count { ASCII.isDigit($0) }
        return digits > 0
            && text.utf8.allSatisfy {
                ASCII.isDigit($0) || $0 == ASCII.point || $0 == ASCII.comma || $0 == ASCII.minus || $0 == ASCII.space
            }
    }
}
