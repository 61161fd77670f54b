import Testing

@testable import Indicators

@Suite("Periods as people write them")
struct PeriodReadingTests {
    static let read: [(String, String)] = [
        ("2023Q2", "2023-Q2"), ("2023 Q2", "2023-Q2"), ("Q2 2023", "2023-Q2"), ("q2-2023", "2023-Q2"),
        ("2e kwartaal 2023", "2023-Q2"), ("2E KWARTAAL 2023", "2023-Q2"), ("2de kwartaal 2023", "2023-Q2"),
        ("tweede kwartaal 2023", "2023-Q2"), ("2023 tweede kwartaal", "2023-Q2"), ("1ste kwartaal 2023", "2023-Q1"),
        ("kwartaal 2 2023", "2023-Q2"), ("2023 kwartaal 2", "2023-Q2"), ("2023K2", "2023-Q2"), ("2023kw02", "2023-Q2"),
        ("2013 1st Quarter", "2013-Q1"), ("2nd quarter 2013", "2013-Q2"), ("2e kw. 2023", "2023-Q2"),
        ("2023H1", "2023-H1"), ("2023 H1", "2023-H1"), ("1e halfjaar 2023", "2023-H1"), ("2023S2", "2023-H2"),
        ("1st half-year 2023", "2023-H1"), ("2023hj02", "2023-H2"),
        ("2023M05", "2023-05"), ("202305", "2023-05"), ("mei 2023", "2023-05"), ("Mei 2023", "2023-05"),
        ("mei-23", "2023-05"), ("mei '23", "2023-05"), ("2023 aug", "2023-08"), ("aug. 2023", "2023-08"),
        ("mrt-24", "2024-03"), ("jan-24", "2024-01"), ("okt-99", "1999-10"), ("October 2023", "2023-10"),
        ("april 2026", "2026-04"), ("05-2023", "2023-05"), ("05/2023", "2023-05"), ("2023/05", "2023-05"),
        ("2022-2023", "2022/2023"), ("2022 - 2023", "2022/2023"), ("2022–2023", "2022/2023"),
        ("schooljaar 2022/2023", "2022/2023"), ("Schooljaar 2022-2023", "2022/2023"),
        ("schooljaar 2022/'23", "2022/2023"),
        ("schooljaar 2012-13", "2012/2013"), ("schooljaar 2010/11", "2010/2011"), ("2022/2023 schooljaar", "2022/2023"),
        ("2010/'11", "2010/2011"), ("2012/13", "2012/2013"), ("1999-2000", "1999/2000"),
        ("schooljaar 1999/00", "1999/2000"),
        ("week 5 2023", "2023-W05"), ("week 5, 2023", "2023-W05"), ("2023 week 5", "2023-W05"),
        ("wk 05 2023", "2023-W05"),
        ("2023W05", "2023-W05"), ("2023-w5", "2023-W05"),
        ("2023.0", "2023"), ("2023,0", "2023"), ("2023.00", "2023"), ("jaar 2023", "2023"), ("2023jj00", "2023"),
        ("31-12-2023", "2023-12-31"), ("31/12/2023", "2023-12-31"), ("31.12.2023", "2023-12-31"),
        ("1-1-2023", "2023-01-01"), ("5/5/2023", "2023-05-05"), ("1 januari 2023", "2023-01-01"),
        ("1 jan. 2023", "2023-01-01"), ("31-dec-24", "2024-12-31"), ("31-dec-2024", "2024-12-31"),
        ("2023/12/31", "2023-12-31"), ("2023-5-1", "2023-05-01"), ("2023-01-01T00:00:00", "2023-01-01"),
        ("2023-01-01 00:00:00", "2023-01-01"), ("31\u{A0}december 2023", "2023-12-31"),
    ]

    @Test("are read where they can mean one thing", arguments: read)
    func reading(text: String, printed: String) throws {
        let period = try #require(Period(printed))
        #expect(PeriodReading(text) == .period(period))
        #expect(Period(text) == period)
    }

    static let ambiguous: [(String, [String])] = [
        ("1/2/2023", ["2023-02-01", "2023-01-02"]), ("2/13/2023", ["2023-02-13"]),
        ("2012-13", ["2012/2013"]), ("200910", ["2009-10", "2009/2010"]), ("2009/10", ["2009-10", "2009/2010"]),
        ("2023.1", ["2023-01", "2023-Q1"]), ("2023-5", ["2023-05"]), ("1-2023", ["2023-01", "2023-Q1"]),
        ("23-mei", ["2023-05"]), ("mei-45", ["1945-05", "2045-05"]),
        ("schooljaar 2023", ["2022/2023", "2023/2024"]), ("31-dec-50", ["1950-12-31", "2050-12-31"]),
    ]

    @Test("are refused with every reading where they can mean more", arguments: ambiguous)
    func unclear(text: String, readings: [String]) {
        #expect(PeriodReading(text) == .unclear(readings.compactMap { Period($0) }))
        #expect(Period(text) == nil)
    }

    @Test("of a kind that CBS knows and no indicator has are known as such", arguments: UnwatchedPeriod.allCases)
    func unwatched(kind: UnwatchedPeriod) {
        #expect(PeriodReading("2024\(kind.rawValue)00") == .unwatched(kind))
        #expect(Period("2024\(kind.rawValue)00") == nil)
    }

    @Test(
        "are not made of anything else",
        arguments: [
            "", " ", "mei", "week 5", "kwartaal 2", "2023 5", "23-5", "2022-2024", "31-02-2023", "2023M13", "202313",
            "2023Q5", "5e kwartaal 2023", "schooljaar 2022-2024", "2023 t/m 2024", "2023-W54", "12 monkeys 2023",
            "31-12-24", "31122023", "1-feb-2", "Q22023", "0x2023", "٢٠٢٣", "2023 (raming)", "mei mei 2023",
            "2023.5.5.5",
            String(repeating: "2", count: 500),
        ]
    )
    func unreadable(text: String) {
        #expect(PeriodReading(text) == .unreadable)
        #expect(Period(text) == nil)
    }
}
