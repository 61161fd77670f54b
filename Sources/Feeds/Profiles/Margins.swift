/// The members by which a table gives a value and its interval in rows of their own, as RIVM does.
package struct Margins: Hashable, Sendable {
    /// How the interval is given.
    package enum Interval: Hashable, Sendable {
        /// Its two ends.
        case bounds(lower: String, upper: String)
        /// How far it reaches to each side of the value.
        case halfWidth(String)
    }

    /// The member that gives the value.
    package let value: String
    package let interval: Interval

    package init(value: String, interval: Interval) {
        self.value = value
        self.interval = interval
    }

    package init(value: String, lower: String, upper: String) {
        self.init(value: value, interval: .bounds(lower: lower, upper: upper))
    }
}
