import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("What a finding does to an episode")
struct EpisodeDecisionTests {
    /// An open episode or none, a finding with its facts, and what follows.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let open: FindingFacts?
        let state: Finding.State
        let facts: FindingFacts
        /// `nil` where nothing is told.
        let kind: AlertEventKind?
        /// The reason that the episode has afterwards.
        var reason: Reason?
        var refreshed = false
    }

    static let cases = [
        Case(testDescription: "in order, none open", open: nil, state: .inOrder, facts: Sample.facts(), kind: nil),
        Case(
            testDescription: "informs, none open: nothing is opened",
            open: nil,
            state: .informs,
            facts: Sample.facts(),
            kind: nil
        ),
        Case(
            testDescription: "only informs from now on: resolved",
            open: Sample.facts(),
            state: .informs,
            facts: Sample.facts(.critical, .targetMet, value: "105", period: "2026"),
            kind: .resolved,
            reason: .targetMet
        ),
        Case(testDescription: "unknown, none open", open: nil, state: .unknown, facts: Sample.facts(), kind: nil),
        Case(
            testDescription: "deviates, none open: opened",
            open: nil,
            state: .deviates(.critical),
            facts: Sample.facts(),
            kind: .opened,
            reason: .targetMissed
        ),
        Case(
            testDescription: "the same again",
            open: Sample.facts(),
            state: .deviates(.critical),
            facts: Sample.facts(),
            kind: nil
        ),
        Case(
            testDescription: "as bad, but with a newer value: only refreshed",
            open: Sample.facts(),
            state: .deviates(.critical),
            facts: Sample.facts(value: "115", period: "2026"),
            kind: nil,
            refreshed: true
        ),
        Case(
            testDescription: "amber becomes red by a worse value: worsened",
            open: Sample.facts(.warning),
            state: .deviates(.critical),
            facts: Sample.facts(.critical, value: "150", period: "2026"),
            kind: .worsened,
            reason: .targetMissed
        ),
        Case(
            testDescription: "amber becomes red with the same value: neither better nor worse",
            open: Sample.facts(.warning),
            state: .deviates(.critical),
            facts: Sample.facts(.critical),
            kind: .escalated,
            reason: .targetMissed
        ),
        Case(
            testDescription: "still to be reached becomes missed with a better value: not worse",
            open: Sample.facts(.warning, .notYetReached),
            state: .deviates(.warning),
            facts: Sample.facts(.warning, value: "110", period: "2026"),
            kind: .escalated,
            reason: .targetMissed
        ),
        Case(
            testDescription: "red becomes amber by a better value: eased",
            open: Sample.facts(.critical),
            state: .deviates(.warning),
            facts: Sample.facts(.warning, value: "109", period: "2026"),
            kind: .eased,
            reason: .targetMissed
        ),
        Case(
            testDescription: "red becomes still to be reached with the same value: not better",
            open: Sample.facts(.critical),
            state: .deviates(.warning),
            facts: Sample.facts(.warning, .notYetReached),
            kind: .relaxed,
            reason: .notYetReached
        ),
        Case(
            testDescription: "in order with a newer value: resolved",
            open: Sample.facts(),
            state: .inOrder,
            facts: Sample.facts(.critical, .targetMet, value: "105", period: "2026"),
            kind: .resolved,
            reason: .targetMet
        ),
        Case(
            testDescription: "the same value in order, after the target moved: resolved",
            open: Sample.facts(),
            state: .inOrder,
            facts: Sample.facts(.critical, .targetMet),
            kind: .resolved,
            reason: .targetMet
        ),
        Case(
            testDescription: "the value itself was revised: corrected",
            open: Sample.facts(),
            state: .inOrder,
            facts: Sample.facts(.critical, .targetMet, value: "105", revision: 2),
            kind: .corrected,
            reason: .revised
        ),
        Case(
            testDescription: "a revised value of a newer period: resolved",
            open: Sample.facts(),
            state: .inOrder,
            facts: Sample.facts(.critical, .targetMet, value: "105", period: "2026", revision: 2),
            kind: .resolved,
            reason: .targetMet
        ),
        Case(
            testDescription: "unknown leaves it open",
            open: Sample.facts(),
            state: .unknown,
            facts: Sample.facts(.critical, .inputMissing, value: nil),
            kind: nil
        ),
        Case(
            testDescription: "a late value arrived: resolved",
            open: Sample.facts(.warning, .overdue, value: nil, revision: nil),
            state: .inOrder,
            facts: Sample.facts(.warning, .onTime, value: nil, revision: nil),
            kind: .resolved,
            reason: .onTime
        ),
    ]

    @Test("Opens once, worsens, eases, ends once", arguments: cases)
    func decides(_ example: Case) {
        let finding = Finding.sample(example.state, on: example.facts)
        let open = example.open.map { Sample.episode($0) }
        let decision = EpisodeDecision.decide(
            finding,
            facts: example.facts,
            series: Sample.series,
            open: open,
            earlier: open == nil ? 0 : 1,
            at: Sample.at(500)
        )
        switch decision {
        case .unchanged:
            #expect(example.kind == nil && !example.refreshed)
        case .refreshed(let episode):
            #expect(example.refreshed && episode.facts.evidence == example.facts.evidence && episode.id == open?.id)
        case .changed(let transition):
            #expect(transition.kind == example.kind && transition.at == Sample.at(500))
            #expect(transition.episode.facts.reason == example.reason)
            #expect(transition.episode.closedAt == (transition.kind.closes ? Sample.at(500) : nil))
            #expect(transition.episode.openedAt == (open == nil ? Sample.at(500) : Sample.at(100)))
        }
    }

    @Test("An alert that comes back is a new episode with the next number")
    func reopens() throws {
        let decision = EpisodeDecision.decide(
            Finding.sample(.deviates(.critical), on: Sample.facts()),
            facts: Sample.facts(),
            series: Sample.series,
            open: nil,
            earlier: 2,
            at: Sample.at(500)
        )
        guard case .changed(let transition) = decision else {
            Issue.record("nothing was opened")
            return
        }
        #expect(transition.episode.id == "target:wmo/GM0303#3")
        #expect(transition.kind == .opened)
    }

    @Test("Eased from red by a revision of the value stays open and is told as eased, not as corrected")
    func easedByRevision() {
        let decision = EpisodeDecision.decide(
            Finding.sample(.deviates(.warning), on: Sample.facts(.warning, value: "109", revision: 2)),
            facts: Sample.facts(.warning, value: "109", revision: 2),
            series: Sample.series,
            open: Sample.episode(),
            earlier: 1,
            at: Sample.at(500)
        )
        guard case .changed(let transition) = decision else {
            Issue.record("nothing changed")
            return
        }
        #expect(transition.kind == .eased)
    }

    @Test("An episode that was revised while open is corrected only by a revision since it was told")
    func revisedBefore() {
        // Opened on revision 2; the target moved, the value did not.
        let decision = EpisodeDecision.decide(
            Finding.sample(.inOrder, on: Sample.facts(.critical, .targetMet, revision: 2)),
            facts: Sample.facts(.critical, .targetMet, revision: 2),
            series: Sample.series,
            open: Sample.episode(Sample.facts(revision: 2)),
            earlier: 1,
            at: Sample.at(500)
        )
        guard case .changed(let transition) = decision else {
            Issue.record("nothing changed")
            return
        }
        #expect(transition.kind == .resolved)
    }

    @Test(
        "What a clock that ran ahead had opened has never been, unless it deviates all the same",
        arguments: [Finding.State.inOrder, .unknown, .deviates(.critical)]
    )
    func takesBack(state: Finding.State) {
        var open = Sample.episode()
        open.openedAt = Sample.at(150_000_000)
        let facts = state == .inOrder ? Sample.facts(.critical, .targetMet) : Sample.facts()
        let decision = EpisodeDecision.decide(
            Finding.sample(state, on: facts),
            facts: facts,
            series: Sample.series,
            open: open,
            earlier: 1,
            at: Sample.at(500)
        )
        switch decision {
        case .unchanged: Issue.record("it still begins in years")
        case .refreshed(let episode):
            #expect(state == .deviates(.critical) && episode.openedAt == Sample.at(500) && episode.closedAt == nil)
        case .changed(let transition):
            #expect(state != .deviates(.critical) && transition.kind == .corrected)
            #expect(transition.episode.facts.reason == .clockWasWrong)
            #expect(transition.episode.openedAt == Sample.at(500) && transition.episode.closedAt == Sample.at(500))
        }
    }

    @Test(
        "What rested on a value that was taken back is corrected, unless it deviates all the same",
        arguments: [Finding.State.inOrder, .unknown, .deviates(.critical)]
    )
    func corrects(state: Finding.State) throws {
        let facts = state == .inOrder ? Sample.facts(.critical, .targetMet) : Sample.facts()
        let year = try #require(Period("2025"))
        let correction = ValueCorrection(of: ExactDecimal(112), period: year, severity: .critical, by: nil)
        let decision = EpisodeDecision.decide(
            Finding.sample(state, on: facts),
            facts: facts,
            series: Sample.series,
            open: Sample.episode(),
            correction: correction,
            earlier: 1,
            at: Sample.at(500)
        )
        guard case .changed(let transition) = decision else {
            #expect(state == .deviates(.critical) && decision == .unchanged)
            return
        }
        #expect(state != .deviates(.critical) && transition.kind == .corrected)
        #expect(transition.episode.facts.reason == .valueWithdrawn)
        #expect(transition.episode.facts.value?.amount == ExactDecimal(112))
        #expect(transition.episode.closedAt == Sample.at(500))
    }

    @Test("An alert that begins since a value was taken back says so, but for one of the opening state")
    func beginsByCorrection() throws {
        let year = try #require(Period("2026"))
        let correction = ValueCorrection(of: nil, period: year, severity: .critical, by: nil, beginsAlert: true)
        for isOpening in [false, true] {
            let decision = EpisodeDecision.decide(
                Finding.sample(.deviates(.critical), on: Sample.facts()),
                facts: Sample.facts(),
                series: Sample.series,
                open: nil,
                correction: correction,
                earlier: 1,
                isOpening: isOpening,
                at: Sample.at(500)
            )
            guard case .changed(let transition) = decision else {
                Issue.record("nothing was opened")
                return
            }
            #expect(transition.kind == .opened)
            #expect(transition.episode.facts.correction == (isOpening ? nil : correction))
        }
    }
}
