internal import Alerting
internal import Assessment
internal import Indicators

/// Who was told what, when, and what the relay answered; the latest mail first, page by page.
///
/// About one alert the oldest mail comes first.
package struct LedgerPage: TabledPage {
    /// Which mails are shown.
    package struct Question: Hashable, Sendable {
        /// The address or the subscription; `nil` for everybody's.
        package var recipient: String?
        /// An alert, or one of its episodes; `nil` for mails about anything.
        package var alert: String?
        /// The mail that the page begins behind; `nil` for the first page.
        package var mark: Int?

        package init(recipient: String? = nil, alert: String? = nil, mark: Int? = nil) {
            self.recipient = recipient
            self.alert = alert
            self.mark = mark
        }

        /// The page of these mails behind another one.
        package func page(behind mark: Int?) -> PageAddress {
            alert == nil
                ? .ledger(to: recipient, before: mark) : .ledger(to: recipient, about: alert, after: mark)
        }
    }

    private let frame: PageFrame
    private let mails: [LedgerMail]
    private let question: Question
    private let subscriptions: [String]
    private let next: Int?
    private let hasRelay: Bool
    private let plan: PagePlan

    /// A page.
    ///
    /// - Parameters:
    ///   - mails: the mails of this page, exact.
    ///   - question: which mails were asked for.
    ///   - subscriptions: the ids of the subscriptions there are.
    ///   - next: the last mail of this page, where there are more.
    ///   - hasRelay: whether mails are handed to a relay at all.
    ///   - frame: what stands around it.
    ///   - plan: what may be told, and in which words.
    package init(
        _ mails: [LedgerMail],
        of question: Question = Question(),
        subscriptions: [String] = [],
        next: Int?,
        hasRelay: Bool = true,
        in frame: PageFrame,
        plan: PagePlan
    ) {
        self.mails = mails.map { $0.told(by: plan.disclosure) }
        self.question = question
        self.subscriptions = subscriptions
        self.next = next
        self.hasRelay = hasRelay
        self.frame = frame
        self.plan = plan
    }

    private var words: LedgerWords {
        LedgerWords(zone: plan.zone, phrases: plan.phrases, hasRelay: hasRelay, isForReaders: true)
    }

    /// The whole page.
    package var html: String {
        frame.page(HTML(joining: [resting, filter, mails.isEmpty ? none : table.html(plan.phrases), more]))
    }

    package func csv(of table: String) -> String? { [self.table].csv(of: table, plan.phrases.language) }

    private var resting: HTML {
        guard !hasRelay else { return "" }
        let place = plan.say(
            "Ze liggen als bestand in de map outbox. De beheerder stelt een mailserver in bij ‘mail: relay’.",
            "They lie as files in the folder outbox. The administrator sets a relay at 'mail: relay'."
        )
        return "<p class=\"panel\">\(LedgerWords.noRelay(plan.phrases)) \(place)</p>\n"
    }

    private var filter: HTML {
        """
        <form method="get" action="\(PageAddress.ledger().path)" class="filter">
        <div><label for="aan">\(plan.say("Ontvanger of abonnement", "Recipient or subscription"))</label>
        <input id="aan" name="aan" value="\(question.recipient ?? "")" maxlength="254" autocomplete="off"></div>
        <div><label for="melding">\(plan.say("Naam van een melding", "Name of an alert"))</label>
        <input id="melding" name="melding" value="\(question.alert ?? "")" maxlength="400" autocomplete="off"></div>
        <div><button type="submit">\(plan.say("Toon", "Show"))</button></div>
        </form>

        """
    }

    private var none: HTML {
        let sentences = [ofAlert, ofRecipient].compactMap(\.self)
        let nothing =
            question.mark == nil
            ? plan.say("Er is nog geen mail gemaakt.", "No mail has been made yet.")
            : plan.say("Er zijn geen mails meer.", "There are no more mails.")
        let words = question.mark == nil && !sentences.isEmpty ? sentences.joined(separator: " ") : nothing
        return "<p>\(words)</p>\n"
    }

    private var ofAlert: String? {
        guard question.alert != nil else { return nil }
        return plan.say(
            "Over een melding met deze naam is\(question.recipient == nil ? "" : " aan deze ontvanger") geen mail gemaakt.",
            "No mail\(question.recipient == nil ? "" : " to this recipient") was made about an alert of this name."
        )
    }

    private var ofRecipient: String? {
        guard question.recipient != nil else { return nil }
        let none =
            question.alert == nil
            ? plan.say("Aan deze ontvanger is geen mail gemaakt. ", "No mail was made for this recipient. ") : ""
        let how = plan.say(
            "Schrijf het adres of het abonnement zoals het in de instellingen staat.",
            "Write the address or the subscription as the settings have it."
        )
        guard !subscriptions.isEmpty else { return none + how }
        let known = NamedFew(subscriptions).words(in: plan.phrases)
        return none + how + " " + plan.say("De abonnementen zijn: \(known).", "The subscriptions are: \(known).")
    }

    private var more: HTML {
        guard let next else { return "" }
        let words =
            question.alert == nil
            ? plan.say("Oudere mails", "Older mails") : plan.say("Nieuwere mails", "Later mails")
        return "<p><a href=\"\(question.page(behind: next).path)\" rel=\"next\">\(words)</a></p>\n"
    }

    private var table: PageTable {
        PageTable(
            caption: question.alert == nil
                ? plan.say("Mails, de nieuwste boven", "Mails, the latest first")
                : plan.say("Mails over deze melding, de oudste boven", "Mails about this alert, the oldest first"),
            columns: [
                PageTable.Column(plan.say("Gemaakt", "Made")), PageTable.Column(plan.say("Aan", "To")),
                PageTable.Column(plan.say("Onderwerp", "Subject")), PageTable.Column(plan.say("Stand", "State")),
                PageTable.Column(plan.say("Verteld", "Told")), PageTable.Column(plan.say("Mailserver", "Relay")),
            ],
            rows: mails.map(row),
            id: "mails",
            page: question.page(behind: question.mark)
        )
    }

    private func row(_ mail: LedgerMail) -> [PageCell] {
        let subject =
            mail.subject.isEmpty ? plan.phrases.hiddenValue : mail.subject.oneLine(limit: 300)
        let own = PageAddress.ledger(to: mail.recipient)
        let (made, recipient) = (plan.brief(mail.createdAt), mail.recipient.oneLine(limit: 254))
        return [
            PageCell("\(made)<br><small>mail \("\(mail.id)")</small>", "\(made) (mail \(mail.id))"),
            PageCell(
                "<a href=\"\(own.path)\">\(recipient)</a><br><small>\(mail.subscription)</small>",
                "\(recipient) (\(mail.subscription))"
            ),
            PageCell(subject), PageCell(words.standing(mail.standing)), told(mail), relay(mail),
        ]
    }

    private func told(_ mail: LedgerMail) -> PageCell {
        guard !mail.told.isEmpty else { return .nothing }
        let count = mail.toldCount
        let summary =
            count == 1 ? plan.say("1 bericht", "1 notice") : plan.say("\(count) berichten", "\(count) notices")
        let rest = count - Self.mostTold
        let more: [HTML] =
            rest > 0
            ? [HTML(words.more(rest))] : []
        return PageCell(
            .folded(summary, .list(mail.told.prefix(Self.mostTold).map(line) + more)),
            (mail.told.map { words.told($0).oneLine(limit: 600) } + (rest > 0 ? [words.more(rest)] : []))
                .joined(separator: " | ")
        )
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

    private func relay(_ mail: LedgerMail) -> PageCell {
        let lines =
            mail.attempts.map(words.attempt) + mail.orders.map(words.order)
            + (mail.replaces.map { [words.replaces($0)] } ?? [])
        guard let last = lines.last else { return .nothing }
        guard lines.count > 1 else { return PageCell(last.oneLine(limit: 600)) }
        let count = plan.say("\(lines.count) regels", "\(lines.count) lines")
        let shown = lines.map { $0.oneLine(limit: 600) }
        return PageCell(.folded(count, .list(shown)), shown.joined(separator: " | "))
    }
}
