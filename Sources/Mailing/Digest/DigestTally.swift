internal import Alerting
internal import Assessment

/// How many alerts of each kind a digest tells.
struct DigestTally: Hashable, Sendable {
    private(set) var red = 0
    private(set) var amber = 0
    private(set) var resolved = 0
    /// Ended without the target being met: corrected, no longer watched.
    private(set) var lapsed = 0
    private(set) var stillOpen = 0
    /// The most serious light of the news.
    let light: Light?

    /// The number of alerts that the mail exists for.
    var news: Int { red + amber + resolved + lapsed }

    init(_ digest: Digest) {
        light = digest.news.map(\.light).max { $0.gravity < $1.gravity }
        for item in digest.items {
            switch (item.section, item.episode.facts.severity) {
            case (.stillOpen, _): stillOpen += 1
            case (.resolved, _) where item.light == .green: resolved += 1
            case (.resolved, _), (.corrected, _): lapsed += 1
            case (_, .critical): red += 1
            case (_, .warning): amber += 1
            }
        }
    }
}

extension Digest.Item {
    /// Whether the alert has ended.
    var isClosed: Bool { section == .resolved || section == .corrected }

    /// The light to show: an end is green only where the figures are known to be in order.
    var light: Light {
        guard isClosed else { return episode.facts.severity == .critical ? .red : .amber }
        return switch episode.facts.reason {
        case .targetMet, .revised, .onTime, .milestoneDone, .onSchedule, .withinBudget, .goesOn: .green
        default: .grey
        }
    }

    /// The targets of the alert.
    var targets: [ToldTarget] {
        episode.facts.targets.map { ToldTarget($0, of: episode.facts, isClosed: isClosed) }
    }
}

extension Light {
    /// Orders lights from good to bad.
    fileprivate var gravity: Int {
        switch self {
        case .green: 0
        case .grey: 1
        case .amber: 2
        case .red: 3
        }
    }

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
