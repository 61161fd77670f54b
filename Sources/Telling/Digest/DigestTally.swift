internal import Alerting
internal import Assessment
internal import Indicators

/// How many alerts of each kind a digest tells.
struct DigestTally: Hashable, Sendable {
    /// Open alerts by what they are: each is counted as one of these.
    struct Open: Hashable, Sendable {
        var red = 0
        /// What is amber, but for what is only late.
        var amber = 0
        /// Values that have not been received.
        var late = 0
        /// Of which neither value nor light may be told.
        var hidden = 0

        var count: Int { red + amber + late + hidden }

        fileprivate mutating func add(_ episode: Episode) {
            if episode.facts.isHidden {
                hidden += 1
            } else if episode.facts.isLate {
                late += 1
            } else if episode.facts.severity == .critical {
                red += 1
            } else {
                amber += 1
            }
        }
    }

    /// All that is open.
    private(set) var open = Open()
    /// What is open and news: not what was told before, nor what an edit of the configuration changed.
    private(set) var fresh = Open()
    /// What was told before and is still open.
    private(set) var known = Open()
    /// What is open and stands otherwise by an edit of the configuration.
    private(set) var byEdit = Open()
    private(set) var resolved = 0
    /// Ended without the target being met: corrected, no longer watched, hidden.
    private(set) var lapsed = 0
    /// Changed by an edit of the configuration: no news of any value.
    private(set) var edited = 0
    /// The most serious light of all that is open; where nothing is, of the news; `nil` where there is neither.
    let light: Light?
    /// What it tells first, where all of it has ended and nothing of that says a light of an indicator.
    let endWithoutLight: Digest.Item?

    /// The number of alerts that the mail exists for, but for edits.
    var news: Int { fresh.count + resolved + lapsed }

    init(_ digest: Digest) {
        let open = digest.items.flatMap(\.all).filter { !$0.isClosed }
        let news = digest.news.filter { $0.section != .edited }
        light = Self.worst(of: open.isEmpty ? news : open)
        endWithoutLight =
            open.isEmpty && news.flatMap(\.all).allSatisfy(\.isEndWithoutLight) ? news.first : nil
        for item in digest.items {
            add(item)
            for episode in item.beside.filter({ !$0.isClosed }).flatMap(\.counted) { self.open.add(episode) }
        }
    }

    private mutating func add(_ item: Digest.Item) {
        for episode in item.counted {
            guard !item.isClosed else {
                count(ended: episode, item)
                continue
            }
            open.add(episode)
            switch item.section {
            case .edited:
                edited += 1
                byEdit.add(episode)
            case .stillOpen: known.add(episode)
            case .new, .worsened, .changed, .reminded, .eased, .corrected, .resolved: fresh.add(episode)
            }
        }
    }

    private mutating func count(ended episode: Episode, _ item: Digest.Item) {
        switch item.section {
        case .edited: edited += 1
        case .resolved where episode.facts.light(isClosed: true) == .green: resolved += 1
        case .new, .worsened, .changed, .reminded, .eased, .corrected, .resolved, .stillOpen: lapsed += 1
        }
    }

    private static func worst(of items: [Digest.Item]) -> Light? {
        items.map(\.light).max { $0.gravity < $1.gravity }
    }
}

extension Digest.Item {
    /// Whether the alert has ended.
    var isClosed: Bool {
        switch section {
        case .resolved: true
        case .corrected, .edited: episode.closedAt != nil
        case .new, .worsened, .changed, .reminded, .eased, .stillOpen: false
        }
    }

    /// The light to show.
    var light: Light { episode.facts.light(isClosed: isClosed) }

    /// Whether it ended well, which says nothing of the light of its indicator.
    var isEndWithoutLight: Bool {
        light == .green && isClosed && counted.allSatisfy { !$0.facts.evidence.value.endsWithLight }
    }

    /// Whether one of the alerts never was what it was told to be.
    var hasLapsed: Bool { counted.contains { $0.facts.lapse != nil } }

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
