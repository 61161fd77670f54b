/// A state of a store, as one value of it sees it: as long as it is the same, nothing was changed.
///
/// It is of that value alone and of no use to another one, which may have the same file open.
package struct ChangeMark: Hashable, Sendable {
    /// Grows with what others change.
    package let others: Int64
    /// Grows with what is changed through the value itself.
    package let own: Int64

    package init(others: Int64, own: Int64) {
        self.others = others
        self.own = own
    }
}
