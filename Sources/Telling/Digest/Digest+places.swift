internal import Alerting
internal import Assessment
internal import Indicators

extension Digest {
    /// The same digest in which each series stands in one place: what is open leads, and what ended stands with it.
    ///
    /// Nobody reads that there is nothing more to do about something that is still open elsewhere in the same mail.
    var inPlaces: Digest {
        let single = items.filter { $0.fold == .whole }
        let groups = Dictionary(grouping: single, by: \.episode.alert.series)
        guard groups.count < single.count else { return self }
        var placed: Set<SeriesKey> = []
        let places = items.compactMap { item -> Item? in
            let series = item.episode.alert.series
            // Several that are told as one have a place of their own.
            guard item.fold == .whole else { return item }
            guard placed.insert(series).inserted else { return nil }
            return Item(inOnePlace: groups[series] ?? [item])
        }
        return Digest(
            subscription: subscription,
            occasion: occasion,
            composedAt: composedAt,
            items: places.inOrderOfSections,
            failures: failures,
            context: context
        )
    }
}

extension Digest.Item {
    /// All that is told of one series: the news of what is open, else what is still open, else what ended; where nothing is
    /// news, what was edited.
    fileprivate init?(inOnePlace items: [Digest.Item]) {
        let ordered = items.inOrderOfSections
        let open = ordered.filter { !$0.isClosed }
        let isNews = ordered.contains { $0.section != .stillOpen && $0.section != .edited }
        let edited = isNews ? nil : (open + ordered).first { $0.section == .edited }
        guard let leading = edited ?? (open.isEmpty ? ordered : open).first else { return nil }
        // An end is news, and stands where news is told in full.
        let isEndBesideOpen =
            isNews && (leading.section == .stillOpen || leading.section == .edited) && open.count < items.count
        self.init(
            section: isEndBesideOpen ? .changed : leading.section,
            episode: leading.episode,
            parts: leading.parts,
            beside: ordered.filter { $0 != leading },
            edit: leading.edit,
            reminder: leading.reminder
        )
        toldAt = leading.toldAt
    }

    /// The item with all that stands with it.
    var all: [Digest.Item] { [self] + beside }
}

extension [Digest.Item] {
    /// By section, the gravest first; else in the order that they have.
    fileprivate var inOrderOfSections: [Digest.Item] {
        let ranks = map { item in
            (Digest.Section.allCases.firstIndex(of: item.section) ?? 0) * 100 - item.episode.facts.gravity
        }
        return indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { self[$0] }
    }
}
