import Assessment
import Catalogue
import Foundation
import Indicators
import StatusPage
import Storage
import StoreSupport
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("What the status page answers: overview and programme")
struct PageDeskTests {
    private static let now = Instant(seconds: 1_814_000_000)

    private static let indicators = [
        Watched.yearly("een", "owner: Wethouder Wmo, targets: {2026: \"<100\"}"),
        Watched.yearly("twee"),
        Watched.yearly("jeugd", "counts: persons, targets: {2026: \"<5\"}"),
    ]
    .joined(separator: "\n")

    /// A store in a folder of its own, which was filled and judged, and the desk that tells of it.
    private func watching(
        lastPassed passedAt: Instant? = nil,
        fill: (SQLiteStore, ActiveConfiguration) async throws -> Void,
        _ body: (PageDesk) async throws -> Void
    ) async throws {
        try await configured { active in
            let store = try SQLiteStore(path: active.configuration.storePath, access: .writing)
            try await fill(store, active)
            try await body(desk(active, lastPassed: passedAt))
        }
    }

    /// A configuration in a folder of its own, with an inbox and no store.
    private func configured(
        hasInbox: Bool = true,
        _ body: (ActiveConfiguration) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let inbox = "\(folder.path)/var/inbox"
        if hasInbox { try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true) }
        try await body(ActiveConfiguration(try Watched.configuration(Self.indicators, in: folder.path)))
        withExtendedLifetime(folder) {}
    }

    private func desk(_ active: ActiveConfiguration, lastPassed passedAt: Instant? = nil) -> PageDesk {
        let vital = VitalSigns(startedAt: Self.now.adding(seconds: -30))
        vital.note { $0.passedAt = passedAt }
        return PageDesk(clock: .fixed(Self.now), vitalSigns: vital, version: "0.1.0", active: { active })
    }

    private func page(_ desk: PageDesk, _ path: [String] = [], _ query: [String: String] = [:]) async -> String {
        await desk.answer(PageRequest(path: path, query: query)).words
    }

    @Test func `it counts indicators by their light, and what deviates is a link to it`() async throws {
        try await watching { store, active in
            let district = Watched.key("een", area: "WK030301")
            let values = [(Watched.key("een"), "150"), (Watched.key("twee"), "90"), (district, "200")]
            try await store.take(values, by: active, at: Self.now)
            try await store.judge(by: active, at: Self.now)
        } _: { desk in
            let page = await page(desk)
            #expect(page.contains("<a href=\"/programma/dronten?licht=rood\">"))
            #expect(page.contains(">Titel een</a>: 150"))
            #expect(page.contains("Wijken, buurten en groepen"))
            #expect(page.contains("<a href=\"/programma/dronten/indicator/een?gebied=WK030301\">"))
            #expect(page.contains("De laatste beoordeling was op"))
            #expect(!page.contains("class=\"warning\""))
        }
    }

    @Test func `of a hidden number neither value nor light is told on any page`() async throws {
        try await watching { store, active in
            let values = [(Watched.key("jeugd"), "7"), (Watched.key("een"), "90"), (Watched.key("twee"), "90")]
            try await store.take(values, by: active, at: Self.now)
            try await store.judge(by: active, at: Self.now)
            #expect(try await store.lightCounts()["jeugd"]?[.red] == 1)
        } _: { desk in
            let overview = await page(desk)
            #expect(!overview.contains("Titel jeugd") && !overview.contains("licht=rood"))
            #expect(overview.contains("<a href=\"/programma/dronten?licht=grijs\">"))
            let programme = await page(desk, ["programma", "dronten"])
            #expect(programme.contains("niet getoond") && !programme.contains(">Rood</span>"))
            let red = await page(desk, ["programma", "dronten"], ["licht": "rood"])
            #expect(red.contains("0 van 3 indicatoren"))
        }
    }

    @Test func `a page shows what was committed since it was last asked for`() async throws {
        try await configured { active in
            let store = try SQLiteStore(path: active.configuration.storePath, access: .writing)
            try await store.take([(Watched.key("een"), "90")], by: active, at: Self.now)
            try await store.judge(by: active, at: Self.now)
            let desk = desk(active)
            #expect(await !page(desk).contains("licht=rood"))
            try await store.take([(Watched.key("een"), "150")], by: active, at: Self.now)
            try await store.judge(by: active, at: Self.now)
            #expect(await page(desk).contains("licht=rood"))
        }
    }

    @Test(arguments: [(1, 2, "2"), (9, 3, nil)] as [(Int, Int, String?)])
    func `an answer is made again where something was recorded meanwhile, and given up where that goes on`(
        busy: Int,
        attempts: Int,
        words: String?
    ) async throws {
        try await configured { active in
            let store = try SQLiteStore(path: active.configuration.storePath, access: .writing)
            let count = Mutex(0)
            let answer = try await desk(active).consistently(active) { _ in
                let attempt = count.withLock { made -> Int in
                    made += 1
                    return made
                }
                if attempt <= busy {
                    try await store.take([(Watched.key("een"), "9\(attempt)")], by: active, at: Self.now)
                }
                return PageAnswer(.ok, .text, text: "\(attempt)")
            }
            #expect(answer?.words == words)
            #expect(count.withLock { $0 } == attempts)
        }
    }

    @Test func `a filter that nothing can have, a programme that is not there, and no store at all`() async throws {
        try await watching { _, _ in
        } _: { desk in
            for path in [["programma", "anders"], ["programma"], ["wp-admin"]] {
                guard case .notFound = await desk.answer(PageRequest(path: path)).status else {
                    Issue.record("\(path)")
                    continue
                }
            }
            #expect(await page(desk).contains("Peilwacht heeft nog niets beoordeeld"))
        }
        try await configured { active in
            #expect(await page(desk(active)).contains("Peilwacht heeft nog niets beoordeeld"))
            #expect(await page(desk(active), ["programma", "dronten"]).contains("Titel een"))
        }
    }

    @Test func `it is said at the top where the watch stands still, and where the store cannot be read`() async throws {
        try await watching(lastPassed: Self.now.adding(seconds: -10_000)) { _, _ in
        } _: { desk in
            #expect(await page(desk).contains("<p class=\"warning\">"))
        }
        try await configured(hasInbox: false) { active in
            let answer = await desk(active).answer(PageRequest(path: []))
            #expect(
                answer.status == .unavailable(retryAfter: 60) && answer.words.contains("Probeer het over een minuut")
            )
        }
    }

    @Test func `whoever asks at once gets the same page, for which it was made once`() async throws {
        try await watching { store, active in
            try await store.take([(Watched.key("een"), "150")], by: active, at: Self.now)
            try await store.judge(by: active, at: Self.now)
        } _: { desk in
            let pages = await withTaskGroup(of: String.self) { group in
                for _ in 0..<50 { group.addTask { await desk.answer(PageRequest(path: [])).words } }
                return await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(pages.count == 1 && pages.first?.contains("Titel een") == true)
            let work = try #require(await desk.knownOverview?.known.work)
            _ = await page(desk)
            #expect(await desk.knownOverview?.known.work == work)
        }
    }

    @Test func `however much deviates, a bounded part of it is judged for the first page`() async throws {
        let lines = (1...150).map { Watched.yearly("i\($0)") }.joined(separator: "\n")
        let active = try Watched.active(lines)
        let store = InMemoryStore()
        let values = (1...150).map { (Watched.key(IndicatorID("i\($0)")), "150") }
        try await store.take(values, by: active, at: Self.now)
        try await store.judge(by: active, at: Self.now)
        let loader = StandingsLoader(store: store, active: active, now: Self.now)
        let told = try await loader.standings()
        #expect(told.own.values.count { $0 == .red } == 150 && told.parts.values.allSatisfy { $0[.red] == 0 })
        #expect(try await loader.candidates(told).count == 100)
    }

    @Test func `what may not be told takes no place among what deviates`() async throws {
        let lines = Watched.yearly("aaa", "counts: persons, targets: {2026: \"<1\"}") + "\n" + Watched.yearly("zzz")
        let active = try Watched.active(lines)
        let store = InMemoryStore()
        let shown = Watched.key("zzz", area: "WK030301")
        let hidden = (1...150).map { (Watched.key("aaa", "\(1000 + $0)"), "3") }
        try await store.take(hidden + [(shown, "150")], by: active, at: Self.now)
        try await store.judge(by: active, at: Self.now)
        let loader = StandingsLoader(store: store, active: active, now: Self.now)
        let told = try await loader.standings()
        #expect(told.disclosure.hiddenSeries.count >= 150)
        #expect(try await loader.candidates(told).map(\.key) == [shown])
    }

    @Test func `style sheet and icon are served`() async throws {
        try await watching { _, _ in
        } _: { desk in
            let style = await desk.answer(PageRequest(path: ["stijl.css"]))
            #expect(style.type == .css && style.words.contains("--peilwacht-page-color"))
            let icon = await desk.answer(PageRequest(path: ["favicon.ico"]))
            #expect(icon.type == .svg && icon.words.hasPrefix("<svg xmlns="))
        }
    }
}

extension PageAnswer {
    /// The body as text.
    fileprivate var words: String {
        guard case .bytes(let bytes) = body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
