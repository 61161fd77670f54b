extension TableLayout {
    /// The columns with numbers that may have decimals.
    var decimals: [Int] { measures.map(\.index) + [places[.lower], places[.upper]].compactMap { $0 } }

    /// The columns at the end without a name, which the schema does not use.
    var unnamed: Range<Int> {
        let named = (titles.lastIndex { !$0.isEmpty } ?? -1) + 1
        return named..<titles.count
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
