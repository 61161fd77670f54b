import Alerting
import Catalogue
import Foundation
import Indicators
import StatusPage
import Storage
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("What the desk says of a form about an alert that could not be carried out", .timeLimit(.minutes(5)))
struct HandlingAnswersTests {
    private static let jan = PageRequest.Person(
        name: "Jan Jansen",
        tokens: FormTokens(key: FormKey(), person: "Jan Jansen", now: DeskFixture.now)
    )

    private func answer(
        _ status: Int,
        _ form: PageAddress.HandlingForm,
        _ fields: [String: String]
    ) async throws -> String {
        let fixture = try await DeskFixture([Watched.yearly("wmo")])
        try await fixture.watch([(Watched.key("wmo"), "150")])
        let desk = PageDesk(
            clock: .fixed(DeskFixture.now),
            vitalSigns: fixture.signs,
            handle: { _ in ControlResponse(status: status, json: "null", text: "peilwacht: no") },
            active: { [active = fixture.active] in active }
        )
        let path = ["melding", "target:wmo/GM0303#1", form.rawValue]
        let answer = await desk.answer(PageRequest(.post, path: path, form: fields, person: Self.jan))
        withExtendedLifetime(fixture) {}
        #expect(answer.status == .badRequest)
        guard case .bytes(let bytes) = answer.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            (65, PageAddress.HandlingForm.acknowledge, ["tot": "opgelost"], "Deze melding is niet meer open"),
            (64, .acknowledge, ["tot": "dag", "dag": "2099-01-01"], "Kies een dag na vandaag."),
            (75, .acknowledge, ["tot": "opgelost"], "Aan wat u invulde lag het niet"),
            (70, .explain, ["oorzaak": "vergrijzing"], "Aan wat u invulde lag het niet"),
            (0, .explain, ["oorzaak": " "], "Vul minstens één antwoord in"),
            (0, .acknowledge, ["tot": "ooit"], "Kies tot wanneer"),
        ]
    )
    func `it names what was wrong, and blames nothing else`(
        status: Int,
        form: PageAddress.HandlingForm,
        fields: [String: String],
        words: String
    ) async throws {
        let text = try await answer(status, form, fields)
        let all = [
            "niet meer open", "Kies een dag na vandaag.", "lag het niet", "Vul minstens één antwoord in",
            "Kies tot wanneer",
        ]
        #expect(text.contains("Er is niets vastgelegd.") && text.contains(words))
        let said = all.filter { text.contains($0) }
        #expect(said.count == 1, "\(said)")
    }

    @Test func `what the button does stands above it`() async throws {
        let text = try await answer(75, .acknowledge, ["tot": "opgelost"])
        let said = try #require(text.range(of: "Over deze melding komt dan alleen nog"))
        let button = try #require(text.range(of: ">Oppakken</button>"))
        #expect(said.lowerBound < button.lowerBound)
    }
}
