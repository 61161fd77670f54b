/// What makes an indicator a budget line: its targets are the budgets of whole years, its values what was realised.
package struct Budget: Hashable, Sendable {
    /// The side of the books.
    package enum Side: String, Hashable, Sendable, CaseIterable {
        case costs
        case income
        case balance
    }

    /// What a realised amount counts.
    package enum Realised: String, Hashable, Sendable, CaseIterable {
        /// All of the year up to and including the period.
        case cumulative
        /// The period only.
        case perPeriod = "per-period"
    }

    package let side: Side
    package let realised: Realised

    package init(_ side: Side, realised: Realised = .cumulative) {
        self.side = side
        self.realised = realised
    }
}

/// Money, or something else, that ends on a day.
package struct Ending: Hashable, Sendable {
    /// The last day.
    package let date: CalendarDate
    /// The warning begins so many days before.
    package let warningDays: Int

    package init(date: CalendarDate, warningDays: Int) {
        self.date = date
        self.warningDays = warningDays
    }

    /// The first day of the warning.
    package var warningStart: CalendarDate { date.adding(days: -warningDays) }
}

/// The layer of a key performance indicator: what is done, what it brings people, what it changes in society.
package enum IndicatorLayer: String, Hashable, Sendable, CaseIterable, Codable {
    case activity
    case effect
    case impact

    /// The word that Dutch readers see.
    package var dutch: String {
        switch self {
        case .activity: "activiteit"
        case .effect: "effect"
        case .impact: "impact"
        }
    }
}
