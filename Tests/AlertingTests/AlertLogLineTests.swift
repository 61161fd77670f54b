import Alerting
import Assessment
import Foundation
import Indicators
import Testing

@Suite("A line of the alert log")
struct AlertLogLineTests {
    private func event(_ facts: AlertFacts, breakdown: Breakdown = .total) throws -> AlertEvent {
        let alert = AlertKey(rule: .target, series: SeriesKey(indicator: "wmo", area: "GM0303", breakdown: breakdown))
        return AlertEvent(
            seq: 7,
            kind: .opened,
            at: try Sample.moment("2026-04-01T08:00:00+02:00"),
            alert: alert,
            episode: "\(alert)#1",
            facts: facts
        )
    }

    @Test("Has every field of the contract, in its order")
    func golden() throws {
        var facts = Sample.facts()
        facts.importHash = "ab12"
        #expect(
            AlertLogLine.json(try event(facts)) == """
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
        #expect(AlertLogLine.json(try event(Sample.facts(value: value))).contains("\"value\":\(value),"))
    }

    @Test("What is not known is null")
    func nulls() throws {
        var facts = Sample.facts(.warning, .overdue, value: nil, period: nil)
        facts.targets = []
        let line = AlertLogLine.json(try event(facts))
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
        var facts = Sample.facts()
        facts.title = title
        let line = AlertLogLine.json(try event(facts, breakdown: Breakdown(pairs: ["naam": title])))
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
                AlertEventKind.opened, Sample.facts(.warning, .notYetReached),
                "in 2025; streefwaarde < 108 per 1000 (2025) nog te halen."
            ),
            (
                .worsened, Sample.facts(),
                "Wmo-maatwerk is 112 per 1000 in 2025; streefwaarde < 108 per 1000 (2025) niet gehaald."
            ),
            (
                .resolved, Sample.facts(.critical, .targetMet, value: "105"),
                "streefwaarde < 108 per 1000 (2025) gehaald."
            ),
            (
                .corrected, Sample.facts(.critical, .revised, value: "105"),
                "in 2025 na herziening; de eerdere melding klopte niet."
            ),
            (
                .resolved, Sample.facts(.critical, .withdrawn),
                "Wmo-maatwerk wordt niet meer gevolgd; de melding is gesloten."
            ),
            (.resolved, Sample.facts(.warning, .onTime, value: nil), "De waarde van Wmo-maatwerk is ontvangen."),
        ]
    )
    func message(kind: AlertEventKind, facts: AlertFacts, ending: String) {
        #expect(AlertMessage.dutch(kind, facts).hasSuffix(ending))
    }

    @Test("A target that lies ahead is not said to be missed")
    func ahead() {
        var facts = Sample.facts()
        facts.targets.append(
            AlertFacts.NamedTarget(goal: "6N-9", period: "2030", notation: "<100", bound: "< 100 per 1000")
        )
        #expect(
            AlertMessage.dutch(.opened, facts)
                == "Wmo-maatwerk is 112 per 1000 in 2025; streefwaarde < 108 per 1000 (2025) "
                + "niet gehaald; nog te halen < 100 per 1000 (doel 6N-9, 2030)."
        )
    }

    @Test("A provisional value and overdue periods are named as such")
    func marks() {
        var provisional = Sample.facts()
        provisional.isProvisional = true
        #expect(AlertMessage.dutch(.opened, provisional).contains("112 per 1000 (voorlopig) in 2025"))
        var overdue = Sample.facts(.warning, .overdue, value: nil)
        overdue.overduePeriods = ["2024", "2025"]
        #expect(
            AlertMessage.dutch(.opened, overdue)
                == "De waarde van Wmo-maatwerk over 2024, 2025 is niet op tijd ontvangen."
        )
    }
}

@Suite("The facts of an alert")
struct AlertFactsTests {
    @Test("Are taken from the finding, the indicator and the register")
    func facts() throws {
        let indicator = Indicator(
            id: "wmo",
            title: "Wmo-maatwerk",
            unit: .perThousand,
            better: .lower,
            cadence: Cadence(.year, dueDays: 120),
            source: "CBS",
            owner: "Team Wmo",
            programme: "dronten",
            package: "6N"
        )
        let package = Package(id: "6N", title: "Wmo", goals: [], indicators: ["wmo"])
        let programme = Programme(
            id: "dronten",
            title: "Sociaal domein",
            area: "GM0303",
            source: nil,
            packages: [package]
        )
        let register = IndicatorRegister(
            programmes: [programme],
            indicators: [indicator],
            paths: [:],
            areaNames: ["GM0303": "Dronten"]
        )
        let period = try #require(Period("2025"))
        let observation = RecordedObservation(
            Observation(period: period, value: ExactDecimal(112), status: .provisional, source: "GGD"),
            revision: 2,
            importHash: "ab12",
            recordedAt: Sample.at(0)
        )
        let targets = [
            IndicatorTarget(indicator: "wmo", goal: nil, period: period, notation: try TargetNotation("<120")),
            IndicatorTarget(indicator: "wmo", goal: "6N-2", period: period, notation: try TargetNotation("<108")),
        ]
        let assessment = Assessor(settings: RuleSettings(), zone: Sample.amsterdam).assess(
            SeriesSubject(
                indicator: indicator,
                history: SeriesHistory(key: Sample.series, observations: [observation]),
                targets: targets
            ),
            at: try Sample.moment("2026-04-01T08:00:00+02:00")
        )
        let finding = try #require(assessment.finding(.target))
        let facts = AlertFacts(finding, of: assessment, in: register, severity: .warning)
        #expect(
            facts.title == "Wmo-maatwerk" && facts.programmeTitle == "Sociaal domein" && facts.packageTitle == "Wmo"
        )
        #expect(facts.value == "112" && facts.period == "2025" && facts.isProvisional && facts.revision == 2)
        #expect(
            facts.source == "GGD" && facts.owner == "Team Wmo" && facts.areaName == "Dronten"
                && facts.importHash == "ab12"
        )
        #expect(facts.nextPeriod == "2026" && facts.nextDue == "2027-04-30")
        #expect(
            facts.targets.map(\.bound) == ["< 108 per 1000"]
                && facts.targetsInOneLine == "< 108 per 1000 (doel 6N-2, 2025)"
        )
    }

    @Test("Survive being written and read, as the store does with them")
    func coding() throws {
        var facts = Sample.facts()
        facts.overduePeriods = ["2024"]
        facts.owner = "\"\u{301}"
        #expect(try JSONDecoder().decode(AlertFacts.self, from: try JSONEncoder().encode(facts)) == facts)
    }
}
