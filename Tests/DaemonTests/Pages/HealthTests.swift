import Foundation
import Indicators
import StatusPage
import Telling
import Testing

@testable import Daemon

@Suite("Whether the watch works")
struct HealthTests {
    private static let now = DeskFixture.now

    /// Signs so many seconds old; `nil` where there are none.
    private static func signs(started: Int = 3600, passed: Int? = 5, relayed: Int? = 5) -> VitalSigns.Signs {
        var signs = VitalSigns.Signs(startedAt: now.adding(seconds: -started))
        signs.passedAt = passed.map { now.adding(seconds: -$0) }
        signs.relayedAt = relayed.map { now.adding(seconds: -$0) }
        return signs
    }

    private static func isHealthy(_ signs: VitalSigns.Signs, hasRelay: Bool = true, readable: Bool = true) -> Bool {
        Health(signs: signs, evaluateEvery: 60, hasRelay: hasRelay, storeIsReadable: readable)
            .report(at: now).isHealthy
    }

    @Test("follows from the end of the last pass: three more may be due, and a minute")
    func work() {
        #expect(Self.isHealthy(Self.signs(passed: 240)))
        #expect(!Self.isHealthy(Self.signs(passed: 241)))
    }

    @Test(
        "is not waited for longer than an hour past its time",
        arguments: [(60, 240), (3600, 7260), (86_400, 90_060)]
    )
    func bounded(every: Int, limit: Int) {
        for (age, isHealthy) in [(limit, true), (limit + 1, false)] {
            let health = Health(
                signs: Self.signs(started: 1_000_000, passed: age),
                evaluateEvery: every,
                hasRelay: false,
                storeIsReadable: true
            )
            #expect(health.report(at: Self.now).isHealthy == isHealthy)
        }
    }

    @Test("is not doubted soon after the start")
    func start() {
        #expect(Self.isHealthy(Self.signs(started: 240, passed: nil, relayed: nil)))
        #expect(!Self.isHealthy(Self.signs(started: 241, passed: nil, relayed: nil)))
    }

    @Test("follows from the relay loop only where there is a relay; one mail may take ten minutes")
    func relay() {
        #expect(Self.isHealthy(Self.signs(relayed: 840)))
        #expect(!Self.isHealthy(Self.signs(relayed: 841)))
        #expect(Self.isHealthy(Self.signs(relayed: nil), hasRelay: false))
    }

    @Test("needs a store that can be read")
    func store() {
        #expect(!Self.isHealthy(Self.signs(), readable: false))
    }

    @Test("is not doubted for a sign from ahead, as after a clock was put back")
    func clock() {
        #expect(Self.isHealthy(Self.signs(passed: -7200)))
    }

    @Test("is told with a line for each part; a faulty configuration only warns")
    func words() {
        var signs = Self.signs(passed: 900)
        signs.configurationIsFaulty = true
        let report = Health(signs: signs, evaluateEvery: 60, hasRelay: true, storeIsReadable: true).report(at: Self.now)
        #expect(
            report.text == """
                failing
                failing: work loop: the last pass ended 900 s ago (at most 240 s)
                ok: relay loop: it last looked for mail 5 s ago (at most 840 s)
                ok: store: it can be read
                warning: configuration: what was last read has faults, so that an earlier one is in force; \
                'peilwacht check' names them

                """
        )
        signs.passedAt = Self.now
        #expect(Self.isHealthy(signs))
        signs.configurationComplaint = "'folders' has changed, and that needs a restart"
        let other = Health(signs: signs, evaluateEvery: 60, hasRelay: true, storeIsReadable: true).report(at: Self.now)
        #expect(other.text.contains("warning: configuration: 'folders' has changed, and that needs a restart\n"))
    }

    @Test("is 200 or 503 and kept by nobody")
    func answers() async throws {
        let fixture = try await DeskFixture([Watched.yearly("wmo")])
        fixture.signs.note { $0.passedAt = Self.now }
        let well = try await fixture.ask("/healthz")
        #expect(well.answer.status == .ok)
        #expect(well.answer.caching == .never)
        #expect(well.text.hasPrefix("ok\n"))
        fixture.signs.note { $0.passedAt = Self.now.adding(seconds: -86_400 * 30) }
        #expect(try await fixture.ask("/healthz").answer.status == .unavailable(retryAfter: 60))
    }
}
