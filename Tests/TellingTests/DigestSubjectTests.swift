import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("The subject of a digest")
struct DigestSubjectTests {
    /// One news item with the subject it gives.
    struct One: Sendable, CustomTestStringConvertible {
        let section: Digest.Section
        let facts: FindingFacts
        let expected: String

        init(_ expected: String, _ facts: FindingFacts) { self.init(expected, .new, facts) }

        init(_ expected: String, _ section: Digest.Section, _ facts: FindingFacts) {
            self.section = section
            self.facts = facts
            self.expected = expected
        }

        var testDescription: String { expected }
    }

    private static let percent = Sample.facts(
        "Gemiddelde eenzaamheid",
        .warning,
        value: "25.5",
        unit: "%",
        targets: [Sample.target("< 25,3%", "2025")]
    )

    @Test(
        "One alert is told with its value and what was asked",
        arguments: [
            One("[1 rood] Wmo-maatwerk 112 per 1000 (streef <108)", Sample.facts()),
            One("[1 rood] Wmo-maatwerk 112 per 1000 (streef <108)", .worsened, Sample.facts()),
            One("[1 oranje] Gemiddelde eenzaamheid 25,5% (streef <25,3%)", percent),
            One(
                "[1 oranje] Gemiddelde eenzaamheid 25,5%, voorlopig (streef <25,3%)",
                percent.with { $0.isProvisional = true }
            ),
            One(
                "[1 oranje] Vrijwilligers 55% (nog te halen: > 59%)",
                .eased,
                Sample.facts(
                    "Vrijwilligers",
                    .warning,
                    .notYetReached,
                    value: "55",
                    unit: "%",
                    targets: [Sample.target("> 59%", "2026")]
                )
            ),
            One(
                "[1 te laat] Wmo-maatwerk: waarde over 2025 niet ontvangen",
                Sample.facts("Wmo-maatwerk", .warning, .overdue, value: nil, targets: []).overdue("2025")
            ),
            One(
                "[1 te laat] Wmo-maatwerk: waarden over het 3e kwartaal van 2025 en het 4e kwartaal van 2025 niet ontvangen",
                Sample.facts("Wmo-maatwerk", .warning, .overdue, value: nil, targets: [])
                    .overdue("2025-Q3", "2025-Q4")
            ),
            One(
                "[1 te laat] Wmo-maatwerk: waarden over 2022 t/m 2025 niet ontvangen",
                Sample.facts("Wmo-maatwerk", .warning, .overdue, value: nil, targets: [])
                    .overdue("2022", "2023", "2024", "2025")
            ),
            One(
                "[Groen] Wmo-maatwerk 105 per 1000 (opgelost)",
                .resolved,
                Sample.facts("Wmo-maatwerk", .critical, .targetMet, value: "105")
            ),
            One(
                "[Groen] Wmo-maatwerk 105 per 1000 (melding vervalt na herziening)",
                .corrected,
                Sample.facts("Wmo-maatwerk", .critical, .revised, value: "105")
            ),
            One(
                "[Opgelost] Wmo-maatwerk: gegevens weer bij (t/m 2025)",
                .resolved,
                Sample.facts("Wmo-maatwerk", .warning, .onTime, value: nil, targets: [])
            ),
            One(
                "[Grijs] Wmo-maatwerk wordt niet meer gevolgd",
                .resolved,
                Sample.facts("Wmo-maatwerk", .critical, .withdrawn)
            ),
            One(
                "[Grijs] Wmo-maatwerk heeft geen streefwaarde meer",
                .resolved,
                Sample.facts("Wmo-maatwerk", .critical, .noTarget, targets: [])
            ),
            One(
                "[1 rood] Beleidsplan niet gereed (streefwaarde gereed)",
                Sample.facts("Beleidsplan", value: "0", unit: "mijlpaal", targets: [Sample.target("gereed", "2025")])
            ),
            One(
                "[1 rood] Wachttijd 10 maanden (streef <9)",
                Sample.facts("Wachttijd", value: "10", unit: "maanden", targets: [Sample.target("< 9 maanden", "2025")])
            ),
            One(
                "[1 rood] Schulden -5 (streef ≥-2,5)",
                Sample.facts("Schulden", value: "-5", unit: "aantal", targets: [Sample.target("≥ -2,5", "2025")])
            ),
        ]
    )
    func one(_ one: One) {
        #expect(DigestSubject.line(Sample.digest([Sample.item(one.section, one.facts)]), language: .nl) == one.expected)
    }

    @Test(
        "Of several targets the strictest that is missed is named",
        arguments: [
            (["< 110", "< 108", "< 109"], "< 108"), (["> 59", "> 61", "> 60"], "> 61"), (["≤ 108", "< 108"], "< 108"),
            (["< 108", "≤ 108"], "< 108"), (["≥ 5", "> 5"], "> 5"), (["≤ 9,5", "≤ 10"], "≤ 9,5"),
            (["= 4", "= 5"], "= 4"),
        ]
    )
    func strictest(bounds: [String], expected: String) {
        let ahead = Sample.target(
            bounds[0].prefix(2) + (bounds[0].hasPrefix(">") || bounds[0].hasPrefix("≥") ? "999" : "1"),
            "2030"
        )
        let facts = Sample.facts(unit: "aantal", targets: [ahead] + bounds.map { Sample.target($0, "2025") })
        let subject = DigestSubject.line(Sample.digest([Sample.item(.new, facts)]), language: .nl)
        #expect(subject == "[1 rood] Wmo-maatwerk 112 (streef \(expected.filter { $0 != " " }))")
    }

    /// Some items with the subject they give.
    struct Many: Sendable, CustomTestStringConvertible {
        let items: [Digest.Item]
        let expected: String
        var failures = 0

        var testDescription: String { expected }
    }

    private static let red = Sample.item(.new, Sample.facts())
    private static let amber = Sample.item(.worsened, percent, indicator: "amber")
    private static let green = Sample.item(.resolved, Sample.facts("x", .critical, .targetMet), indicator: "green")
    private static let lapsed = Sample.item(.corrected, Sample.facts("x", .critical, .revised), indicator: "lapsed")
    private static let grey = Sample.item(.resolved, Sample.facts("x", .critical, .withdrawn), indicator: "grey")
    private static let open = Sample.item(.stillOpen, Sample.facts(), indicator: "open")
    private static let openAmber = Sample.item(.stillOpen, percent, indicator: "open-amber")

    /// The same of another indicator.
    private static func other(_ item: Digest.Item) -> Digest.Item {
        Sample.item(item.section, item.episode.facts, indicator: "other")
    }

    @Test(
        "Several are counted, the most serious light first",
        arguments: [
            Many(
                items: [red, amber, other(amber)],
                expected: "[1 rood] Wmo-maatwerk 112 per 1000 (streef <108) – en 2 oranje"
            ),
            Many(
                items: [amber, green, openAmber],
                expected: "[2 oranje] Gemiddelde eenzaamheid 25,5% (streef <25,3%) – en 1 opgelost"
            ),
            // The light is the worst that is open, also where that is no news; what is so is said.
            Many(
                items: [amber, green, open],
                expected: "[Nog 1 rood] Oranje: Gemiddelde… 25,5% (streef <25,3%) – en 1 opgelost"
            ),
            Many(
                items: [green, other(green), open, openAmber],
                expected: "[Nog 1 rood] 2 meldingen opgelost – en 1 oranje"
            ),
            Many(
                items: [green, openAmber, other(openAmber)],
                expected: "[Nog 2 oranje] Groen: x 112 per 1000 (opgelost)"
            ),
            Many(items: [green, other(green)], expected: "[Groen] 2 meldingen opgelost – Programma 6 Sociaal domein"),
            Many(
                items: [lapsed, other(lapsed)],
                expected: "[Groen] 2 meldingen gesloten – Programma 6 Sociaal domein"
            ),
            Many(
                items: [green, grey],
                expected: "[Grijs] 2 meldingen: 1 opgelost, 1 gesloten – Programma 6 Sociaal domein"
            ),
            Many(items: [open, other(open)], expected: "[Nog 2 rood] Peilwacht: 2 meldingen nog open"),
            Many(
                items: [open],
                expected: "[Nog 1 rood] Peilwacht: 1 melding nog open, 1 mail niet bezorgd",
                failures: 1
            ),
            Many(items: [], expected: "Peilwacht: 2 mails niet bezorgd", failures: 2),
            Many(items: [], expected: "Peilwacht: geen meldingen"),
        ]
    )
    func several(_ many: Many) {
        let failure = Digest.DeliveryFailure(
            address: "a@b.nl",
            subject: "s",
            at: Sample.at("2026-04-01 08:00"),
            reason: "r"
        )
        let digest = Sample.digest(many.items, failures: Array(repeating: failure, count: many.failures))
        #expect(DigestSubject.line(digest, language: .nl) == many.expected)
    }

    @Test("Every form, as recorded", arguments: Language.allCases)
    func recorded(language: Language) throws {
        let news = Digest.Section.allCases.filter { $0 != .stillOpen }
        let open = [[], [Self.openAmber], [Self.open, Self.openAmber]]
        let lines = news.flatMap { section in
            Self.told(section).flatMap { told in
                open.map { open in
                    let name = "\(section.rawValue), \(told.map { $0.light.rawValue }.joined(separator: " and "))"
                    let beside =
                        open.isEmpty ? "" : " beside \(open.map { $0.light.rawValue }.joined(separator: " and "))"
                    return "\(name)\(beside): \(DigestSubject.line(Sample.digest(told + open), language: language))"
                }
            }
        }
        try expectGolden(Array((lines.joined(separator: "\n") + "\n").utf8), "subjects.\(language.rawValue).txt")
    }

    /// Red, amber, two, and several that are told as one.
    private static func told(_ section: Digest.Section) -> [[Digest.Item]] {
        let ends: Reason? = section == .resolved ? .targetMet : section == .corrected ? .revised : nil
        let red = Sample.item(section, Sample.facts("Wmo-maatwerk", .critical, ends ?? .targetMissed))
        let amber =
            ends.map { Sample.item(section, Sample.facts("Vrijwilligers", .warning, $0)) }
            ?? Sample.item(section, percent)
        return [[red], [amber], [red, other(amber)]] + (ends == nil && section != .edited ? [[folded(section)]] : [])
    }

    /// Two values of one supplier that have not come.
    private static func folded(_ section: Digest.Section) -> Digest.Item {
        let facts = Sample.facts("Subsidies", .warning, .overdue, value: nil, targets: []).overdue("2025")
        let items = ["a", "b"].map { Sample.item(section, facts, indicator: IndicatorID($0), rule: .overdue) }
        return Digest.Item(
            section: section,
            episode: items[0].episode,
            parts: [items[1].episode],
            fold: .missing
        )
    }

    @Test("What ended in several programmes is not said to be of one")
    func programmes() {
        let other = Sample.item(
            .resolved,
            Self.green.episode.facts.with { $0.about.programmeTitle = "Programma 7" },
            indicator: "other"
        )
        #expect(
            DigestSubject.line(Sample.digest([Self.green, other]), language: .nl) == "[Groen] 2 meldingen opgelost"
        )
    }

    @Test("The worst is named with its numbers, as many of it as there is room for, and the rest is counted")
    func named() {
        let helped = Sample.item(
            .new,
            Sample.facts("Goed geholpen", value: "69", unit: "%", targets: [Sample.target("> 74%", "2025")]),
            indicator: "helped"
        )
        let wmo = Sample.item(
            .new,
            Sample.facts(value: "113", targets: [Sample.target("< 108 per 1000", "2025")]),
            indicator: "wmo"
        )
        let subject = DigestSubject.line(Sample.digest([helped, wmo, Self.amber]), language: .nl)
        #expect(subject == "[2 rood] Goed geholpen 69% (streef >74%), Wmo-maatwerk 113 (<108) – en 1 oranje")
        let third = Sample.item(.new, Sample.facts("Moeite met rondkomen"), indicator: "third")
        let more = DigestSubject.line(Sample.digest([helped, wmo, third, Self.amber]), language: .nl)
        #expect(more == "[3 rood] Goed geholpen 69% (streef >74%) e.a. – en 1 oranje")
        #expect(
            DigestSubject.line(Sample.digest([helped, Self.amber]), language: .en)
                == "[1 red] Goed geholpen 69% (target >74%) – and 1 amber"
        )
    }

    @Test("Where nothing deviates, what was looked at is counted; where something is open, that is said")
    func heartbeat() {
        var digest = Sample.digest([])
        digest.context.lights = [.green: 130, .grey: 21]
        #expect(DigestSubject.line(digest, language: .nl) == "Niets wijkt af: 130 groen, 21 grijs")
        digest.context.lights = [.grey: 3]
        #expect(DigestSubject.line(digest, language: .nl) == "Nog niets te beoordelen: 3 grijs")
        digest.context.lights = [.green: 130, .amber: 1]
        #expect(DigestSubject.line(digest, language: .nl) == "Niets nieuws: 1 oranje, 130 groen")
        var open = Sample.digest([Self.open, Self.openAmber])
        open.context.lights = [.red: 1, .amber: 1]
        #expect(DigestSubject.line(open, language: .nl) == "[Nog 1 rood] Niets nieuws – en 1 oranje")
    }

    @Test("A breakdown, and an area below the municipality, are named")
    func series() {
        let breakdown = Breakdown(pairs: ["leeftijd": "65+", "geslacht": "vrouw"])
        let item = Sample.item(
            .new,
            Sample.facts().with { $0.about.areaName = "Swifterbant" },
            area: "WK030301",
            breakdown: breakdown
        )
        #expect(
            DigestSubject.line(Sample.digest([item]), language: .nl)
                == "[1 rood] Wmo-maatwerk, Swifterbant, geslacht vrouw, leeftijd 65+ 112 per 1000 (streef <108)"
        )
    }

    @Test("A long title is cut, the value and the target are not")
    func long() {
        let facts = Sample.facts(
            "Percentage inwoners van 18 jaar en ouder dat moeite heeft met rondkomen en schulden heeft"
        )
        let subject = DigestSubject.line(Sample.digest([Sample.item(.new, facts)]), language: .nl)
        #expect(subject == "[1 rood] Percentage inwoners van 18 jaar en ouder… 112 per 1000 (streef <108)")
        #expect(subject.count <= 80)
    }

    @Test(
        "No control character comes through, and there is only one line",
        arguments: DigestCase.hostile,
        Language.allCases
    )
    func hostile(digest: DigestCase, language: Language) {
        let single = Sample.digest([digest.value.items[0]])
        for digest in [digest.value, single] {
            let subject = DigestSubject.line(digest, language: language)
            #expect(!subject.unicodeScalars.contains { $0.isUnsafeToShow })
        }
    }
}
