internal import Assessment
package import Indicators

/// A window in which notices of some alerts are held back: what happens is judged, kept and logged all the same.
package struct Silence: Hashable, Sendable {
    /// What it covers: what meets all of the lists that are not empty.
    package struct Scope: Hashable, Sendable {
        package var programmes: Set<String> = []
        /// The ids of packages, of whichever programme, or of one: `dronten-2026/financien`.
        package var packages: Set<String> = []
        package var indicators: Set<String> = []
        /// The codes of areas; what lies within one is covered as well.
        package var areas: Set<String> = []
        package var rules: Set<String> = []
        package var owners: Set<String> = []

        package init() {}

        /// Whether it names nothing, which would be everything.
        package var isEmpty: Bool { self == Scope() }

        package func covers(_ episode: Episode) -> Bool {
            let (about, series) = (episode.facts.about, episode.alert.series)
            let packages = self.packages
            return Self.meets(programmes, about.programme)
                && (packages.isEmpty || packages.contains(about.package)
                    || packages.contains("\(about.programme)/\(about.package)"))
                && Self.meets(indicators, series.indicator.description)
                && (areas.isEmpty || areas.contains { AreaCode($0).covers(series.area) })
                && Self.meets(rules, episode.alert.rule.rawValue)
                && (owners.isEmpty || about.owner.map(owners.contains) ?? false)
        }

        private static func meets(_ names: Set<String>, _ name: String) -> Bool {
            names.isEmpty || names.contains(name)
        }
    }

    /// How it ended.
    package struct Ending: Hashable, Sendable {
        package let at: Instant
        /// Who ended it; `nil` where its time had come.
        package let by: String?
        package let why: String?

        package init(at: Instant, by: String? = nil, why: String? = nil) {
            self.at = at
            self.by = by
            self.why = why
        }
    }

    /// From 1, in the order in which silences were made.
    package let id: Int
    package let scope: Scope
    package let from: Instant
    /// The first moment at which it holds nothing back any more.
    package let until: Instant
    package let by: String
    package let why: String
    package let at: Instant
    /// `nil` while it has not been ended: what is still wrong has not been told yet.
    package var ended: Ending?

    package init(
        id: Int,
        scope: Scope,
        from: Instant,
        until: Instant,
        by: String,
        why: String,
        at: Instant,
        ended: Ending? = nil
    ) {
        self.id = id
        self.scope = scope
        self.from = from
        self.until = until
        self.by = by
        self.why = why
        self.at = at
        self.ended = ended
    }

    /// The longest silence, in seconds: what nobody looks at for longer should not be watched.
    package static let longest = 366 * 86_400

    /// Whether it has begun and not been ended.
    ///
    /// One whose time has passed holds until what is still wrong is told: nothing falls between the two.
    package func isInForce(at now: Instant) -> Bool { ended == nil && from <= now }

    /// Whether it holds the notices of the episode back.
    package func holds(_ episode: Episode, at now: Instant) -> Bool {
        isInForce(at: now) && scope.covers(episode)
    }

    /// The silence without what people wrote.
    var withoutTexts: Silence {
        let end = ended.map { Ending(at: $0.at, by: $0.by) }
        return Silence(id: id, scope: scope, from: from, until: until, by: by, why: "", at: at, ended: end)
    }

    /// The silence as it ended.
    func ending(_ ending: Ending) -> Silence {
        var silence = self
        silence.ended = ending
        return silence
    }
}

extension AreaCode {
    /// Whether an area is this one, or lies within it.
    fileprivate func covers(_ area: AreaCode) -> Bool {
        area == self || beginningsWithin.contains { area.description.hasPrefix($0) }
    }
}

extension [Silence] {
    /// The one that holds the notices of the episode back for the longest; `nil` where none does.
    package func holding(_ episode: Episode, at now: Instant) -> Silence? {
        filter { $0.holds(episode, at: now) }.max { ($0.until, $0.id) < ($1.until, $1.id) }
    }
}

extension [Episode] {
    /// The episodes with what is silent of them at a moment; of what has ended nothing is held back.
    package func silenced(by silences: [Silence], at now: Instant) -> [Episode] {
        guard !silences.isEmpty else { return self }
        return map { episode in
            var episode = episode
            episode.handling.silence = episode.closedAt == nil ? silences.holding(episode, at: now) : nil
            return episode
        }
    }
}
