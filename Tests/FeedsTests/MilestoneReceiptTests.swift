import Feeds
import Indicators
import Testing

private let milestoneFile = """
    mijlpaal;peildatum;status;verwacht;toelichting
    energieloket;2026-03-31;vertraagd;2027-04-01;wacht op de aannemer
    inloophuis;2026-03-31;gereed;;
    inloophuis;31-12-2025;op schema;2026-Q1;
    energieloket;2025-12-31;op schema;2026;

    """

private let faultyMilestoneFile = """
    mijlpaal;peildatum;status;verwacht
    inloopuis;2026-03-31;gereed;
    wmo-maatwerk;2026-03-31;gereed;
    gemiddelde;2026-03-31;gereed;
    energieloket;maart 2026;gereed;
    energieloket;2026-03-31;bijna klaar;
    energieloket;2026-03-31;;2027
    energieloket;2026-03-31;vertraagd;snel
    inloophuis;2026-03-31;gereed

    """

@Suite("Receipts of milestones")
struct MilestoneReceiptTests {
    private func receipt(_ outcome: Receipt.Outcome, _ text: String, _ tally: IntakeTally) throws -> Receipt {
        Receipt(
            fileName: FileName("mijlpalen-2026.csv"),
            sha256: hash,
            size: text.utf8.count,
            at: at,
            outcome: outcome,
            dialect: try survey(bytes(text)),
            tally: tally
        )
    }

    private func revision(_ row: ObservedRow, of report: MilestoneReport?) -> RevisedValue {
        RevisedValue(
            series: row.series,
            period: row.observation.period,
            old: .zero,
            new: row.observation.value,
            oldReport: report,
            newReport: row.observation.milestone
        )
    }

    @Test("tells what was reported before and now, in words")
    func taken() throws {
        let rows = try outcomes(bytes(milestoneFile)).compactMap(\.observed)
        var tally = IntakeTally()
        tally.count(revision(rows[0], of: MilestoneReport(status: .onSchedule, expected: CalendarDate("2026-12-31"))))
        tally.count(revision(rows[1], of: nil))
        tally.countTaken()
        tally.countUnchanged()
        tally.count(RowSkip.duplicate(rows[3]))
        try expectReceipt("milestones", receipt(.taken, milestoneFile, tally))
    }

    @Test("tells every fault of a refused file")
    func refusedRows() throws {
        let tally = try tally(faultyMilestoneFile)
        #expect(tally.faultCount == 8)
        try expectReceipt("refused-milestones", receipt(.refused, faultyMilestoneFile, tally))
    }

    @Test("tells which columns are needed")
    func refusedHeader() throws {
        do {
            _ = try survey(bytes("mijlpalen;peildatum;stand;verwacht\nx;2026-03-31;gereed;\n"))
            Issue.record("the header was accepted")
        } catch {
            try expectReceipt("refused-milestone-header", refused(error))
        }
    }
}
