internal import Indicators

/// What holds for the values of an indicator and is the same in all of their rows.
final class RowTerms: Hashable, Sendable {
    /// What a value may be after the one before it; `nil` for however much.
    let plausible: PlausibleChange?
    /// The indicator, where its values count persons.
    let persons: IndicatorID?
    /// Of a milestone what its reports are held against; `nil` of anything else.
    let reports: ReportTerms?

    /// Whether a value has to be held against the one before it.
    let isBound: Bool

    /// The terms; `nil` where there are none.
    init?(plausible: PlausibleChange?, persons: IndicatorID?, reports: ReportTerms? = nil) {
        guard plausible != nil || persons != nil || reports != nil else { return nil }
        self.reports = reports
        self.plausible = plausible
        self.persons = persons
        isBound = plausible != nil
    }

    static func == (one: RowTerms, other: RowTerms) -> Bool {
        one === other
            || one.plausible == other.plausible && one.persons == other.persons && one.reports == other.reports
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(plausible)
        hasher.combine(persons)
        hasher.combine(reports)
    }
}
