import Alerting
import Indicators
import Telling
import Testing

@Suite("What people did with an alert, in words")
struct HandlingWordsTests {
    private static let start = LocalZone.utc.start(of: CalendarDate(dayNumber: 20_760))

    private func lines(_ handling: Handling, asked: Bool = false, in language: Language = .nl) -> [String] {
        HandlingWords(zone: .utc, phrases: Phrases(language)).lines(of: handling, asksExplanation: asked)
    }

    private func acknowledged(_ end: Acknowledgement.End, why: String? = "wacht op GGD") -> Handling {
        Handling(acknowledgement: Acknowledgement(by: "J. Jansen", why: why, at: Self.start, until: end))
    }

    @Test(
        "who took it up, why, and until when",
        arguments: [
            (.resolved, "Opgepakt door J. Jansen op 3 november 2026: wacht op GGD; tot het is opgelost"),
            (.nextMeasurement, "Opgepakt door J. Jansen op 3 november 2026: wacht op GGD; tot de volgende meting"),
            (
                .date(CalendarDate(dayNumber: 20_788)),
                "Opgepakt door J. Jansen op 3 november 2026: wacht op GGD; tot 1 december 2026"
            ),
        ] as [(Acknowledgement.End, String)]
    )
    func acknowledgement(end: Acknowledgement.End, line: String) {
        #expect(lines(acknowledged(end)) == [line])
    }

    @Test("nothing is said where nobody did anything, and no reason where none was given")
    func nothing() {
        #expect(lines(.none) == [])
        #expect(lines(.none, asked: true) == ["Nog niet ingevuld: oorzaak, gevolg en bijsturing"])
        #expect(
            lines(acknowledged(.resolved, why: nil), in: .en)
                == ["Taken up by J. Jansen on 3 November 2026; until it is resolved"]
        )
    }

    @Test("answers stand with who gave them, in one line each, and what is missing behind them")
    func answers() {
        var handling = Handling()
        handling.explanation.cause = .init(text: "griep\u{7}\n  golf", by: "J\nansen", at: Self.start)
        handling.explanation.measure = .init(text: "", by: "K", at: Self.start)
        #expect(
            lines(handling) == [
                "Oorzaak: griep\u{FFFD} golf (J ansen, 3 november 2026)",
                "Bijsturing: niet getoond (K, 3 november 2026)", "Nog niet ingevuld: gevolg",
            ]
        )
    }

    @Test("a silence says until when, by whom and why")
    func silence() {
        var handling = Handling()
        handling.silence = Silence(
            id: 4,
            scope: Silence.Scope(),
            from: Self.start,
            until: Self.start.adding(seconds: 86_400 + 8 * 3600),
            by: "J",
            why: "migratie",
            at: Self.start
        )
        #expect(lines(handling) == ["Stil tot 4 november 2026 om 08.00 uur, door J: migratie"])
        #expect(lines(handling, in: .en) == ["Silent until 4 November 2026 at 08:00, by J: migratie"])
    }

    @Test("every reminder has a sentence in both languages")
    func reminders() {
        let all: [Reminder] = [
            .silenceEnded(1), .acknowledgementEnded, .unexplained(to: ["a"]), .escalation(to: ["a"]),
        ]
        let sentences = all.flatMap { reminder in
            [Language.nl, .en].map { HandlingWords.sentence(of: reminder, in: Phrases($0)) }
        }
        #expect(Set(sentences).count == 8 && sentences.allSatisfy { $0.hasSuffix(".") })
    }
}
