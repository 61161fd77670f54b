package import Alerting
package import Indicators

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

/// A series that the configuration expects.
package struct ExpectedSeries: Hashable, Sendable {
    package let key: SeriesKey
    /// A hash over everything in the configuration that its judgement depends on.
    package let fingerprint: String

    package init(key: SeriesKey, fingerprint: String) {
        self.key = key
        self.fingerprint = fingerprint
    }
}

/// A series to judge, with the mark that was on it when it was read.
package struct SeriesToJudge: Hashable, Sendable {
    package let key: SeriesKey
    package let mark: Int

    package init(key: SeriesKey, mark: Int) {
        self.key = key
        self.mark = mark
    }
}

/// What one round of judging decided.
package struct Decisions: Sendable {
    /// A series as judged.
    package struct Judged: Hashable, Sendable {
        package let series: SeriesToJudge
        package let nextReview: Instant?

        package init(series: SeriesToJudge, nextReview: Instant?) {
            self.series = series
            self.nextReview = nextReview
        }
    }

    package var judged: [Judged] = []
    /// In the order in which they get their numbers.
    package var transitions: [Transition] = []
    /// Open episodes whose facts are newer, without a change to tell.
    package var refreshed: [Episode] = []
    package var notices: [Notice] = []

    package init(
        judged: [Judged] = [],
        transitions: [Transition] = [],
        refreshed: [Episode] = [],
        notices: [Notice] = []
    ) {
        self.judged = judged
        self.transitions = transitions
        self.refreshed = refreshed
        self.notices = notices
    }
}
