import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("What of an opening state has to be known in full")
struct OpeningSelectionTests {
    private static func series(_ area: String, _ breakdown: [String: String] = [:]) -> SeriesKey {
        SeriesKey(indicator: "wmo", area: AreaCode(area), breakdown: Breakdown(pairs: breakdown))
    }

    private static func opening(_ series: SeriesKey, _ facts: FindingFacts, rule: RuleName = .target) -> Episode {
        var facts = facts
        facts.isOpeningState = true
        return Sample.episode(facts, rule: rule, series: series)
    }

    private static func parts(_ count: Int, _ breakdown: [String: String] = [:]) -> [Episode] {
        (0..<count).map { number in
            let digits = String(10_000 + number).dropFirst()
            let facts = Sample.facts(
                number.isMultiple(of: 3) ? .critical : .warning,
                number.isMultiple(of: 2) ? .targetMissed : .behindCourse
            )
            return opening(series("BU0303\(digits)", breakdown), facts)
        }
    }

    private static let late = Sample.facts(.warning, .overdue, value: nil)

    /// Alerts of every shape that a mail has.
    private static let states: [[Episode]] = [
        [], parts(1), parts(5), parts(6), parts(7), parts(40), parts(40, ["leeftijd": "65+"]),
        parts(20) + [opening(series("GM0303"), Sample.facts(.critical, .targetMissed))],
        parts(20) + [opening(series("GM0303"), Sample.facts(.warning, .behindCourse))],
        parts(20) + parts(3, ["leeftijd": "65+"])
            + [opening(series("GM0303", ["leeftijd": "65+"]), Sample.facts(.critical, .targetMissed))],
        parts(20) + (0..<20).map { opening(series("BU0303\(String(10_000 + $0).dropFirst())"), late, rule: .overdue) },
        parts(3) + (0..<20).map { opening(series("BU0303\(String(10_005 + $0).dropFirst())"), late, rule: .overdue) },
        parts(30) + [opening(series("GM0303"), late, rule: .overdue)],
        parts(12).map { part in
            var edited = part
            edited.facts.lapse = part.facts.severity == .critical ? .revised : nil
            return edited
        },
    ]

    private static func notices(_ episodes: [Episode]) -> [Notice] {
        episodes.enumerated().map { place, episode in
            Notice(
                subscription: "s",
                kind: .opened,
                episode: episode,
                at: Sample.at(500),
                isUrgent: false,
                event: place + 1
            )
        }
    }

    private static func state(_ notices: [Notice], rest: OpeningSelection.Rest = .none) -> OpeningState {
        OpeningState(
            for: Subscription.Recipient(address: "a@b.nl"),
            [Sample.subscription()],
            notices: notices,
            rest: rest,
            rows: [],
            by: .exact,
            at: Sample.at(900)
        )
    }

    private static func selection(
        _ notices: [Notice],
        isHidden: (SeriesKey) -> Bool = { _ in false }
    ) -> OpeningSelection {
        let candidates = notices.compactMap { notice in
            WaitingNotice(notice).map { waiting in
                OpeningSelection.Candidate(
                    notice: waiting,
                    outline: AlertOutline(notice.episode.facts, isClosed: notice.episode.closedAt != nil)
                )
            }
        }
        return OpeningSelection(candidates, isHidden: isHidden)
    }

    /// A state of alerts of one or two indicators, of areas within areas and parts within parts, in any order.
    private static func random(_ seed: UInt64) -> [Episode] {
        var numbers = SeededNumbers(seed)
        let areas = ["GM0303", "WK030301", "WK030302", "BU03030101", "BU03030102", "BU03030201"]
        let pairs = [
            [:], ["leeftijd": "65+"], ["geslacht": "m"], ["leeftijd": "65+", "geslacht": "m"], ["herkomst": "h"],
        ]
        let others = parts(Int.random(in: 0...12, using: &numbers))
        let series = areas.flatMap { area in pairs.map { Self.series(area, $0) } }.shuffled(using: &numbers)
        let own = series.prefix(Int.random(in: 0...30, using: &numbers)).map { series in
            let isLate = Int.random(in: 0..<8, using: &numbers) == 0
            let severity: Severity = Bool.random(using: &numbers) ? .critical : .warning
            let facts = Sample.facts(severity, Bool.random(using: &numbers) ? .targetMissed : .behindCourse)
            return opening(series, isLate ? late : facts, rule: isLate ? .overdue : .target)
        }
        return (others + own).shuffled(using: &numbers)
    }

    @Test(arguments: 1...200) func `the same is told by it as by all of them, whoever speaks for whom`(_ seed: Int) {
        expectTheSame(of: Self.notices(Self.random(UInt64(seed))))
    }

    @Test(arguments: states.indices) func `the same is told by it as by all of them`(_ place: Int) {
        expectTheSame(of: Self.notices(Self.states[place]))
    }

    private func expectTheSame(of all: [Notice]) {
        let selection = Self.selection(all)
        let full = Set(selection.full.map(\.event))
        let selected = Self.state(all.filter { $0.event.map(full.contains) ?? false }, rest: selection.rest)
        let whole = Self.state(all)
        #expect(selected.items.map(\.episode) == whole.items.map(\.episode))
        #expect(selected.items.map(\.weight) == whole.items.map(\.weight))
        #expect(selected.items.map(\.fold) == whole.items.map(\.fold))
        #expect(selected.items.map(\.section) == whole.items.map(\.section))
        #expect(selected.items.map { $0.episodes.count + $0.rest.count } == whole.items.map(\.episodes.count))
    }

    @Test(arguments: [100, 1000, 4000]) func `what has to be known does not grow with the alerts`(_ count: Int) {
        let alone = Self.selection(Self.notices(Self.parts(count)))
        #expect(alone.full.count == 6)
        let withWhole =
            Self.parts(count) + [Self.opening(Self.series("GM0303"), Sample.facts(.critical, .targetMissed))]
        // Who speaks for whom follows from all alerts of an indicator.
        #expect(Self.selection(Self.notices(withWhole)).full.count == count + 1)
    }

    @Test func `what may not be told is known in full`() {
        let all = Self.notices(Self.parts(50))
        #expect(Self.selection(all) { _ in true }.full.count == 50)
    }
}

/// The same numbers for the same seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
