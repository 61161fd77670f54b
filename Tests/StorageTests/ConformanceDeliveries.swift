import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: which files came")
struct ConformanceDeliveries {
    private func faulty() -> RowOutcome { .fault(RowFault(.valueNotANumber, line: 9)) }

    @Test(arguments: StoreUnderTest.all)
    func `files come the latest first, page by page, with what became of their rows`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            #expect(try await store.deliveries(before: nil, limit: 5).isEmpty)
            let first = [try row("112"), try row("7", 2023, line: 3)]
            try await store.take(header("a", profile: "wmo"), first)
            try await store.record(refusal: header("b", at: start.adding(seconds: 60)), reason: .notACSV)
            let later = header("c", at: start.adding(seconds: 120), setsFaultyRowsAside: true)
            try await store.take(later, [row("113"), row("7", 2023, line: 3), faulty()])
            let all = try await store.deliveries(before: nil, limit: 5)
            #expect(all.map(\.fileName) == ["c.csv", "b.csv", "a.csv"])
            #expect(all.map(\.refusal) == [nil, .notACSV, nil] && all.map(\.profile) == [nil, nil, "wmo"])
            #expect(all.map(\.at) == [120, 60, 0].map(start.adding) && all.map(\.hash) == ["c", "b", "a"])
            let counts = all.map { [$0.rows, $0.taken, $0.revised, $0.unchanged, $0.skipped, $0.faults] }
            #expect(counts == [[3, 0, 1, 1, 0, 1], [0, 0, 0, 0, 0, 0], [2, 2, 0, 0, 0, 0]])
            #expect(all.allSatisfy { $0.byteCount == 100 && !$0.isRepeat && !$0.isUndone })
            let page = try await store.deliveries(before: nil, limit: 2)
            #expect(page == Array(all.prefix(2)))
            #expect(try await store.deliveries(before: page.last?.id, limit: 2) == [all[2]])
            #expect(try await store.delivery(all[1].id) == all[1])
            #expect(try await store.delivery(99) == nil)
            #expect(try await store.delivery(0) == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `files are counted by what became of them`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.deliveryCounts().isEmpty)
            try await store.take(header("a"), [row("112")])
            try await store.take(header("b"), [row("113")])
            try await store.record(refusal: header("c"), reason: .notACSV)
            #expect(try await store.deliveryCounts() == [nil: 2, .notACSV: 1])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the first delivery of a content is found by it, and a refused one has brought nothing`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            try await store.record(refusal: header("c"), reason: .notACSV)
            try await store.take(header("a"), [row("112")])
            let first = try #require(try await store.delivery(1))
            #expect(try await store.deliveries(ofHashes: ["a", "c", "x"]) == ["a": first])
            #expect(try await store.deliveries(ofHashes: []).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what was undone says so`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            try await store.take(header("b"), [row("113")])
            _ = try await store.undo("b", at: start.adding(seconds: 60))
            #expect(try await store.deliveries(before: nil, limit: 5).map(\.isUndone) == [true, false])
        }
    }
}
