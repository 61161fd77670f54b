package import Indicators

/// The mails that wait or failed.
package struct QueueReport: Sendable {
    private let mails: [QueuedMail]
    private let zone: LocalZone
    private let phrases: Phrases
    private let hasRelay: Bool

    /// A report of mails; without a relay they wait for nothing.
    package init(_ mails: [QueuedMail], zone: LocalZone, hasRelay: Bool = true, phrases: Phrases) {
        self.hasRelay = hasRelay
        self.mails = mails
        self.zone = zone
        self.phrases = phrases
    }

    /// One JSON array.
    package var json: String { JSONValue.array(mails.map { .object(object($0)) }).line }

    private func object(_ mail: QueuedMail) -> JSONObject {
        var object = JSONObject()
        object.add("id", count: mail.id)
        object.add("state", text: mail.isFailed ? "failed" : "waiting")
        object.add("recipient", text: mail.recipient)
        object.add("subject", text: mail.subject.isEmpty ? nil : mail.subject)
        object.add("file", text: mail.file)
        object.add("created_at", text: zone.timestamp(mail.createdAt))
        object.add("attempts", count: mail.attempts)
        object.add("last_attempt_at", text: mail.lastAttemptAt.map(zone.timestamp))
        object.add("next_attempt_at", text: mail.isFailed ? nil : mail.nextAttemptAt.map(zone.timestamp))
        object.add("reason", text: mail.reason)
        object.add("reply", text: mail.reply)
        return object
    }

    /// A table for a terminal.
    package var text: String {
        let header = [
            "ID", phrases.say("STAND", "STATE"), phrases.say("POGINGEN", "ATTEMPTS"),
            phrases.say("VOLGENDE", "NEXT"), phrases.say("AAN", "TO"), phrases.say("ONDERWERP", "SUBJECT"),
            phrases.say("REDEN", "REASON"),
        ]
        let rows = mails.map { mail in
            [
                "\(mail.id)", state(mail), "\(mail.attempts)",
                mail.isFailed ? "-" : mail.nextAttemptAt.map(moment) ?? "-", mail.recipient, mail.subject,
                mail.reason ?? "-",
            ]
        }
        return TextTable(header: header, rows: rows, limit: 100).text
    }

    private func state(_ mail: QueuedMail) -> String {
        if mail.isFailed { return phrases.say("mislukt", "failed") }
        return hasRelay ? phrases.say("wacht", "waiting") : phrases.say("geen mailserver", "no relay")
    }

    private func moment(_ instant: Instant) -> String {
        let local = zone.local(instant)
        return "\(local.date) \(local.clock)"
    }

    /// What was done with the mails.
    package func done(isRetry: Bool) -> String {
        mails.map { mail in
            let subject = mail.subject.isEmpty ? "" : ": \(mail.subject)"
            let what = "\(mail.id) (\(mail.recipient)\(subject))".shownSafely(limit: 300)
            return isRetry
                ? phrases.say("mail \(what) wordt opnieuw geprobeerd\n", "mail \(what) is tried again\n")
                : phrases.say(
                    "mail \(what) is opgegeven; het bestand ligt in \(mail.file)\n",
                    "mail \(what) is dropped; its file is \(mail.file)\n"
                )
        }
        .joined()
    }
}
