import AlertSamples
import Alerting
import Assessment
import Feeds
import Files
import Foundation
import Indicators
import Storage
import StoreSupport
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("A receipt with what follows")
struct ToldReceiptTests {
    private let at = Instant(seconds: 1_775_023_200)

    private func effect(
        _ indicator: IndicatorID,
        _ light: Light,
        before: Light?,
        changes: [AlertEventKind] = [],
        told: [SeriesEffect.Told] = []
    ) -> SeriesEffect {
        SeriesEffect(
            series: SeriesKey(indicator: indicator, area: "GM0303"),
            isExpected: true,
            period: Period.year(2026),
            light: light,
            before: before,
            changes: changes.map { SeriesEffect.Change(rule: RuleName("target"), kind: $0) },
            told: told
        )
    }

    private func text(_ consequences: ToldReceipt.Consequences, _ language: Language = .nl) -> String {
        var tally = IntakeTally()
        tally.countTaken()
        let receipt = Receipt(
            fileName: FileName("a.csv"),
            sha256: "ab",
            size: 1,
            at: at,
            outcome: .taken,
            tally: tally
        )
        return ToldReceipt(receipt, consequences).text(language: language, zone: .utc).replacing("\n  ", with: " ")
    }

    @Test func `the worst come first, and beyond twenty they are counted`() {
        let lights: [Light] = [.green, .grey, .red, .amber]
        let all = (10..<35).map { effect(IndicatorID("i\($0)"), lights[$0 % 4], before: .green, changes: [.opened]) }
        let shown = text(.judged(ImportEffects(all)))
        let lines = shown.split(separator: "\n").filter { $0.hasPrefix("- i") }
        #expect(lines.count == 20)
        #expect(lines.first == "- i12 2026: nu oranje" || lines.first == "- i10 2026: nu rood")
        #expect(shown.contains("- en nog 5 andere reeksen.\n"))
        let grave = lines.map { $0.contains("rood") ? 3 : $0.contains("oranje") ? 2 : $0.contains("grijs") ? 1 : 0 }
        #expect(grave == grave.sorted(by: >))
    }

    @Test func `those of one moment are told of together, with the date where it is not today's`() throws {
        let near = try #require(DigestSlot("2026-04-02T05:00"))
        let far = try #require(DigestSlot("2026-04-06T07:00"))
        let told =
            ["a", "b"].map { SeriesEffect.Told(address: "\($0)@x.example") }
            + [
                SeriesEffect.Told(address: "c@x.example", slot: near),
                SeriesEffect.Told(address: "d@x.example", slot: far),
            ]
            + (1...3).map { SeriesEffect.Told(address: "e\($0)@x.example", slot: far) }
        let shown = text(.judged(ImportEffects([effect("wmo", .red, before: .green, told: told)])))
        #expect(
            shown.contains(
                "- wmo 2026: nu rood; a@x.example en b@x.example krijgen direct bericht; c@x.example krijgt bericht "
                    + "op donderdag 2 april 2026 om 05.00 uur; "
                    + "d@x.example en e1@x.example krijgen bericht op maandag 6 april 2026 om 07.00 uur; nog 2 anderen krijgen "
                    + "bericht\n"
            ),
            "\(shown)"
        )
    }

    @Test(arguments: AlertEventKind.allCases)
    func `where the light stays, what happened to the alert is said`(_ kind: AlertEventKind) {
        let shown = text(.judged(ImportEffects([effect("wmo", .red, before: .red, changes: [kind])])))
        #expect(
            shown.contains("- wmo 2026: blijft rood, melding ")
                || shown.contains("- wmo 2026: blijft rood, nieuwe melding")
        )
        #expect(text(.judged(ImportEffects()), .en).contains("No light and no alert changes by this."))
    }

    @Test func `of several alerts of one series each says what it is about`() {
        let changes = [
            SeriesEffect.Change(rule: .target, kind: .opened),
            SeriesEffect.Change(rule: OverdueEvidence.rule, kind: .resolved),
        ]
        let series = SeriesKey(indicator: "wmo", area: "GM0303")
        let one = SeriesEffect(
            series: series,
            isExpected: true,
            period: Period("2026-Q1"),
            light: .red,
            before: .red,
            changes: changes
        )
        #expect(
            text(.judged(ImportEffects([one]))).contains(
                "- wmo het 1e kwartaal van 2026: blijft rood, nieuwe melding: streefwaarde; melding is voorbij: levering\n"
            )
        )
    }

    @Test func `of a part of the series it is said how large the part is`() {
        let shown = text(.foreseen(ImportEffects(), judged: 1000, of: 5000))
        #expect(shown.contains("Hiervoor zijn de eerste 1000 van 5000 reeksen bekeken."))
    }

    @Test func `after a sudden end between judging and receipt the receipt tells the same`() async throws {
        let fixture = try InboxFixture()
        let store = InMemoryStore()
        let active = ActiveConfiguration(try SmallConfiguration().load())
        let intake = Intake(store: store, settings: IntakeSettings(active, by: { .exact }))
        let now = at
        try await store.adopt(expected: active.expectedSeries, at: now)
        _ = try await Judge(store: store, active: active, digests: store).run(at: now) {}
        let indicator = try #require(active.register.indicatorsInOrder.first)
        try fixture.drop("a.csv", "indicator;periode;waarde\n\(indicator.id);2025;1\n")
        let first = fixture.inbox()
        let pass = try await first.pass(with: intake, at: now.adding(seconds: 60), isHolding: true)
        #expect(pass.outcomes == [.taken: 1])
        #expect(try fixture.folders.receipts.names().isEmpty)
        // Once more, as while another file is waited for: it is neither read nor counted again.
        #expect(try await first.pass(with: intake, at: now, isHolding: true).outcomes.isEmpty)
        _ = try await Judge(store: store, active: active, digests: store).run(at: now.adding(seconds: 61)) {}
        // The program ends here, and starts again.
        let second = fixture.inbox()
        _ = try await second.pass(with: intake, at: now.adding(seconds: 120), isHolding: true)
        let filed = try await second.fileHeld(with: intake)
        #expect(filed.told.count == 1 && filed.troubles.isEmpty)
        let told = try #require(filed.told.values.first)
        #expect(told.consequences?.effects.count == 1)
        #expect(told.receipt.at == now.adding(seconds: 60))
        #expect(try fixture.folders.receipts.names().count == 2)
        #expect(try fixture.isAtRest())
        #expect(try await second.fileHeld(with: intake).told.isEmpty)
    }
}
