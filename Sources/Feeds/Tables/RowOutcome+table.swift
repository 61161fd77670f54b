extension RowOutcome {
    /// The outcome of a row of the plain form with the names that the columns have in the table.
    func named(by layout: TableLayout, _ column: TableLayout.MeasureColumn) -> RowOutcome {
        guard case .fault(let fault) = self, let plain = fault.column.flatMap(PlainColumn.init(named:)) else {
            return self
        }
        return .fault(fault.inColumn(layout.title(of: plain, column)))
    }
}

extension TableLayout {
    /// The title of the column that a cell of the plain form was made of; its own name where the profile says it.
    fileprivate func title(of plain: PlainColumn, _ column: MeasureColumn) -> String {
        let index: Int? =
            switch plain {
            case .value: column.index
            case .period: column.period == nil ? places[.period] : column.index
            case .area: places[.area]
            case .breakdown: breakdowns.first?.index
            case .indicator: indicators.keys.first
            case .lower: places[.lower]
            case .upper: places[.upper]
            case .status: places[.status]
            case .sampleSize: places[.sampleSize]
            case .source: places[.source]
            case .note: places[.note]
            case .unit: column.index
            case .referenceDate: nil
            }
        return index.map(title) ?? plain.dutch
    }
}
