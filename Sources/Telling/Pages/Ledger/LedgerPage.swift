internal import Alerting
internal import Assessment
internal import Indicators

/// Who was told what, when, and what the relay answered; the latest mail first, page by page.
package struct LedgerPage: Sendable {
    private let frame: PageFrame
    private let mails: [LedgerMail]
    private let recipient: String?
    private let next: Int?
    private let plan: PagePlan

    /// A page.
    ///
    /// - Parameters:
    ///   - mails: the mails of this page, exact.
    ///   - recipient: the address or the subscription that is asked for; `nil` for everybody's.
    ///   - next: the last mail of this page, where there are older ones.
    ///   - frame: what stands around it.
    ///   - plan: what may be told, and in which words.
    package init(_ mails: [LedgerMail], to recipient: String?, next: Int?, in frame: PageFrame, plan: PagePlan) {
        self.mails = mails.map { $0.told(by: plan.disclosure) }
        self.recipient = recipient
        self.next = next
        self.frame = frame
        self.plan = plan
    }

    private var words: LedgerWords { LedgerWords(zone: plan.zone, phrases: plan.phrases) }

    /// The whole page.
    package var html: String { frame.page(HTML(joining: [filter, mails.isEmpty ? none : table.html, more])) }

    private var filter: HTML {
        """
        <form method="get" action="\(PageAddress.ledger().path)" class="filter">
        <div><label for="aan">\(plan.say("Ontvanger of abonnement", "Recipient or subscription"))</label>
        <input id="aan" name="aan" value="\(recipient ?? "")" maxlength="254" autocomplete="off"></div>
        <div><button type="submit">\(plan.say("Toon", "Show"))</button></div>
        </form>

        """
    }

    private var none: HTML {
        let words =
            recipient == nil
            ? plan.say("Er is nog geen mail gemaakt.", "No mail has been made yet.")
            : plan.say(
                "Aan deze ontvanger is geen mail gemaakt. Schrijf het adres of het abonnement zoals het in de "
                    + "instellingen staat.",
                "No mail was made for this recipient. Write the address or the subscription as the settings have it."
            )
        return "<p>\(words)</p>\n"
    }

    private var more: HTML {
        guard let next else { return "" }
        let address = PageAddress.ledger(to: recipient, before: next)
        return "<p><a href=\"\(address.path)\" rel=\"next\">\(plan.say("Oudere mails", "Older mails"))</a></p>\n"
    }

    private var table: PageTable {
        PageTable(
            caption: plan.say("Mails, de nieuwste boven", "Mails, the latest first"),
            columns: [
                PageTable.Column(plan.say("Gemaakt", "Made")), PageTable.Column(plan.say("Aan", "To")),
                PageTable.Column(plan.say("Onderwerp", "Subject")), PageTable.Column(plan.say("Stand", "State")),
                PageTable.Column(plan.say("Verteld", "Told")), PageTable.Column(plan.say("Mailserver", "Relay")),
            ],
            rows: mails.map(row),
            id: "mails"
        )
    }

    private func row(_ mail: LedgerMail) -> [HTML] {
        let subject =
            mail.subject.isEmpty ? plan.phrases.hiddenValue : mail.subject.oneLine(limit: 300)
        let own = PageAddress.ledger(to: mail.recipient)
        return [
            "\(plan.brief(mail.createdAt))<br><small>mail \("\(mail.id)")</small>",
            "<a href=\"\(own.path)\">\(mail.recipient.oneLine(limit: 254))</a><br><small>\(mail.subscription)</small>",
            HTML(subject), HTML(words.standing(mail.standing)), told(mail), relay(mail),
        ]
    }

    private func told(_ mail: LedgerMail) -> HTML {
        guard !mail.told.isEmpty else { return "–" }
        let count = mail.toldCount
        let summary =
            count == 1 ? plan.say("1 bericht", "1 notice") : plan.say("\(count) berichten", "\(count) notices")
        let rest = count - Self.mostTold
        let more: [HTML] =
            rest > 0
            ? [HTML(words.more(rest))] : []
        return .folded(summary, .list(mail.told.prefix(Self.mostTold).map(line) + more))
    }

    /// So many of what one mail told are listed.
    package static let mostTold = 100

    private func line(_ event: AlertEvent) -> HTML {
        let series = event.alert.series
        let address = PageAddress.indicator(
            programme: event.facts.about.programme,
            series.indicator,
            area: series.area,
            breakdown: series.breakdown == .total ? nil : series.breakdown
        )
        return "\(words.told(event).oneLine(limit: 600)) <a href=\"\(address.path)\">\(series.description)</a>"
    }

    private func relay(_ mail: LedgerMail) -> HTML {
        let lines =
            mail.attempts.map(words.attempt) + mail.orders.map(words.order)
            + (mail.replaces.map { [words.replaces($0)] } ?? [])
        guard let last = lines.last else { return "–" }
        guard lines.count > 1 else { return HTML(last.oneLine(limit: 600)) }
        let count = plan.say("\(lines.count) regels", "\(lines.count) lines")
        return .folded(count, .list(lines.map { $0.oneLine(limit: 600) }))
    }
}
