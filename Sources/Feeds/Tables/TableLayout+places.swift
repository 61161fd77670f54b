extension TableLayout {
    /// The columns with numbers that may have decimals.
    var decimals: [Int] { measures.map(\.index) + [places[.lower], places[.upper]].compactMap { $0 } }

    /// The columns at the end without a name, which the schema does not use.
    var unnamed: Range<Int> {
        let named = (titles.lastIndex { !$0.isEmpty } ?? -1) + 1
        return named..<titles.count
    }
}

extension TableLayout {
    /// Whether the column says of which level the areas are, as in Swing.
    func isLevel(_ index: Int) -> Bool { form == .swing && ColumnTitle.folded(titles[index]) == "geolevel" }

    /// Settles what the columns are that no field of the schema is about.
    mutating func note(used: Set<Int>) {
        dimensions = DimensionColumns.unnamed(in: self, used: used)
        unused = titles.indices.filter { !used.contains($0) }
        noteColumnsOfSDMX()
        if form == .odata4 { flags = unused(named: "valueattribute") }
        units = unused(named: "eenheid", "unit", "units")
        if places[.period] == nil {
            for place in measures.indices where measures[place].period == nil {
                measures[place].period = SchemaColumns.period(in: titles[measures[place].index])?.period
            }
        }
        guard area == nil, places[.area] == nil else { return }
        for place in measures.indices { measures[place].area = AreaTitle.named(titles[measures[place].index]) }
    }

    /// The flags count though no field names them, and so does what a row does; a column that is `ignored` is used.
    private mutating func noteColumnsOfSDMX() {
        guard form == .sdmxCSV1 || form == .sdmxCSV2 else { return }
        flags = (unused + [places[.status]].compactMap { $0 }).first {
            ["obs_flag", "obs_status"].contains(ColumnTitle.folded(titles[$0]))
        }
        if form == .sdmxCSV2 { missingValues.append("#n/a") }
        action = unused(named: "action")
        power = unused(named: "unit_mult")
    }

    /// The first column of such a name that no field is about.
    private func unused(named names: String...) -> Int? {
        unused.first { names.contains(ColumnTitle.folded(titles[$0])) }
    }
}

extension TableForm {
    /// The decimal sign that every file in this form has; `nil` where the file itself has to show it.
    var decimalSign: DecimalSign? {
        switch self {
        case .statLineSymbols, .odata3, .sdmxCSV1: .point
        case .statLinePlain, .odata4: .comma
        case .statLineTable, .statLineOld, .iv3, .swing, .sdmxCSV2, .long, .yearsAcross, .table: nil
        }
    }
}
