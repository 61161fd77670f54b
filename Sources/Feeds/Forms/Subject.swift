internal import Indicators

/// What a row needs to know of its indicator.
final class Subject: Sendable {
    let id: IndicatorID
    let indicator: Indicator
    let range: ValueRange
    /// The kind of its periods.
    let periodKind: PeriodKind
    let unit: [UInt8]
    let written: WrittenUnit
    let area: AreaCode?
    /// The areas that are not watched and that its values are compared with.
    let references: Set<AreaCode>
    let mostDecimals: Int?
    let isMilestone: Bool
    /// The first year of which its programme says anything; `nil` where it names none.
    let beginning: Int?
    /// The indicator, where its values count persons.
    let persons: IndicatorID?
    /// What a value may be after the one before it: of the series that the document is about, of others, and in districts
    /// and neighbourhoods.
    private let terms: (own: RowTerms?, other: RowTerms?, part: RowTerms?)
    /// The terms of a value that somebody has confirmed.
    private let confirmed: RowTerms?

    init(
        _ indicator: Indicator,
        area: AreaCode?,
        references: Set<AreaCode> = [],
        documented: PeriodValue?,
        target: ExactDecimal? = nil,
        budgets: [Int: ExactDecimal] = [:],
        reported: [Observation] = [],
        beginning: Int? = nil
    ) {
        self.beginning = beginning
        id = indicator.id
        self.references = references
        self.indicator = indicator
        range = indicator.range
        periodKind = indicator.cadence.kind
        unit = indicator.unit.symbol.utf8.map(ASCII.lowercased)
        written = WrittenUnit(indicator.unit.symbol)
        self.area = area
        mostDecimals = indicator.mostDecimals
        let own = indicator.plausibleChange(
            inParts: false,
            documented: documented,
            target: target,
            budgets: budgets
        )
        let persons = indicator.counts.contains(.persons) ? indicator.id : nil
        self.persons = persons
        let reports = ReportTerms(indicator)
        terms = (
            RowTerms(
                plausible: own,
                persons: persons,
                reports: ReportTerms(indicator, documented: reported)
            ),
            RowTerms(plausible: own?.undocumented, persons: persons, reports: reports),
            RowTerms(
                plausible: indicator.plausibleChange(inParts: true, target: target),
                persons: persons,
                reports: reports
            )
        )
        confirmed = RowTerms(plausible: nil, persons: persons, reports: reports)
        isMilestone = indicator.isMilestone
    }

    /// Whether a number with the mark is one in the unit of the indicator, in a column whose scale is the indicator's own.
    func measures(_ mark: NumberMark, times factor: ExactDecimal?) -> Bool {
        if factor != nil { return false }
        return mark.unit == indicator.unit || WrittenUnit(mark.unit.symbol) == written
    }

    func terms(of series: SeriesKey, isConfirmed: Bool) -> RowTerms? {
        if isConfirmed { return confirmed }
        // Nobody here can say of another municipality that its value is right.
        if series.area.isPartOfMunicipality || !references.isEmpty && references.contains(series.area) {
            return terms.part
        }
        return series.area == area && series.breakdown == .total ? terms.own : terms.other
    }
}
