internal import Alerting
internal import Assessment
internal import Indicators

/// The ledger for a spreadsheet: a row for each change that each mail told, and one for a mail that told none.
struct LedgerTable {
    let zone: LocalZone
    let phrases: Phrases
    var hasRelay = true

    private var sheet: CSVWriter { CSVWriter(phrases.language) }

    var beginning: String { sheet.mark + sheet.line(Self.header(phrases).map(CSVWriter.Cell.text)) }

    private static func header(_ phrases: Phrases) -> [String] {
        [
            "mail", "message-id", phrases.say("abonnement", "subscription"), phrases.say("ontvanger", "recipient"),
            phrases.say("gemaakt", "created"), phrases.say("onderwerp", "subject"), phrases.say("stand", "state"),
            phrases.say("mailserver", "relay"), phrases.say("verteld", "told"), phrases.say("vastgesteld", "decided"),
            phrases.say("melding", "alert"), phrases.say("programma", "programme"), phrases.say("pakket", "package"),
            "indicator", phrases.say("titel", "title"), phrases.say("gebied", "area"),
            phrases.say("uitsplitsing", "breakdown"), phrases.say("periode", "period"), phrases.say("waarde", "value"),
            phrases.say("eenheid", "unit"), phrases.say("streefwaarde", "target"), phrases.say("bericht", "message"),
            phrases.say("bestand", "import"),
        ]
    }

    private static let toldColumns = 15

    private var words: LedgerWords { LedgerWords(zone: zone, phrases: phrases, hasRelay: hasRelay) }

    func rows(_ mail: LedgerMail) -> String {
        let own = cells(mail)
        let none = Array(repeating: CSVWriter.Cell.text(""), count: Self.toldColumns)
        let more: [[CSVWriter.Cell]] = mail.untold > 0 ? [[.text(words.more(mail.untold))] + none.dropFirst()] : []
        return (mail.told.isEmpty ? [none] : mail.told.map(cells) + more).map { sheet.line(own + $0) }.joined()
    }

    private func cells(_ mail: LedgerMail) -> [CSVWriter.Cell] {
        let relay = mail.attempts.map(words.attempt) + mail.orders.map(words.order)
        return [
            .number("\(mail.id)"), .text(mail.messageID), .text(mail.subscription), .text(mail.recipient),
            .text(words.moment(mail.createdAt)), .text(mail.subject), .text(words.standing(mail.standing)),
            .text(relay.joined(separator: " | ")),
        ]
    }

    private func cells(_ event: AlertEvent) -> [CSVWriter.Cell] {
        let facts = event.facts
        let target = phrases.inOneLine(facts.evidence.value.comparisons.told, unit: facts.about.unit)
        return [
            .text(words.kind(of: event)), .text(words.moment(event.at)), .text(event.episode),
            .text(facts.about.programme), .text(facts.about.package), .text(event.alert.series.indicator.description),
            .text(facts.about.title), .text(event.alert.series.area.description),
            .text(event.alert.series.breakdown.nonEmpty ?? ""), .text(facts.period?.description ?? ""),
            facts.value.map { .number($0.amount.written(decimalSign: sheet.decimalSign)) } ?? .text(""),
            .text(facts.about.unit.symbol), .text(target ?? ""),
            .text(AlertStatement.message(event.kind, facts, in: phrases)), .text(facts.value?.importHash ?? ""),
        ]
    }
}
