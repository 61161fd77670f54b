internal import Feeds
internal import Storage

extension IntakeTally {
    /// What the store did with the rows of one file.
    init(_ result: ImportResult) {
        self.init()
        for _ in 0..<result.taken { countTaken() }
        for _ in 0..<result.unchanged { countUnchanged() }
        for revision in result.revisions {
            count(
                RevisedValue(
                    series: revision.series,
                    period: revision.period,
                    old: revision.before,
                    new: revision.after,
                    oldReport: revision.reportBefore,
                    newReport: revision.reportAfter
                )
            )
        }
        // Not listed: those beyond the first, and those that leave the value as it was.
        for _ in result.revisions.count..<max(result.revisions.count, result.revised) { countRevised() }
        for (reason, skipped) in result.skipped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for line in Self.filled(skipped.lines, to: skipped.count) { count(RowSkip(line: line, reason: reason)) }
        }
        for fault in Self.filled(result.faults, to: result.faultCount) { count(fault) }
    }

    /// The elements, of which only the first were kept: the last again for each that was not, as it counts but is not shown.
    private static func filled<Element>(_ kept: [Element], to count: Int) -> [Element] {
        guard let last = kept.last, count > kept.count else { return kept }
        return kept + Array(repeating: last, count: count - kept.count)
    }
}
