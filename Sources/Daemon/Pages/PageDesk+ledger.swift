internal import Alerting
internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// Who was told what.
extension PageDesk {
    /// So many mails stand on a page.
    private static let mostMails = 25

    func ledger(to recipient: String?, before id: Int?) async -> PageAnswer {
        await shown { [self] reading in
            let limit = Self.mostMails
            let records =
                try await reading.store?
                .mails(to: recipient, before: id, limit: limit + 1, toldLimit: LedgerPage.mostTold) ?? []
            let shown = records.prefix(limit)
            let mails = shown.map { LedgerMail($0, about: LedgerQuery(), by: reading.plan.disclosure) }
            let title = reading.plan.phrases.say("Mails: wie krijgt wat te horen", "Mails: who is told what")
            let page = LedgerPage(
                mails,
                to: recipient,
                next: records.count > limit ? shown.last?.message.id : nil,
                in: try await framed(title, at: .ledger(), reading),
                plan: reading.plan
            )
            return PageAnswer(.ok, .html, text: page.html)
        }
    }
}
