import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("The page of who was told what")
struct LedgerPageTests {
    private let sample = IndicatorPageSamples()

    private func event(_ text: String, value: String) -> AlertEvent {
        let episode = Sample.item(.new, Sample.facts(text, value: value)).episode
        return AlertEvent(
            seq: 1,
            kind: .opened,
            at: episode.openedAt,
            alert: episode.alert,
            episode: episode.id,
            facts: episode.facts
        )
    }

    private func mail(
        _ id: Int,
        _ text: String = "Wmo-maatwerk wijkt af",
        value: String = "112",
        standing: LedgerMail.Standing = .accepted,
        attempts: [LedgerMail.Attempt.Result] = [.retried, .accepted]
    ) -> LedgerMail {
        LedgerMail(
            id: id,
            messageID: "<\(id)@dronten.example>",
            file: "sent/\(id).eml",
            subscription: "beleid",
            recipient: "beleid@dronten.example",
            subject: text,
            createdAt: Sample.at("2026-04-01 08:00"),
            standing: standing,
            attempts: attempts.map { result in
                LedgerMail.Attempt(
                    at: Sample.at("2026-04-01 08:01"),
                    result: result,
                    reason: "accepted",
                    reply: "250 \(text)",
                    nextAt: nil
                )
            },
            orders: standing == .dropped
                ? [LedgerMail.Order(at: Sample.at("2026-04-02 08:01"), verb: "drop", by: text, why: text)] : [],
            told: [event(value == "112" ? text : "Wmo", value: value)],
            replaces: nil
        )
    }

    private func page(
        _ mails: [LedgerMail],
        to: String? = nil,
        about alert: String? = nil,
        next: Int? = nil,
        hasRelay: Bool = true,
        by disclosure: Disclosure = .exact
    ) -> String {
        LedgerPage(
            mails,
            of: LedgerPage.Question(recipient: to, alert: alert),
            subscriptions: ["beleid", "wethouder"],
            next: next,
            hasRelay: hasRelay,
            in: sample.frame("Verzonden"),
            plan: sample.plan(by: disclosure)
        ).html
    }

    @Test func `it looks as recorded`() throws {
        let mails = [
            mail(4, standing: .waiting, attempts: []), mail(3, standing: .dropped, attempts: [.failed]),
            mail(2, standing: .failed, attempts: [.accepted, .bounced]), mail(1),
        ]
        try expectGolden(Array(page(mails, next: 1).utf8), "page-ledger.html")
    }

    @Test func `it says that nothing was sent, and to whom`() {
        #expect(page([]).contains("Er is nog geen mail gemaakt."))
        let asked = page([], to: "<b>\"x\"")
        #expect(asked.contains("Aan deze ontvanger is geen mail gemaakt."))
        #expect(asked.contains("De abonnementen zijn: beleid en wethouder."))
        #expect(asked.contains("value=\"&lt;b&gt;&quot;x&quot;\""))
    }

    @Test func `where there is no relay no mail waits for one, and it says why nothing was sent`() {
        let mails = [mail(4, standing: .waiting, attempts: [])]
        #expect(page(mails).contains(">wacht</td>") && !page(mails).contains("geen mailserver"))
        let resting = page(mails, hasRelay: false)
        #expect(resting.contains("Er is geen mailserver ingesteld") && !resting.contains(">wacht</td>"))
        #expect(resting.contains(">niet verstuurd: geen mailserver</td>"))
    }

    @Test func `who was told of one alert comes in the order in which they were told`() {
        let page = page([mail(1), mail(2)], about: "target:wmo-maatwerk/GM0303#1", next: 2)
        #expect(page.contains("Mails over deze melding, de oudste boven"))
        #expect(
            page.contains(
                "/verzonden?melding=target%3Awmo-maatwerk%2FGM0303%231&amp;na=2\" rel=\"next\">Nieuwere mails"
            )
        )
        #expect(self.page([], about: "x").contains("Over een melding met deze naam is geen mail gemaakt."))
    }

    @Test func `days are written as readers write them, and what was ordered in their language`() {
        let page = page([mail(3, standing: .dropped, attempts: [.failed])])
        #expect(page.contains("02-04-2026 08:01 opgegeven, ") && !page.contains("2026-04-0"))
    }

    @Test func `a mail that told what may not be told now has no subject here, and no value`() {
        var counted = IndicatorPageSamples()
        counted.counts = [.persons]
        counted.values = [("2025", "7")]
        let disclosure = counted.disclosure([])
        let page = page([mail(1, "Wmo-maatwerk: 7", value: "7", attempts: [])], by: disclosure)
        #expect(page.contains("niet getoond") && !page.contains("Wmo-maatwerk: 7") && !page.contains("7 per 1000"))
        #expect(self.page([mail(1, "Wmo-maatwerk: 7", value: "7")]).contains("Wmo-maatwerk: 7"))
    }

    @Test(arguments: Hostile.texts)
    func `what a stranger wrote is text on it`(text: String) {
        let page = page([mail(1, text, standing: .dropped)])
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("--></table>"))
        #expect(!page.unicodeScalars.contains { $0.isUnsafeToShow && $0 != "\n" })
    }
}
