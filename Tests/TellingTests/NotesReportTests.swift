import Indicators
import Testing

@testable import Telling

@Suite("What check --notes says")
struct NotesReportTests {
    private func told(_ contradiction: Contradiction, _ language: Language) -> String {
        let note = ConfigurationNote(contradiction, file: "p.yaml", line: 12, column: 3)
        return NotesReport([note], phrases: Phrases(language)).text
    }

    @Test("a goal against the table names both lines")
    func goalAgainstTable() throws {
        let contradiction = Contradiction.goalAgainstTable(
            goal: "6N-2",
            indicator: "wmo-maatwerk",
            period: try #require(Period("2026")),
            asked: try TargetNotation("<25,3%"),
            table: try TargetNotation("24,3%")
        )
        #expect(
            told(contradiction, .nl)
                == "p.yaml:12:3: note: doel 6N-2 vraagt '<25,3%' van 'wmo-maatwerk' in 2026, en de tabel '24,3%'; beide "
                + "worden bewaakt\n"
        )
        #expect(
            told(contradiction, .en)
                == "p.yaml:12:3: note: the goal 6N-2 asks '<25,3%' of 'wmo-maatwerk' in 2026, and the table '24,3%'; both "
                + "are watched\n"
        )
    }

    @Test("a derived value against its parts names both numbers and how the second is made")
    func derivedAgainstParts() throws {
        let contradiction = Contradiction.derivedAgainstParts(
            indicator: "nop-totaal",
            period: try #require(Period("2021")),
            stated: try #require(ExactDecimal("43610.5")),
            operation: .sum,
            made: ExactDecimal(43609)
        )
        #expect(
            told(contradiction, .nl)
                == "p.yaml:12:3: note: 'nop-totaal' is 43610,5 in 2021, en de delen geven 43609 (som); beide staan er zoals "
                + "het document ze heeft\n"
        )
        #expect(
            told(contradiction, .en)
                == "p.yaml:12:3: note: 'nop-totaal' is 43610,5 in 2021, and the sum of its parts is 43609; both stand as the "
                + "document has them\n"
        )
    }

    @Test("level without a margin says what that means")
    func levelWithoutMargin() {
        #expect(
            told(.levelWithoutMargin("nop"), .nl)
                == "p.yaml:12:3: note: 'nop' moet gelijk blijven en heeft geen 'margin', zodat elke verandering telt; geef er "
                + "een op\n"
        )
        #expect(
            told(.levelWithoutMargin("nop"), .en)
                == "p.yaml:12:3: note: 'nop' has to stay level and has no 'margin', so that every change counts; name one\n"
        )
    }

    @Test(
        "what the programme file states stays in its own words, and cannot steer a terminal",
        arguments: Language.allCases
    )
    func stated(language: Language) {
        #expect(told(.stated("a\u{1b}[2J\nb"), language) == "p.yaml:12:3: note: a\\u{1b}[2J\\u{a}b\n")
    }
}
