import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("Notices become a digest")
struct DigestComposerTests {
    private func notice(_ kind: AlertEventKind, _ episode: Episode = Sample.episode()) -> Notice {
        Notice(subscription: "s", kind: kind, episode: episode, at: Sample.at(500), isUrgent: false)
    }

    private func compose(_ notices: [Notice], open: [Episode] = []) -> Digest {
        DigestComposer.compose(
            for: Sample.subscription(),
            occasion: .preview,
            notices: notices,
            open: open,
            by: .exact,
            at: Sample.at(900)
        )
    }

    /// What happened to one episode, and where it stands in the digest.
    struct Case: Sendable, CustomTestStringConvertible {
        let kinds: [AlertEventKind]
        let section: Digest.Section

        var testDescription: String { kinds.map(\.rawValue).joined(separator: ", ") }
    }

    @Test(
        "A problem that never was, or that came and went, is not told to a reader who never heard of it",
        arguments: [AlertEventKind.corrected, .resolved]
    )
    func neverHeardOf(end: AlertEventKind) {
        let ended = Sample.episode(closed: true)
        #expect(compose([notice(.opened), notice(.worsened), notice(end, ended)]).items.isEmpty)
    }

    @Test("Of missing periods that were added it is known which the reader knew, through several additions")
    func addedPeriods() throws {
        func late(_ periods: [String]) -> FindingFacts {
            let due = periods.compactMap { Period($0) }.map { DuePeriod(period: $0, date: $0.end) }
            return Sample.facts(.warning, .overdue, value: nil, period: nil)
                .resting(on: OverdueEvidence(overdue: due, next: nil))
        }
        let first = late(["2026-04"])
        let second = late(["2026-04", "2026-05"]).continuing(first)
        let third = late(["2026-04", "2026-05", "2026-06"]).continuing(second)
        #expect(first.toldThrough == nil && second.toldThrough == Period("2026-04"))
        #expect(third.toldThrough == Period("2026-05"))
        #expect(late(["2026-04", "2026-05", "2026-06"]).continuing(third) == third)
        let episodes = [second, third].map { Sample.episode($0, rule: .overdue) }
        let notices = episodes.map { notice(.escalated, $0) }
        let item = try #require(compose(notices, open: [episodes[1]]).items.first)
        #expect(item.section == .changed && item.episode.facts.toldThrough == Period("2026-04"))
    }

    @Test("What began since a value was taken back stands among the corrections, until a newer value is told")
    func beganByCorrection() throws {
        let year = try #require(Period("2026"))
        var facts = Sample.facts()
        facts.correction = ValueCorrection(of: nil, period: year, severity: .critical, by: nil, beginsAlert: true)
        #expect(compose([notice(.opened, Sample.episode(facts))]).items.map(\.section) == [.corrected])
        let newer = Sample.episode(Sample.facts(value: "150", period: "2026"))
        let notices = [notice(.opened, Sample.episode(facts)), notice(.worsened, newer)]
        #expect(compose(notices, open: [newer]).items.map(\.section) == [.new])
    }

    @Test(
        "Several notices of one episode are one item, as it stands now",
        arguments: [
            Case(kinds: [.opened], section: .new),
            Case(kinds: [.opened, .worsened], section: .new),
            Case(kinds: [.opened, .eased], section: .new),
            Case(kinds: [.opened, .escalated], section: .new),
            Case(kinds: [.escalated], section: .changed),
            Case(kinds: [.worsened, .relaxed], section: .changed),
            Case(kinds: [.worsened, .corrected], section: .corrected),
            Case(kinds: [.worsened], section: .worsened),
            Case(kinds: [.worsened, .eased], section: .eased),
            Case(kinds: [.eased, .worsened], section: .worsened),
            Case(kinds: [.eased, .resolved], section: .resolved),
        ]
    )
    func sections(_ example: Case) {
        let digest = compose(example.kinds.map { notice($0) })
        #expect(digest.items.map(\.section) == [example.section])
        #expect(digest.news.count == 1)
    }

    @Test("A problem that came back after its end is two items: the end and the new one")
    func cameBack() {
        let first = Sample.episode(closed: true)
        let second = Sample.episode(number: 2)
        let digest = compose(
            [notice(.worsened, first), notice(.resolved, first), notice(.opened, second)],
            open: [second]
        )
        #expect(digest.items.map(\.section) == [.new, .resolved])
        #expect(digest.items.map(\.episode.number) == [2, 1])
    }

    @Test("An open episode is told with the facts of now, not with those of its notice")
    func currentFacts() {
        let now = Sample.episode(Sample.facts(value: "118"))
        let digest = compose([notice(.opened)], open: [now])
        #expect(digest.items.map(\.episode.facts.value?.amount) == [ExactDecimal(118)])
    }

    @Test("The last notice counts for an episode that has ended")
    func lastFacts() {
        let ended = Sample.episode(Sample.facts(.critical, .targetMet, value: "100"), closed: true)
        let digest = compose([notice(.worsened), notice(.resolved, ended)])
        #expect(digest.items.map(\.episode.facts.value?.amount) == [ExactDecimal(100)])
    }

    @Test("Sections come in their order, in each the most serious first, then by name")
    func order() {
        func episode(_ id: IndicatorID, _ facts: FindingFacts) -> Episode {
            Sample.episode(facts, series: SeriesKey(indicator: id, area: "GM0303"))
        }
        let red = Sample.facts()
        let amber = Sample.facts(.warning)
        let ahead = Sample.facts(.warning, .notYetReached)
        let digest = compose(
            [
                notice(.resolved, episode("z", red)), notice(.opened, episode("y", ahead)),
                notice(.opened, episode("x", amber)),
                notice(.opened, episode("w", red)), notice(.opened, episode("v", red)),
                notice(.worsened, episode("u", red)),
                notice(.corrected, episode("t", amber)), notice(.eased, episode("s", amber)),
            ],
            open: [episode("r", red), episode("q", amber)]
        )
        #expect(
            digest.items.map(\.episode.alert.series.indicator) == ["v", "w", "x", "y", "u", "s", "t", "z", "r", "q"]
        )
        #expect(digest.items(in: .stillOpen).map(\.episode.alert.series.indicator) == ["r", "q"])
    }

    @Test("What is open and not news is listed as still open, once")
    func stillOpen() {
        let other = Sample.episode(series: SeriesKey(indicator: "x", area: "GM0303"))
        let digest = compose([notice(.opened)], open: [Sample.episode(), other])
        #expect(digest.items.map(\.section) == [.new, .stillOpen])
        #expect(digest.news.count == 1)
    }

    @Test("Without notices and without open episodes the digest is empty")
    func empty() {
        let digest = compose([])
        #expect(digest.items.isEmpty && digest.news.isEmpty && digest.failures.isEmpty)
        #expect(digest.composedAt == Sample.at(900))
    }
}
