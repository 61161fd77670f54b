/// The members by which a table gives a value and its interval in rows of their own, as RIVM does.
package struct Margins: Hashable, Sendable {
    package let value: String
    package let lower: String
    package let upper: String

    package init(value: String, lower: String, upper: String) {
        self.value = value
        self.lower = lower
        self.upper = upper
    }
}
