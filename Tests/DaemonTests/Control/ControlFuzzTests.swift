import Alerting
import Daemon
import FuzzSupport
import Indicators
import Storage
import Telling
import Testing

/// Changed and made-up requests and answers on the control socket.
@Suite struct ControlFuzzTests {
    private static let requests: [[UInt8]] =
        [
            ControlRequest.pass, .health,
            .take(name: Array("een.csv".utf8), bytes: Array("a;b\n1;2\n".utf8), isDryRun: false),
            .take(name: [0xFF, 0], bytes: [], isDryRun: true),
            .takeAt(path: "/srv/een.csv", device: 64_768, inode: .max, isDryRun: false),
            .takeAt(path: "", device: 0, inode: 0, isDryRun: true),
            .queue(
                QueueOrder(verb: .retry, message: 7, by: "root", why: "relay is back", at: Instant(milliseconds: 0))
            ),
            .withdraw(WithdrawalOrder(.imported("abc"), by: "root", why: "é", at: Instant(milliseconds: 0))),
            .queue(QueueOrder(verb: .drop, message: .max, by: "", why: "é", at: Instant(milliseconds: .min))),
            .show(ReportQuestion(.status(isBrief: true))),
            .show(ReportQuestion(.status(isBrief: false), isJSON: true, at: Instant(milliseconds: 1))),
            .show(ReportQuestion(.status(isBrief: false, of: SeriesChoice(area: "x"), on: TerminalLayout("80c")))),
            .show(ReportQuestion(.alerts(isAll: false, on: TerminalLayout("80")))),
            .show(ReportQuestion(.alerts(isAll: true))), .show(ReportQuestion(.alerts(isAll: false))),
            .show(ReportQuestion(.explain(indicator: "wmo-maatwerk"))), .show(ReportQuestion(.digest(recipient: nil))),
            .show(ReportQuestion(.digest(recipient: "a@b"), at: Instant(milliseconds: .min))),
            .show(ReportQuestion(.queue)), .show(ReportQuestion(.silences)),
            .show(ReportQuestion(.report(programme: "a/b", ReportAddress()))),
            .show(
                ReportQuestion(
                    .report(
                        programme: "dronten-2026",
                        ReportAddress(
                            asOf: CalendarDate(year: 2026, month: 6, day: 30),
                            since: CalendarDate(year: 2026, month: 3, day: 31),
                            form: .workbook
                        )
                    )
                )
            ),
            .show(
                ReportQuestion(.ledger(LedgerQuery(recipient: "a@b", alert: "x#1", from: .init(seconds: 1)), as: .csv))
            ),
            .testMail(MailTestOrder(address: "a@b", relay: "smtp://r", by: "root", at: Instant(milliseconds: 1))),
        ].map(ControlCoding.encode)
        + HandlingCodingTests.deeds.map { deed in
            ControlCoding.encode(.handle(HandlingOrder(deed, by: "J", why: "é", at: Instant(milliseconds: 3))))
        }

    private static let responses: [[UInt8]] = [
        ControlResponse(status: 0, json: "{\"rows\":1}", text: "1 regel"),
        ControlResponse(status: 70, json: "", text: ""),
    ].map { ControlCoding.encode($0) }

    private static let pieces: [[UInt8]] =
        (0...7).map { [$0] } + [
            [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 8], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF],
            [0x80, 0, 0, 0],
            [0, 0, 0, 5], Array("retry".utf8), Array("drop".utf8), Array("99999999999999999999".utf8), Array("-1".utf8),
        ]

    @Test func `are read or refused, and what is read is written the same`() async {
        await Fuzz("control", cases: 3000).run { input in
            let bytes =
                switch input.below(4) {
                case 0: input.bytes(upTo: 64)
                case 1: input.row(of: Self.pieces, upTo: 12)
                case 2: input.mutation(of: Self.responses, with: Self.pieces)
                default: input.mutation(of: Self.requests, with: Self.pieces)
                }
            if let request = try? ControlCoding.decodeRequest(bytes) {
                let again = try ControlCoding.decodeRequest(ControlCoding.encode(request))
                try FuzzFailure.unless(again == request, "\(request) becomes \(again)")
            }
            if let response = try? ControlCoding.decodeResponse(bytes) {
                let again = try ControlCoding.decodeResponse(ControlCoding.encode(response))
                try FuzzFailure.unless(again == response, "\(response) becomes \(again)")
            }
        }
    }
}
