package import Feeds

/// What the store did with one file.
package enum ImportOutcome: Hashable, Sendable {
    /// Its rows are kept, or would have been but for the dry run.
    case accepted(IntakeTally)
    /// Nothing is kept, for the faults that were counted.
    case refused(IntakeTally)
    /// The same content was taken in before: no row was read, and nothing is kept.
    case repeated(AcceptedImport)
}
