internal import Alerting
internal import Assessment
internal import Indicators

/// An episode in words, as its indicator's page shows it.
struct EpisodeAccount: Sendable {
    /// As it may be told.
    let episode: Episode
    let light: Light
    /// What is said of it: as it stands, or how it ended.
    let statement: String
    /// From when until when.
    let time: String
    /// What people did with it, and what holds its notices back.
    let lines: [String]

    init(_ exact: Episode, held: [MuteReason], plan: PagePlan) {
        let episode = exact.told(by: plan.disclosure)
        self.episode = episode
        let isClosed = episode.closedAt != nil
        light = episode.facts.light(isClosed: false)
        statement = AlertStatement.of(episode.facts, isClosed: isClosed, in: plan.phrases).message
        let opened = plan.date(episode.openedAt)
        time =
            episode.closedAt.map { closed in
                plan.say("\(opened) tot \(plan.date(closed))", "\(opened) until \(plan.date(closed))")
            } ?? plan.say("open sinds \(opened)", "open since \(opened)")
        let words = HandlingWords(zone: plan.zone, phrases: plan.phrases)
        lines = words.lines(of: episode.handling) + held.map { words.held(by: $0) }
    }

    var isOpen: Bool { episode.closedAt == nil }

    /// The name under which its forms stand on the page.
    var anchor: String { "melding-\(episode.alert.rule.rawValue)-\(episode.number)" }

    func html(_ phrases: Phrases, forms: HTML) -> HTML {
        """
        <article class="episode" id="\(anchor)">
        <h3>\(LightMark(light, phrases).html), \(time)</h3>
        <p>\(statement)</p>
        \(HTML.list(lines))<p class="muted">\(episode.id)</p>
        \(forms)</article>

        """
    }
}
