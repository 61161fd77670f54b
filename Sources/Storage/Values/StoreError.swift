/// A fault of the store.
package enum StoreError: Error, Hashable, Sendable {
    /// Another process has the store open for writing.
    case inUse(path: String)
    /// The file is no store, or one of a later version.
    case notAStore(path: String, why: String)
    /// What was read has changed since; read and decide again.
    case stale
    /// The disk is full, or reading or writing failed. The process must end and start again from what is committed.
    case inputOutput(String)
    /// Anything else that the database answered.
    case failed(String)
}
