package import Indicators

/// The rule `ending`: money that ends gives a warning in good time.
///
/// From so many days before the last day the warning stands; it goes when the configuration names a later day or none.
package struct EndingRule: Rule {
    package typealias Evidence = EndingEvidence

    package init(_ parameters: NoParameters) {}

    package func applies(to indicator: Indicator) -> Bool { indicator.ending != nil }

    package func fingerprint(of indicator: Indicator) -> [String] {
        indicator.ending.map { ["ends \($0.date) \($0.warningDays)"] } ?? []
    }

    /// Judges whether the end is near or past.
    ///
    /// In order it has nothing to say about the light.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        guard let ending = series.indicator.ending else {
            preconditionFailure("The rule judges only what has an end.")
        }
        func evidence(_ reason: EndingReason) -> EndingEvidence {
            EndingEvidence(reason: reason, date: ending.date, warnedFrom: ending.warningStart)
        }
        guard today >= ending.warningStart else { return Finding(.inOrder, evidence(.goesOn), light: nil) }
        return Finding(
            .deviates(.warning),
            evidence(today > ending.date ? .hasEnded : .endsSoon),
            period: Period(.day, containing: ending.date)
        )
    }

    /// The day on which the warning begins, then the day after the end.
    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        guard let ending = series.indicator.ending else { return nil }
        return [ending.warningStart, ending.date.adding(days: 1)].first { $0 > today }
    }

    /// Where the configuration names no end any more, it goes on.
    package static func lapse(of told: EndingEvidence) -> EndingEvidence? {
        EndingEvidence(reason: .goesOn, date: told.date, warnedFrom: told.warnedFrom)
    }
}
