internal import Feeds
internal import Indicators

/// What the feeds say of the indicators that they bring: who supplies them, and by when.
struct FeedDeliveries {
    private let feeds: [IndicatorID: [FeedReader.Draft]]

    init(_ feeds: [FeedReader.Draft] = []) {
        let pairs = feeds.flatMap { feed in Set(feed.indicators.map(\.value)).map { ($0, feed) } }
        self.feeds = Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    /// Who supplies an indicator, by the first feed that says so.
    func supplier(of id: IndicatorID) -> String? {
        feeds[id]?.lazy.compactMap { $0.profile.value.supplier?.name }.first
    }

    /// By when its values are due, and who has to send them, where a feed of its own kind of period says so.
    ///
    /// A file of every month says nothing of when the value of a year is there.
    func due(of id: IndicatorID, _ kind: PeriodKind) -> (cadence: Cadence, supplier: String?)? {
        timed(id).first { $0.due.kind == kind }.map { ($0.due, $0.feed.profile.value.supplier?.name) }
    }

    /// Sees to it that an indicator which does not say by when its values are due has one feed that does, or several that
    /// say the same.
    func check(_ id: IndicatorID, _ kind: PeriodKind, at place: Place, in faults: FaultList) {
        let all = timed(id)
        let own = all.filter { $0.due.kind == kind }
        if own.isEmpty {
            let other = all.first.map { feed in
                "; the feed \(quoted(feed.feed.profile.value.name)) that brings it says it for each \(feed.due.kind.rawValue), "
                    + "and it has values for each \(kind.rawValue)"
            }
            faults.add(
                "an indicator has no 'due'\(other ?? ", and no feed that brings it says one"); add it: "
                    + ReferenceSection.dueMeaning,
                at: place
            )
        }
        guard let first = own.first, let second = own.first(where: { $0.due.due != first.due.due }) else { return }
        let names = [first, second].map { quoted($0.feed.profile.value.name) }.joined(separator: " and ")
        faults.add("an indicator has no 'due', and the feeds \(names) do not say the same; add it", at: place)
    }

    /// The feeds that bring an indicator and say by when.
    private func timed(_ id: IndicatorID) -> [(feed: FeedReader.Draft, due: Cadence)] {
        (feeds[id] ?? []).compactMap { feed in feed.due.map { (feed, $0) } }
    }
}
