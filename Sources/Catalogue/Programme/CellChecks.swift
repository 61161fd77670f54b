internal import Indicators

/// Notes a period of another kind than the indicator's.
func notePeriod(_ period: Located<Period>, ofOtherKindThan kind: PeriodKind, in faults: FaultList) {
    guard period.value.kind != kind else { return }
    faults.add(
        """
        the period '\(period.value)' is a \(period.value.kind.rawValue), and the indicator's cadence is \
        \(kind.rawValue); write a \(kind.rawValue)
        """,
        at: period.place
    )
}

/// Notes a period that two cells are about, written in two ways.
func notePeriodsTwice(_ periods: [Located<Period>], in faults: FaultList) {
    for (index, period) in periods.enumerated() {
        guard let first = periods[..<index].first(where: { $0.value == period.value }) else { continue }
        faults.add(
            "the period '\(period.value)' stands twice; the first is on line \(first.place.line); remove one",
            at: period.place
        )
    }
}

/// Notes a unit in a cell that is not the indicator's.
func noteUnit(_ written: String, at text: Located<String>, otherThan unit: MeasureUnit, in faults: FaultList) {
    guard MeasureUnit(written) != unit else { return }
    faults.add(
        """
        \(quoted(text.value)) has the unit \(quoted(written)), and the indicator's unit is \(quoted(unit.symbol)); \
        make them the same
        """,
        at: text.place
    )
}

/// Notes what in a target does not suit the indicator it is for: its period, its unit, its value.
func noteUnsuited(_ cell: TargetCell, for indicator: IndicatorDraft, in faults: FaultList) {
    if indicator.budget != nil, cell.period.value.kind != .year {
        faults.add(
            "a budget is one of a whole year: write '\(cell.period.value.year)', not '\(cell.period.value)'",
            at: cell.period.place
        )
    }
    if let kind = indicator.targetKind {
        notePeriod(cell.period, ofOtherKindThan: kind, in: faults)
        if let baseline = cell.notation.value.requirement?.baseline {
            notePeriod(Located(value: baseline, place: cell.notation.place), ofOtherKindThan: kind, in: faults)
            noteBaseline(baseline, notBefore: cell, in: faults)
        }
    }
    guard let unit = indicator.unit?.value, let requirement = cell.notation.value.requirement else { return }
    let text = cell.notation.map(\.description)
    if (requirement == .milestone) != (unit == .milestone) {
        faults.add(
            """
            \(quoted(text.value)) is no target for the unit \(quoted(unit.symbol)): 'gereed' and the unit \
            'mijlpaal' go together
            """,
            at: text.place
        )
        return
    }
    guard case .absolute(_, let value, let written) = requirement else { return }
    if let written { noteUnit(written, at: text, otherThan: unit, in: faults) }
    let range = indicator.range ?? unit.naturalRange
    if !range.contains(value) {
        faults.add(
            """
            the target \(quoted(text.value)) lies outside the values that the indicator can have \
            (\(range.inWords)); correct it
            """,
            at: text.place
        )
    }
}

/// Notes what a flag of an indicator asks of another kind of indicator.
func noteUnsuitedFlags(of indicator: IndicatorDraft, in faults: FaultList) {
    guard let recurs = indicator.recurs, recurs.value else { return }
    if indicator.unit?.value != .milestone {
        faults.add("'recurs' is about a milestone; make the unit 'mijlpaal', or remove it", at: recurs.place)
    }
    if indicator.cadence != nil, indicator.cadence?.first == nil {
        faults.add(
            "what recurs has a beginning: add 'first', the first period in which it has to be done",
            at: recurs.place
        )
    }
    if let cell = indicator.targets.first {
        faults.add(
            "what recurs has its dates from 'cadence'; remove 'targets' of the indicator, or 'recurs'",
            at: cell.period.place
        )
    }
}

/// Notes a target that is measured from its own period or a later one: it could never be judged when it is due.
private func noteBaseline(_ baseline: Period, notBefore cell: TargetCell, in faults: FaultList) {
    guard baseline.kind == cell.period.value.kind, baseline >= cell.period.value else { return }
    faults.add(
        """
        the target for '\(cell.period.value)' is measured from '\(baseline)', which is not before it; name an earlier \
        period
        """,
        at: cell.notation.place
    )
}

extension IndicatorDraft {
    /// The kind of period that its targets have in common with its values.
    ///
    /// `nil` for a milestone, which has its date in whatever period the document names, and for a budget, which is one of
    /// a year.
    fileprivate var targetKind: PeriodKind? {
        unit?.value == .milestone || budget != nil ? nil : cadence?.kind
    }
}

extension ValueRange {
    /// Both bounds, for a message.
    fileprivate var inWords: String {
        let from = minimum.map { "from \($0.written(decimalSign: ","))" }
        let to = maximum.map { "to \($0.written(decimalSign: ","))" }
        return [from, to].compactMap(\.self).joined(separator: " ")
    }
}
