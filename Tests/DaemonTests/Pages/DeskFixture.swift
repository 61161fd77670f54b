import Assessment
import Catalogue
import Foundation
import Indicators
import StatusPage
import Storage
import TestSupport
import Testing

@testable import Daemon

/// A desk with a store of its own that is watched already; nothing of it outlives the test.
struct DeskFixture {
    static let now = Instant(seconds: 1_801_000_000)

    let folder: TemporaryFolder
    let active: ActiveConfiguration
    let store: SQLiteStore
    let signs: VitalSigns
    let desk: PageDesk

    init(_ indicators: [String], top: String = "") async throws {
        folder = try TemporaryFolder()
        active = ActiveConfiguration(
            try Watched.configuration(indicators.joined(separator: "\n"), top: top, in: folder.path)
        )
        store = try SQLiteStore.openForWriting(active.configuration)
        signs = VitalSigns(startedAt: Self.now.adding(seconds: -3600))
        desk = PageDesk(clock: .fixed(Self.now), vitalSigns: signs) { [active] in active }
    }

    /// Takes values in, judges them, and makes the mails that follow.
    func watch(_ values: [(SeriesKey, String)], at now: Instant = now) async throws {
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.take(values, by: active, at: now)
        try await store.judge(by: active, at: now)
        _ = try await UrgentRound(store: store, active: active).run(at: now)
    }

    /// The answer to what a program asks.
    func ask(_ address: String, accept: String? = nil, _ method: PageRequest.Method = .get) async throws -> Told {
        let url = try #require(URLComponents(string: address))
        let fields = (url.queryItems ?? []).map { ($0.name, $0.value ?? "") }
        let answer = await desk.answer(
            PageRequest(
                method,
                path: url.percentEncodedPath.split(separator: "/").map { $0.removingPercentEncoding ?? "" },
                query: Dictionary(uniqueKeysWithValues: fields),
                accept: accept
            )
        )
        return try Told(answer)
    }

    /// An answer with its body read.
    struct Told {
        let answer: PageAnswer
        let text: String

        fileprivate init(_ answer: PageAnswer) throws {
            self.answer = answer
            guard case .bytes(let bytes) = answer.body else {
                Issue.record("the answer comes in pieces")
                text = ""
                return
            }
            text = String(decoding: bytes, as: UTF8.self)
        }

        var json: JSON { get throws { try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) } }
        var next: String? { answer.links.first { $0.relation == "next" }?.path }
    }
}
