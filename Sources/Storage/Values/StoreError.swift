/// A fault of the store.
package enum StoreError: Error, Hashable, Sendable {
    /// Another process has the store open for writing.
    case inUse(path: String)
    /// The file is no store, or one of a later version.
    case notAStore(path: String, why: String)
    /// Whether and what the store is cannot be said: what cannot be read is never taken for empty.
    case unreadable(path: String, why: String)
    /// Another program holds the store locked, or the disk is full: nothing was kept, and a later try may succeed.
    case passing(String)
    /// What was read has changed since; read and decide again.
    case stale
    /// Reading or writing failed. The process must end and start again from what is committed.
    case inputOutput(String)
    /// Anything else that the database answered.
    case failed(String)
}
