import AlertSamples
import Alerting
import Indicators
import Testing

@testable import Assessment

@Suite("What one round of judging does to the episodes")
struct EpisodeChangesTests {
    private static let register = IndicatorRegister(
        programmes: [Programme(id: "dronten", title: "Dronten", area: "GM0303", source: nil, packages: [])],
        indicators: [Sample.indicator()],
        paths: [:],
        areaNames: ["GM0303": "Dronten"]
    )
    private static let now = Sample.at(500)

    private static func assessment(_ findings: [Finding], of key: SeriesKey = Sample.series) -> SeriesAssessment {
        SeriesAssessment(
            indicator: Sample.indicator(),
            key: key,
            latest: nil,
            findings: findings,
            nextDue: nil,
            nextReview: nil,
            shownTarget: nil
        )
    }

    private static func finding(_ state: Finding.State, _ reason: Reason = .targetMissed) -> Finding {
        Finding.sample(state, on: Sample.facts(state.severity ?? .warning, reason))
    }

    private static func changes(
        _ findings: [Finding],
        open: [Episode] = [],
        counts: Int = 0,
        unwatched: Set<SeriesKey> = [],
        of key: SeriesKey = Sample.series
    ) -> EpisodeChanges {
        EpisodeChanges(
            of: findings.isEmpty && !unwatched.isEmpty ? [] : [assessment(findings, of: key)],
            unwatched: unwatched,
            state: EpisodeState(
                open: Dictionary(open.map { ($0.alert, $0) }) { first, _ in first },
                counts: [AlertKey(rule: .target, series: key): counts]
            ),
            register: register,
            rules: .standard,
            at: now
        )
    }

    /// What a finding does to an alert that is open, or is not.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let state: Finding.State
        let isOpen: Bool
        let kinds: [AlertEventKind]
    }

    static let rows = [
        Row(testDescription: "in order", state: .inOrder, isOpen: false, kinds: []),
        Row(testDescription: "not to be said", state: .unknown, isOpen: false, kinds: []),
        Row(testDescription: "deviates", state: .deviates(.warning), isOpen: false, kinds: [.opened]),
        Row(testDescription: "open and deviates more", state: .deviates(.critical), isOpen: true, kinds: [.worsened]),
        Row(testDescription: "open and deviates", state: .deviates(.warning), isOpen: true, kinds: []),
        Row(testDescription: "open and not to be said", state: .unknown, isOpen: true, kinds: []),
        Row(testDescription: "open and in order", state: .inOrder, isOpen: true, kinds: [.resolved]),
    ]

    @Test(arguments: rows)
    func `a finding opens, changes or ends its alert`(_ row: Row) {
        let open = row.isOpen ? [Sample.episode(Sample.facts(.warning))] : []
        let changes = Self.changes([Self.finding(row.state)], open: open, counts: open.count)
        #expect(changes.transitions.map(\.kind) == row.kinds)
        #expect(changes.transitions.allSatisfy { $0.at == Self.now && $0.episode.alert == Sample.episode().alert })
    }

    @Test func `newer facts without a change are kept, and are no change`() {
        let changes = Self.changes([Self.finding(.deviates(.warning))], open: [Sample.episode(Sample.facts(.warning))])
        #expect(changes.transitions.isEmpty && changes.refreshed.count == 1)
        #expect(changes.refreshed.first?.facts.value == nil)
        #expect(changes.episodes == changes.refreshed)
    }

    @Test func `an alert that comes back has the next number`() {
        let changes = Self.changes([Self.finding(.deviates(.critical))], counts: 3)
        #expect(changes.transitions.map(\.episode.number) == [4])
    }

    @Test func `each rule has an alert of its own`() {
        let changes = Self.changes([
            Self.finding(.deviates(.critical)), Self.finding(.deviates(.warning), .overdue),
        ])
        #expect(changes.transitions.map(\.episode.alert.rule) == [.target, .overdue])
    }

    @Test func `a rule that judges the series no longer lets its alert rest, with its own words where it has them`() {
        let ending = FindingFacts.sample("x", .warning, .endsSoon, value: nil, unit: "€", period: nil, targets: [])
        let open = [Sample.episode(rule: .overdue), Sample.episode(ending, rule: .ending)]
        let changes = Self.changes([Self.finding(.inOrder, .targetMet)], open: open)
        #expect(changes.transitions.map(\.kind) == [.targetChanged, .targetChanged])
        #expect(changes.transitions.map(\.episode.alert.rule) == [.ending, .overdue])
        #expect(changes.transitions.map(\.episode.facts.evidence.reason) == [.goesOn, .targetMissed])
        #expect(changes.transitions.allSatisfy { $0.episode.facts.lapse == .edited })
        #expect(changes.transitions.allSatisfy { $0.episode.closedAt == Self.now })
    }

    @Test func `what is no longer configured rests, every rule of it, whatever the rule would say`() {
        let open = [Sample.episode(rule: .overdue), Sample.episode(rule: .target)]
        let changes = Self.changes([], open: open, unwatched: [Sample.series])
        #expect(changes.transitions.map(\.episode.alert.rule) == [.overdue, .target])
        #expect(changes.transitions.allSatisfy { $0.kind == .targetChanged && $0.episode.facts.reason == .withdrawn })
    }

    @Test func `the alert of another series is left alone`() {
        let other = SeriesKey(indicator: "wmo", area: "NL01")
        let changes = Self.changes([Self.finding(.inOrder)], open: [Sample.episode(series: other)])
        #expect(changes == EpisodeChanges())
    }
}
