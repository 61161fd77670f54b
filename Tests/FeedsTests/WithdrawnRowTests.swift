import Feeds
import Indicators
import Testing

@Suite("Rows that take a value back")
struct WithdrawnRowTests {
    private func withdrawn(_ row: String) throws -> WithdrawnRow? {
        let outcome = try outcome("indicator;periode;waarde;status;toelichting", row)
        if case .withdrawn(let row) = outcome { return row }
        return nil
    }

    @Test func `name the period, the reason and, if they like, the value`() throws {
        let bare = try #require(try withdrawn("wmo-maatwerk;2024;;ingetrokken;typefout"))
        #expect(bare.value == nil && bare.why == "typefout" && bare.period == Period.year(2024) && bare.line == 2)
        let valued = try #require(try withdrawn("wmo-maatwerk;2024;4800;Withdrawn;typo"))
        #expect(valued.value == ExactDecimal(4800))
    }

    @Test func `without a reason are a fault`() throws {
        let outcome = try outcome("indicator;periode;waarde;status", "wmo-maatwerk;2024;;ingetrokken")
        guard case .fault(let fault) = outcome else {
            Issue.record("it was taken")
            return
        }
        #expect(fault.reason == .withdrawalWithoutReason)
        #expect(fault.sentence().hasPrefix("Regel 2, kolom toelichting: deze rij trekt een waarde in"))
    }
}
