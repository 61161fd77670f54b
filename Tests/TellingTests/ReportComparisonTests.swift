import Alerting
import Indicators
import Telling
import Testing

@Suite("The day that a report is compared with")
struct ReportComparisonTests {
    private static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test(
        "is three months earlier where the configuration lists no moment before it",
        arguments: [
            ("2026-06-30", "2026-03-30"), ("2026-05-31", "2026-02-28"), ("2028-05-31", "2028-02-29"),
            ("2026-01-01", "2025-10-01"), ("2026-03-31", "2025-12-31"),
        ]
    )
    func quarter(day: String, earlier: String) throws {
        let later = PlanningMoment(name: "begroting", date: try Self.date("2030-11-01"))
        let comparison = ReportComparison(before: try Self.date(day), among: [later])
        #expect(comparison == ReportComparison(try Self.date(earlier), .quarter))
    }

    @Test func `is the last moment of planning and control before it`() throws {
        let moments = try [("zomernota", "2026-06-01"), ("jaarstukken", "2026-05-01"), ("begroting", "2026-11-01")]
            .map { PlanningMoment(name: $0, date: try Self.date($1)) }
        let comparison = ReportComparison(before: try Self.date("2026-11-01"), among: moments)
        #expect(comparison == ReportComparison(try Self.date("2026-06-01"), .moment("zomernota")))
    }

    @Test(
        "a file is named for its programme and its day, whatever the programme is called",
        arguments: [
            ("dronten-2026", "dronten-2026-2026-06-30.xlsx"), ("../a b\r\n\"é", "---a-b-----2026-06-30.xlsx"),
        ]
    )
    func fileName(programme: String, name: String) {
        #expect(ReportForm.workbook.fileName(programme, "2026-06-30") == name)
    }
}
