import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import Testing

@testable import Telling

@Suite("The alert whose date stands beside a light")
struct SpeakingAlertTests {
    private static func alert(_ rule: RuleName, _ facts: FindingFacts, since day: String) -> Episode {
        let alert = AlertKey(rule: rule, series: SeriesKey(indicator: "wmo", area: "GM0303"))
        return Episode(alert: alert, number: 1, openedAt: Sample.at("\(day) 08:00"), facts: facts)
    }

    private static let late = alert(
        .overdue,
        Sample.facts("Wmo", .warning, .overdue, value: nil, targets: []),
        since: "2026-01-01"
    )
    private static let red = alert(.target, Sample.facts(), since: "2026-04-01")
    private static let amber = alert(.target, Sample.facts("Wmo", .warning), since: "2026-05-01")
    private static let findings = [
        Finding.sample(.deviates(.critical), on: Sample.facts()),
        Finding.sample(.deviates(.warning), on: Sample.facts("Wmo", .warning, .overdue, value: nil, targets: [])),
    ]
    private static let ambers = [
        Finding.sample(.deviates(.warning), on: Sample.facts("Wmo", .warning)),
        Finding.sample(.deviates(.warning), on: Sample.facts("Wmo", .warning, .overdue, value: nil, targets: [])),
    ]

    @Test func `is that of the light, though another one is open longer`() {
        #expect([Self.late, Self.red].speaking(for: .red, Self.findings) == Self.red)
    }

    @Test func `is of one light that of the rule whose finding is told first`() {
        #expect([Self.late, Self.amber].speaking(for: .amber, Self.ambers) == Self.amber)
    }

    @Test func `is the gravest where none has the light, and nobody's where none is open`() {
        #expect([Self.late, Self.red].speaking(for: .green, []) == Self.red)
        #expect([Episode]().speaking(for: .red, []) == nil)
    }

    @Test func `is nobody's where no alert of the light is of a rule that says so now`() {
        #expect([Self.late].speaking(for: .red, Self.findings) == nil)
        #expect([Self.late].speaking(for: .amber, Array(Self.ambers.prefix(1))) == nil)
    }
}
