package import Alerting
package import Feeds
package import Indicators

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

/// One file on its way in.
package struct ImportHeader: Hashable, Sendable {
    /// The name for people; two files may share it.
    package let fileName: String
    /// SHA-256 in hexadecimal.
    package let hash: String
    package let byteCount: Int
    package let at: Instant
    /// The name of the feed profile.
    package let profile: String?
    /// Whether rows with faults are set aside instead of refusing the file.
    package let setsFaultyRowsAside: Bool
    package let isDryRun: Bool

    package init(
        fileName: String,
        hash: String,
        byteCount: Int,
        at: Instant,
        profile: String? = nil,
        setsFaultyRowsAside: Bool = false,
        isDryRun: Bool = false
    ) {
        self.fileName = fileName
        self.hash = hash
        self.byteCount = byteCount
        self.at = at
        self.profile = profile
        self.setsFaultyRowsAside = setsFaultyRowsAside
        self.isDryRun = isDryRun
    }
}

/// An import that was taken in before.
package struct AcceptedImport: Hashable, Sendable {
    package let fileName: String
    package let at: Instant

    package init(fileName: String, at: Instant) {
        self.fileName = fileName
        self.at = at
    }
}

/// What became of the rows of one file.
package struct ImportResult: Hashable, Sendable {
    /// A value, or a report of a milestone, that replaced another one.
    package struct Revision: Hashable, Sendable {
        package let series: SeriesKey
        package let period: Period
        package let before: ExactDecimal
        package let after: ExactDecimal
        /// What was reported of a milestone; `nil` for a measured value.
        package let reportBefore: MilestoneReport?
        /// What is reported of a milestone now; `nil` for a measured value.
        package let reportAfter: MilestoneReport?

        package init(
            series: SeriesKey,
            period: Period,
            before: ExactDecimal,
            after: ExactDecimal,
            reportBefore: MilestoneReport? = nil,
            reportAfter: MilestoneReport? = nil
        ) {
            self.series = series
            self.period = period
            self.before = before
            self.after = after
            self.reportBefore = reportBefore
            self.reportAfter = reportAfter
        }
    }

    /// Whether anything was kept (or would have been, for a dry run).
    package var isAccepted = true
    /// The import that took in the same content before.
    ///
    /// Then no row was read, and nothing is kept.
    package var earlier: AcceptedImport?
    package var rows = 0
    package var taken = 0
    /// Periods whose value or particulars changed.
    package var revised = 0
    package var unchanged = 0
    /// The first hundred periods whose value, or report of a milestone, changed.
    package var revisions: [Revision] = []
    /// How many rows were skipped, by reason, and the first lines.
    package var skipped: [IntakeReason: SkippedRows] = [:]
    /// The first hundred faults.
    package var faults: [RowFault] = []
    package var faultCount = 0

    package init() {}

    /// The result for content that was taken in before.
    package init(repeating earlier: AcceptedImport) {
        isAccepted = false
        self.earlier = earlier
    }

    /// Rows that were skipped for one reason.
    package struct SkippedRows: Hashable, Sendable {
        package var count = 0
        /// The first ten lines.
        package var lines: [Int] = []

        package init() {}
    }
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
