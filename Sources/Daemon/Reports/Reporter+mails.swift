internal import Alerting
internal import Catalogue
internal import Feeds
internal import Indicators
internal import Storage
internal import Telling

/// What became of mails.
extension Reporter {
    /// So many mails are held in memory, with all that they told.
    private static let page = 100

    func ledger(
        _ query: LedgerQuery,
        as form: LedgerReport.Form,
        _ question: ReportQuestion,
        _ write: (String) throws -> Void
    ) async throws -> Remarks {
        try await LedgerNames(active: active, store: store).refuseUnknown(query)
        let disclosure = try await disclosure(question, recordedBy: question.at)
        var report = LedgerReport(
            as: form,
            by: disclosure,
            zone: active.zone,
            hasRelay: active.hasRelay,
            phrases: active.phrases
        )
        try write(report.beginning)
        var last = 0
        var count = 0
        while let page = try await store?.ledger(query, after: last, limit: Self.page), let end = page.last {
            let mails = page.compactMap { record in question.at.map(record.asOf) ?? record }
                .map { LedgerMail($0, about: query, by: disclosure) }
            if !mails.isEmpty { try write(report.next(mails)) }
            count += mails.count
            last = end.message.id
        }
        try write(report.end)
        return count == 0 && form == .text ? Remarks(notice: "no mail was made that is asked for") : .none
    }

    /// Why what waits is not handed to the relay for now, whatever is due.
    func trouble() async throws -> RelayTrouble? {
        guard let relay = active.configuration.mail?.relay, let store,
            let trouble = try await store.trouble(ofRelay: relay)
        else { return nil }
        return try await store.outboxCounts().waiting > 0 ? trouble : nil
    }

    /// A relay that is away often comes back by itself; a fault is there until somebody mends it.
    func remarks(on trouble: RelayTrouble?) -> Remarks {
        guard let trouble else { return .none }
        let words = trouble.words(in: active.zone)
        switch trouble.kind {
        case .away: return Remarks(notice: words)
        case .fault, .refusing: return Remarks(complaint: words)
        }
    }
}

extension RelayTrouble {
    /// What holds the mail up, for the administrator.
    func words(in zone: LocalZone) -> String {
        let next = "the next attempt is at \(zone.timestamp(until)), or by 'peilwacht queue retry'"
        let held =
            switch kind {
            case .away: "the relay takes no mail since \(zone.timestamp(since)), and all mail waits; \(next)"
            case .refusing:
                "mail is REFUSED since \(zone.timestamp(since)) for what is no fault of it, and waits; mend this, then \(next)"
            case .fault: "mail is HELD since \(zone.timestamp(since)) and none is given up; mend this, then \(next)"
            }
        return "\(held): \(reply)".shownSafely(limit: 1000)
    }
}

extension LedgerMail {
    /// A mail as the store keeps it, with what it told of the alert that is asked for.
    init(_ record: LedgerRecord, about query: LedgerQuery, by disclosure: Disclosure) {
        let asked = record.told.filter { query.isAbout($0.episode) }
        self.init(
            id: record.message.id,
            messageID: record.messageID,
            file: "\(record.folder.rawValue)/\(Outbox.fileName(record.message).printable)",
            subscription: record.subscription,
            recipient: record.recipient,
            // By all that it told: another of its alerts may be the hidden one.
            subject: disclosure.concerns(anyOf: record.toldIndicators)
                ? "" : Self.subject(record.subject, telling: record.told, by: disclosure),
            createdAt: record.message.createdAt,
            standing: Standing(record.standing),
            attempts: record.attempts.map(Attempt.init),
            orders: record.orders.map { Order(at: $0.at, verb: $0.verb.rawValue, by: $0.by, why: $0.why) },
            told: asked,
            // Where not all of it stands here, the store has counted what is asked for.
            toldCount: record.toldIndicators.isEmpty ? asked.count : record.toldCount,
            replaces: record.replaces
        )
    }
}

extension LedgerRecord {
    /// Where its file lies, or lay at the moment of the record.
    fileprivate var folder: OutboxFolder {
        switch standing {
        case .waiting: .new
        case .accepted: .sent
        case .failed, .dropped: .failed
        }
    }
}

extension LedgerMail.Standing {
    fileprivate init(_ standing: LedgerRecord.Standing) {
        switch standing {
        case .waiting: self = .waiting
        case .accepted: self = .accepted
        case .failed: self = .failed
        case .dropped: self = .dropped
        }
    }
}

extension LedgerMail.Attempt {
    fileprivate init(_ attempt: DeliveryAttempt) {
        var nextAt: Instant?
        if case .retry(let next) = attempt.result { nextAt = next }
        self.init(
            at: attempt.at,
            result: Result(attempt),
            reason: attempt.reason,
            reply: attempt.reply,
            nextAt: nextAt
        )
    }
}

extension LedgerMail.Attempt.Result {
    fileprivate init(_ attempt: DeliveryAttempt) {
        switch attempt.result {
        case .accepted: self = .accepted
        case .retry: self = .retried
        case .failed: self = attempt.isBounce ? .bounced : .failed
        }
    }
}

extension LedgerQuery {
    /// The query as the command's arguments.
    var asArguments: [String] {
        (recipient.map { ["--to", $0] } ?? []) + (alert.map { ["--alert", $0] } ?? [])
            + (from.map { ["--from", LocalZone.utc.timestamp($0)] } ?? [])
            + (through.map { ["--to-date", LocalZone.utc.timestamp($0)] } ?? [])
    }
}
