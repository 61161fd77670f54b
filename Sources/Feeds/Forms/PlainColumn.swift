/// A column of the plain form.
package enum PlainColumn: Int, FormColumn {
    case indicator
    case period
    case value
    case area
    case breakdown
    case unit
    case status
    case lower
    case upper
    case sampleSize
    case source
    case referenceDate
    case note

    /// The form that it is a column of.
    package static let form = FormName.plain

    /// The columns without which a file has nothing to say, the one that names the indicator first.
    package static let required: [PlainColumn] = [.indicator, .period, .value]

    package static let byName = columnsByName()

    /// The column that names the indicator.
    package static let subject = PlainColumn.indicator

    /// The columns whose numbers settle the decimal sign of the file.
    package static let decimals: [PlainColumn] = [.value, .lower, .upper]

    package static let measured: PlainColumn? = .value

    package static let otherNames: [String: PlainColumn] = [
        "jaar": .period, "jaren": .period, "perioden": .period, "periodes": .period, "tijdvak": .period,
        "year": .period, "periods": .period,
        "gemeente": .area, "gemeenten": .area, "gemeentecode": .area, "regio": .area, "regio's": .area,
        "regios": .area, "gebiedscode": .area, "gebiedcode": .area, "municipality": .area, "region": .area,
        "opmerking": .note, "opmerkingen": .note, "remark": .note,
    ]

    /// The name in a Dutch header, and in every receipt.
    package var dutch: String {
        switch self {
        case .indicator: "indicator"
        case .period: "periode"
        case .value: "waarde"
        case .area: "gebied"
        case .breakdown: "uitsplitsing"
        case .unit: "eenheid"
        case .status: "status"
        case .lower: "ondergrens"
        case .upper: "bovengrens"
        case .sampleSize: "n"
        case .source: "bron"
        case .referenceDate: "peildatum"
        case .note: "toelichting"
        }
    }

    /// The name in an English header.
    package var english: String {
        switch self {
        case .indicator: "indicator"
        case .period: "period"
        case .value: "value"
        case .area: "area"
        case .breakdown: "breakdown"
        case .unit: "unit"
        case .status: "status"
        case .lower: "lower"
        case .upper: "upper"
        case .sampleSize: "n"
        case .source: "source"
        case .referenceDate: "reference_date"
        case .note: "note"
        }
    }
}
