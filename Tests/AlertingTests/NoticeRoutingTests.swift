import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("Who is told of the changes of one round")
struct NoticeRoutingTests {
    private static let whole = Sample.series
    private static let part = SeriesKey(
        indicator: "wmo",
        area: "GM0303",
        breakdown: Breakdown(pairs: ["leeftijd": "65+"])
    )
    private static let partOfPart = SeriesKey(
        indicator: "wmo",
        area: "GM0303",
        breakdown: Breakdown(pairs: ["leeftijd": "65+", "geslacht": "vrouw"])
    )
    private static let other = SeriesKey(indicator: "jeugd", area: "GM0303")
    private static let now = Sample.at(900)
    private static let register = IndicatorRegister(
        programmes: [],
        indicators: [Sample.indicator()],
        paths: [:],
        areaNames: [:]
    )

    private static func change(
        _ kind: AlertEventKind,
        _ key: SeriesKey,
        _ severity: Severity = .critical
    ) -> Transition {
        Transition(
            kind: kind,
            episode: Sample.episode(Sample.facts(severity), series: key, closed: kind.closes),
            at: now
        )
    }

    private static func open(_ key: SeriesKey, _ severity: Severity = .critical) -> Episode {
        Sample.episode(Sample.facts(severity), series: key)
    }

    private static func outcome(
        _ transitions: [Transition],
        open: [Episode] = [],
        told: [String: Set<String>] = [:],
        subscriptions: [Subscription] = [Sample.subscription()]
    ) -> NoticeRouting.Outcome {
        NoticeRouting(
            EpisodeChanges(transitions: transitions),
            NoticeRouting.Questions(EpisodeChanges(transitions: transitions)),
            open: open,
            told: told,
            plan: NoticePlan(subscriptions: subscriptions, by: .exact),
            register: register
        )
        .outcome(at: now)
    }

    private static func told(_ outcome: NoticeRouting.Outcome) -> [String] {
        outcome.notices.map { "\($0.subscription) \($0.kind.rawValue) \($0.episode.alert.series)" }
    }

    // MARK: A whole speaks for its parts

    @Test func `of a whole and its parts that open together only the whole is told`() {
        let outcome = Self.outcome([
            Self.change(.opened, Self.partOfPart), Self.change(.opened, Self.part), Self.change(.opened, Self.whole),
        ])
        #expect(Self.told(outcome) == ["s opened \(Self.whole)"])
        #expect(outcome.released.isEmpty)
    }

    @Test func `a part that opens under a whole that was told is not told, and is where the whole was not`() {
        let open = Self.open(Self.whole)
        let changes = [Self.change(.opened, Self.part)]
        #expect(Self.told(Self.outcome(changes, open: [open], told: [open.id: ["s"]])) == [])
        #expect(Self.told(Self.outcome(changes, open: [open])) == ["s opened \(Self.part)"])
    }

    @Test func `who hears of the whole and who does not are told each for themselves`() {
        let open = Self.open(Self.whole)
        let outcome = Self.outcome(
            [Self.change(.opened, Self.part)],
            open: [open],
            told: [open.id: ["old"]],
            subscriptions: [Sample.subscription("old"), Sample.subscription("new")]
        )
        #expect(Self.told(outcome) == ["new opened \(Self.part)"])
    }

    @Test func `a part that is more serious than its whole is told beside it`() {
        let outcome = Self.outcome([Self.change(.opened, Self.part), Self.change(.opened, Self.whole, .warning)])
        #expect(Self.told(outcome) == ["s opened \(Self.part)", "s opened \(Self.whole)"])
    }

    // MARK: Released

    @Test(arguments: [AlertEventKind.resolved, .corrected])
    func `the end of a whole releases the part it spoke for`(_ end: AlertEventKind) {
        let whole = Self.change(end, Self.whole)
        let outcome = Self.outcome([whole], open: [Self.open(Self.part)], told: [whole.episode.id: ["s"]])
        #expect(outcome.released.map(\.episode.alert.series) == [Self.part])
        #expect(outcome.released.allSatisfy { $0.kind == .released && $0.at == Self.now })
        #expect(Self.told(outcome) == ["s \(end.rawValue) \(Self.whole)", "s released \(Self.part)"])
    }

    @Test func `a part that was told before is not released`() {
        let (whole, part) = (Self.change(.resolved, Self.whole), Self.open(Self.part))
        let outcome = Self.outcome([whole], open: [part], told: [whole.episode.id: ["s"], part.id: ["s"]])
        #expect(outcome.released.isEmpty && Self.told(outcome) == ["s resolved \(Self.whole)"])
    }

    @Test func `a part of a part is released with the larger part, and not told beside it`() {
        let whole = Self.change(.resolved, Self.whole)
        let outcome = Self.outcome(
            [whole],
            open: [Self.open(Self.partOfPart), Self.open(Self.part)],
            told: [whole.episode.id: ["s"]]
        )
        #expect(Self.told(outcome) == ["s resolved \(Self.whole)", "s released \(Self.part)"])
        #expect(outcome.released.map(\.episode.alert.series) == [Self.part])
    }

    @Test func `a whole that becomes less serious than its part lets go of it`() {
        let whole = Self.change(.eased, Self.whole, .warning)
        let outcome = Self.outcome([whole], open: [Self.open(Self.part)], told: [whole.episode.id: ["s"]])
        #expect(Self.told(outcome) == ["s eased \(Self.whole)", "s released \(Self.part)"])
    }

    @Test func `a part that ends together with its whole is not released`() {
        let changes = [Self.change(.resolved, Self.whole), Self.change(.resolved, Self.part)]
        let outcome = Self.outcome(changes, open: [Self.open(Self.part)], told: [changes[0].episode.id: ["s"]])
        #expect(outcome.released.isEmpty && Self.told(outcome) == ["s resolved \(Self.whole)"])
    }

    @Test func `nobody is told of a part whose indicator is no longer watched`() {
        let whole = Transition(
            kind: .resolved,
            episode: Sample.episode(series: SeriesKey(indicator: "weg", area: "GM0303"), closed: true),
            at: Self.now
        )
        let part = SeriesKey(indicator: "weg", area: "GM0303", breakdown: Self.part.breakdown)
        let outcome = Self.outcome([whole], open: [Self.open(part)], told: [whole.episode.id: ["s"]])
        #expect(outcome.released.isEmpty && outcome.notices.map(\.kind) == [.resolved])
    }

    // MARK: What has to be known

    @Test func `an alert that opens asks for what it is part of, and for no parts`() {
        let questions = NoticeRouting.Questions(EpisodeChanges(transitions: [Self.change(.opened, Self.part)]))
        #expect(questions.wholes.contains(Self.whole) && !questions.wholes.contains(Self.part))
        #expect(questions.speakers.isEmpty)
    }

    @Test(arguments: [AlertEventKind.resolved, .corrected, .eased, .worsened])
    func `an alert that changes asks for its open parts`(_ kind: AlertEventKind) {
        let questions = NoticeRouting.Questions(EpisodeChanges(transitions: [Self.change(kind, Self.whole)]))
        #expect(questions.speakers.map(\.series) == [Self.whole])
    }

    @Test func `without a change nothing is asked`() {
        let questions = NoticeRouting.Questions(EpisodeChanges(refreshed: [Self.open(Self.part)]))
        #expect(questions.wholes.isEmpty && questions.speakers.isEmpty)
        #expect(questions.episodes(of: [Self.open(Self.whole), Self.open(Self.part)]).isEmpty)
    }

    @Test func `who was told is asked of what changed, what speaks for it and what may be released`() {
        let opened = NoticeRouting.Questions(EpisodeChanges(transitions: [Self.change(.opened, Self.part)]))
        let all = [Self.open(Self.whole), Self.open(Self.partOfPart), Self.open(Self.other)]
        #expect(opened.episodes(of: all) == ["target:\(Self.whole)#1", "target:\(Self.part)#1"])
        let ended = NoticeRouting.Questions(EpisodeChanges(transitions: [Self.change(.resolved, Self.whole)]))
        let parts = [Self.open(Self.part), Self.open(Self.other), Sample.episode(rule: .overdue, series: Self.part)]
        #expect(ended.episodes(of: parts) == ["target:\(Self.whole)#1", "target:\(Self.part)#1"])
    }

    /// Rounds of every shape: what was asked for is all that routing uses, so that more knowledge changes nothing.
    @Test(arguments: [AlertEventKind.opened, .worsened, .eased, .resolved, .corrected], [Severity.warning, .critical])
    func `knowing more than was asked for changes nothing`(_ kind: AlertEventKind, _ severity: Severity) {
        let subscriptions = [Sample.subscription("a"), Sample.subscription("b", atOnce: .critical)]
        let everything = [Self.whole, Self.part, Self.partOfPart, Self.other].flatMap { key in
            [Self.open(key), Sample.episode(Sample.facts(.warning, .overdue), rule: .overdue, series: key)]
        }
        let toldOfAll = Dictionary(everything.map { ($0.id, Set(["a"])) }) { first, _ in first }
        for changed in [Self.whole, Self.part, Self.partOfPart] {
            let changes = EpisodeChanges(transitions: [Self.change(kind, changed, severity)])
            let questions = NoticeRouting.Questions(changes)
            let asked = everything.filter { episode in
                questions.wholes.contains(episode.alert.series)
                    || episode.alert.isPart(of: Set(questions.speakers))
            }
            let ids = Set(questions.episodes(of: asked))
            for isKnown in [true, false] {
                let told = isKnown ? toldOfAll : [:]
                let some = Self.outcome(
                    changes.transitions,
                    open: asked,
                    told: told.filter { ids.contains($0.key) },
                    subscriptions: subscriptions
                )
                let all = Self.outcome(changes.transitions, open: everything, told: told, subscriptions: subscriptions)
                #expect(some == all, "\(kind) of \(changed)")
            }
        }
    }
}
