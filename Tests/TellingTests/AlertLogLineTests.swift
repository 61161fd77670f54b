import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Foundation
import Indicators
import Telling
import Testing

@Suite("A line of the alert log")
struct AlertLogLineTests {
    private func event(_ facts: FindingFacts, breakdown: Breakdown = .total) -> AlertEvent {
        let alert = AlertKey(rule: .target, series: SeriesKey(indicator: "wmo", area: "GM0303", breakdown: breakdown))
        return AlertEvent(
            seq: 7,
            kind: .opened,
            at: Sample.at("2026-04-01 08:00"),
            alert: alert,
            episode: "\(alert)#1",
            facts: facts
        )
    }

    @Test("Has every field of the contract, in its order")
    func golden() throws {
        var facts = LogSample.facts()
        facts.importHash = "ab12"
        #expect(
            AlertLogLine.json(event(facts), by: .exact, in: .nl) == """
                {"seq":7,"at":"2026-04-01T06:00:00Z","event":"opened","alert":"target:wmo/GM0303","episode":"target:wmo/GM0303#1",\
                "severity":"critical","rule":"target","reason":"target-missed","programme":"dronten","package":"6N",\
                "indicator":"wmo","area":"GM0303","breakdown":null,"period":"2025","value":112,"unit":"per 1000",\
                "target":"< 108 per 1000 (2025)",\
                "message":"Wmo-maatwerk is 112 per 1000 in 2025; streefwaarde < 108 per 1000 (2025) niet gehaald.",\
                "import":"ab12"}

                """
        )
    }

    @Test(
        "Numbers are exact, as supplied",
        arguments: ["25.30", "0.1", "-7.0", "123456789012345678", "0.000000000000000001"]
    )
    func numbers(value: String) throws {
        #expect(
            AlertLogLine.json(event(LogSample.facts(value: value)), by: .exact, in: .nl).contains("\"value\":\(value),")
        )
    }

    @Test("What is not known is null")
    func nulls() throws {
        let facts = LogSample.facts(.warning, .overdue, value: nil, period: nil)
        let line = AlertLogLine.json(event(facts), by: .exact, in: .nl)
        for field in ["period", "value", "target", "import", "breakdown"] {
            #expect(line.contains("\"\(field)\":null"))
        }
    }

    @Test(
        "Whatever a title holds, the line is one line of JSON that gives it back",
        arguments: [
            "\"quotes\" and \\", "line\r\nend", "\u{0}\u{1B}[2J", "\"\u{301}\u{338}", "\u{202E}\u{2028}\u{85}",
            "<0>paniek", "👩‍👩‍👧 €",
        ]
    )
    func escapes(title: String) throws {
        var facts = LogSample.facts()
        facts.about.title = title
        let line = AlertLogLine.json(event(facts, breakdown: Breakdown(pairs: ["naam": title])), by: .exact, in: .nl)
        #expect(line.utf8.filter { $0 == 10 }.count == 1 && line.utf8.last == 10)
        #expect(!line.dropLast().unicodeScalars.contains { $0.isUnsafeToShow })
        let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(read.count == 19)
        let message = try #require(read["message"] as? String)
        #expect(message.unicodeScalars.starts(with: title.unicodeScalars))
        #expect((read["breakdown"] as? String)?.unicodeScalars.elementsEqual("naam=\(title)".unicodeScalars) == true)
    }

    @Test(
        "The message says in a sentence what happened",
        arguments: [
            (
                AlertEventKind.opened, LogSample.facts(.warning, .notYetReached),
                "in 2025; streefwaarde < 108 per 1000 (2025) nog te halen."
            ),
            (
                .worsened, LogSample.facts(),
                "Wmo-maatwerk is 112 per 1000 in 2025; streefwaarde < 108 per 1000 (2025) niet gehaald."
            ),
            (
                .resolved, LogSample.facts(.critical, .targetMet, value: "105"),
                "streefwaarde < 108 per 1000 (2025) gehaald."
            ),
            (
                .corrected, LogSample.facts(.critical, .revised, value: "105"),
                "in 2025 na herziening; de eerdere melding klopte niet."
            ),
            (
                .resolved, LogSample.facts(.critical, .withdrawn),
                "Wmo-maatwerk wordt niet meer gevolgd; de melding is gesloten."
            ),
            (.resolved, LogSample.facts(.warning, .onTime, value: nil), "De waarde van Wmo-maatwerk is ontvangen."),
        ]
    )
    func message(kind: AlertEventKind, facts: FindingFacts, ending: String) {
        #expect(AlertStatement.message(kind, facts, in: Phrases(.nl)).hasSuffix(ending))
    }

    @Test("A target that lies ahead is not said to be missed")
    func ahead() {
        let facts = LogSample.facts(targets: [
            SampleTarget("< 108 per 1000", "2025", notation: "<108"),
            SampleTarget("< 100 per 1000", "2030", goal: "6N-9", notation: "<100"),
        ])
        #expect(
            AlertStatement.message(.opened, facts, in: Phrases(.nl))
                == "Wmo-maatwerk is 112 per 1000 in 2025; streefwaarde < 108 per 1000 (2025) "
                + "niet gehaald; nog te halen < 100 per 1000 (doel 6N-9, 2030)."
        )
    }

    @Test("A provisional value and overdue periods are named as such")
    func marks() {
        var provisional = LogSample.facts()
        provisional.isProvisional = true
        #expect(
            AlertStatement.message(.opened, provisional, in: Phrases(.nl)).contains("112 per 1000 (voorlopig) in 2025")
        )
        let overdue = LogSample.facts(.warning, .overdue, value: nil).overdue("2024", "2025")
        #expect(
            AlertStatement.message(.opened, overdue, in: Phrases(.nl))
                == "De waarde van Wmo-maatwerk over 2024, 2025 is niet op tijd ontvangen."
        )
    }
}

/// Facts for the lines of the log.
private enum LogSample {
    static func facts(
        _ severity: Severity = .critical,
        _ reason: Reason = .targetMissed,
        value: String? = "112",
        period: String? = "2025",
        targets: [SampleTarget] = [SampleTarget("< 108 per 1000", "2025", notation: "<108")]
    ) -> FindingFacts {
        FindingFacts.sample(
            "Wmo-maatwerk",
            severity,
            reason,
            value: value,
            unit: "per 1000",
            period: period,
            targets: targets
        )
    }
}
