import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("What time brings in the handling of open alerts")
struct HandlingAgendaTests {
    private static let day = 86_400

    private func agenda(
        _ open: [Episode],
        silences: [Silence] = [],
        subscriptions: [Subscription] = [],
        told: [String: FirstTold] = [:],
        explainAfter: Int? = nil,
        at now: Int
    ) -> HandlingAgenda {
        HandlingAgenda(
            HandlingAgenda.Known(
                open: open,
                silences: silences,
                subscriptions: subscriptions,
                told: Dictionary(open.map { ($0.id, told) }) { first, _ in first },
                explainAfter: explainAfter
            ),
            by: .exact,
            in: Sample.amsterdam,
            at: Sample.at(now)
        )
    }

    private func acknowledged(until end: Acknowledgement.End, _ facts: FindingFacts = Sample.facts()) -> Episode {
        var episode = Sample.episode(facts)
        episode.handling.acknowledgement = Acknowledgement(by: "J", why: nil, at: Sample.at(200), until: end)
        return episode
    }

    private func silence(_ id: Int = 1, until: Int) -> Silence {
        var scope = Silence.Scope()
        scope.indicators = ["wmo"]
        return Silence(
            id: id,
            scope: scope,
            from: Sample.at(0),
            until: Sample.at(until),
            by: "J",
            why: "w",
            at: Sample.at(0)
        )
    }

    @Test("an acknowledgement until a day ends when that day begins in the zone, and is told once")
    func acknowledgement() throws {
        // The second of January begins at 23:00 UTC.
        let (end, begins) = (Acknowledgement.End.date(try Sample.date("1970-01-02")), 23 * 3600)
        let before = agenda([acknowledged(until: end)], at: begins - 1)
        #expect(before.transitions.isEmpty && before.next == Sample.at(begins))
        let after = agenda([acknowledged(until: end)], at: begins)
        let change = try #require(after.transitions.first)
        #expect(change.kind == .reminded && change.note?.reminder == .acknowledgementEnded)
        #expect(change.episode.handling.acknowledgement == nil)
        #expect(change.episode.handling.unattendedSince == Sample.at(begins))
        #expect(agenda([change.episode], at: begins).transitions.isEmpty)
        #expect(agenda([acknowledged(until: .resolved)], at: begins).next == nil)
    }

    @Test("the end of a silence reminds nobody of an alert that somebody has taken up")
    func silenceOverTakenUp() {
        let taken = acknowledged(until: .resolved)
        let after = agenda([taken], silences: [silence(until: 5000)], at: 5000)
        #expect(after.transitions.isEmpty && after.ended.map(\.id) == [1])
    }

    @Test("a silence whose time has passed is ended with one reminder of each alert that is still open")
    func silenceOver() {
        let before = agenda([Sample.episode()], silences: [silence(until: 5000)], at: 4999)
        #expect(before.transitions.isEmpty && before.ended.isEmpty && before.next == Sample.at(5000))
        let after = agenda([Sample.episode()], silences: [silence(until: 5000)], at: 5000)
        #expect(after.transitions.map(\.note?.reminder) == [.silenceEnded(1)])
        #expect(after.ended.map(\.id) == [1] && after.ended.allSatisfy { $0.ended?.by == nil })
        let longer = agenda([Sample.episode()], silences: [silence(until: 5000), silence(2, until: 6000)], at: 5000)
        #expect(longer.transitions.isEmpty && longer.ended.map(\.id) == [1] && longer.next == Sample.at(6000))
    }

    private static func escalating(_ after: Escalation.Patience, least: Severity = .warning) -> [Subscription] {
        [
            Sample.subscription(),
            Subscription(
                id: "s/escalation",
                who: Subscription.Recipient(address: "chef@b.nl"),
                digest: nil,
                escalation: Escalation(of: "s", after: after, least: least)
            ),
        ]
    }

    @Test("what nobody takes up goes to another, counted from the mail that told of it, and once")
    func escalation() {
        let told = ["s": FirstTold(at: Sample.at(1000), period: nil)]
        let subscriptions = Self.escalating(.days(14))
        let due = 1000 + 14 * Self.day
        let before = agenda([Sample.episode()], subscriptions: subscriptions, told: told, at: due - 1)
        #expect(before.transitions.isEmpty && before.next == Sample.at(due))
        let after = agenda([Sample.episode()], subscriptions: subscriptions, told: told, at: due)
        #expect(after.transitions.map(\.note?.reminder) == [.escalation(to: ["s/escalation"])])
        let both = told.merging(["s/escalation": FirstTold(at: nil, period: nil)]) { $1 }
        #expect(agenda([Sample.episode()], subscriptions: subscriptions, told: both, at: due).transitions.isEmpty)
    }

    @Test("not what waits to be told, is taken up, is silent, or is less serious")
    func notEscalated() {
        let late = 1000 + 15 * Self.day
        let told = ["s": FirstTold(at: Sample.at(1000), period: nil)]
        let days = Self.escalating(.days(14))
        func isEmpty(_ episode: Episode, _ subscriptions: [Subscription], _ told: [String: FirstTold]) -> Bool {
            agenda([episode], subscriptions: subscriptions, told: told, at: late).transitions.isEmpty
        }
        #expect(isEmpty(Sample.episode(), days, ["s": FirstTold(at: nil, period: nil)]))
        #expect(isEmpty(Sample.episode(), days, [:]))
        #expect(isEmpty(acknowledged(until: .resolved), days, told))
        #expect(isEmpty(Sample.episode(Sample.facts(.warning)), Self.escalating(.days(14), least: .critical), told))
        let silent = agenda(
            [Sample.episode()],
            silences: [silence(until: late + 1)],
            subscriptions: days,
            told: told,
            at: late
        )
        #expect(silent.transitions.isEmpty && silent.next == Sample.at(late + 1))
        var free = Sample.episode()
        free.handling.unattendedSince = Sample.at(late - 1)
        #expect(isEmpty(free, days, told))
    }

    @Test("by periods the measurements count that came since", arguments: [("2025", true), ("2026", false)])
    func periods(first: String, isDue: Bool) {
        let told = ["s": FirstTold(at: Sample.at(1000), period: Period(first))]
        let episode = Sample.episode(Sample.facts(period: "2026"))
        let found = agenda([episode], subscriptions: Self.escalating(.periods(1)), told: told, at: 2000)
        #expect(found.transitions.isEmpty == !isDue)
    }

    @Test("periods count anew where an acknowledgement has ended", arguments: [("2025", true), ("2026", false)])
    func periodsAnew(ended: String, isDue: Bool) {
        let told = ["s": FirstTold(at: Sample.at(1000), period: Period("2024"))]
        var episode = Sample.episode(Sample.facts(period: "2026"))
        episode.handling.unattendedSince = Sample.at(1500)
        episode.handling.unattendedPeriod = Period(ended)
        let found = agenda([episode], subscriptions: Self.escalating(.periods(1)), told: told, at: 2000)
        #expect(found.transitions.isEmpty == !isDue)
    }

    @Test("no answer is asked of a part that a whole speaks for, or of what is only late")
    func notUnexplained() {
        func reminded(_ open: [Episode]) -> [Episode] {
            let told = ["s": FirstTold(at: Sample.at(200), period: nil)]
            return agenda(
                open,
                subscriptions: [Sample.subscription()],
                told: told,
                explainAfter: Self.day,
                at: 2 * Self.day
            )
            .transitions.map(\.episode)
        }
        let whole = Sample.episode()
        let part = Sample.episode(series: SeriesKey(indicator: "wmo", area: "WK030301"))
        #expect(reminded([whole, part]).map(\.id) == [whole.id])
        #expect(reminded([part]).map(\.id) == [part.id])
        #expect(reminded([Sample.episode(Sample.facts(.warning, .overdue), rule: .overdue)]).isEmpty)
    }

    @Test("a missing answer is asked for once, of who follows the owner, else of who was told")
    func unexplained() {
        var owned = Sample.episode(Sample.facts().with { $0.about.owner = "Wethouder Jansen" })
        let owner = Sample.subscription("own", about: Subscription.Scope(owners: ["Wethouder Jansen"]))
        let subscriptions = [Sample.subscription(), owner]
        let due = 100 + 30 * Self.day
        func reminder(_ episode: Episode, at now: Int) -> [Reminder?] {
            agenda(
                [episode],
                subscriptions: subscriptions,
                told: ["s": FirstTold(at: Sample.at(200), period: nil)],
                explainAfter: 30 * Self.day,
                at: now
            )
            .transitions.map(\.note?.reminder)
        }
        #expect(reminder(owned, at: due - 1).isEmpty)
        #expect(reminder(owned, at: due) == [.unexplained(to: ["own"])])
        #expect(reminder(Sample.episode(), at: due) == [.unexplained(to: ["s"])])
        owned.handling.remindedToExplain = Sample.at(due)
        #expect(reminder(owned, at: due + 1).isEmpty)
        var explained = Sample.episode()
        for part in Alerting.Explanation.Part.allCases {
            explained.handling.explanation[part] = .init(text: "x", by: "J", at: Sample.at(1))
        }
        #expect(reminder(explained, at: due).isEmpty)
    }
}
