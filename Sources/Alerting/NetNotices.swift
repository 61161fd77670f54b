internal import Assessment
internal import Indicators

/// The notices of one reader without the steps between what was told last and what holds now.
///
/// Whoever was told a value hears once that it does not hold, and what does; who was not, hears nothing of it; and where all
/// is as it was told, nothing is told.
struct NetNotices {
    /// In the order in which they happened.
    private(set) var notices: [Notice] = []
    /// The open episodes, told by what this reader knows.
    private(set) var open: [Episode]
    private let before: ToldBefore

    init(_ notices: [Notice], open: [Episode], before: ToldBefore) {
        self.open = open
        self.before = before
        guard !before.asked.isEmpty else {
            self.notices = notices
            return
        }
        let known = notices.filter { before.asked.contains($0.episode.alert) }
        let asked = Dictionary(grouping: known, by: \.episode.alert)
        let places = Dictionary(open.indices.map { (open[$0].alert, $0) }) { first, _ in first }
        var left = notices.filter { !before.asked.contains($0.episode.alert) }
        for (alert, own) in asked.sorted(by: { $0.key < $1.key }) { left += net(own, of: alert, place: places[alert]) }
        self.notices = left.enumerated()
            .sorted { ($0.element.event ?? .max, $0.offset) < ($1.element.event ?? .max, $1.offset) }
            .map(\.element)
    }

    /// What is left to tell of one alert.
    private mutating func net(_ own: [Notice], of alert: AlertKey, place: Int?) -> [Notice] {
        let standing = place.map { open[$0] } ?? own.last.map(\.episode).flatMap { $0.closedAt == nil ? $0 : nil }
        guard let told = before.alerts[alert] else {
            // Of what ended before anybody heard of it there is nothing to put right.
            return own.filter { $0.episode.run == standing?.run || !$0.episode.facts.tellsOneValue }
        }
        guard told.facts.tellsOneValue, !told.facts.rests, own.allSatisfy({ !$0.episode.facts.isHidden }) else {
            return own
        }
        if let standing, !told.isClosed, standing.facts.says(told.facts) {
            return own.filter { $0.episode.run == standing.run && $0.isNoneOfValues }
        }
        guard let history = before.inForce[alert.series] else { return own }
        // That no value holds was told already.
        guard let statement = told.facts.stated, let period = statement.period, let value = statement.value else {
            return own.filter { $0.episode.run == standing?.run }
        }
        let change = Change(
            told: told,
            amount: value.amount,
            period: period,
            holds: history.observation(of: period),
            order: history.withdrawn[period]?.order
        )
        guard let standing else { return change.end(among: own, alert, history) }
        if let place { open[place] = change.seen(standing) }
        return change.others(among: own, besides: standing)
    }
}

extension NetNotices {
    /// What became of the value that a reader was told.
    private struct Change {
        let told: ToldBefore.Alert
        let amount: ExactDecimal
        let period: Period
        /// What holds of its period now.
        let holds: RecordedObservation?
        /// Who took it back, as far as the values in force say so.
        let order: Withdrawal?

        private var isInForce: Bool { holds?.value == amount }

        /// What is told where no episode is open: how it ended, or that what was told of its end does not hold.
        func end(among own: [Notice], _ alert: AlertKey, _ history: SeriesHistory) -> [Notice] {
            let edits = own.filter { $0.isNoneOfValues && $0.episode.number == told.number }
            guard !isInForce else {
                guard !told.isClosed else { return edits }
                let ends = own.filter { $0.kind == .resolved }
                let end = ends.last { $0.episode.facts.holds(in: history) } ?? ends.last
                return end.map { edits + [relabelled($0, $0.episode.facts.refreshed(by: history))] } ?? own
            }
            let last = own.last { $0.kind == .corrected && $0.episode.closedAt != nil }
            guard let last else { return own }
            return edits + [relabelled(last, corrected(last.episode.facts, own))]
        }

        /// What is told beside an episode that is open: that the value which was told does not hold.
        func others(among own: [Notice], besides standing: Episode) -> [Notice] {
            let all = own.filter { $0.episode.run == standing.run }.map { notice in
                Notice(notice, of: notice.episode.closedAt == nil ? seen(notice.episode) : notice.episode)
            }
            // What is as it was told is put right by nothing.
            let news = all.filter { !isInForce || $0.kind != .corrected }
            let open = news.isEmpty ? all : news
            guard !isInForce, standing.number != told.number,
                let last = own.last(where: { $0.kind == .corrected && $0.episode.number == told.number }),
                // Of a value that was revised and deviates again only that is told.
                last.episode.facts.lapse != .revised || standing.facts.period != period
            else { return open }
            return [relabelled(last, corrected(last.episode.facts, own))] + open
        }

        /// An open episode with what was put right of it, as far as that is about the value that was told.
        func seen(_ episode: Episode) -> Episode {
            guard let correction = episode.facts.correction else { return episode }
            var seen = episode
            seen.facts.correction = isInForce ? nil : correction.told(of: amount, period: period, holds: holds)
            return seen
        }

        /// The facts of an end by what the reader was told: that it was taken back, or which value it was revised to.
        private func corrected(_ facts: FindingFacts, _ own: [Notice]) -> FindingFacts {
            var corrected = facts
            let correction = own.last { $0.episode.facts.correction != nil }?.episode.facts.correction
            if let holds, facts.lapse == .revised {
                corrected.period = period
                corrected.value?.amount = holds.value
                corrected.value?.revision = holds.revision
                return corrected
            }
            corrected.lapse = .valueWithdrawn
            corrected.period = period
            corrected.value = FindingFacts.Value(
                amount: amount,
                isProvisional: told.facts.value?.isProvisional ?? false,
                revision: told.facts.value?.revision ?? 1
            )
            let plain = ValueCorrection(of: amount, period: period, severity: told.facts.severity, by: order)
            let known = order == nil ? correction ?? plain : plain
            corrected.correction = known.told(of: amount, period: period, holds: holds)
            return corrected
        }

        /// A notice as one of the episode that the reader knows.
        private func relabelled(_ notice: Notice, _ facts: FindingFacts) -> Notice {
            let episode = notice.episode
            let known = Episode(
                alert: episode.alert,
                number: told.number,
                openedAt: episode.openedAt,
                closedAt: episode.closedAt,
                facts: facts,
                handling: episode.handling
            )
            return Notice(notice, of: known)
        }
    }
}

extension Notice {
    /// Whether it tells of an edit, or is told again: not of what was measured.
    fileprivate var isNoneOfValues: Bool { kind == .targetChanged || kind == .reminded }

    /// The same change, of the episode as it is told.
    fileprivate init(_ notice: Notice, of episode: Episode) {
        self.init(
            subscription: notice.subscription,
            kind: notice.kind,
            episode: episode,
            at: notice.at,
            isUrgent: notice.isUrgent,
            event: notice.event,
            note: notice.note
        )
    }
}

extension FindingFacts {
    /// Whether they tell of one measured value.
    fileprivate var tellsOneValue: Bool {
        !about.isMilestone && !isHidden && evidence.value.tellsValue && evidence.of(OverdueEvidence.self) == nil
    }

    /// Whether an open alert is as it was told.
    fileprivate func says(_ told: FindingFacts) -> Bool {
        value?.amount == told.value?.amount && period == told.period && severity == told.severity
            && reason == told.reason
    }

    fileprivate func holds(in history: SeriesHistory) -> Bool {
        guard let value, let period else { return true }
        return history.observation(of: period)?.value == value.amount
    }

    /// With the value that holds of their period now.
    fileprivate func refreshed(by history: SeriesHistory) -> FindingFacts {
        guard value != nil, let holds = period.flatMap(history.observation) else { return self }
        var facts = self
        facts.value?.amount = holds.value
        facts.value?.revision = holds.revision
        return facts
    }
}
