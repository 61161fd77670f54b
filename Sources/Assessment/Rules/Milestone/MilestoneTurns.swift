internal import Indicators

/// The turns of a milestone that recurs, up to the present one, each with the reports that tell of it.
///
/// Each turn is its own: a report counts for the turn in which its day lies, so that what was missed is not made up for by
/// what is done in the next turn. Only a word that it was not done counts for the turn before, where that was not done and
/// its report is still in time: "vertraagd" of 10 January is said of the year that has just ended. Where the last word of
/// all is that it was stopped, no turn follows.
struct MilestoneTurns {
    struct Turn {
        let occasion: MilestoneOccasion
        /// In the order of their days.
        var reports: [RecordedObservation] = []

        var isDone: Bool { reports.contains { $0.observation.milestoneStatus == .done } }

        var isStopped: Bool { !isDone && reports.last?.observation.milestoneStatus == .stopped }

        /// Whether a report tells how the turn ended.
        var isTold: Bool { isDone || isStopped || reports.contains { $0.period.end >= occasion.last.end } }
    }

    /// In their order, the present one last.
    private(set) var turns: [Turn]

    /// `nil` for a milestone that does not recur.
    init?(of series: SeriesSubject, on today: CalendarDate) {
        let cadence = series.indicator.cadence
        guard series.indicator.isMilestone, series.indicator.recurs, let start = cadence.first else { return nil }
        let begun = cadence.expected(from: start) { $0 == start || cadence.windowStart(of: $0) <= today }
        turns = begun.map { Turn(occasion: MilestoneOccasion($0, cadence)) }
        let reports = series.history.observations.sorted { $0.period.end < $1.period.end }
        assign(reports, cadence)
        endWithStop()
    }

    /// Whether nothing more is expected after the last of the turns.
    var hasEnded: Bool { turns.last?.isStopped ?? false }

    /// The turns whose end is settled: done, or stopped and gone on since.
    func isSettled(_ index: Int) -> Bool {
        turns[index].isDone
            || turns[index].isStopped && turns[(index + 1)...].contains { !$0.reports.isEmpty }
    }

    private mutating func assign(_ reports: [RecordedObservation], _ cadence: Cadence) {
        var index = 0
        for report in reports {
            let day = report.period.end
            while index < turns.count, turns[index].occasion.last.end < day { index += 1 }
            guard index < turns.count else { return }
            guard day >= turns[index].occasion.first.start else { continue }
            let isOfOneBefore = index > 0 && Self.tells(report, of: turns[index - 1], cadence)
            turns[isOfOneBefore ? index - 1 : index].reports.append(report)
        }
    }

    /// Whether a report of the next turn says that this one was not done.
    private static func tells(_ report: RecordedObservation, of turn: Turn, _ cadence: Cadence) -> Bool {
        switch report.observation.milestoneStatus {
        case .delayed, .postponed, .stopped:
            !turn.isDone && report.period.end <= cadence.dueDate(of: turn.occasion.last)
        case .done, .onSchedule, .notStarted, .unknown, nil: false
        }
    }

    private mutating func endWithStop() {
        guard let last = turns.lastIndex(where: { !$0.reports.isEmpty }), turns[last].isStopped else { return }
        turns.removeSubrange((last + 1)...)
    }
}
