package import Assessment
package import Indicators

/// A series to judge, with the mark that was on it when it was read.
package struct SeriesToJudge: Hashable, Sendable {
    /// How a series that was marked stood when it was judged last, and by which file it was marked.
    package struct Standing: Hashable, Sendable {
        /// `nil` where it had not been judged, or by an earlier version.
        package let light: Light?
        /// As of which moment it was judged; `nil` where it never was.
        package let judgedAt: Instant?
        /// The SHA-256 of the file that marked it last; `nil` where none did.
        package let markedBy: String?
        /// When that file was taken in.
        package let markedAt: Instant?

        package init(light: Light? = nil, judgedAt: Instant? = nil, markedBy: String? = nil, markedAt: Instant? = nil) {
            self.light = light
            self.judgedAt = judgedAt
            self.markedBy = markedBy
            self.markedAt = markedAt
        }

        /// A moment ahead is one of a clock that ran ahead, and says nothing.
        func judgedAt(by now: Instant) -> Instant? { judgedAt.flatMap { $0 > now ? nil : $0 } }

        /// The files that changed something since: the one that marked the series, and those of new values in it.
        package func files(in history: SeriesHistory, at now: Instant) -> Set<String> {
            let since = judgedAt(by: now)
            let isNew = { (moment: Instant) in since.map { moment >= $0 } ?? true }
            var files: Set<String> = []
            // Values behind each other mostly came with one file.
            var last: String?
            for observation in history.observations where isNew(observation.recordedAt) {
                guard let hash = observation.importHash, hash != last else { continue }
                files.insert(hash)
                last = hash
            }
            if let markedBy, let markedAt, isNew(markedAt) { files.insert(markedBy) }
            return files
        }
    }

    /// As of which moment it was judged before, where something marked it; `nil` where it never was.
    package func judgedAt(by now: Instant) -> Instant? { standing?.judgedAt(by: now) }

    package let key: SeriesKey
    package let mark: Int
    /// `nil` where its time has come and nothing marked it.
    package let standing: Standing?

    package init(key: SeriesKey, mark: Int, standing: Standing? = nil) {
        self.key = key
        self.mark = mark
        self.standing = standing
    }
}
