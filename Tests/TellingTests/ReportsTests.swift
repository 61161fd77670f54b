import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Foundation
import Indicators
import Telling
import Testing

@Suite("The reports of the command line")
struct ReportsTests {
    private static let now = Sample.at("2027-02-01 08:00")
    private static let key = SeriesKey(indicator: "wmo", area: "GM0303")

    private static func indicator(
        _ title: String = "Wmo-maatwerk",
        _ id: IndicatorID = "wmo",
        ending: Ending? = nil,
        derivation: Derivation? = nil
    ) -> Indicator {
        Indicator(
            id: id,
            title: title,
            unit: .perThousand,
            better: .lower,
            cadence: Cadence(.year, dueDays: 180),
            source: title,
            owner: title,
            programme: "dronten",
            package: "6N",
            derivation: derivation,
            ending: ending,
            layer: .effect,
            heading: title,
            notes: [title]
        )
    }

    private static func target(_ notation: String, goal: String? = nil) throws -> IndicatorTarget {
        IndicatorTarget(
            indicator: "wmo",
            goal: goal,
            period: try #require(Period("2026")),
            notation: try TargetNotation(notation)
        )
    }

    private static func subject(
        _ title: String = "Wmo-maatwerk",
        value: String? = "112.5",
        source: String? = nil,
        note: String? = nil
    ) throws -> SeriesSubject {
        let observation = try value.map { value in
            RecordedObservation(
                Observation(
                    period: try #require(Period("2026")),
                    value: try #require(ExactDecimal(value)),
                    status: .provisional,
                    source: source,
                    note: note
                ),
                revision: 2,
                importHash: "0123456789abcdef",
                recordedAt: now
            )
        }
        return SeriesSubject(
            indicator: indicator(title),
            history: SeriesHistory(key: key, observations: observation.map { [$0] } ?? []),
            targets: [try target("<108"), try target("<105", goal: "6N-2")]
        )
    }

    private static func assessment(_ subject: SeriesSubject) -> SeriesAssessment {
        Assessor(rules: RuleSet(), zone: Sample.amsterdam).assess(subject, at: now)
    }

    private static func objects(_ json: String) throws -> [[String: Any]] {
        try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    // MARK: Status

    @Test func `status gives programs every number as it is, and null where there is none`() throws {
        let report = StatusReport([Self.assessment(try Self.subject())], by: .exact, phrases: Phrases(.nl))
        let row = try #require(try Self.objects(report.json).first)
        #expect(report.json.contains("\"value\":112.5,"))
        #expect(row["light"] as? String == "amber" && row["reasons"] as? [String] == ["target-missed"])
        #expect(row["provisional"] as? Bool == true && row["layer"] as? String == "effect")
        #expect(row["breakdown"] is NSNull && row["ends"] is NSNull)
        // The rules that have numbers of their own, whether they judge the series or not.
        #expect(row["milestone"] is NSNull && row["budget"] is NSNull && row["overdue"] == nil)
        let shown = try #require(row["target"] as? [String: Any])
        #expect(shown["comparator"] as? String == "<" && shown["value"] as? Int == 108 && shown["goal"] is NSNull)
    }

    @Test func `status shows a terminal its columns in the language of the configuration`() throws {
        let assessments = [Self.assessment(try Self.subject()), Self.assessment(try Self.subject(value: nil))]
        let dutch = StatusReport(assessments, by: .exact, phrases: Phrases(.nl)).text.split(separator: "\n")
        let english = StatusReport(assessments, by: .exact, phrases: Phrases(.en)).text.split(separator: "\n")
        #expect(dutch[0].split { $0 == " " } == ["LICHT", "INDICATOR", "PERIODE", "WAARDE", "STREEFWAARDE", "REDENEN"])
        #expect(english[0].split { $0 == " " } == ["LIGHT", "INDICATOR", "PERIOD", "VALUE", "TARGET", "REASONS"])
        #expect(
            dutch[1].hasPrefix("amber ") && dutch[1].contains("112,5 per 1000*")
                && dutch[1].contains("< 108 per 1000 (2026)")
        )
        let rows = [dutch, english].map { $0.dropFirst().map { $0.split { $0 == " " } } }
        #expect(rows[0] == rows[1] && rows[0][1].prefix(4) == ["grey", "wmo", "-", "-"])
    }

    @Test(arguments: [1, 2, 5])
    func `a table that is gathered part by part reads as one of all`(_ size: Int) throws {
        let values: [String?] = ["112", nil, "9", "100000", "7"]
        let all = try values.map { Self.assessment(try Self.subject(value: $0)) }
        var table = StatusReport.Table(phrases: Phrases(.nl))
        for start in stride(from: 0, to: all.count, by: size) {
            let part = Array(all[start..<min(start + size, all.count)])
            StatusReport(part, by: .exact, phrases: Phrases(.nl)).add(to: &table)
        }
        var pieces: [String] = []
        table.write { pieces.append($0) }
        #expect(pieces.joined() == StatusReport(all, by: .exact, phrases: Phrases(.nl)).text)
    }

    // MARK: Alerts

    private static func episodes(_ title: String = "Wmo-maatwerk") -> [Episode] {
        [
            Sample.item(.new, Sample.facts(title)).episode,
            Sample.item(.resolved, Sample.facts(title, .warning, .targetMet, value: "105"), number: 2).episode,
            Sample.item(.corrected, Sample.facts(title, .warning, .revised, value: "105"), number: 3).episode,
        ]
    }

    @Test(arguments: Language.allCases)
    func `alerts says of each episode what its rule says of it now`(_ language: Language) throws {
        let phrases = Phrases(language)
        let report = AlertsReport(Self.episodes(), by: .exact, zone: Sample.amsterdam, phrases: phrases)
        let rows = try Self.objects(report.json)
        #expect(rows.map { $0["state"] as? String } == ["open", "closed", "closed"])
        #expect(rows.map { $0["reason"] as? String } == ["target-missed", "target-met", "revised"])
        #expect(rows.first?["opened_at"] as? String == "2026-04-01T07:30:00+02:00")
        #expect(rows.first?["closed_at"] is NSNull)
        let messages = rows.compactMap { $0["message"] as? String }
        let missed = phrases.say(
            "streefwaarde < 108 per 1000 (2025) niet gehaald.",
            "target < 108 per 1000 (2025) missed."
        )
        #expect(messages.first == "Wmo-maatwerk is 112 per 1000 in 2025; \(missed)")
        let lines = report.text.split(separator: "\n")
        #expect(lines[0].hasPrefix(phrases.say("ERNST", "SEVERITY")) && lines.count == 4)
        for (line, message) in zip(lines.dropFirst(), messages) { #expect(line.hasSuffix(message)) }
    }

    @Test func `without an alert the array is empty and the table has its heading only`() {
        let report = AlertsReport([], by: .exact, zone: .utc, phrases: Phrases(.en))
        #expect(report.json == "[]")
        #expect(report.text == "SEVERITY  SINCE  UNTIL  ALERT  MESSAGE\n")
    }

    // MARK: Explain

    @Test func `explain gives the value with where it comes from, then every rule with its numbers`() throws {
        let subject = try Self.subject()
        let text = ExplainReport(
            subject,
            Self.assessment(subject),
            by: .exact,
            zone: Sample.amsterdam,
            document: "Begroting",
            phrases: Phrases(.nl)
        ).text
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "wmo/GM0303 — Wmo-maatwerk")
        #expect(lines[1] == "licht: Oranje, streefwaarde niet gehaald (target-missed)")
        #expect(lines.contains("document: Begroting") && lines.contains("laag: effect"))
        #expect(
            lines.contains(
                "  2026: 112,5 per 1000, voorlopig (herziening 2, vastgelegd op 1 februari 2027 om 08.00 uur, bestand 0123456789ab)"
            )
        )
        let missed = "streefwaarde niet gehaald, oranje (target-missed)"
        #expect(lines.contains("regel streefwaarde (target): streefwaarde niet gehaald (target-missed)"))
        #expect(lines.contains("  jaarpad, 2026 (dezelfde periode): '<108', dus < 108 per 1000: \(missed)"))
        #expect(lines.contains("  doel 6N-2, 2026 (dezelfde periode): '<105', dus < 105 per 1000: \(missed)"))
        #expect(lines.contains("regel levering (overdue): op tijd (on-time)"))
    }

    @Test func `explain and status tell who supplied a value and what was said beside it`() throws {
        let note = "Vanaf juli telt \u{1B}[31mhulp van\nde buurt mee." + String(repeating: " Nog een zin.", count: 60)
        let subject = try Self.subject(source: "GGD Flevoland", note: note)
        let assessment = Self.assessment(subject)
        let text = ExplainReport(subject, assessment, by: .exact, zone: .utc, phrases: Phrases(.nl)).text
        #expect(text.contains(", bestand 0123456789ab, bron GGD Flevoland)\n    toelichting: Vanaf juli telt "))
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("hulp van de buurt mee. Nog een zin.") && !text.contains("\u{1B}"))
        #expect(words.ranges(of: "Nog een zin.").count == 60)
        let status = try Self.objects(StatusReport([assessment], by: .exact, phrases: Phrases(.nl)).json)
        #expect(status.first?["source"] as? String == "GGD Flevoland" && status.first?["note"] as? String == note)
    }

    @Test func `explain speaks English where the configuration does`() throws {
        let subject = try Self.subject(value: nil)
        let text = ExplainReport(subject, Self.assessment(subject), by: .exact, zone: .utc, phrases: Phrases(.en)).text
        #expect(text.contains("light: Grey, no value yet (no-value)") && text.contains("observations: none\n"))
        #expect(text.contains("rule target (target): no value yet (no-value)\n"))
        #expect(text.contains("lower is better; programme dronten"))
    }

    @Test func `explain shows what a derived value is made of, and what is missing`() throws {
        let derivation = Derivation(.sum, of: ["a", "b"], decimals: 1)
        let input = SeriesHistory(
            key: SeriesKey(indicator: "a", area: "GM0303"),
            observations: try Self.subject().history.observations
        )
        let subject = SeriesSubject(
            indicator: Self.indicator(derivation: derivation),
            derivation: derivation,
            key: Self.key,
            inputs: [input],
            targets: []
        )
        let text = ExplainReport(subject, Self.assessment(subject), by: .exact, zone: .utc, phrases: Phrases(.nl)).text
        #expect(text.contains("  berekend: som van a en b, naar boven afgerond vanaf de helft op 1 decimaal\n"))
        #expect(text.contains("onderdelen:\n  a/GM0303: 2026: 112,5, voorlopig (herziening 2"))
        #expect(text.contains("  b/GM0303: 2026: geen waarde\n") && text.contains("  wacht op b\n"))
    }

    // MARK: Targets

    private static func register(_ title: String = "Titel") throws -> IndicatorRegister {
        let goal = Goal(
            id: "6N-2",
            text: title,
            heading: title,
            targets: [try target("<105", goal: "6N-2")],
            unmeasured: title
        )
        let package = Package(id: "6N", title: title, goals: [goal], indicators: ["wmo"])
        let ending = Ending(date: try #require(CalendarDate("2026-12-31")), warningDays: 90)
        return IndicatorRegister(
            programmes: [
                Programme(id: "dronten", title: title, area: "GM0303", source: "Begroting", packages: [package])
            ],
            indicators: [indicator(title, ending: ending)],
            paths: ["wmo": [try target("<108")]],
            areaNames: ["GM0303": "Dronten"]
        )
    }

    @Test func `targets gives programs the yearly path first, then the goals, each with its document`() throws {
        let rows = try Self.objects(TargetsReport(try Self.register(), phrases: Phrases(.nl)).json)
        #expect(rows.map { $0["notation"] as? String } == ["<108", "<105"])
        #expect(rows.map { $0["goal"] as? String } == [nil, "6N-2"])
        #expect(rows.allSatisfy { $0["document"] as? String == "Begroting" && $0["kind"] as? String == "absolute" })
        #expect(rows.map { $0["value"] as? Int } == [108, 105])
    }

    @Test func `targets shows people the tree in the language of the configuration`() throws {
        let dutch = TargetsReport(try Self.register(), phrases: Phrases(.nl)).text
        let english = TargetsReport(try Self.register(), phrases: Phrases(.en)).text
        #expect(dutch.hasPrefix("dronten: Titel\n\n6N: Titel\n  doel 6N-2: Titel\n    wmo <105 in 2026\n"))
        #expect(dutch.contains("    niet gemeten: Titel\n") && english.contains("    not measured: Titel\n"))
        #expect(dutch.contains("    pad: 2026 <108\n") && english.contains("    path: 2026 <108\n"))
        #expect(dutch.contains("    eindigt: 31 december 2026, waarschuwing vanaf 2 oktober 2026\n"))
        #expect(english.contains("    ends: 31 December 2026, warned from 2 October 2026\n"))
    }

    // MARK: What a stranger may have written

    @Test(arguments: Hostile.texts, Language.allCases)
    func `nothing in a title can steer a terminal or break out of JSON`(_ title: String, _ language: Language) throws {
        let phrases = Phrases(language)
        let subject = try Self.subject(title)
        let assessment = Self.assessment(subject)
        let alerts = AlertsReport(Self.episodes(title), by: .exact, zone: .utc, phrases: phrases)
        let status = StatusReport([assessment], by: .exact, phrases: phrases)
        let explain = ExplainReport(subject, assessment, by: .exact, zone: .utc, document: title, phrases: phrases)
        let targets = TargetsReport(try Self.register(title), phrases: phrases)
        for text in [alerts.text, status.text, explain.text, targets.text] {
            let bad = text.unicodeScalars.filter { $0 != "\n" && $0.isUnsafeToShow }
            #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) }) in \(text.debugDescription)")
        }
        #expect(alerts.text.split(separator: "\n").count == 4)
        for json in [alerts.json, status.json, targets.json] {
            let rows = try Self.objects(json)
            #expect(
                rows.allSatisfy { ($0["title"] as? String)?.unicodeScalars.elementsEqual(title.unicodeScalars) == true }
            )
        }
    }
}
