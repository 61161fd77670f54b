internal import Indicators

/// What the names in the cells of one file stand for.
///
/// The same few indicators, areas and sources come back in nearly every row, so what was made of their cells is remembered.
struct KnownNames {
    private let context: Context
    var subjects = ByteCache<Subject>()
    // The country has some fourteen thousand neighbourhoods.
    var areas = ByteCache<NamedArea>(most: 16_384)
    var sources = ByteCache<String>()
    /// Looking for the nearest name is slow, and of use for the faults that the receipt shows only.
    private var hintsLeft = 100

    init(_ context: ReadingContext) {
        self.context = Context(register: context.register, otherAreas: context.otherAreas)
    }

    var register: IndicatorRegister { context.register }
    var otherAreas: FeedProfile.OtherAreas { context.otherAreas }

    /// Apart, since names are looked up for every cell, and the register is large.
    private final class Context: Sendable {
        let register: IndicatorRegister
        let otherAreas: FeedProfile.OtherAreas

        init(register: IndicatorRegister, otherAreas: FeedProfile.OtherAreas) {
            self.register = register
            self.otherAreas = otherAreas
        }
    }

    /// The name nearest to the text; the names are gathered only where they are looked through.
    mutating func nearest(_ text: String, in names: () -> [String]) -> FaultDetail? {
        guard hintsLeft > 0 else { return nil }
        hintsLeft -= 1
        return NearestName.find(text, in: names()).map(FaultDetail.nearest)
    }

    /// The name nearest to the text, or those that it is a part of.
    mutating func candidates(_ text: String, in names: () -> [String]) -> FaultDetail? {
        guard hintsLeft > 0 else { return nil }
        hintsLeft -= 1
        let found = NearestName.candidates(text, in: names())
        return found.count > 1 ? .nearestOf(found) : found.first.map(FaultDetail.nearest)
    }
}

extension RowInterpreter {
    /// The indicator that the record is about.
    mutating func subject(_ record: borrowing Record) throws(RowStop) -> Subject {
        let bytes = record.bytes.span
        let cell = cell(record, .subject)
        if let known = names.subjects.value(for: bytes, cell) { return known }
        guard let indicator = names.register.indicators[IndicatorID(Cell.text(bytes, cell))] else {
            let register = names.register
            let hint = names.candidates(Cell.text(bytes, cell)) {
                register.indicators.values.filter(Self.accepts).map(\.id.description)
            }
            throw fault(.unknownIndicator, record, .subject, hint)
        }
        if let derivation = indicator.derivation {
            throw fault(.derivedIndicator, record, .subject, .inputs(derivation.inputs))
        }
        guard Self.accepts(indicator) else {
            throw fault(.notAMilestone, record, .subject, .unit(indicator.unit))
        }
        let subject = Subject(
            indicator,
            area: names.register.expectedSeries(of: indicator)?.area,
            references: names.register.references[indicator.id] ?? [],
            documented: names.register.documented[indicator.id],
            target: names.register.targets(of: indicator.id).lazy.compactMap(\.absoluteValue).first,
            budgets: names.register.budgets(of: indicator),
            reported: names.register.reported[indicator.id] ?? [],
            beginning: indicator.isMilestone ? names.register.beginning(of: indicator.programme) : nil
        )
        names.subjects.remember(subject, for: bytes, cell)
        return subject
    }

    /// The area that the record names; `nil` where it names none.
    ///
    /// It comes before everything else in the row: a row of an area that is not watched says nothing to anybody here.
    mutating func namedArea(_ record: borrowing Record) throws(RowStop) -> AreaCode? {
        let bytes = record.bytes.span
        let cell = cell(record, .area)
        if cell.isEmpty { return nil }
        let area: NamedArea
        if let known = names.areas.value(for: bytes, cell) {
            area = known
        } else {
            area = look(up: Cell.text(bytes, cell))
            names.areas.remember(area, for: bytes, cell)
        }
        if case .reference(let code) = area, isCompared(record, with: code) { return code }
        switch (area, names.otherAreas) {
        case (.watched(let code), _): return code
        case (.faulty(let reason, let detail), _): throw fault(reason, record, .area, detail)
        case (.other, .skip), (.reference, .skip): throw .skip(.areaNotWatched)
        case (.merged, .skip): throw .skip(.areaMerged)
        case (.other, .refuse), (.reference, .refuse), (.merged, .refuse): throw fault(.areaRefused, record, .area)
        }
    }

    /// Whether the record is about an indicator whose values are compared with those of the area.
    ///
    /// Of another indicator, or one that is not known, the area is one like all others.
    private mutating func isCompared(_ record: borrowing Record, with area: AreaCode) -> Bool {
        (try? subject(record))?.references.contains(area) ?? false
    }

    private func look(up name: String) -> NamedArea {
        if let area = names.register.area(named: name) { return .watched(area) }
        if let area = names.register.referenceArea(named: name) { return .reference(area) }
        let meant = Municipalities.standard.areas(named: name)
        if meant.count > 1, meant.contains(where: { names.register.areaNames[$0] != nil }) {
            return .faulty(.areaUnclear, .areas(meant))
        }
        if isMerged(name, meant) { return .merged }
        if let respelt = names.register.areaRespelling(of: name) {
            return .faulty(.unknownArea, .nearest(respelt))
        }
        // No hint: it may be another area. But a value of the own one must not be lost without a word.
        guard NamedArea.isOther(name), !names.register.isSlipOfAnArea(name) else {
            return .faulty(.unknownArea, nil)
        }
        return .other
    }

    /// Whether the municipality is no more and became part of a watched one.
    private func isMerged(_ name: String, _ meant: [AreaCode]) -> Bool {
        let codes = AreaCode(written: name).map { [$0] } ?? meant
        return codes.compactMap(Municipalities.standard.successor).contains { names.register.areaNames[$0] != nil }
    }

    /// The named area, or else the one of the indicator's programme.
    func area(_ named: AreaCode?, _ record: borrowing Record, _ subject: Subject) throws(RowStop) -> AreaCode {
        guard let area = named ?? subject.area else { throw fault(.unknownArea, record, .area) }
        return area
    }

    /// The fault of a file of which no row is about a watched area, with the area of its first.
    func noWatchedArea(_ record: borrowing Record) -> RowFault {
        RowFault(.noWatchedArea, cell: Cell.text(record.bytes.span, cell(record, .area)))
    }

    /// Who supplied it, where the record says so.
    mutating func source(_ record: borrowing Record) throws(RowStop) -> String? {
        let bytes = record.bytes.span
        let cell = cell(record, .source)
        if let known = names.sources.value(for: bytes, cell) { return known }
        guard let source = try text(record, .source) else { return nil }
        names.sources.remember(source, for: bytes, cell)
        return source
    }
}
