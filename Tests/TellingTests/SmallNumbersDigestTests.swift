import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("A digest of small numbers")
struct SmallNumbersDigestTests {
    private static let persons: Disclosure = {
        let indicators = ["jeugd", "pleeg", "wonen"].map { id in
            Indicator(
                id: IndicatorID(id),
                title: id,
                unit: .count,
                better: .lower,
                cadence: Cadence(.year, dueDays: 90),
                programme: "dronten-6",
                package: "6N",
                counts: [.persons]
            )
        }
        let register = IndicatorRegister(programmes: [], indicators: indicators, paths: [:], areaNames: [:])
        return Disclosure(PersonCounts(register, limits: CountLimits()), histories: [])
    }()

    private static func facts(_ title: String, _ severity: Severity, _ value: String) -> FindingFacts {
        Sample.facts(title, severity, value: value, unit: "aantal", targets: [Sample.target("< 5", "2025")])
    }

    private static func notice(_ kind: AlertEventKind, _ facts: FindingFacts, of id: IndicatorID) -> Notice {
        let section: Digest.Section = kind == .resolved ? .resolved : .new
        let episode = Sample.item(section, facts, indicator: id).episode
        return Notice(subscription: "s", kind: kind, episode: episode, at: episode.openedAt, isUrgent: false)
    }

    private static func digest(_ notices: [Notice], by disclosure: Disclosure) -> Digest {
        DigestComposer.compose(
            for: Sample.subscription,
            occasion: .scheduled(Sample.slot),
            notices: notices,
            open: [],
            by: disclosure,
            at: Sample.at("2026-07-02 07:00")
        )
    }

    @Test("it says that something is there, and not what")
    func golden() throws {
        let digest = Self.digest(
            [
                Self.notice(.opened, Self.facts("Jeugdigen met verblijf", .critical, "7"), of: "jeugd"),
                Self.notice(.worsened, Self.facts("Pleegkinderen", .warning, "6"), of: "pleeg"),
                Self.notice(.resolved, Self.facts("Beschermd wonen", .warning, "3"), of: "wonen"),
                Self.notice(.opened, Sample.facts(), of: "wmo-maatwerk"),
            ],
            by: Self.persons
        )
        let text = DigestText.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
        let page = DigestHTML.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
        try expectGolden(Array(text.utf8), "small-numbers.txt")
        try expectGolden(Array(page.utf8), "small-numbers.html")
        #expect(
            DigestSubject.line(digest, language: .nl).hasPrefix(
                "[1 rood] Wmo-maatwerk 112 per 1000 (streef <108) – en 2 niet getoond"
            )
        )
    }

    @Test("it is the same mail, whatever the number, the severity and the way it went", arguments: [Language.nl, .en])
    func same(language: Language) {
        func mails(_ all: [(AlertEventKind, Severity, String)]) -> Set<String> {
            Set(
                all.map { kind, severity, value in
                    let notice = Self.notice(kind, Self.facts("Pleegkinderen", severity, value), of: "pleeg")
                    let digest = Self.digest([notice], by: Self.persons)
                    let text = DigestText.render(
                        digest,
                        sender: Sample.sender,
                        zone: Sample.amsterdam,
                        language: language
                    )
                    return DigestSubject.line(digest, language: language) + text
                }
            )
        }
        #expect(mails([(.opened, .critical, "9"), (.opened, .warning, "1"), (.released, .warning, "4")]).count == 1)
        let ways: [(AlertEventKind, Severity, String)] = [
            (.worsened, .critical, "9"), (.eased, .warning, "1"), (.escalated, .critical, "2"),
            (.relaxed, .warning, "5"),
        ]
        #expect(mails(ways).count == 1)
        #expect(mails(ways + [(.worsened, .critical, "10")]).count == 2)
    }

    @Test("the lines of the alert log are the same but for what happened")
    func log() {
        let alert = AlertKey(rule: .target, series: SeriesKey(indicator: "pleeg", area: "GM0303"))
        func line(_ kind: AlertEventKind, _ severity: Severity, _ value: String) -> String {
            let event = AlertEvent(
                seq: 1,
                kind: kind,
                at: Sample.at("2026-04-01 08:00"),
                alert: alert,
                episode: "\(alert)#1",
                facts: Self.facts("Pleegkinderen", severity, value)
            )
            return AlertLogLine.json(event, by: Self.persons, in: .nl)
        }
        #expect(line(.worsened, .critical, "9") == line(.eased, .warning, "1"))
        let opened = line(.opened, .critical, "7")
        #expect(opened.contains(#""event":"opened""#) && opened.contains(#""severity":null"#))
        #expect(opened.contains(#""value":null"#) && opened.contains(#""target":null"#))
        #expect(opened.contains(#""reason":"hidden""#) && opened.contains(#""hidden":true"#))
        #expect(line(.opened, .critical, "10").contains(#""value":10"#))
    }

    @Test("the subject of a mail is left out where any of what it told is hidden now")
    func subject() {
        func event(_ value: String) -> AlertEvent {
            let alert = AlertKey(rule: .target, series: SeriesKey(indicator: "pleeg", area: "GM0303"))
            return AlertEvent(
                seq: 1,
                kind: .opened,
                at: Sample.at("2026-04-01 08:00"),
                alert: alert,
                episode: "\(alert)#1",
                facts: Self.facts("Pleegkinderen", .critical, value)
            )
        }
        let (seen, hidden) = (event("10"), event("9"))
        #expect(LedgerMail.subject("Rood: 9", telling: [seen], by: Self.persons) == "Rood: 9")
        #expect(LedgerMail.subject("Rood: 9", telling: [seen, hidden], by: Self.persons).isEmpty)
        #expect(LedgerMail.subject("Rood: 9", telling: [seen, hidden], by: .exact) == "Rood: 9")
    }
}
