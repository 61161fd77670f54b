package import Indicators

/// The reports of the milestones of one file, beside those that were known before it.
///
/// Bounded: of a file with more reports than any programme has, those that follow are taken without a remark.
package struct ReportCourses {
    private static let most = 20_000

    private var courses: [SeriesKey: Course] = [:]
    /// In the order of the file.
    private var order: [SeriesKey] = []
    private var count = 0

    package init() {}

    /// Notes a report of the file that is taken in.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - known: gives what holds of the series without the file.
    /// - Throws: what `known` throws.
    package mutating func note(_ row: ObservedRow, known: () throws -> [Observation]) rethrows {
        guard let terms = row.reports, count < Self.most else { return }
        if courses[row.series] == nil {
            let reports = terms.documented + (try known())
            courses[row.series] = Course(terms: terms, known: reports)
            order.append(row.series)
            count += reports.count
        }
        count += 1
        courses[row.series]?.note(row.observation)
    }

    /// What is remarkable, milestone by milestone in the order of the file, each by its days.
    package var remarks: [ReportRemark] { order.flatMap { key in courses[key]?.remarks(of: key) ?? [] } }

    /// The reports of one milestone, by their days.
    private struct Course {
        let terms: ReportTerms
        private(set) var known: [Period: Observation]
        private(set) var new: [Period: Observation] = [:]

        /// What a file reports of a day goes before the document.
        init(terms: ReportTerms, known: [Observation]) {
            self.terms = terms
            self.known = Dictionary(known.map { ($0.period, $0) }) { $1 }
        }

        /// What was known, and what the file has said already, is no news.
        mutating func note(_ report: Observation) {
            if let same = known[report.period], same.agrees(with: report) { return }
            if new[report.period] == nil { new[report.period] = report }
        }

        func remarks(of series: SeriesKey) -> [ReportRemark] {
            let all = known.merging(new) { $1 }.values.sorted { $0.period < $1.period }
            let last = known.values.filter { new[$0.period] == nil }.max { $0.period < $1.period }
            return all.indices.compactMap { place in
                let report = all[place]
                guard new[report.period] != nil else { return nil }
                if let last, last.period == all.last?.period, overtakes(last, report) {
                    return remark(.overtaken, report, last, series)
                }
                guard place > 0, let before = undone(report, after: all[place - 1]) else { return nil }
                return remark(.undone, report, before, series)
            }
        }

        /// Whether the one goes on holding where the other is older: of a milestone that recurs what was done is done.
        private func overtakes(_ last: Observation, _ report: Observation) -> Bool {
            guard last.period > report.period, terms.lasts(from: report.period, to: last.period) else { return false }
            return terms.turn == nil || report.milestoneStatus != .done
        }

        /// The report that said that it was done, where this one says that it is not.
        private func undone(_ report: Observation, after before: Observation) -> Observation? {
            // What was done in its turn is done, whatever is said in it after.
            guard terms.turn == nil, before.milestoneStatus == .done, report.milestoneStatus != .done else {
                return nil
            }
            return before
        }

        private func remark(
            _ kind: ReportRemark.Kind,
            _ report: Observation,
            _ other: Observation,
            _ series: SeriesKey
        ) -> ReportRemark {
            ReportRemark(
                kind: kind,
                series: series,
                period: report.period,
                status: report.milestoneStatus,
                other: other.period,
                otherStatus: other.milestoneStatus
            )
        }
    }
}
