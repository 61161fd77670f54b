internal import Alerting
internal import Assessment
package import Indicators

/// Who was told what and when, on which figures and targets, and what the relay answered; page by page.
package struct LedgerReport: Sendable {
    /// How it is written.
    package enum Form: UInt8, Sendable, Hashable, CaseIterable {
        case text = 0
        case json = 1
        case csv = 2
    }

    private let form: Form
    private let disclosure: Disclosure
    private let zone: LocalZone
    private let phrases: Phrases
    private let hasRelay: Bool
    private var isFirst = true

    /// A report in a form.
    ///
    /// - Parameters:
    ///   - form: how it is written.
    ///   - disclosure: what may be told.
    ///   - zone: the zone of its moments.
    ///   - hasRelay: whether mails are handed to a relay at all.
    ///   - phrases: the language.
    package init(
        as form: Form,
        by disclosure: Disclosure,
        zone: LocalZone,
        hasRelay: Bool = true,
        phrases: Phrases
    ) {
        self.hasRelay = hasRelay
        self.form = form
        self.disclosure = disclosure
        self.zone = zone
        self.phrases = phrases
    }

    private var table: LedgerTable { LedgerTable(zone: zone, phrases: phrases, hasRelay: hasRelay) }

    /// What stands before the first page.
    package var beginning: String {
        switch form {
        case .text: ""
        case .json: "["
        case .csv: table.beginning
        }
    }

    /// What stands behind the last page.
    package var end: String {
        switch form {
        case .text, .csv: ""
        case .json: "]\n"
        }
    }

    /// One page.
    package mutating func next(_ mails: [LedgerMail]) -> String {
        let mails = mails.map { $0.told(by: disclosure) }
        defer { isFirst = isFirst && mails.isEmpty }
        switch form {
        case .text: return mails.map(text).joined()
        case .json: return (isFirst || mails.isEmpty ? "" : ",") + mails.map { object($0).line }.joined(separator: ",")
        case .csv: return mails.map(table.rows).joined()
        }
    }
}

// MARK: JSON

extension LedgerReport {
    /// The objects of these mails, as they may be told.
    package func objects(_ mails: [LedgerMail]) -> [JSONObject] { mails.map { object($0.told(by: disclosure)) } }

    private func object(_ mail: LedgerMail) -> JSONObject {
        var object = JSONObject()
        object.add("id", count: mail.id)
        object.add("message_id", text: mail.messageID)
        object.add("subscription", text: mail.subscription)
        object.add("recipient", text: mail.recipient)
        object.add("subject", text: mail.subject.isEmpty ? nil : mail.subject)
        object.add("file", text: mail.file)
        object.add("created_at", text: zone.timestamp(mail.createdAt))
        object.add("state", text: mail.standing.rawValue)
        object.add("told", .array(mail.told.map { .object(AlertLogLine.object($0, by: .exact, in: phrases.language)) }))
        object.add("attempts", .array(mail.attempts.map { .object(self.object($0)) }))
        object.add("orders", .array(mail.orders.map { .object(self.object($0)) }))
        if mail.untold > 0 { object.add("told_more", count: mail.untold) }
        if let replaces = mail.replaces { object.add("replaces", count: replaces) }
        return object
    }

    private func object(_ attempt: LedgerMail.Attempt) -> JSONObject {
        var object = JSONObject()
        object.add("at", text: zone.timestamp(attempt.at))
        object.add("result", text: attempt.result.rawValue)
        object.add("reason", text: attempt.reason)
        object.add("reply", text: attempt.reply)
        object.add("next_attempt_at", text: attempt.nextAt.map(zone.timestamp))
        return object
    }

    private func object(_ order: LedgerMail.Order) -> JSONObject {
        var object = JSONObject()
        object.add("at", text: zone.timestamp(order.at))
        object.add("order", text: order.verb)
        object.add("by", text: order.by)
        object.add("why", text: order.why)
        return object
    }
}

// MARK: Text

extension LedgerReport {
    /// A mail in a paragraph: what was told, and under it what became of it.
    private func text(_ mail: LedgerMail) -> String {
        let words = LedgerWords(zone: zone, phrases: phrases, hasRelay: hasRelay)
        let head = [
            "\(mail.id)", words.moment(mail.createdAt), mail.recipient, words.standing(mail.standing), mail.subject,
        ]
        var lines = [head.filter { !$0.isEmpty }.joined(separator: "  ")]
        lines += mail.told.map { "    \(words.told($0))" }
        if mail.untold > 0 { lines.append("    \(words.more(mail.untold))") }
        lines += mail.attempts.map { "    \(words.attempt($0))" }
        lines += mail.orders.map { "    \(words.order($0))" }
        if let replaces = mail.replaces { lines.append("    \(words.replaces(replaces))") }
        return lines.map { $0.shownSafely(limit: 600) + "\n" }.joined() + "\n"
    }
}
