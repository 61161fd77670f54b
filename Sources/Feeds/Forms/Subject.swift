internal import Indicators

/// What a row needs to know of its indicator.
final class Subject: Sendable {
    let id: IndicatorID
    let indicator: Indicator
    let unit: [UInt8]
    let written: WrittenUnit
    let area: AreaCode?
    /// The areas that are not watched and that its values are compared with.
    let references: Set<AreaCode>
    let mostDecimals: Int?
    /// What a value may be after the one before it: of the series that the document is about, of others, and in districts
    /// and neighbourhoods.
    private let plausible: (own: PlausibleChange?, other: PlausibleChange?, part: PlausibleChange?)

    init(
        _ indicator: Indicator,
        area: AreaCode?,
        references: Set<AreaCode> = [],
        documented: PeriodValue?,
        target: ExactDecimal? = nil
    ) {
        id = indicator.id
        self.references = references
        self.indicator = indicator
        unit = indicator.unit.symbol.utf8.map(ASCII.lowercased)
        written = WrittenUnit(indicator.unit.symbol)
        self.area = area
        mostDecimals = indicator.mostDecimals
        let own = indicator.plausibleChange(inParts: false, documented: documented, target: target)
        plausible = (own, own?.undocumented, indicator.plausibleChange(inParts: true, target: target))
    }

    var isMilestone: Bool { indicator.isMilestone }

    /// The indicator, where its values count persons.
    var persons: IndicatorID? { indicator.counts.contains(.persons) ? id : nil }

    /// Whether a number with the mark is one in the unit of the indicator, in a column whose scale is the indicator's own.
    func measures(_ mark: NumberMark, times factor: ExactDecimal?) -> Bool {
        if factor != nil { return false }
        return mark.unit == indicator.unit || WrittenUnit(mark.unit.symbol) == written
    }

    func plausibleChange(of series: SeriesKey) -> PlausibleChange? {
        // Nobody here can say of another municipality that its value is right.
        if series.area.isPartOfMunicipality || references.contains(series.area) { return plausible.part }
        return series.area == area && series.breakdown == .total ? plausible.own : plausible.other
    }
}
