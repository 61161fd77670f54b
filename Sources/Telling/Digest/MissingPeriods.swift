internal import Alerting
internal import Assessment
internal import Indicators

/// The periods of one alert that have not been received, apart from those that its reader knew of.
struct MissingPeriods: Hashable, Sendable {
    let added: [Period]
    let known: [Period]

    var all: [Period] { known + added }

    /// Of an alert that is told under a section.
    init(_ episode: Episode, in section: Digest.Section) {
        let periods = episode.facts.evidence.of(OverdueEvidence.self)?.periods ?? []
        switch section {
        case .new, .corrected: (added, known) = (periods, [])
        case .reminded, .resolved, .edited, .stillOpen: (added, known) = ([], periods)
        case .worsened, .changed, .eased:
            // That the last one was added is known, also where a store of an earlier version does not tell since when.
            let told = episode.facts.toldThrough ?? periods.dropLast().last
            added = periods.filter { period in told.map { $0.end < period.end } ?? true }
            known = periods.filter { period in told.map { period.end <= $0.end } ?? false }
        }
    }
}

extension [MissingPeriods] {
    /// Whether there is something new beside what was known.
    var isMixed: Bool { contains { !$0.added.isEmpty } && contains { !$0.known.isEmpty } }
}

extension Digest.Item {
    /// What is missing of each of its alerts.
    var missing: [MissingPeriods] { episodes.map { MissingPeriods($0, in: section) } }

    /// Whether a period of them is missing that its reader did not know of.
    var hasNewlyMissing: Bool { missing.contains { !$0.added.isEmpty } }
}
