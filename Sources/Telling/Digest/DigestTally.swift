internal import Alerting
internal import Assessment
internal import Indicators

/// How many alerts of each kind a digest tells.
struct DigestTally: Hashable, Sendable {
    private(set) var red = 0
    private(set) var amber = 0
    private(set) var resolved = 0
    /// Ended without the target being met: corrected, no longer watched.
    private(set) var lapsed = 0
    /// News of which neither value nor light may be told.
    private(set) var hidden = 0
    /// Changed by an edit of the configuration: no news of any value.
    private(set) var edited = 0
    private(set) var stillOpen = 0
    /// Of ``stillOpen`` so many are red.
    private(set) var stillOpenRed = 0
    /// Of what is no news and still open, in a place of its own or beside news, so many are red, and so many amber.
    private(set) var openRed = 0
    private(set) var openAmber = 0
    private(set) var openHidden = 0
    /// The most serious light of the news.
    let newsLight: Light?
    /// The most serious light of all that is open; where nothing is, of the news.
    let light: Light?

    /// The number of alerts that the mail exists for.
    var news: Int { red + amber + resolved + lapsed + hidden }

    init(_ digest: Digest) {
        let open = digest.items.flatMap(\.all).filter { !$0.isClosed }
        newsLight = Self.worst(of: digest.news.filter { $0.section != .edited })
        light = open.isEmpty ? newsLight : Self.worst(of: open)
        for item in digest.items.flatMap({ ($0.section == .stillOpen ? [$0] : []) + $0.beside }) where !item.isClosed {
            let red = item.counted.count { $0.facts.severity == .critical }
            let hidden = item.counted.count(where: \.facts.isHidden)
            openRed += red
            openHidden += hidden
            openAmber += item.counted.count - red - hidden
        }
        for item in digest.items { add(item) }
    }

    private mutating func add(_ item: Digest.Item) {
        for episode in item.counted { count(episode, item) }
    }

    private mutating func count(_ episode: Episode, _ item: Digest.Item) {
        switch (item.section, episode.facts.severity) {
        case (.stillOpen, let severity):
            stillOpen += 1
            if severity == .critical { stillOpenRed += 1 }
        case (.edited, _): edited += 1
        case _ where episode.facts.isHidden: hidden += 1
        case (.resolved, _) where item.light == .green: resolved += 1
        case (.resolved, _): lapsed += 1
        case (.corrected, _) where item.isClosed: lapsed += 1
        case (_, .critical): red += 1
        case (_, .warning): amber += 1
        }
    }

    private static func worst(of items: [Digest.Item]) -> Light? {
        items.map(\.light).max { $0.gravity < $1.gravity }
    }

    /// Whether something that is no news is worse than all that is.
    var isWorseThanNews: Bool { (light?.gravity ?? 0) > (newsLight?.gravity ?? 0) }
}

extension Digest.Item {
    /// Whether the alert has ended.
    var isClosed: Bool {
        switch section {
        case .resolved: true
        case .corrected, .edited: episode.closedAt != nil
        case .new, .worsened, .changed, .eased, .stillOpen: false
        }
    }

    /// The light to show.
    var light: Light { episode.facts.light(isClosed: isClosed) }

    /// What is said of it.
    func statement(in phrases: Phrases) -> Statement {
        AlertStatement.of(episode.facts, isClosed: isClosed, in: phrases)
    }
}

extension Light {
    /// The sign beside the word: a shape of its own for each light, for those who do not see the colours.
    var symbol: String {
        switch self {
        case .red: "■"
        case .amber: "▲"
        case .green: "●"
        case .grey: "○"
        }
    }
}
