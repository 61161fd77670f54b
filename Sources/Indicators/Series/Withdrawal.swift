/// That a value was taken back, by whom and why.
package struct Withdrawal: Hashable, Sendable {
    /// Who gave the order, or the file that said so.
    package let by: String
    package let why: String
    package let at: Instant

    package init(by: String, why: String, at: Instant) {
        self.by = by
        self.why = why
        self.at = at
    }
}
