import Feeds
import Indicators
import Testing

/// Days where the periods of a file should stand.
@Suite("Days as periods")
struct DayPeriodTests {
    private static let header = "indicator;periode;waarde"

    /// What the rows of a file give, each as its period or the reason that there is none.
    private func read(_ rows: [String]) throws -> [String] {
        try outcomes(bytes(([Self.header] + rows).joined(separator: "\n") + "\n")).map { outcome in
            outcome.observed.map { "\($0.observation.period)" } ?? outcome.fault?.reason.rawValue ?? "\(outcome)"
        }
    }

    /// The days of rows of one indicator, and the periods that they are read as.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let indicator: String
        let days: [String]
        /// `nil`: every row is refused.
        let periods: [String]?
    }

    static let cases = [
        Case(
            testDescription: "first days of quarters",
            indicator: "inburgering",
            days: ["2024-01-01", "2024-04-01", "2024-10-01"],
            periods: ["2024-Q1", "2024-Q2", "2024-Q4"]
        ),
        Case(
            testDescription: "last days of quarters, as Dutch people write them",
            indicator: "inburgering",
            days: ["31-03-2024", "30-6-2024", "31/12/2023"],
            periods: ["2024-Q1", "2024-Q2", "2023-Q4"]
        ),
        Case(
            testDescription: "first days of years",
            indicator: "wmo-maatwerk",
            days: ["2023-01-01", "1 januari 2024"],
            periods: ["2023", "2024"]
        ),
        Case(
            testDescription: "last days of years, at midnight",
            indicator: "wmo-maatwerk",
            days: ["2023-12-31 00:00:00", "2024-12-31T00:00:00"],
            periods: ["2023", "2024"]
        ),
        Case(
            testDescription: "first days of school years",
            indicator: "vrijwilligers",
            days: ["2023-08-01", "2024-08-01"],
            periods: ["2023/2024", "2024/2025"]
        ),
        Case(
            testDescription: "one day",
            indicator: "wmo-maatwerk",
            days: ["2024-12-31"],
            periods: ["2024"]
        ),
        Case(
            testDescription: "a stray day",
            indicator: "inburgering",
            days: ["2024-01-01", "2024-04-01", "2024-05-01"],
            periods: nil
        ),
        Case(
            testDescription: "first and last days in one",
            indicator: "wmo-maatwerk",
            days: ["2023-01-01", "2024-12-31"],
            periods: nil
        ),
        Case(
            testDescription: "days of other periods",
            indicator: "wmo-maatwerk",
            days: ["2024-02-01", "2024-03-01"],
            periods: nil
        ),
    ]

    @Test("are the periods that they begin, or end, where all of them do", arguments: cases)
    func days(_ example: Case) throws {
        let found = try read(example.days.map { "\(example.indicator);\($0);5" })
        #expect(found == example.periods ?? example.days.map { _ in "period-of-other-kind" })
    }

    @Test("a period that is written as one stands beside them")
    func beside() throws {
        #expect(try read(["wmo-maatwerk;2022;5", "wmo-maatwerk;2023-01-01;5"]) == ["2022", "2023"])
        #expect(try read(["inburgering;2024;5"]) == ["period-of-other-kind"])
    }

    @Test("the receipt of those that are refused names the period, the day that speaks against it, and peildatum")
    func refused() throws {
        let rows = ["inburgering;2024-01-01;5", "inburgering;2024-05-01;6"].joined(separator: "\n")
        let faults = try outcomes(bytes("\(Self.header)\n\(rows)\n")).compactMap(\.fault)
        #expect(
            faults.first?.sentence(.nl)
                == "Regel 2, kolom periode: de periode '2024-01-01' is van een andere soort dan de indicator heeft. "
                + "De indicator heeft waarden per kwartaal, dit is een dag. Bedoelt u 2024-Q1, schrijf het dan zo; de dag van "
                + "de meting hoort in de kolom peildatum. Een dag telt alleen als kwartaal waar elke dag in het bestand de "
                + "eerste dag van een kwartaal is, of elke dag de laatste. Met 2024-05-01 op regel 3 is dat niet zo."
        )
    }

    @Test("the tally keeps the first, and a receipt that is read again has it")
    func told() throws {
        let rows = ["wmo-maatwerk;2022;4", "wmo-maatwerk;2023-01-01;5", "wmo-maatwerk;2024-01-01;6"]
        var tally = IntakeTally()
        for row in try outcomes(bytes(([Self.header] + rows).joined(separator: "\n"))).compactMap(\.observed) {
            tally.count(.new, of: row)
        }
        let day = try #require(CalendarDate("2023-01-01"))
        let year = try #require(Period("2023"))
        #expect(tally.dayRead == DayRead(day: day, period: year))
        #expect(tally.withNothingTaken.dayRead == nil)
    }

    @Test("days in tables of others, in a column or in the titles, are read so too")
    func tables() throws {
        let area = TableField(titles: ["Gemeente"], role: .area(wanted: []))
        let long = TableSchema(fields: [
            area, TableField(titles: ["Maand"], role: .period),
            TableField(titles: ["Aantal"], role: .measure(Measure(indicator: "cijfer"))),
        ])
        let months = Cadence(.month, dueDays: 30)
        let text = "Gemeente;Maand;Aantal\nDronten;01-01-2024;5\nDronten;01-02-2024;6\n"
        let table = try ReadTable(bytes(text), long, unit: .count, cadence: months)
        #expect(table.values == ["GM0303 2024-01 5", "GM0303 2024-02 6"])
        let stray = try ReadTable(bytes(text + "Dronten;15-03-2024;7\n"), long, unit: .count, cadence: months)
        #expect(stray.values.isEmpty && stray.faults.map(\.reason) == [.periodOfOtherKind])
    }

    @Test("the period of a file that its name says as a day is not read so: that is mostly the day of the export")
    func fileName() throws {
        let schema = TableSchema(
            fields: [
                TableField(titles: ["Gemeente"], role: .area(wanted: [])),
                TableField(titles: ["Aantal"], role: .measure(Measure(indicator: "cijfer"))),
            ],
            period: .fileName
        )
        let table = try ReadTable(
            bytes("Gemeente;Aantal\nDronten;5\n"),
            schema,
            unit: .count,
            name: "export 2024-01-01.csv"
        )
        #expect(table.values.isEmpty && table.faults.map(\.reason) == [.periodOfOtherKind])
    }
}
