import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: what vanishes from a feed")
struct ConformanceVanished {
    private func file(
        _ store: any Store,
        _ hash: String,
        _ years: [Int],
        of series: SeriesKey = wmo,
        feed: String? = "wmo",
        and more: [RowOutcome] = []
    ) async throws -> IntakeTally {
        let rows = try years.enumerated().map { try row("\($0.element)", $0.element, of: series, line: $0.offset + 2) }
        let head = header(hash, setsFaultyRowsAside: true, profile: feed)
        return try await store.take(head, rows + more).tally
    }

    private func missing(_ tally: IntakeTally) -> [String] { tally.vanished.items.map { "\($0.period)" } }

    @Test(arguments: StoreUnderTest.all)
    func `a row within the periods of a later delivery is missed, and one outside them is not`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            #expect(try await file(store, "a", [2020, 2021, 2022, 2023]).vanished.isEmpty)
            let later = try await file(store, "b", [2021, 2023, 2024])
            #expect(missing(later) == ["2022"])
            #expect(try later.vanished.items.first?.said.value == decimal("2022"))
            #expect(try await store.vanished(at: nil) == [wmo: [year(2022)]])
            #expect(try await store.history(of: wmo).observations.count == 5)
            // What only the second one brought belongs to the same.
            #expect(missing(try await file(store, "c", [2021, 2022, 2025])) == ["2023", "2024"])
            #expect(try await store.vanished(at: nil) == [wmo: [year(2023), year(2024)]])
            // Missing still, and noted once.
            #expect(missing(try await file(store, "d", [2021, 2022, 2025, 2026])) == ["2023", "2024"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `files of one feed that have nothing in common are not held against each other`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            _ = try await file(store, "a", [2020, 2021, 2022])
            #expect(try await file(store, "b", [2020, 2022], of: lonely).vanished.isEmpty)
            #expect(try await file(store, "c", [2020, 2022], feed: "other").vanished.isEmpty)
            #expect(try await file(store, "d", [2020, 2022], feed: nil).vanished.isEmpty)
            #expect(try await store.vanished(at: nil).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `of a delivery with faulty rows nothing is said`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            _ = try await file(store, "a", [2020, 2021, 2022])
            let fault = RowOutcome.fault(RowFault(.valueNotANumber, line: 9))
            #expect(try await file(store, "b", [2020, 2022], and: [fault]).vanished.isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `it is cleared when it is there again, in whichever file, or taken back`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            _ = try await file(store, "a", [2020, 2021, 2022, 2023])
            _ = try await file(store, "b", [2020, 2023])
            #expect(try await store.vanished(at: nil)[wmo]?.count == 2)
            #expect(try await file(store, "c", [2021], feed: nil).returned == 1)
            #expect(try await store.vanished(at: nil) == [wmo: [year(2022)]])
            try await store.withdraw(wmo, 2022, at: start.adding(seconds: 60))
            #expect(try await store.vanished(at: nil).isEmpty)
            #expect(try await store.vanished(at: start) == [wmo: [year(2022)]])
            // Of what nobody holds nothing is missed.
            #expect(missing(try await file(store, "d", [2020, 2023, 2024])) == ["2021"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the same older content again clears it, and an undone delivery missed nothing`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            _ = try await file(store, "a", [2020, 2021, 2022])
            _ = try await file(store, "b", [2020, 2022])
            #expect(try await store.vanished(at: nil).count == 1)
            _ = try await file(store, "a", [2020, 2021, 2022])
            #expect(try await store.vanished(at: nil).isEmpty)
            _ = try await file(store, "c", [2020, 2022, 2024])
            #expect(try await store.vanished(at: nil).count == 1)
            try await store.undo("c", at: start.adding(seconds: 60))
            #expect(try await store.vanished(at: nil).isEmpty)
        }
    }
}
