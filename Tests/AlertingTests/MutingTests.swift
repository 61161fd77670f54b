import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("What holds notices back")
struct MutingTests {
    private static let district = Sample.episode(series: SeriesKey(indicator: "wmo", area: "WK030301"))

    private static func silence(indicator: String = "wmo") -> Silence {
        var scope = Silence.Scope()
        scope.indicators = [indicator]
        return Silence(
            id: 3,
            scope: scope,
            from: Sample.at(0),
            until: Sample.at(9000),
            by: "J",
            why: "w",
            at: Sample.at(0)
        )
    }

    private static func acknowledged(
        _ episode: Episode = Sample.episode(),
        until end: Acknowledgement.End = .resolved
    )
        -> Episode
    {
        var episode = episode
        episode.handling.acknowledgement = Acknowledgement(
            by: "J",
            why: nil,
            at: Sample.at(150),
            until: end,
            period: episode.facts.period
        )
        return episode
    }

    @Test("every stage says why, in the order of the list")
    func reasons() {
        let part = Self.acknowledged(Self.district)
        let muting = Muting(open: [Sample.episode(), part], silences: [Self.silence()], at: Sample.at(500))
        #expect(muting.reasons(for: part).map(\.stage) == [.whole, .silence, .acknowledgement])
        #expect(muting.reasons(for: Sample.episode()).map(\.stage) == [.silence])
        #expect(Muting(open: [], at: Sample.at(500)).reasons(for: Sample.episode()).isEmpty)
    }

    @Test("values that one supplier has not sent are told with the first of them")
    func lateSource() {
        func missing(_ indicator: IndicatorID) -> Episode {
            Sample.episode(
                Sample.facts(.warning, .overdue).with { $0.about.supplier = "GGD" },
                rule: .overdue,
                series: SeriesKey(indicator: indicator, area: "GM0303")
            )
        }
        let all = [missing("a"), missing("b"), missing("c")]
        let muting = Muting(open: all, at: Sample.at(500))
        #expect(muting.reasons(for: all[0]).isEmpty)
        #expect(muting.reasons(for: all[1]) == [.lateSource(all[0], others: 1)])
    }

    private static func notice(_ kind: AlertEventKind, _ event: Int, closed: Bool = false) -> Notice {
        Notice(
            subscription: "s",
            kind: kind,
            episode: Sample.episode(closed: closed),
            at: Sample.at(event),
            isUrgent: false,
            event: event
        )
    }

    @Test("what is silent waits; what ended meanwhile is told with all of it")
    func audible() {
        let open = [Self.notice(.opened, 1), Self.notice(.worsened, 2)]
        let silences = [Self.silence()]
        #expect(Muting.audible(open, silences: silences, at: Sample.at(500)).isEmpty)
        #expect(Muting.audible(open, silences: [], at: Sample.at(500)) == open)
        #expect(Muting.audible(open, silences: [Self.silence(indicator: "x")], at: Sample.at(500)) == open)
        #expect(Muting.held(open, silences: silences, at: Sample.at(500)) == open)
        #expect(Muting.held(open, silences: [Self.silence(indicator: "x")], at: Sample.at(500)).isEmpty)
        let ended = open + [Self.notice(.resolved, 3, closed: true)]
        #expect(Muting.held(ended, silences: silences, at: Sample.at(500)).isEmpty)
        #expect(Muting.audible(ended, silences: silences, at: Sample.at(500)) == ended)
    }

    @Test("a silence is of what is open")
    func marked() {
        let both = [Sample.episode(), Sample.episode(closed: true)]
        let marked = both.silenced(by: [Self.silence()], at: Sample.at(500))
        #expect(marked.map(\.handling.silence?.id) == [3, nil])
    }

    @Test("an alert whose beginning is held back is not told as still open")
    func unheard() {
        func stillOpen(_ held: [Notice]) -> Int {
            DigestComposer.compose(
                for: Sample.subscription(),
                occasion: .preview,
                notices: [],
                held: held,
                open: [Sample.episode()],
                by: .exact,
                at: Sample.at(900)
            )
            .items.count
        }
        #expect(stillOpen([Self.notice(.opened, 1)]) == 0)
        #expect(stillOpen([Self.notice(.worsened, 2)]) == 1)
    }

    @Test(
        "whoever took an alert up is told of worsening and of its end, and not that it eased",
        arguments: [
            (.worsened, 1), (.escalated, 1), (.eased, 0), (.relaxed, 0), (.corrected, 1), (.resolved, 1),
            (.reminded, 1),
            (.acknowledged, 0), (.explained, 0), (.silenced, 0),
        ] as [(AlertEventKind, Int)]
    )
    func attended(kind: AlertEventKind, count: Int) {
        var episode = Self.acknowledged()
        if kind == .resolved { episode.closedAt = Sample.at(300) }
        let notices = NoticePlan(subscriptions: [Sample.subscription()], by: .exact)
            .notices(
                for: Transition(kind: kind, episode: episode, at: Sample.at(300)),
                indicator: Sample.indicator(),
                told: ["s"]
            )
        #expect(notices.count == count)
    }

    @Test("worsening ends an acknowledgement, and so does the measurement that it lasts until")
    func endsByChange() throws {
        func after(_ changes: EpisodeChanges) -> EpisodeChanges {
            changes.endingAcknowledgements(by: .exact, at: Sample.at(400))
        }
        let worse = Transition(kind: .worsened, episode: Self.acknowledged(), at: Sample.at(400))
        let told = try #require(after(EpisodeChanges(transitions: [worse])).transitions.first)
        #expect(told.kind == .worsened && told.episode.handling.acknowledgement == nil)
        #expect(told.episode.handling.unattendedSince == Sample.at(400))
        var graver = Self.acknowledged()
        let year = try #require(Period.year(2025))
        graver.facts.correction = ValueCorrection(of: nil, period: year, severity: .warning, by: nil)
        let corrected = after(
            EpisodeChanges(transitions: [Transition(kind: .corrected, episode: graver, at: Sample.at(400))])
        )
        #expect(corrected.transitions.allSatisfy { $0.episode.handling.acknowledgement == nil })
        let milder = Transition(kind: .eased, episode: Self.acknowledged(), at: Sample.at(400))
        #expect(after(EpisodeChanges(transitions: [milder])).transitions == [milder])

        var measured = Self.acknowledged(until: .nextMeasurement)
        #expect(after(EpisodeChanges(refreshed: [measured])).refreshed == [measured])
        measured.facts = Sample.facts(period: "2026")
        let changes = after(EpisodeChanges(refreshed: [measured]))
        #expect(changes.refreshed.isEmpty)
        #expect(changes.transitions.map(\.note?.reminder) == [.acknowledgementEnded])
    }
}
