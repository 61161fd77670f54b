import Feeds
import Indicators
import Testing

private let header = "indicator;periode;waarde"

@Suite("A period on the day on which the file is read")
struct PeriodAheadTests {
    static let rowsAhead = [
        ("wmo-maatwerk;2062;104", "periode"), ("wmo-maatwerk;2027;104", "periode"),
        ("inburgering;2026-Q3;12", "periode"), ("vrijwilligers;2026/2027;12", "periode"),
        ("energieloket;2027;1", "periode"),
    ]

    @Test("that has not begun has no value", arguments: rowsAhead)
    func ahead(_ row: String, _ column: String) throws {
        let fault = try #require(try outcome(header, row)?.fault)
        #expect(fault.reason == .periodAhead && fault.line == 2 && fault.column == column)
        #expect(fault.sentence().hasSuffix("Het bestand is gelezen op 1 april 2026."))
    }

    @Test(
        "that is not over has a provisional value, whatever the file says",
        arguments: [
            ("wmo-maatwerk;2026;104", true), ("wmo-maatwerk;2025;104", false), ("inburgering;2026-Q2;12", true),
            ("inburgering;2026-Q1;12", false), ("vrijwilligers;2025/2026;12", true),
        ],
        ["", "definitief"]
    )
    func unfinished(_ example: (row: String, isUnfinished: Bool), status: String) throws {
        let row = try #require(try outcome("\(header);status", "\(example.row);\(status)")?.observed)
        #expect(row.observation.status == (example.isUnfinished ? .provisional : .definitive))
        #expect(row.isUnfinished == example.isUnfinished)
    }

    @Test("a milestone that is done in this year is done")
    func milestone() throws {
        let row = try #require(try outcome(header, "energieloket;2026;gereed")?.observed)
        #expect(row.observation.status == .definitive && !row.isUnfinished)
    }

    @Test("a peildatum that is still to come is refused, today's is not")
    func referenceDate() throws {
        for (head, row) in [
            ("\(header);peildatum", "wmo-maatwerk;2025;104;DAY"),
            ("mijlpaal;status;peildatum", "energieloket;gereed;DAY"),
        ] {
            let fault = try outcome(head, row.replacing("DAY", with: "2026-04-02"))?.fault
            #expect(fault?.reason == .dateAhead && fault?.column == "peildatum" && fault?.cell == "2026-04-02")
            #expect(try outcome(head, row.replacing("DAY", with: "1-4-2026"))?.observed != nil)
        }
    }

    @Test("a receipt counts the values of periods that are not over")
    func receipt() throws {
        var tally = IntakeTally()
        for outcome in try outcomes(bytes("\(header)\nwmo-maatwerk;2025;104\nwmo-maatwerk;2026;105\n")) {
            if let row = outcome.observed { tally.count(.new, of: row) }
        }
        let receipt = Receipt(
            fileName: FileName("x.csv"),
            sha256: nil,
            size: nil,
            at: at,
            outcome: .taken,
            tally: tally
        )
        #expect(
            receipt.text(zone: zone).contains(
                "1 waarde gaat over een periode die nog niet voorbij is. Ze telt als voorlopig."
            )
        )
    }
}
