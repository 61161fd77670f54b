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

    func ledger(_ question: LedgerPage.Question, as table: String? = nil) async -> PageAnswer {
        await shown { [self] reading in
            let limit = Self.mostMails
            let query = LedgerQuery(recipient: question.recipient, alert: question.alert)
            let records = try await reading.records(query, behind: question.mark, limit: limit + 1)
            let shown = records.prefix(limit)
            let mails = shown.map { LedgerMail($0, about: query, by: reading.plan.disclosure) }
            let title = reading.plan.phrases.say("Mails: wie krijgt wat te horen", "Mails: who is told what")
            let page = LedgerPage(
                mails,
                of: question,
                subscriptions: reading.active.configuration.subscriptions.map(\.id),
                next: records.count > limit ? shown.last?.message.id : nil,
                hasRelay: reading.active.hasRelay,
                in: try await framed(title, at: question.page(behind: question.mark), reading),
                plan: reading.plan
            )
            return answer(page, as: table, reading.active.language)
        }
    }
}

extension PageReading {
    /// The mails that are asked for, the latest first; about one alert the oldest.
    fileprivate func records(_ query: LedgerQuery, behind mark: Int?, limit: Int) async throws -> [LedgerRecord] {
        guard let store else { return [] }
        let told = LedgerPage.mostTold
        guard query.alert == nil else {
            return try await store.ledger(query, after: mark ?? 0, limit: limit, toldLimit: told)
        }
        return try await store.mails(to: query.recipient, before: mark, limit: limit, toldLimit: told)
    }
}

extension ActiveConfiguration {
    /// Whether mails are handed to a relay at all; without one they rest in the outbox.
    var hasRelay: Bool { configuration.mail?.relay != nil }
}
