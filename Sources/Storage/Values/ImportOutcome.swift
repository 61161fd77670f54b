package import Feeds

/// What the store did with one file.
package enum ImportOutcome: Hashable, Sendable {
    /// Its rows are kept, or would have been but for the dry run.
    case accepted(IntakeTally)
    /// Nothing is kept, for the faults that were counted.
    case refused(IntakeTally)
    /// The same content was taken in before: its rows were only held against what holds, and those that were never taken
    /// are kept, as far as the tally counts them.
    case repeated(AcceptedImport, IntakeTally)

    /// What is done with a file whose rows came to this.
    ///
    /// - Parameters:
    ///   - tally: what became of its rows.
    ///   - header: the file.
    ///   - earlier: the import of the same content before; `nil` for new content.
    package init(_ tally: IntakeTally, of header: ImportHeader, repeating earlier: AcceptedImport?) {
        let isGood = tally.isAccepted(settingFaultyRowsAside: header.setsFaultyRowsAside)
        if let earlier {
            self = .repeated(earlier, isGood ? tally : tally.withNothingChanged)
        } else {
            self = isGood ? .accepted(tally) : .refused(tally)
        }
    }

    /// Whether any of it is kept, but for a dry run.
    package var changesTheStore: Bool {
        switch self {
        case .accepted: true
        case .refused: false
        case .repeated(_, let tally): tally.changeCount + tally.returned > 0
        }
    }
}
