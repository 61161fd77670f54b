package import Feeds
package import Indicators

/// That a value, or all that one file brought, is taken back.
package struct WithdrawalOrder: Hashable, Sendable {
    /// What is taken back.
    package enum Subject: Hashable, Sendable {
        /// What holds for one period of one series.
        case value(SeriesKey, Period)
        /// Everything of one file: how its SHA-256 begins, or its name.
        case imported(String)
    }

    package let subject: Subject
    package let by: String
    package let why: String
    package let at: Instant

    package init(_ subject: Subject, by: String, why: String, at: Instant) {
        self.subject = subject
        self.by = by
        self.why = why
        self.at = at
    }

    package var withdrawal: Withdrawal { Withdrawal(by: by, why: why, at: at) }

    /// What became of an order; only `done` has changed anything.
    package enum Outcome: Hashable, Sendable {
        /// The values that held and do not any more, each with what holds since.
        case done(IntakeTally.Listed<WithdrawnValue>)
        /// No value holds for the period.
        case nothingHolds
        case noSuchImport
        /// More than one file is meant: the first of them.
        case ambiguous([NamedImport.Candidate])
        case undoneBefore(Withdrawal)
    }
}
