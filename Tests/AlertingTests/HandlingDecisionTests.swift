import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("What follows from an order about open alerts")
struct HandlingDecisionTests {
    private static let wmo = Sample.episode()
    private static let late = Sample.episode(Sample.facts(.warning, .overdue), rule: .overdue)
    private static let district = Sample.episode(
        Sample.facts(.warning),
        series: SeriesKey(indicator: "jeugd", area: "WK030301")
    )
    private static let open = [wmo, late, district]

    private func decide(
        _ deed: HandlingOrder.Deed,
        silences: [Silence] = [],
        at now: Int = 1000
    ) throws(HandlingRefusal) -> HandlingDecision {
        let order = HandlingOrder(deed, by: "J. Jansen", why: "wacht op GGD", at: Sample.at(now))
        return try HandlingDecision(order, open: Self.open, silences: silences, in: Sample.amsterdam)
    }

    @Test(
        "an alert goes by its name, with its number or without; where it is the only one, by its indicator",
        arguments: [
            ("target:wmo/GM0303", wmo), ("target:wmo/GM0303#1", wmo), ("overdue:wmo/GM0303", late), ("jeugd", district),
            ("jeugd/WK030301", district),
        ]
    )
    func names(name: String, episode: Episode) throws {
        #expect(try AlertName(name).episode(among: Self.open) == episode)
    }

    @Test("a slip names the nearest, several are listed, and none is guessed")
    func slips() {
        #expect(throws: HandlingRefusal.noSuchAlert("target:wmo/GM0330", nearest: "target:wmo/GM0303")) {
            try AlertName("target:wmo/GM0330").episode(among: Self.open)
        }
        #expect(throws: HandlingRefusal.ambiguous("wmo", ["overdue:wmo/GM0303", "target:wmo/GM0303"])) {
            try AlertName("wmo").episode(among: Self.open)
        }
        #expect(throws: HandlingRefusal.noSuchAlert("wmo", nearest: nil)) {
            try AlertName("wmo").episode(among: [])
        }
    }

    @Test("who takes an alert up stands with it, with why and until when; it stays open")
    func acknowledge() throws {
        let decision = try decide(.acknowledge("target:wmo/GM0303", until: .nextMeasurement))
        let change = try #require(decision.transitions.first)
        #expect(decision.transitions.count == 1 && change.kind == .acknowledged && !change.ends)
        let own = try #require(change.episode.handling.acknowledgement)
        #expect(own.by == "J. Jansen" && own.why == "wacht op GGD" && own.until == .nextMeasurement)
        #expect(own.period == Period.year(2025))
        #expect(change.note?.by == "J. Jansen" && change.note?.why == "wacht op GGD")
    }

    @Test("what somebody else has done since it was seen is not overwritten")
    func seen() throws {
        var own = Self.wmo
        own.handling.acknowledgement = Acknowledgement(by: "P", why: nil, at: Sample.at(900), until: .resolved)
        own.handling.explanation.cause = Explanation.Answer(text: "x", by: "P", at: Sample.at(900))
        let deeds: [HandlingOrder.Deed] = [.acknowledge(own.id, until: .resolved), .explain(own.id, [.cause: "y"])]
        for deed in deeds {
            func decide(having seen: Handling?) throws(HandlingRefusal) -> HandlingDecision {
                let order = HandlingOrder(deed, by: "J", why: nil, at: Sample.at(1000), having: seen)
                return try HandlingDecision(order, open: [own], silences: [], in: Sample.amsterdam)
            }
            #expect(throws: HandlingRefusal.changed(own.id)) { try decide(having: Handling.none) }
            for seen in [nil, own.handling] {
                let decision = try decide(having: seen)
                #expect(decision.transitions.count == 1)
            }
        }
    }

    @Test("a day that has begun is no end")
    func passedDay() throws {
        let day = try Sample.date("1970-01-01")
        #expect(throws: HandlingRefusal.notAhead("1970-01-01")) {
            try decide(.acknowledge("jeugd", until: .date(day)))
        }
        #expect(try decide(.acknowledge("jeugd", until: .date(day.adding(days: 1)))).transitions.count == 1)
    }

    @Test("answers are kept each with who gave it, and a later one takes the place of an earlier")
    func explain() throws {
        let decision = try decide(.explain("jeugd", [.cause: "griepgolf", .measure: "extra inzet"]))
        let explanation = try #require(decision.transitions.first).episode.handling.explanation
        #expect(explanation.missing == [.consequence])
        #expect(explanation.cause?.text == "griepgolf" && explanation.measure?.by == "J. Jansen")
    }

    private static func scope(_ change: (inout Silence.Scope) -> Void) -> Silence.Scope {
        var scope = Silence.Scope()
        change(&scope)
        return scope
    }

    @Test(
        "a silence covers what meets all that it names, and what lies within its areas",
        arguments: [
            (scope { $0.indicators = ["wmo"] }, [wmo, late]), (scope { $0.rules = ["overdue"] }, [late]),
            (
                scope {
                    $0.indicators = ["wmo"]
                    $0.rules = ["target"]
                }, [wmo]
            ),
            (scope { $0.areas = ["GM0303"] }, [wmo, late, district]), (scope { $0.areas = ["WK030301"] }, [district]),
            (scope { $0.areas = ["WK030302"] }, []), (scope { $0.owners = ["Jansen"] }, []),
        ] as [(Silence.Scope, [Episode])]
    )
    func covers(scope: Silence.Scope, covered: [Episode]) throws {
        let decision = try decide(.silence(scope, from: nil, until: Sample.at(5000)))
        #expect(decision.transitions.map(\.episode) == covered)
        #expect(decision.transitions.allSatisfy { $0.kind == .silenced && $0.note?.by == "J. Jansen" })
        #expect(decision.begun?.from == Sample.at(1000) && decision.begun?.id == 1)
    }

    private static let all = scope { $0.areas = ["GM0303"] }

    @Test(
        "a silence has an end ahead, within a year, and is of something",
        arguments: [
            (all, 900, .notAhead("--until")), (all, 1000 + 367 * 86_400, .tooLong),
            (Silence.Scope(), 5000, .ofEverything),
        ] as [(Silence.Scope, Int, HandlingRefusal)]
    )
    func refused(scope: Silence.Scope, until: Int, refusal: HandlingRefusal) {
        #expect(throws: refusal) { try decide(.silence(scope, from: nil, until: Sample.at(until))) }
    }

    @Test func `a silence that ends before it begins is refused as that`() {
        #expect(throws: HandlingRefusal.endsBeforeItBegins) {
            try decide(.silence(Self.all, from: Sample.at(9000), until: Sample.at(8000)))
        }
    }

    @Test("the end of a silence reminds of what is still open, but of nothing that another one holds")
    func unsilence() throws {
        let made = try #require(try decide(.silence(Self.all, from: nil, until: Sample.at(9000))).begun)
        let decision = try decide(.unsilence(1), silences: [made], at: 2000)
        #expect(decision.ended?.ended?.by == "J. Jansen")
        #expect(decision.transitions.map(\.kind) == [.reminded, .reminded, .reminded])
        #expect(decision.transitions.allSatisfy { $0.note?.reminder == .silenceEnded(1) })
        let other = Silence(
            id: 2,
            scope: Self.scope { $0.rules = ["overdue"] },
            from: Sample.at(1000),
            until: Sample.at(9000),
            by: "K",
            why: "w",
            at: Sample.at(1000)
        )
        let rest = try decide(.unsilence(1), silences: [made, other], at: 2000)
        #expect(rest.transitions.map(\.episode) == [Self.wmo, Self.district])
        #expect(throws: HandlingRefusal.noSuchSilence(7)) { try decide(.unsilence(7), silences: [made]) }
        let over = try #require(decision.ended)
        #expect(throws: HandlingRefusal.silenceOver(over)) { try decide(.unsilence(1), silences: [over]) }
    }

    @Test("an order is decided on what the one before it leaves: what is over cannot be ended again")
    func afterEachOther() throws {
        var state = HandlingState(open: Self.open, silences: [])
        func take(_ deed: HandlingOrder.Deed) throws(HandlingRefusal) {
            let order = HandlingOrder(deed, by: "J", why: nil, at: Sample.at(1000))
            let (open, silences) = (state.open, state.silences)
            state.take(try HandlingDecision(order, open: open, silences: silences, in: Sample.amsterdam))
        }
        try take(.silence(Self.all, from: nil, until: Sample.at(9000)))
        try take(.acknowledge("jeugd", until: .resolved))
        try take(.explain("jeugd", [.cause: "griepgolf"]))
        #expect(state.open.map(\.handling.acknowledgement?.by) == [nil, nil, "J"])
        #expect(state.open.map(\.handling.explanation.cause?.text) == [nil, nil, "griepgolf"])
        try take(.unsilence(1))
        #expect(throws: HandlingRefusal.self) { try take(.unsilence(1)) }
    }

    @Test("a silence that has not begun ends without a word")
    func planned() throws {
        let made = try #require(
            try decide(.silence(Self.all, from: Sample.at(5000), until: Sample.at(9000))).begun
        )
        #expect(made.from == Sample.at(5000))
        #expect(try decide(.unsilence(1), silences: [made], at: 2000).transitions.isEmpty)
    }
}
