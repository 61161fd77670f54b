/// How much was recorded after a moment.
package struct RecordedSince: Hashable, Sendable {
    /// The values that files brought, revised ones included.
    package let values: Int
    /// How often values were taken back: one by one, or all of a file.
    package let withdrawals: Int
    /// Whether a file had brought a value by then.
    package let hadBegun: Bool

    package init(values: Int, withdrawals: Int, hadBegun: Bool) {
        self.values = values
        self.withdrawals = withdrawals
        self.hadBegun = hadBegun
    }

    package var isEmpty: Bool { values == 0 && withdrawals == 0 }
}
