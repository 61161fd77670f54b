import AlertSamples
import Alerting
import Assessment
import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: taking back")
struct ConformanceWithdrawals {
    private let later = start.adding(seconds: 60)
    private var order: Withdrawal { Withdrawal(by: "jan", why: "typefout", at: later) }

    private func values(_ store: any Store, of series: SeriesKey = wmo) async throws -> [String] {
        try await store.history(of: series).observations.map(\.value.description)
    }

    @Test(arguments: StoreUnderTest.all)
    func `the older value holds again, and all of it stays readable`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("47", source: "CBS")])
            try await store.take(header("b"), [row("4800")])
            try await store.judgeEverything()
            let outcome = try await store.withdraw(wmo, 2024, at: later) { $0 == wmo ? [mean] : [] }
            let old = try Observation(period: year(2024), value: decimal("4800"))
            let again = try Observation(period: year(2024), value: decimal("47"), source: "CBS")
            let value = WithdrawnValue(series: wmo, period: try year(2024), old: old, holds: again)
            #expect(outcome == .done(IntakeTally.Listed([value])))
            let latest = try #require(try await store.history(of: wmo).latest)
            let expected = RecordedObservation(
                again,
                revision: 3,
                importHash: "a",
                recordedAt: later,
                withdrawal: order
            )
            #expect(latest == expected)
            #expect(try await store.history(of: wmo).withdrawn.mapValues(\.revision) == [year(2024): 3])
            let all = try await store.revisions(of: wmo, period: year(2024))
            #expect(all.map(\.value.description) == ["47", "4800", "47"])
            #expect(try await store.corrections(of: wmo) == [CorrectedValue(before: all[1], after: all[2])])
            #expect(try await store.keysToJudge() == [wmo, mean])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `where no older value is left none holds, and a later file brings one`(_ subject: StoreUnderTest) async throws
    {
        try await subject.run { store in
            try await store.take(header("a"), [row("47"), row("40", 2023, line: 3)])
            try await store.withdraw(wmo, 2024, at: later)
            #expect(try await values(store) == ["40"])
            #expect(try await store.history(of: wmo).withdrawn.mapValues(\.revision) == [year(2024): 2])
            #expect(try await store.revisions(of: wmo, period: year(2024)).map(\.holds) == [true, false])
            #expect(try await store.withdraw(wmo, 2024) == .nothingHolds)
            let result = try await store.take(header("b"), [row("50"), row("60", 2022, line: 3), row("50", line: 4)])
            #expect(result.tally.taken == 2 && result.tally.skips[.duplicateInFile]?.count == 1)
            #expect(try await values(store) == ["60", "40", "50"])
            #expect(try await store.history(of: wmo).withdrawn == [:])
            #expect(try await store.revisions(of: wmo, period: year(2024)).map(\.revision) == [1, 2, 3])
            try await store.take(header("c"), [row("51")])
            #expect(try await values(store) == ["60", "40", "51"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `one after another is taken back, down to the first`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            for (hash, value) in [("a", "1"), ("b", "2"), ("c", "3")] {
                try await store.take(header(hash), [row(value)])
            }
            var held: [[String]] = []
            for _ in 1...3 {
                try await store.withdraw(wmo, 2024)
                held.append(try await values(store))
            }
            #expect(held == [["2"], ["1"], []])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a file is undone in the middle, and what came later holds`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("aa"), [row("1")])
            try await store.take(header("bb"), [row("2"), row("20", 2023, line: 3)])
            try await store.take(header("cc"), [row("3")])
            try await store.judgeEverything()
            guard case .done(let undone) = try await store.undo("b") else {
                Issue.record("it was not undone")
                return
            }
            #expect(undone.items.map(\.period) == [try year(2023)] && undone.count == 1)
            #expect(try await values(store) == ["3"])
            // What lies below is the one before the file that was undone.
            try await store.withdraw(wmo, 2024)
            #expect(try await values(store) == ["1"])
            let before = Withdrawal(by: "jan", why: "typefout", at: start)
            #expect(try await store.undo("bb") == .undoneBefore(before))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a value that holds again goes with the file that brought it`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("1")])
            try await store.take(header("b"), [row("2")])
            try await store.withdraw(wmo, 2024)
            #expect(try await values(store) == ["1"])
            try await store.undo("a")
            #expect(try await values(store) == [])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what cannot be undone says why, and changes nothing`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("abc1"), [row("1")])
            try await store.take(header("abc2"), [row("2")])
            try await store.record(refusal: header("def"), reason: .notACSV)
            #expect(try await store.undo("def") == .noSuchImport)
            guard case .ambiguous(let candidates) = try await store.undo("abc") else {
                Issue.record("one of two was chosen")
                return
            }
            #expect(candidates.map(\.hash) == ["abc1", "abc2"])
            #expect(try await store.withdraw(wmo, 2019) == .nothingHolds)
            #expect(try await store.withdraw(lonely, 2024) == .nothingHolds)
            #expect(try await values(store) == ["2"])
            #expect(try await store.corrections(of: wmo).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an episode that had ended on a value that was taken back is given until it is corrected`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            let period = try year(2024)
            let told = episode(facts: facts("112").with { $0.period = period })
            try await store.commit(change(.opened, told))
            let ended = change(.resolved, told, at: later)
            try await store.commit(ended)
            #expect(try await store.episodes(of: [wmo]).untrue.isEmpty)
            let facts = [ended.episode.facts, told.facts]
            #expect(
                try await store.endedEpisodes(of: [wmo, mean]) == [EndedEpisode(episode: ended.episode, told: facts)]
            )
            try await store.withdraw(wmo, 2024, at: later)
            let untrue = try await store.episodes(of: [wmo]).untrue
            #expect(untrue == [ended.episode])
            var corrected = try #require(untrue.first)
            corrected.facts.lapse = .valueWithdrawn
            let correction = Transition(kind: .corrected, episode: corrected, at: later)
            try await store.commit(correction)
            #expect(try await store.episodes(of: [wmo]).untrue.isEmpty)
            #expect(try await store.endedEpisodes(of: [wmo]).isEmpty)
            #expect(try await store.events(after: 0, limit: 9).map(\.kind) == [.opened, .resolved, .corrected])
            await #expect(throws: StoreError.stale) { try await store.commit(correction) }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what was told before a correction that left the alert open is not corrected again when it has ended`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            try await store.take(header("b"), [row("120")])
            let period = try year(2024)
            func told(_ value: String, revision: Int) -> FindingFacts {
                facts(value).with { facts in
                    facts.period = period
                    facts.value?.revision = revision
                }
            }
            var open = episode(facts: told("120", revision: 2))
            try await store.commit(change(.opened, open))
            try await store.withdraw(wmo, 2024, at: later)
            open.facts = told("112", revision: 3)
            try await store.commit(Transition(kind: .corrected, episode: open, at: later))
            #expect(try await store.episodes(of: [wmo]).open.values.map(\.id) == [open.id])
            try await store.commit(change(.resolved, open, at: later))
            #expect(try await store.episodes(of: [wmo]).untrue.isEmpty)
            // What the correction itself told can turn out to be wrong as well.
            try await store.withdraw(wmo, 2024, at: later)
            #expect(try await store.episodes(of: [wmo]).untrue.map(\.facts.value?.revision) == [3])
        }
    }

    // MARK: By file

    private func withdrawal(_ value: String? = nil, _ number: Int = 2024, line: Int = 2) throws -> RowOutcome {
        .withdrawn(
            WithdrawnRow(
                line: line,
                series: wmo,
                period: try year(number),
                value: try value.map(decimal),
                why: "typefout"
            )
        )
    }

    @Test(arguments: StoreUnderTest.all)
    func `a row of a file takes a value back`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("1")])
            try await store.take(header("b"), [row("2")])
            try await store.judgeEverything()
            let result = try await store.take(header("c", at: later), [withdrawal("2.0")])
            #expect(result.isAccepted && result.tally.withdrawn.count == 1 && result.tally.rows == 1)
            #expect(try await values(store) == ["1"])
            let after = try #require(try await store.corrections(of: wmo).first?.after)
            #expect(after.withdrawal == Withdrawal(by: "c.csv", why: "typefout", at: later))
            #expect(try await store.keysToJudge() == [wmo])
            // The same bytes again take nothing more back.
            let again = try await store.take(header("c"), [withdrawal("2.0")])
            #expect(!again.changesTheStore)
            #expect(try await values(store) == ["1"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a file that took a value back is undone`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("1")])
            try await store.take(header("b"), [withdrawal()])
            #expect(try await values(store) == [])
            try await store.undo("b")
            #expect(try await values(store) == ["1"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a row that names another value than holds is a fault, and one without a value is passed over`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("1")])
            let other = try await store.take(header("b"), [withdrawal("2")])
            #expect(other.tally.faults.map(\.reason) == [.otherValueHolds])
            let none = try await store.take(header("c"), [withdrawal(nil, 2019)])
            #expect(none.isAccepted && none.tally.skips[.nothingToWithdraw]?.count == 1)
            let both = try await store.take(header("d"), [row("9", 2020), withdrawal(nil, 2020, line: 3)])
            #expect(both.tally.faults.map(\.reason) == [.conflictingRows])
            #expect(try await values(store) == ["1"])
        }
    }
}
