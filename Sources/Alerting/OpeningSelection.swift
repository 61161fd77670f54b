internal import Assessment
package import Indicators

/// Says which alerts of an opening state have to be known in full.
///
/// These are the gravest of each that are told as one, and what is told by itself. Of the others only their number is told,
/// and of very many alerts these are most.
package struct OpeningSelection: Sendable {
    /// An alert that waits to be told, and how it stood.
    package struct Candidate: Sendable {
        package let notice: WaitingNotice
        package let outline: AlertOutline

        package init(notice: WaitingNotice, outline: AlertOutline) {
            self.notice = notice
            self.outline = outline
        }

        fileprivate var alert: AlertKey { notice.run.alert }
    }

    /// What is told as one.
    struct Group: Hashable, Sendable {
        let programme: String
        let rule: RuleName
    }

    /// What is told as a number.
    package struct Rest: Hashable, Sendable {
        fileprivate(set) var groups: [Group: FoldedRest] = [:]
        /// The series of these, where an alert of them is also told otherwise.
        fileprivate(set) var series: Set<SeriesKey> = []

        package static let none = Rest()
    }

    /// Those that have to be known in full.
    package private(set) var full: [WaitingNotice] = []
    package private(set) var rest = Rest.none

    /// So many of each group are known in full: one more than are told one by one.
    private static let mostOfGroup = DigestFolding.fewParts + 1

    /// - Parameters:
    ///   - candidates: what is told, each alert once.
    ///   - isHidden: whether of a series something may not be told; the alerts of its indicator are known in full.
    package init(_ candidates: [Candidate], isHidden: (SeriesKey) -> Bool) {
        let open = Dictionary(candidates.map { ($0.alert, $0.outline) }) { first, _ in first }
        let speakers = candidates.map { Self.speaker(for: $0.alert, among: open) }
        let speaking = Set(speakers.compactMap(\.self))
        var asOne: [Group: [Candidate]] = [:]
        let awaited = Set(candidates.lazy.filter { $0.alert.rule == OverdueEvidence.rule }.map(\.alert.series))
        // Where there is more to one alert than its finding, or less may be told, or another one speaks for it, all that it may
        // stand with are known: who speaks for whom follows from all of them.
        let special = Set(
            zip(candidates, speakers).filter { candidate, speaker in
                speaker != nil || !candidate.outline.isPlain || isHidden(candidate.alert.series)
            }
            .map(\.0.alert.series.indicator)
        )
        for candidate in candidates {
            let alert = candidate.alert
            if special.contains(alert.series.indicator) || alert.rule == OverdueEvidence.rule
                || speaking.contains(alert)
                || alert.series.ancestors.isEmpty
            {
                full.append(candidate.notice)
            } else {
                let group = Group(programme: candidate.outline.programme, rule: alert.rule)
                take(candidate, in: group, &asOne, awaited)
            }
        }
        full += asOne.values.flatMap { $0.map(\.notice) }
    }

    /// Keeps the gravest of a group; the others are counted.
    private mutating func take(
        _ candidate: Candidate,
        in group: Group,
        _ asOne: inout [Group: [Candidate]],
        _ awaited: Set<SeriesKey>
    ) {
        var kept = asOne[group] ?? []
        let place = kept.firstIndex { Self.precedes(candidate, $0) } ?? kept.endIndex
        guard place < Self.mostOfGroup else { return count(candidate, in: group, awaited) }
        kept.insert(candidate, at: place)
        if kept.count > Self.mostOfGroup, let last = kept.popLast() { count(last, in: group, awaited) }
        asOne[group] = kept
    }

    private mutating func count(_ candidate: Candidate, in group: Group, _ awaited: Set<SeriesKey>) {
        let series = candidate.alert.series
        rest.groups[group, default: .none].add(series)
        if awaited.contains(series) { rest.series.insert(series) }
    }

    /// As ``DigestFolding`` orders what it tells as one.
    private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        guard left.outline.gravity == right.outline.gravity else { return left.outline.gravity > right.outline.gravity }
        return left.notice.run < right.notice.run
    }

    /// As ``Inhibition/speaker(for:)`` says it.
    private static func speaker(for part: AlertKey, among open: [AlertKey: AlertOutline]) -> AlertKey? {
        var speaker = whole(of: part, among: open)
        for _ in 0..<16 {
            guard let found = speaker, let larger = whole(of: found, among: open) else { break }
            speaker = larger
        }
        return speaker
    }

    private static func whole(of part: AlertKey, among open: [AlertKey: AlertOutline]) -> AlertKey? {
        guard let own = open[part] else { return nil }
        return part.wholes.first { key in
            guard let whole = open[key] else { return false }
            return (key.rule != part.rule || whole.reason == own.reason) && whole.severity >= own.severity
        }
    }
}
