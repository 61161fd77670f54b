import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: as of a moment")
struct ConformanceMoments {
    private func at(_ minutes: Int) -> Instant { start.adding(seconds: minutes * 60) }

    private func values(_ store: any Store, _ minutes: Int) async throws -> [String] {
        let history = try await store.histories(of: [wmo], recordedBy: at(minutes)).first
        return try #require(history).observations.map(\.value.description)
    }

    @Test(arguments: StoreUnderTest.all)
    func `values are those that had been recorded, and not taken back`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a", at: at(1)), [row("1")])
            try await store.take(header("b", at: at(2)), [row("2"), row("20", 2025, line: 3)])
            try await store.withdraw(wmo, 2024, at: at(3))
            try await store.undo("b", at: at(4))
            try await store.take(header("c", at: at(5)), [row("3")])
            var all: [[String]] = []
            for minutes in 0...5 { all.append(try await values(store, minutes)) }
            #expect(all == [[], ["1"], ["2", "20"], ["1", "20"], ["1"], ["3"]])
            #expect(try await store.histories(of: [lonely], recordedBy: at(5)).map(\.observations) == [[]])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what was recorded when is known, until a moment and then included`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a", at: at(1)), [row("1")])
            try await store.take(header("b", at: at(2)), [row("2"), row("20", 2025, line: 3)])
            try await store.take(header("c", at: at(2)), [row("2", of: mean)])
            try await store.withdraw(wmo, 2024, at: at(3))
            try await store.record(refusal: header("x", at: at(4)), reason: .notACSV)
            let all = [
                Recordings(at: at(1), series: [wmo]), Recordings(at: at(2), series: [wmo, mean].sorted()),
                Recordings(at: at(3), series: [wmo]),
            ]
            #expect(try await store.recordings(after: Instant(milliseconds: .min), through: at(9)) == all)
            #expect(try await store.recordings(after: at(1), through: at(2)) == [all[1]])
            #expect(try await store.recordings(after: at(3), through: at(9)).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what came later is counted`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(
                try await store.recorded(after: start) == RecordedSince(values: 0, withdrawals: 0, hadBegun: false)
            )
            try await store.take(header("a", at: at(1)), [row("1"), row("1", 2025, line: 3)])
            try await store.record(refusal: header("x", at: at(1)), reason: .notACSV)
            try await store.take(header("b", at: at(2)), [row("2"), row("1", 2025, line: 3)])
            try await store.withdraw(wmo, 2024, at: at(3))
            try await store.undo("b", at: at(4))
            let expected = [(0, 3, 2, false), (1, 1, 2, true), (2, 0, 2, true), (3, 0, 1, true), (4, 0, 0, true)]
            for (minutes, values, withdrawals, hadBegun) in expected {
                let since = RecordedSince(values: values, withdrawals: withdrawals, hadBegun: hadBegun)
                #expect(try await store.recorded(after: at(minutes)) == since, "\(minutes)")
            }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a file is undone by its name, or by that which it is kept under`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let hash = "0123456789ab"
            try await store.take(header("a"), [row("1")])
            try await store.take(header(hash), [row("2")])
            #expect(try await store.undo("c.csv") == .noSuchImport)
            #expect(try await store.undo("b.csv.\(hash)") == .noSuchImport)
            #expect(try await store.undo("b.\(hash).csv") == .noSuchImport)
            guard case .done = try await store.undo("\(hash).csv.\(hash).2.txt") else {
                Issue.record("it was not undone")
                return
            }
            #expect(try await store.history(of: wmo).latest?.value == decimal("1"))
            let again = try await store.undo("\(hash).\(hash).csv")
            #expect(again == .undoneBefore(Withdrawal(by: "jan", why: "typefout", at: start)))
            guard case .done = try await store.undo("a.csv") else {
                Issue.record("it was not undone")
                return
            }
            let order = Withdrawal(by: "jan", why: "typefout", at: start)
            #expect(try await store.undo("a.csv") == .undoneBefore(order))
        }
    }
}
