import Assessment
import Foundation
import Indicators
import StoreSupport
import Telling
import Testing

@testable import Daemon

@Suite("The series that a command asks about")
struct ChosenSeriesTests {
    private static let wmo = Watched.yearly("wmo", "owner: \"Hans\", targets: {2026: \"<100\"}")
    private static let zorg = Watched.yearly("zorg", "counts: persons, targets: {2026: \">100\"}")

    private func ask(_ subject: ReportQuestion.Subject, isJSON: Bool = false) async throws -> String {
        let now = Instant(seconds: 1_801_000_000)
        let active = try Watched.active("\(Self.wmo)\n\(Watched.yearly("jeugd"))\n\(Self.zorg)")
        let store = InMemoryStore()
        try await store.adopt(expected: active.expectedSeries, at: now)
        let keys = [Watched.key("wmo"), Watched.key("wmo", "65+"), Watched.key("jeugd"), Watched.key("zorg")]
        try await store.take(zip(keys, ["112", "90", "50", "3"]).map { ($0, $1) }, by: active, at: now)
        try await store.judge(by: active, at: now)
        let question = ReportQuestion(subject, isJSON: isJSON)
        try Reporter.check(question, in: active)
        var text = ""
        _ = try await Reporter(active: active, store: store, now: now).answer(question) { text += $0 }
        return text
    }

    private func choice(_ change: (inout SeriesFilter) -> Void = { _ in }, area: String? = nil) -> SeriesChoice {
        var filter = SeriesFilter()
        change(&filter)
        return SeriesChoice(filter, area: area)
    }

    private func names(_ choice: SeriesChoice, isJSON: Bool = false) async throws -> [String] {
        let text = try await ask(.status(isBrief: false, of: choice), isJSON: isJSON)
        return ["wmo", "jeugd", "zorg"].filter { text.contains(isJSON ? "\"indicator\":\"\($0)\"" : " \($0)") }
    }

    @Test("are those of a light, a package, an owner, an area", arguments: [false, true])
    func filters(isJSON: Bool) async throws {
        #expect(try await names(choice { $0.light = .red }, isJSON: isJSON) == ["wmo"])
        #expect(try await names(choice { $0.package = "A" }, isJSON: isJSON) == ["wmo", "jeugd", "zorg"])
        #expect(try await names(choice { $0.owner = "Hans" }, isJSON: isJSON) == ["wmo"])
        #expect(try await names(choice(area: "Dronten"), isJSON: isJSON) == ["wmo", "jeugd", "zorg"])
    }

    @Test("are not chosen by a light that may not be told")
    func hides() async throws {
        #expect(try await names(choice { $0.light = .grey }) == ["zorg"])
    }

    @Test("are refused by a name that nobody has, with the one that was meant")
    func unknown() async throws {
        let fault = Reporter.Unanswerable(words: "there is no programme 'drontn'; did you mean 'dronten'?")
        await #expect(throws: fault) { try await ask(.status(isBrief: false, of: choice { $0.programme = "drontn" })) }
        for faulty in [choice { $0.package = "x" }, choice { $0.owner = "x" }, choice(area: "x")] {
            await #expect(throws: Reporter.Unanswerable.self) { try await ask(.status(isBrief: true, of: faulty)) }
        }
    }

    @Test(
        "are explained as they are named",
        arguments: [("wmo", 2), ("wmo/GM0303", 2), ("wmo/Dronten", 2), ("wmo/GM0303/leeftijd=65+", 1)]
    )
    func explains(name: String, count: Int) async throws {
        let text = try await ask(.explain(indicator: name))
        #expect(text.components(separatedBy: "licht: ").count == count + 1)
    }

    @Test("are not explained where there are none", arguments: ["x", "wmo/GM0344", "wmo/GM0303/x", "", "/", "wmo//"])
    func absent(name: String) async throws {
        await #expect(throws: Reporter.Unanswerable.self) { try await ask(.explain(indicator: name)) }
    }
}
