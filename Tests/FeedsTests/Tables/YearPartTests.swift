import Indicators
import Testing

@testable import Feeds

/// A year and a part of it in two columns.
@Suite("A part of a year beside its year")
struct YearPartTests {
    static let parts: [(String, String, String, String?)] = [
        ("2025", "1", "kwartaal", "2025-Q1"), ("2025", "Q3", "kwartaal", "2025-Q3"),
        ("2025", "4.0", "Quarter", "2025-Q4"),
        ("2025", "2e kwartaal", "periode", "2025-Q2"), ("2025*", "2", "Kwartaal", "2025-Q2"),
        ("2025", "1", "maand", "2025-01"), ("2025", "12", "Maand (nr)", "2025-12"), ("2025", "mei", "maand", "2025-05"),
        ("2025", "2025-03", "maand", "2025-03"), ("2025", "2", "halfjaar", "2025-H2"),
        ("2025", "7", "weeknummer", "2025-W07"),
        ("2025", "", "kwartaal", "2025"), ("2025", "Totaal", "kwartaal", "2025"),
        ("2025", "5", "kwartaal", nil), ("2025", "1", "nr", nil), ("2025", "2024-03", "maand", nil),
        ("", "1", "maand", nil),
    ]

    @Test("is read by its word, or by the title of its column", arguments: parts)
    func joined(_ year: String, _ part: String, _ title: String, _ expected: String?) {
        var found: String?
        if case .period(let period) = PeriodCell(YearPart.joined(year, part, title: title)).reading {
            found = period.description
        }
        #expect(found == expected)
    }

    @Test("gives values of those periods, and the year beside them is passed over")
    func table() throws {
        let schema = TableSchema(fields: [
            TableField(titles: ["jaar"], role: .period), TableField(titles: ["kwartaal"], role: .periodPart),
            TableField(titles: ["gebied"], role: .area(wanted: [])),
            TableField(titles: ["aantal"], role: .measure(Measure(indicator: "cijfer"))),
        ])
        let text = "jaar;kwartaal;gebied;aantal\n2025;1;Dronten;81\n2025;2;Dronten;82\n2025;Totaal;Dronten;163\n"
        let table = try ReadTable(bytes(text), schema, unit: .count, cadence: Cadence(.quarter, dueDays: 30))
        #expect(table.values == ["GM0303 2025-Q1 81", "GM0303 2025-Q2 82"])
        #expect(table.skips == [.otherPeriodKind: 1] && table.faults.isEmpty)
        let wrong = try ReadTable(
            bytes(text.replacing(";2;", with: ";7;")),
            schema,
            unit: .count,
            cadence: Cadence(.quarter, dueDays: 30)
        )
        #expect(wrong.faults.map(\.reason) == [.periodNotReadable])
    }
}
