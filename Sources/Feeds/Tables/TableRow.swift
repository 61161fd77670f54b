internal import Indicators

/// What one record of a table says beside its numbers.
struct TableRow {
    let area: [UInt8]
    let period: [UInt8]
    /// Which indicator the row is about, where a column says so.
    let measure: Measure?
    /// The unit that the codes of the delivery give to what the row is about.
    let unit: String?
    let margin: MarginAssembler.Part?
    private let parts: [String]

    /// Why a record gives no value at all.
    enum Stop: Error {
        case skip(IntakeReason)
        case fault(RowFault)

        /// Whether the record is a heading within the table.
        var isHeading: Bool { if case .skip(.sectionRow) = self { true } else { false } }

        func outcome(line: Int) -> RowOutcome {
            switch self {
            case .skip(let reason): .skipped(RowSkip(line: line, reason: reason))
            case .fault(let fault): .fault(fault)
            }
        }
    }

    init(_ record: borrowing Record, _ layout: TableLayout) throws(Stop) {
        try Self.check(record, layout)
        if layout.forecasts.contains(where: { Self.isForecast(record, $0) }) { throw .skip(.forecast) }
        let hasNoNumbers = Self.hasNoNumbers(record, layout)
        if hasNoNumbers, Self.isHeading(record, layout) { throw .skip(.sectionRow) }
        for pin in layout.pins where !pin.members.contains(Self.folded(record, pin.index)) {
            throw .skip(.otherMember)
        }
        measure = try Self.measure(record, layout)
        unit = layout.indicators.keys.first.flatMap { layout.codes.units[Self.folded(record, $0)] }
        margin = try Self.margin(record, layout)
        parts = try Self.parts(record, layout)
        area = layout.area.map { Array($0.utf8) } ?? Self.bytes(record, layout.places[.area])
        // Without this, a cell that is merged with the one above it would pass for the own area.
        if area.isEmpty, let index = layout.places[.area] {
            if hasNoNumbers { throw .skip(.sectionRow) }
            if Self.isOfAllAreas(record, layout) { throw .skip(.otherMember) }
            throw .fault(RowFault(.unknownArea, line: record.line, column: layout.title(index), cell: ""))
        }
        period = Self.period(record, layout)
        try Self.checkCodes(record, layout)
    }

    /// The breakdown of the row's values, with what the column adds: `leeftijd=65+,geslacht=vrouw`.
    func breakdown(with column: String?) -> String { (parts + [column].compactMap { $0 }).joined(separator: ",") }

    /// Whether the row is one of those that the column counts for.
    static func counts(_ record: borrowing Record, for column: TableLayout.MeasureColumn) -> Bool {
        for condition in column.conditions where !condition.members.contains(folded(record, condition.index)) {
            return false
        }
        return true
    }

    func cell(_ record: borrowing Record, _ index: Int?) -> [UInt8] { Self.bytes(record, index) }

    /// The period as it is written, or the part of a year that two columns say together.
    private static func period(_ record: borrowing Record, _ layout: TableLayout) -> [UInt8] {
        let said = layout.period.map { Array($0.utf8) } ?? bytes(record, layout.places[.period])
        guard let index = layout.places[.periodPart] else { return said }
        let part = String(decoding: bytes(record, index), as: UTF8.self)
        let year = String(decoding: said, as: UTF8.self)
        return Array(YearPart.joined(year, part, title: layout.titles[index]).utf8)
    }

    private static func bytes(_ record: borrowing Record, _ index: Int?) -> [UInt8] {
        guard let index else { return [] }
        return Array(record.bytes[Cell.trimmed(record.bytes.span, record.range(index))])
    }

    private static func folded(_ record: borrowing Record, _ index: Int) -> String {
        ColumnTitle.folded(Cell.text(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(index))))
    }

    private static func check(_ record: borrowing Record, _ layout: TableLayout) throws(Stop) {
        let count = layout.titles.count
        if isBlank(record, from: 0) { throw .skip(.emptyRow) }
        if TableRemark.isRemark(record, layout) { throw .skip(.remark) }
        let counts = FaultDetail.counts(expected: count, found: record.fieldCount)
        if record.fieldCount < count { throw .fault(RowFault(.tooFewFields, line: record.line, detail: counts)) }
        guard record.fieldCount == count || isBlank(record, from: count) else {
            throw .fault(RowFault(.tooManyFields, line: record.line, detail: counts))
        }
    }

    private static func isBlank(_ record: borrowing Record, from first: Int) -> Bool {
        for field in first..<max(first, record.fieldCount)
        where !Cell.trimmed(record.bytes.span, record.range(field)).isEmpty { return false }
        return true
    }

    /// What the codes of a delivery do not describe has neither a unit nor a status.
    private static func checkCodes(_ record: borrowing Record, _ layout: TableLayout) throws(Stop) {
        for index in layout.indicators.keys where !layout.codes.describes(measure: folded(record, index)) {
            throw .fault(notDescribed(record, layout, index))
        }
        guard let index = layout.places[.period] else { return }
        let code = String(decoding: bytes(record, index), as: UTF8.self)
        if !layout.codes.describes(period: code) { throw .fault(notDescribed(record, layout, index)) }
    }

    private static func notDescribed(_ record: borrowing Record, _ layout: TableLayout, _ index: Int) -> RowFault {
        let cell = String(decoding: bytes(record, index), as: UTF8.self)
        return RowFault(.codeNotDescribed, line: record.line, column: layout.title(index), cell: cell)
    }

    private static func isForecast(_ record: borrowing Record, _ index: Int) -> Bool {
        ForecastWord.isOne(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(index)))
    }

    /// Whether every cell that a value could stand in is empty.
    private static func hasNoNumbers(_ record: borrowing Record, _ layout: TableLayout) -> Bool {
        for column in layout.measures where !isBlank(record, at: column.index) { return false }
        return true
    }

    /// Whether the record has one cell only, where the areas stand, and that is none.
    private static func isHeading(_ record: borrowing Record, _ layout: TableLayout) -> Bool {
        guard let area = layout.places[.area], !isBlank(record, at: area) else { return false }
        for field in 0..<record.fieldCount where field != area && !isBlank(record, at: field) { return false }
        return AreaTitle.named(String(decoding: bytes(record, area), as: UTF8.self)) == nil
    }

    /// Whether a row without a code names the total where the others name their area.
    private static func isOfAllAreas(_ record: borrowing Record, _ layout: TableLayout) -> Bool {
        for (field, title) in layout.titles.enumerated() where areaNames.contains(ColumnTitle.folded(title)) {
            if TotalMember.isTotal(folded(record, field)) { return true }
        }
        return false
    }

    private static let areaNames: Set = [
        "gemeente", "gemeenten", "gemeentenaam", "gebied", "gebiedsnaam", "regio", "regio's", "regionaam",
    ]

    private static func isBlank(_ record: borrowing Record, at field: Int) -> Bool {
        Cell.trimmed(record.bytes.span, record.range(field)).isEmpty
    }

    private static func measure(_ record: borrowing Record, _ layout: TableLayout) throws(Stop) -> Measure? {
        var found: Measure?
        for (index, members) in layout.indicators {
            guard let measure = members[folded(record, index)] else { throw .skip(.otherMember) }
            found = measure
        }
        return found
    }

    private static func margin(
        _ record: borrowing Record,
        _ layout: TableLayout
    ) throws(Stop) -> MarginAssembler.Part? {
        for (index, margins) in layout.margins {
            guard let part = margins.part(folded(record, index)) else {
                let cell = String(decoding: bytes(record, index), as: UTF8.self)
                throw .fault(RowFault(.marginNotKnown, line: record.line, column: layout.title(index), cell: cell))
            }
            return part
        }
        return nil
    }

    private static func parts(_ record: borrowing Record, _ layout: TableLayout) throws(Stop) -> [String] {
        var parts: [String] = []
        for column in layout.breakdowns {
            guard let part = column.members[folded(record, column.index)] else { throw .skip(.otherMember) }
            if !part.isEmpty { parts.append("\(column.name)=\(part)") }
        }
        return parts
    }
}

extension Margins {
    /// What a member gives, in small letters; `nil` where it is none of them.
    fileprivate func part(_ member: String) -> MarginAssembler.Part? {
        if member == ColumnTitle.folded(value) { return .value }
        switch interval {
        case .bounds(let lower, _) where member == ColumnTitle.folded(lower): return .lower
        case .bounds(_, let upper) where member == ColumnTitle.folded(upper): return .upper
        case .halfWidth(let half) where member == ColumnTitle.folded(half): return .halfWidth
        case .bounds, .halfWidth: return nil
        }
    }
}
