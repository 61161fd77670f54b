import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: a file whose writer went on")
struct ConformanceContinued {
    @Test(arguments: StoreUnderTest.all)
    func `of a file that is continued what is new is questioned, but not by what its writer had not finished`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [plausible("25", 2022)])
            try await store.take(header("b", claim: "1"), [plausible("26", 2023), row("3", 2025, line: 3)])
            let whole = try [plausible("26", 2023), plausible("27", 2024, line: 3), plausible("33", 2025, line: 4)]
            let wrong = header("c", claim: "2", continues: "1")
            let refused = try await store.take(wrong, whole + [plausible("0.28", 2026, line: 5)])
            #expect(refused.tally.faults.map(\.line) == [5])
            let right = header("d", claim: "3", continues: "1")
            let taken = try await store.take(right, whole + [plausible("28", 2026, line: 5)])
            #expect(taken.isAccepted && taken.tally.revised == 1 && taken.tally.unchanged == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `of a file that is continued what was confirmed stays so`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [plausible("25", 2022)])
            try await store.take(header("b", claim: "1"), [row("0.27", 2023)])
            let whole = try [plausible("0.27", 2023), plausible("0.3", 2024, line: 3)]
            #expect(try await store.take(header("c", claim: "2", continues: "1"), whole).isAccepted)
            let confirmed = try [row("0.27", 2023), row("0.3", 2024, line: 3), plausible("0.4", 2025, line: 4)]
            #expect(try await store.take(header("d", claim: "3", continues: "2"), confirmed).isAccepted)
        }
    }
}
