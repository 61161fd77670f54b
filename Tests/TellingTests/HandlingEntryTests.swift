import Alerting
import Indicators
import Telling
import Testing

@Suite("What is filled in on a form about an alert")
struct HandlingEntryTests {
    private static let today = CalendarDate("2026-08-01") ?? CalendarDate(dayNumber: 0)

    private func deed(
        _ form: PageAddress.HandlingForm,
        _ fields: [String: String],
        after earlier: Explanation = Explanation()
    ) throws -> (deed: HandlingOrder.Deed, why: String?) {
        try HandlingEntry(form, fields: fields).deed(for: "a#1", after: earlier, today: Self.today)
    }

    @Test(arguments: [
        (["tot": "opgelost"], Acknowledgement.End.resolved),
        (["tot": "volgende-meting", "dag": "onzin"], .nextMeasurement),
        (["tot": "dag", "dag": "2026-08-02"], .date(CalendarDate("2026-08-02") ?? today)),
    ])
    func `an alert is taken up until what was chosen`(fields: [String: String], end: Acknowledgement.End) throws {
        let ordered = try deed(.acknowledge, fields.merging(["waarom": " wacht\r\nop GGD "]) { first, _ in first })
        #expect(ordered.deed == .acknowledge("a#1", until: end) && ordered.why == "wacht op GGD")
    }

    @Test(arguments: [
        ([:], HandlingEntry.Fault.unknownEnd), (["tot": "ooit"], .unknownEnd), (["tot": "dag"], .dayMissing),
        (["tot": "dag", "dag": "morgen"], .dayNotReadable), (["tot": "dag", "dag": "2026-08-01"], .dayNotAhead),
        (["tot": "opgelost", "waarom": String(repeating: "x", count: 1001)], .tooLong(.why)),
    ])
    func `what cannot be read is refused with its field`(fields: [String: String], fault: HandlingEntry.Fault) {
        #expect(throws: fault) { try deed(.acknowledge, fields) }
    }

    @Test func `a reason that is left empty is none`() throws {
        let ordered = try deed(.acknowledge, ["tot": "opgelost", "waarom": " \r\n "])
        #expect(ordered.why == nil)
    }

    @Test func `an answer that is left as it was is not given anew`() throws {
        let at = Instant(seconds: 0)
        let earlier = Explanation(cause: Explanation.Answer(text: "vergrijzing", by: "Jan", at: at))
        let fields = ["oorzaak": "vergrijzing", "gevolg": "", "bijsturing": "algemene voorziening"]
        let ordered = try deed(.explain, fields, after: earlier)
        #expect(ordered.deed == .explain("a#1", [.measure: "algemene voorziening"]) && ordered.why == nil)
    }

    @Test(arguments: [[:], ["oorzaak": "", "gevolg": " "], ["onbekend": "x"]])
    func `a form without an answer is refused`(fields: [String: String]) {
        #expect(throws: HandlingEntry.Fault.nothingAnswered) { try deed(.explain, fields) }
    }

    @Test func `an answer that is too long is refused with its own field`() {
        let long = String(repeating: "é", count: HandlingEntry.longest + 1)
        #expect(throws: HandlingEntry.Fault.tooLong(.measure)) { try deed(.explain, ["bijsturing": long]) }
        #expect(HandlingEntry.Fault.tooLong(.measure).field == .measure)
    }

    @Test func `the end of a line is one sign of a text, as a browser counts it`() throws {
        let lines = String(repeating: "x\r\n", count: HandlingEntry.longest / 2)
        #expect(throws: Never.self) { try deed(.explain, ["bijsturing": lines]) }
        #expect(throws: HandlingEntry.Fault.tooLong(.measure)) { try deed(.explain, ["bijsturing": lines + "x"]) }
    }
}
