import Testing

@testable import Mailing

@Suite("Reports of mail that could not be delivered")
struct DeliveryReportTests {
    /// As RFC 3464, appendix E.1, has it, in short.
    static let sendmail = """
        Date: Thu, 7 Jul 1994 17:16:05 -0400
        From: Mail Delivery Subsystem <MAILER-DAEMON@CS.UTK.EDU>
        Message-Id: <199407072116.RAA14128@CS.UTK.EDU>
        Subject: Returned mail: Cannot send message for 5 days
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="RAA14128.773615765/CS.UTK.EDU"

        --RAA14128.773615765/CS.UTK.EDU

        The original message was received at Sat, 2 Jul 1994 17:10:28 -0400

        --RAA14128.773615765/CS.UTK.EDU
        content-type: message/delivery-status

        Reporting-MTA: dns; cs.utk.edu
        Original-Envelope-Id: digest_2f1+3D2@dronten.example

        Original-Recipient: rfc822;louisl@larry.slip.umd.edu
        Final-Recipient: rfc822;louisl@larry.slip.umd.edu
        Action: failed
        Status: 4.0.0
        Diagnostic-Code: smtp; 426 connection timed out

        Final-Recipient: rfc822;other@larry.slip.umd.edu
        Action: FAILED
        Status: 5.2.2 (mailbox full)
        Diagnostic-Code: smtp; 552 5.2.2
         Mailbox \u{1B}[31mfull
        Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400

        --RAA14128.773615765/CS.UTK.EDU
        content-type: message/rfc822

        Message-ID: <eigen@dronten.example>
        To: louisl@larry.slip.umd.edu

        --andere
        --RAA14128.773615765/CS.UTK.EDU--
        """

    @Test(arguments: ["\n", "\r\n"])
    func `a report is read, whatever ends its lines`(end: String) throws {
        let text = Self.sendmail.replacing("\n", with: end)
        let report = try #require(DeliveryReport(Array(text.utf8)))
        #expect(report.messageIDs == ["<digest_2f1=2@dronten.example>", "<eigen@dronten.example>"])
        #expect(report.recipients.map(\.action) == ["failed", "failed"])
        // A server that gives up after days reports its last status, which is one for a while.
        #expect(report.recipients.map(\.isPermanent) == [true, true])
        #expect(report.failure?.status == "4.0.0")
        #expect(report.failure?.diagnostic == "smtp; 426 connection timed out")
        #expect(report.recipients.last?.status == "5.2.2")
        #expect(report.recipients.last?.diagnostic == "smtp; 552 5.2.2 Mailbox [31mfull")
    }

    @Test(arguments: [
        "", "\n", "Subject: x\n\ntekst\n", "Content-Type: multipart/report\n\n--x\n",
        "Content-Type: multipart/report; boundary=\n\n--\n",
        "Content-Type: multipart/report; boundary=\"x\"\n\n--x\n--x\n--x--\n",
        "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: text/plain\n\nAction: failed\n--x--\n",
        "Content-Type: text/plain; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nA: b\n\nAction: failed\n",
    ])
    func `what is no report is none`(text: String) {
        #expect(DeliveryReport(Array(text.utf8)) == nil)
    }

    @Test func `very many parts, fields and boundaries are no more work than their bytes`() {
        let open = "Content-Type: multipart/report; boundary=x\n\n"
        let parts = open + String(repeating: "--x\nContent-Type: message/delivery-status\n\n", count: 20_000)
        #expect(DeliveryReport(Array(parts.utf8)) == nil)
        let status = "--x\nContent-Type: message/delivery-status\n\nA: b\n\n"
        let groups = open + status + String(repeating: "Action: failed\n\n", count: 50_000)
        #expect((DeliveryReport(Array(groups.utf8))?.recipients.count ?? 0) <= 100)
        let folded = "Content-Type: multipart/report;\n" + String(repeating: " x\n", count: 300_000)
        #expect(DeliveryReport(Array(folded.utf8)) == nil)
    }
}
