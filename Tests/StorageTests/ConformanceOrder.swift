import Indicators
import Storage
import Testing

@Suite("Every store: what one recipient is told keeps its order")
struct ConformanceOrder {
    /// A message of each name to the council, oldest first.
    private func posted(_ store: any Store, _ keys: String...) async throws {
        for (place, key) in keys.enumerated() {
            try await store.post(message(key, at: start.adding(seconds: place * 600)))
        }
    }

    private func claimed(_ store: any Store, after seconds: Int) async throws -> [String] {
        try await store.claimDueMessages(at: start.adding(seconds: seconds), lease: 60, limit: 10).map(\.subject)
    }

    @Test(arguments: StoreUnderTest.all)
    func `the end of an alert does not overtake its beginning, which the relay was away for`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await posted(store, "alert")
            #expect(try await claimed(store, after: 0) == ["[Rood] alert"])
            try await store.attempt(1, .retry(at: start.adding(seconds: 3600)), "no-connection")
            try await store.post(message("end", at: start.adding(seconds: 600)))
            // The end is due; what is tried is the beginning, though its own turn would come later.
            #expect(try await claimed(store, after: 600) == ["[Rood] alert"])
            #expect(try await claimed(store, after: 610).isEmpty)
            try await store.attempt(1, .accepted, "accepted", at: start.adding(seconds: 620))
            #expect(try await claimed(store, after: 620) == ["[Rood] end"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what is tried again later holds what was made after it, and is not tried for each of them`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await posted(store, "alert", "end", "digest")
            _ = try await claimed(store, after: 1200)
            try await store.attempt(1, .retry(at: start.adding(seconds: 5000)), "greylisted")
            #expect(try await claimed(store, after: 4999).isEmpty)
            #expect(try await claimed(store, after: 5000) == ["[Rood] alert"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a mail that failed for good, or was dropped, holds up no other`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await posted(store, "alert", "end")
            try await store.attempt(1, .failed, "recipient-refused")
            #expect(try await claimed(store, after: 600) == ["[Rood] end"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `who waits for the relay holds up nobody else`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await posted(store, "alert", "end")
            try await store.post(message("other", to: "college", at: start.adding(seconds: 600)))
            try await store.attempt(1, .retry(at: start.adding(seconds: 5000)), "greylisted")
            #expect(try await claimed(store, after: 600) == ["[Rood] other"])
        }
    }
}
