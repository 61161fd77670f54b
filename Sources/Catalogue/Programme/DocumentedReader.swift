internal import Indicators

/// Reads the measured cells that a document shows.
struct DocumentedReader {
    let faults: FaultList

    /// The cells ordered by period.
    func cells(in section: Section, unit: MeasureUnit?, kind: PeriodKind?) -> [Transcript.Cell] {
        var periods: [Located<Period>] = []
        var cells: [Transcript.Cell] = []
        for pair in section.pairs("documented") {
            let period = section.value(of: pair.key, for: "documented", expecting: Notations.periodWords) { Period($0) }
            let value = value(of: pair.value, unit: unit)
            guard let period, let value else { continue }
            if let kind { notePeriod(period, ofOtherKindThan: kind, in: faults) }
            periods.append(period)
            cells.append(Transcript.Cell(period: period.value, text: pair.value.value, value: value.number))
        }
        notePeriodsTwice(periods, in: faults)
        return cells.sorted { $0.period < $1.period }
    }

    /// The number in the cell, `nil` for `Nb` and `-`; nothing at all for a cell that is no measured value.
    private func value(of text: Located<String>, unit: MeasureUnit?) -> (number: ExactDecimal?, Void)? {
        guard let notation = try? TargetNotation(text.value) else { return complain(text) }
        switch notation.content {
        case .notKnown, .noTarget: return (nil, ())
        case .requirement(.absolute(nil, let value, let written)):
            if let written, let unit { noteUnit(written, at: text, otherThan: unit, in: faults) }
            return (value, ())
        case .requirement: return complain(text)
        }
    }

    private func complain(_ text: Located<String>) -> (number: ExactDecimal?, Void)? {
        faults.add(
            "'documented' has to be a measured value, as in '2,3%', 'Nb' or '-', not \(quoted(text.value))",
            at: text.place
        )
        return nil
    }
}
