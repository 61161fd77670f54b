package import Assessment
package import Indicators

/// The identity of an alert: one rule on one series, whatever happens to its numbers.
package struct AlertKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rule: RuleName
    package let series: SeriesKey

    package init(rule: RuleName, series: SeriesKey) {
        self.rule = rule
        self.series = series
    }

    /// `target:wmo-maatwerk/GM0303`.
    package var description: String { "\(rule.rawValue):\(series)" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.series, left.rule.rawValue) < (right.series, right.rule.rawValue)
    }
}

/// One run of an alert, from opened to resolved or corrected.
package struct Episode: Hashable, Sendable {
    package let alert: AlertKey
    /// 1 for the first episode of the alert.
    package let number: Int
    package let openedAt: Instant
    /// `nil` while it is open.
    package var closedAt: Instant?
    /// The facts as last judged.
    package var facts: AlertFacts

    package init(alert: AlertKey, number: Int, openedAt: Instant, closedAt: Instant? = nil, facts: AlertFacts) {
        self.alert = alert
        self.number = number
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.facts = facts
    }

    /// `target:wmo-maatwerk/GM0303#1`.
    package var id: String { "\(alert)#\(number)" }
}

/// What is told about an alert: plain facts, kept with the episode so that they can be told when the configuration has
/// changed since.
package struct AlertFacts: Hashable, Sendable, Codable {
    /// A target that is missed, not yet reached or, at the end, met.
    package struct NamedTarget: Hashable, Sendable, Codable {
        /// The number of the goal; `nil` for the yearly path.
        package var goal: String?
        /// The period of the target.
        package var period: String
        /// As the document writes it: `<108`.
        package var notation: String
        /// As a plain bound with its unit: `< 108 per 1000`.
        package var bound: String

        package init(goal: String?, period: String, notation: String, bound: String) {
            self.goal = goal
            self.period = period
            self.notation = notation
            self.bound = bound
        }
    }

    package var severity: Severity
    package var reason: Reason
    package var programme: String
    package var programmeTitle: String
    package var package: String
    package var packageTitle: String
    package var title: String
    package var unit: String
    /// The period that the alert is about: of the value, or the one that is overdue.
    package var period: String?
    /// The value, exact, with a decimal point; `nil` where none is known.
    package var value: String?
    package var isProvisional = false
    package var isDerived = false
    package var revision: Int?
    package var targets: [NamedTarget] = []
    /// The periods that are overdue.
    package var overduePeriods: [String] = []
    package var source: String?
    package var owner: String?
    /// The name of the area.
    package var areaName: String
    /// The next period for which a value is awaited.
    package var nextPeriod: String?
    /// The last day on which that value is in time, as ISO 8601.
    package var nextDue: String?
    /// The SHA-256 of the file that brought the value.
    package var importHash: String?
    /// The layer of a performance indicator: `activity`, `effect`, `impact`.
    package var layer: String?
    /// What is told of a milestone; `nil` for anything else.
    package var milestone: MilestoneFacts?
    /// What is told of a budget line; `nil` for anything else.
    package var budget: BudgetFacts?
    /// The day on which the money ends, as ISO 8601, where that is what is told.
    package var endsOn: String?

    /// Orders facts from less to more serious: severity first, then a target missed above one still ahead, and a
    /// disadvantage above an advantage, and a date that has passed above one that moves.
    package var gravity: Int {
        let level =
            switch reason {
            case .notYetReached, .betterThanLevel, .budgetAdvantage: 0
            case .pastDate, .hasEnded: 2
            default: 1
            }
        return (severity == .critical ? 10 : 0) + level
    }

    /// The value with its unit in Dutch: `112 per 1000`.
    package var writtenValue: String? {
        value.flatMap { ExactDecimal($0) }.map { MeasureUnit(unit).written($0) }
    }

    package init(
        severity: Severity,
        reason: Reason,
        programme: String,
        programmeTitle: String,
        package: String,
        packageTitle: String,
        title: String,
        unit: String,
        areaName: String
    ) {
        self.severity = severity
        self.reason = reason
        self.programme = programme
        self.programmeTitle = programmeTitle
        self.package = package
        self.packageTitle = packageTitle
        self.title = title
        self.unit = unit
        self.areaName = areaName
    }
}
