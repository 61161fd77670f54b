package import Alerting
internal import Indicators

/// The forms by which somebody handles the open alerts of a page.
package struct HandlingForms: Sendable {
    /// What somebody sent and that could not be done.
    package struct Tried: Hashable, Sendable {
        package let episode: String
        package let entry: HandlingEntry
        package let fault: HandlingEntry.Fault

        package init(episode: String, entry: HandlingEntry, fault: HandlingEntry.Fault) {
            self.episode = episode
            self.entry = entry
            self.fault = fault
        }
    }

    /// The field that holds the token of a form; the page's server reads it there.
    package static let tokenField = "token"

    /// The token of a form, by the path that it is sent to.
    private let token: @Sendable (String) -> String
    /// Stands for the handling that a form of this kind shows, and would replace.
    private let mark: @Sendable (PageAddress.HandlingForm, Handling) -> String
    private let tried: Tried?

    package init(
        tried: Tried? = nil,
        mark: @escaping @Sendable (PageAddress.HandlingForm, Handling) -> String,
        token: @escaping @Sendable (String) -> String
    ) {
        self.token = token
        self.mark = mark
        self.tried = tried
    }

    /// What could not be done about an alert that has no form any more; nothing where it has.
    func complaint(besides accounts: [EpisodeAccount], _ plan: PagePlan) -> HTML {
        guard let tried, !accounts.contains(where: { $0.episode.id == tried.episode }) else { return "" }
        return FaultWords(plan: plan).html(tried.fault, id: "fout")
    }

    /// Both forms of one open alert.
    func html(for account: EpisodeAccount, _ plan: PagePlan) -> HTML {
        HTML(joining: PageAddress.HandlingForm.allCases.map { form(account, $0, plan) })
    }

    private func form(_ account: EpisodeAccount, _ kind: PageAddress.HandlingForm, _ plan: PagePlan) -> HTML {
        let path = PageAddress.handling(kind, episode: account.episode.id).path
        let tried = tried.flatMap { $0.episode == account.episode.id && $0.entry.form == kind ? $0 : nil }
        let fields = HandlingFields(account: account, tried: tried, plan: plan)
        let content: HTML = """
            <form method="post" action="\(path)" class="handling">
            <input type="hidden" name="\(Self.tokenField)" value="\(token(path))">
            <input type="hidden" name="\(HandlingEntry.Field.seen.rawValue)" \
            value="\(mark(kind, account.episode.handling))">
            \(fields.complaint)\(fields.html(kind))<p><button type="submit">\(button(kind, plan))</button></p>
            </form>

            """
        return .folded(summary(kind, plan), isOpen: tried != nil, content)
    }

    private func summary(_ kind: PageAddress.HandlingForm, _ plan: PagePlan) -> String {
        switch kind {
        case .acknowledge: plan.say("Deze melding oppakken", "Take this alert up")
        case .explain: plan.say("Toelichten: oorzaak, gevolg, bijsturing", "Explain: cause, consequence, measure")
        }
    }

    private func button(_ kind: PageAddress.HandlingForm, _ plan: PagePlan) -> String {
        switch kind {
        case .acknowledge: plan.say("Oppakken", "Take up")
        case .explain: plan.say("Toelichting vastleggen", "Keep the explanation")
        }
    }
}
