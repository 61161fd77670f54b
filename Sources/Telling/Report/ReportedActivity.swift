package import Indicators

/// How a promise of the programme stands.
package struct ReportedActivity: Hashable, Sendable {
    /// The number of its goal; `nil` where the document gives it none.
    package let number: String?
    /// As reported last; `nil` where nothing was.
    package let status: MilestoneStatus?
    /// The day by which it has to be done, as planned or as reported; `nil` where no date is known.
    package let due: CalendarDate?
}
