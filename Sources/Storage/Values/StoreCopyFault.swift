/// Why a store is not copied, or a copy not taken for one.
package enum StoreCopyFault: Error, Hashable, Sendable {
    /// Nothing is ever written over.
    case exists(path: String)
    case missing(path: String)
    /// It is no store, one of a later version, or one that nothing was ever kept in.
    case notAStore(path: String, why: String)
    /// SQLite's own check finds faults in it.
    case damaged(path: String, why: String)
    /// There is no room for the copy, or writing it failed.
    case notWritten(path: String, why: String)
    /// What was copied is not what was there.
    case differs(path: String)
}
