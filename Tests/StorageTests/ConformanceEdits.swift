import AlertSamples
import Alerting
import Assessment
import Indicators
import Storage
import Testing

@Suite("Every store: what comes under watch, and what is edited")
struct ConformanceEdits {
    private static func terms(_ target: String) throws -> JudgementTerms {
        let period = try #require(Period.year(2026))
        return JudgementTerms(
            unit: "%",
            better: "lower",
            targets: [JudgementTerms.Target(goal: nil, period: period, text: target)]
        )
    }

    private static func expected(_ target: String, of key: SeriesKey = wmo) throws -> ExpectedSeries {
        ExpectedSeries(key: key, fingerprint: target, terms: try terms(target))
    }

    @Test(arguments: StoreUnderTest.all)
    func `an indicator comes under watch once`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let first = try Self.expected("< 45")
            try await store.adopt(expected: [first], at: start)
            #expect(try await store.openingIndicators() == [wmo.indicator])
            // Until it has been judged it comes under watch, however often the program starts.
            try await store.adopt(expected: [first], at: start)
            #expect(try await store.openingIndicators() == [wmo.indicator])
            try await store.endOpening(of: [wmo.indicator])
            try await store.adopt(expected: [], at: start)
            try await store.adopt(expected: [first, Self.expected("< 3", of: lonely)], at: start)
            #expect(try await store.openingIndicators() == [lonely.indicator])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an edit is kept with what held before, until it has been dealt with`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.adopt(expected: [Self.expected("< 45")], at: start)
            #expect(try await store.editedSeries(limit: 10).isEmpty)
            let mark = try #require(try await store.seriesToJudge(at: start, limit: 1).first)
            try await store.commit(
                decisions: Decisions(judged: [Decisions.Judged(series: mark, nextReview: nil, at: start)])
            )
            try await store.adopt(expected: [Self.expected("< 48")], at: start)
            try await store.adopt(expected: [Self.expected("< 50")], at: start)
            let edited = EditedSeries(key: wmo, judgedAt: start, hadNews: false)
            #expect(try await store.editedSeries(limit: 10) == [edited])
            let edit = try #require(try await store.definitionEdits()[wmo.indicator])
            #expect(edit.cause == .edited)
            #expect(try edit.before == Self.terms("< 45") && edit.after == Self.terms("< 50"))
            try await store.endEdits()
            #expect(try await store.definitionEdits().count == 1)
            try await store.commit(decisions: Decisions(edited: [wmo]))
            try await store.endEdits()
            #expect(try await store.definitionEdits().isEmpty)
            #expect(try await store.editedSeries(limit: 10).isEmpty)
            // It is judged all the same, for what time has brought.
            #expect(try await store.seriesToJudge(at: start, limit: 10).map(\.key) == [wmo])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an indicator that goes and comes back says so`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.adopt(expected: [Self.expected("< 45")], at: start)
            try await store.adopt(expected: [], at: start)
            #expect(try await store.definitionEdits()[wmo.indicator]?.cause == .withdrawn)
            try await store.commit(decisions: Decisions(edited: [wmo]))
            try await store.endEdits()
            try await store.adopt(expected: [Self.expected("< 45")], at: start)
            let edit = try #require(try await store.definitionEdits()[wmo.indicator])
            #expect(
                try edit.cause == .returned && edit.before == Self.terms("< 45") && edit.after == Self.terms("< 45")
            )
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an episode that an edit ended goes on, and only the last one can`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let first = episode()
            try await store.commit(change(.opened, first))
            var resting = first
            resting.closedAt = start.adding(seconds: 60)
            resting.facts.edit = JudgementEdit(cause: .edited, wasOpen: true)
            try await store.commit(
                decisions: Decisions(transitions: [
                    Transition(kind: .targetChanged, episode: resting, at: start.adding(seconds: 60))
                ])
            )
            #expect(try await store.openEpisodes().isEmpty)
            #expect(try await store.restingEpisodes(of: [wmo]) == [first.alert: resting])
            var again = resting
            again.closedAt = nil
            again.facts.edit = JudgementEdit(cause: .edited, wasOpen: false)
            let reopening = Decisions(transitions: [
                Transition(kind: .targetChanged, episode: again, at: start.adding(seconds: 120))
            ])
            try await store.commit(decisions: reopening)
            #expect(try await store.openEpisodes() == [again])
            #expect(try await store.restingEpisodes(of: [wmo]).isEmpty)
            let then = try await store.episodes(asOf: start.adding(seconds: 90))
            #expect(then == [resting])
            #expect(try await store.episodes(asOf: start.adding(seconds: -1)).isEmpty)
            #expect(try await store.hasDecided(after: start.adding(seconds: 119)))
            #expect(try await !store.hasDecided(after: start.adding(seconds: 120)))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the hours of a subscription are kept`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let slot = try #require(DigestSlot("2026-04-01T07:00"))
            let later = try #require(DigestSlot("2026-04-02T16:00"))
            try await store.begin(subscription: "raad", after: slot)
            #expect(
                try await store.digestHours() == [DigestHours(subscription: "raad", lastSlot: slot, hours: nil)]
            )
            let hours = DigestHours(subscription: "raad", lastSlot: later, hours: "07:00 1,2")
            try await store.note(hours: [hours])
            #expect(try await store.digestHours() == [hours])
            #expect(try await store.lastSlot(of: "raad") == later)
        }
    }
}
