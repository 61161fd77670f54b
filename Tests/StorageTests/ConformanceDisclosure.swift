import Indicators
import Testing

@testable import Storage

@Suite("Every store: who saw what is hidden")
struct ConformanceDisclosure {
    @Test(arguments: StoreUnderTest.all)
    func `every note is kept, oldest first`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.disclosures() == [])
            let notes = [
                DisclosureNote(by: "root (sudo: piet)", command: "status --disclose", at: Instant(seconds: 20)),
                DisclosureNote(by: "peilwacht", command: "explain jeugd --disclose", at: Instant(seconds: 10)),
            ]
            for note in notes { try await store.keep(note) }
            #expect(try await store.disclosures() == notes)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `it is known which series a feed brought`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a", profile: "wmo"), [row("7"), row("8", of: lonely, line: 3)])
            try await store.take(header("b", profile: "other"), [row("9")])
            #expect(try await store.series(ofFeeds: ["wmo"]) == [wmo, lonely])
            #expect(try await store.series(ofFeeds: ["other", "none"]) == [wmo])
            #expect(try await store.series(ofFeeds: []) == [])
        }
    }

    @Test func `a store of version 2 has room for the notes`() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: KeptVersion2.store(in: folder), access: .writing)
            #expect(try await store.disclosures() == [])
            let note = DisclosureNote(by: "root", command: "alerts --disclose", at: Instant(seconds: 10))
            try await store.keep(note)
            #expect(try await store.disclosures() == [note])
        }
    }
}
