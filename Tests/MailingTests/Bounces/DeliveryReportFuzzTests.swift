import FuzzSupport
import Testing

@testable import Mailing

/// Changed and made-up mail in the mailbox of reports.
@Suite struct DeliveryReportFuzzTests {
    private static let samples = [
        DeliveryReportTests.sendmail, DeliveryReportTests.sendmail.replacing("\n", with: "\r\n"),
    ].map { Array($0.utf8) }

    private static let pieces: [[UInt8]] = [
        "\n", "\r", "\r\n\r\n", "--", "--x", "boundary=", "boundary=\"", "Content-Type: multipart/report; boundary=x\n",
        "content-type: message/delivery-status\n\n", "Action: failed\n", "Status: 5.1.1\n", "Original-Envelope-Id: +3",
        ": ", "\t", "\u{0}", "\u{1B}[2J", "\u{202E}",
    ].map { Array($0.utf8) }

    @Test func `are read or passed over, and nothing unsafe comes of them`() async {
        await Fuzz("bounces", cases: 3000).run { input in
            let mail =
                switch input.below(4) {
                case 0: input.row(of: Self.pieces, upTo: 30)
                default: input.mutation(of: Self.samples, with: Self.pieces)
                }
            guard let report = DeliveryReport(mail) else { return }
            try FuzzFailure.unless(report.recipients.count <= 100, "\(report.recipients.count) recipients")
            for recipient in report.recipients {
                let words = [recipient.status, recipient.diagnostic].compactMap(\.self)
                try FuzzFailure.unless(words.allSatisfy(Self.isSafe), "unsafe: \(words)")
            }
        }
    }

    private static func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.count <= 500
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }
}
