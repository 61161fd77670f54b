/// A state of the values of a store, which grows with every file that is taken in and everything that is taken back.
package struct ValueMark: Hashable, Sendable {
    package let imports: Int64
    package let withdrawals: Int64

    package init(imports: Int64, withdrawals: Int64) {
        self.imports = imports
        self.withdrawals = withdrawals
    }
}
