package import Indicators

/// A day of planning and control that digests are made for: the zomernota, the begroting, the jaarstukken.
package struct PlanningMoment: Hashable, Sendable {
    /// As the configuration writes it.
    package let name: String
    package let date: CalendarDate

    package init(name: String, date: CalendarDate) {
        self.name = name
        self.date = date
    }
}
