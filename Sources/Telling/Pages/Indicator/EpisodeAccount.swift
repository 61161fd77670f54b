internal import Alerting
internal import Assessment
internal import Indicators

/// An episode in words, as its indicator's page shows it.
struct EpisodeAccount: Sendable {
    /// As it may be told.
    let episode: Episode
    /// Of one that has ended the one that it ended with.
    let light: Light
    /// Of one that has ended: that, and the light that it had.
    private let ending: String?
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
        light = episode.facts.light(isClosed: isClosed)
        ending = isClosed ? Self.ending(of: episode.facts, plan.phrases) : nil
        statement = AlertStatement.of(episode.facts, isClosed: isClosed, in: plan.phrases).verdict
        time = Self.time(of: episode, plan)
        let words = HandlingWords(zone: plan.zone, phrases: plan.phrases)
        lines = words.lines(of: episode.handling) + held.map { words.held(by: $0) }
    }

    /// `Opgelost (was oranje)`; of one whose figures may not be told no light is named.
    private static func ending(of facts: FindingFacts, _ phrases: Phrases) -> String {
        let word =
            if facts.lapse != nil {
                phrases.say("Vervallen", "Lapsed")
            } else if facts.light(isClosed: true) == .green {
                phrases.say("Opgelost", "Resolved")
            } else {
                phrases.say("Gesloten", "Closed")
            }
        guard !facts.isHidden else { return word }
        let light = phrases.light(facts.light(isClosed: false)).lowercased()
        return phrases.say("\(word) (was \(light))", "\(word) (was \(light))")
    }

    /// From when until when; one day where it began and ended on that.
    private static func time(of episode: Episode, _ plan: PagePlan) -> String {
        let opened = plan.date(episode.openedAt)
        guard let end = episode.closedAt else { return plan.say("open sinds \(opened)", "open since \(opened)") }
        let closed = plan.date(end)
        return opened == closed ? opened : plan.say("\(opened) tot \(closed)", "\(opened) until \(closed)")
    }

    var isOpen: Bool { episode.closedAt == nil }

    /// The name under which its forms stand on the page.
    var anchor: String { "melding-\(episode.alert.rule.rawValue)-\(episode.number)" }

    func html(_ phrases: Phrases, forms: HTML) -> HTML {
        let mark = LightMark(light, phrases)
        let told = phrases.say("wie kreeg hier bericht van", "who was told of it")
        let shown: HTML = ending.map { "<span class=\"light\">\(mark.shape)\($0)</span>" } ?? mark.html
        return
            """
            <article class="episode" id="\(anchor)">
            <h3>\(shown), \(time)</h3>
            <p>\(statement)</p>
            \(HTML.list(lines))<p class="muted">\(episode.id) · <a href="\(PageAddress.ledger(about: episode.id).path)">\(told)</a></p>
            \(forms)</article>

            """
    }
}
