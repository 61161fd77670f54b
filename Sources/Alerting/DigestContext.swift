package import Assessment
package import Indicators

/// What a digest says beside its alerts: values that came before, and how all that is watched stands.
package struct DigestContext: Hashable, Sendable {
    /// A value that holds of an earlier period.
    package struct EarlierValue: Hashable, Sendable {
        package let amount: ExactDecimal
        package let period: Period

        package init(amount: ExactDecimal, period: Period) {
            self.amount = amount
            self.period = period
        }
    }

    /// The value of the period before the one that is told; only what may be told stands here.
    package var earlier: [SeriesKey: EarlierValue]
    /// How many of the watched indicators have each light; `nil` where nobody asked.
    package var lights: [Light: Int]?
    /// The period of which a value is awaited next, of series whose alert has ended; `nil` where none is.
    package var awaited: [SeriesKey: DuePeriod?] = [:]
    /// The moments of planning and control that the digest is for.
    package var moments: [PlanningMoment]

    /// The last part of the address by which the reader takes an alert up, by the id of its episode; empty where mails have
    /// no such links.
    package var takeUp: [String: String] = [:]

    package init(
        earlier: [SeriesKey: EarlierValue] = [:],
        lights: [Light: Int]? = nil,
        moments: [PlanningMoment] = []
    ) {
        self.earlier = earlier
        self.lights = lights
        self.moments = moments
    }

    /// Nothing beside the alerts.
    package static let none = DigestContext()
}
