internal import Indicators

/// What is found of a milestone: how it stands, and of one that recurs in which turn, with the other turns beside it.
struct MilestoneJudgement {
    let standing: MilestoneStanding
    let state: Finding.State
    let reason: MilestoneReason
    /// `nil` of a milestone that does not recur.
    let beside: MilestoneTurnsBeside?

    init(of series: SeriesSubject, on today: CalendarDate, warningDays: Int) {
        let told = series.openAlerts[MilestoneEvidence.rule]?.evidence.of(MilestoneEvidence.self)
        let isAlerted = series.openAlerts[MilestoneEvidence.rule] != nil
        guard let turns = MilestoneTurns(of: series, on: today), !turns.turns.isEmpty else {
            standing = MilestoneStanding(of: series)
            (state, reason) = standing.judgement(on: today, warningDays: warningDays, isAlerted: isAlerted)
            beside = nil
            return
        }
        let judged = turns.turns.map { turn in
            let isTold = told?.openTurns.contains(turn.occasion) ?? isAlerted
            return One(turn, series.indicator.cadence, on: today, warningDays: warningDays, isAlerted: isTold)
        }
        let open = judged.indices.filter { judged[$0].turn.isOpen && !turns.isSettled($0) }
        let last = judged.count - 1
        // What has ended is told of the turn that it was told of, though the next one runs by now.
        let ended = judged.lastIndex { $0.reason == .done && $0.turn.occasion == told?.occasion }
        let lead = open.max { (judged[$0].rank, $0) < (judged[$1].rank, $1) } ?? ended ?? last
        standing = judged[lead].standing
        state = judged[lead].state
        reason = judged[lead].reason
        let others = open.filter { $0 != lead } + (judged[last].reason == .done && lead != last ? [last] : [])
        beside = MilestoneTurnsBeside(others.map { judged[$0].turn })
    }

    /// One turn by itself.
    private struct One {
        let standing: MilestoneStanding
        let state: Finding.State
        let reason: MilestoneReason
        let turn: MilestoneTurn

        init(
            _ turn: MilestoneTurns.Turn,
            _ cadence: Cadence,
            on today: CalendarDate,
            warningDays: Int,
            isAlerted: Bool
        ) {
            standing = MilestoneStanding(turn, cadence: cadence)
            (state, reason) = standing.judgement(on: today, warningDays: warningDays, isAlerted: isAlerted)
            self.turn = MilestoneTurn(occasion: turn.occasion, reason: reason)
        }

        /// The gravest turn is the one to tell of: by its severity, then by its reason.
        var rank: Int { (state.severity.map { $0 == .critical ? 20 : 10 } ?? 0) + reason.gravity }
    }
}
