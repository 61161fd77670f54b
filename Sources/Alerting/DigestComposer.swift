internal import Assessment
package import Indicators

/// Puts the notices of one recipient together.
package enum DigestComposer {
    /// The digest of some notices.
    ///
    /// Several notices of one episode become one item: what counts is how it stands now. A problem that came and went
    /// before the mail is not told: whoever has not heard of a problem has nothing to hear of its end.
    ///
    /// - Parameters:
    ///   - subscription: who is told.
    ///   - occasion: why now.
    ///   - notices: what has to be told, in the order in which it happened.
    ///   - held: what a silence holds back now: an alert whose beginning is among it is not told as still open either.
    ///   - open: the open episodes within the subscription's scope, listed as still open where they are not news.
    ///   - failures: mails that could not be delivered since the last digest.
    ///   - rest: what is told as a number with the notices.
    ///   - before: what the reader was told last, and what holds since.
    ///   - disclosure: what of it may be told.
    ///   - now: the moment that the mail carries.
    /// - Returns: the digest; without items where there is nothing to tell.
    package static func compose(
        for subscription: Subscription,
        occasion: Digest.Occasion,
        notices: [Notice],
        held: [Notice] = [],
        open: [Episode],
        failures: [Digest.DeliveryFailure] = [],
        rest: OpeningSelection.Rest = .none,
        before: ToldBefore = .unknown,
        by disclosure: Disclosure,
        at now: Instant
    ) -> Digest {
        let net = NetNotices(
            notices.map { $0.told(by: disclosure) },
            open: open.map { $0.told(by: disclosure) },
            before: before
        )
        let current = Dictionary(net.open.map { ($0.run, $0) }) { first, _ in first }
        let timely = net.notices.filter { notice in
            !(current[notice.episode.run].map { notice.isOvertaken(by: $0.handling) } ?? false)
        }
        let groups = Dictionary(grouping: timely, by: \.episode.run)
        let news = groups.compactMap { item($1, current: current[$0])?.dated(by: before) }
        let told = Set(news.map(\.episode.run))
        let unheard = Set(held.filter(\.isFirst).map(\.episode.run))
        let known = net.open.filter { !told.contains($0.run) && !unheard.contains($0.run) }
            .map { Digest.Item(section: .stillOpen, episode: $0) }
        let items = DigestFolding.folded(withPartsInWholes(news + known), rest: rest)
        let said = groups.filter { told.contains($0.key) }
        let retold = news.filter { before.inForce[$0.episode.alert.series] != nil }.map { item in
            (said[item.episode.run]?.last?.event, item.episode.facts)
        }
        return Digest(
            subscription: subscription,
            occasion: occasion,
            composedAt: now,
            items: items.sorted(by: precedes),
            failures: failures,
            retelling: Retelling(
                overtaken: Set(notices.compactMap(\.event)).subtracting(said.values.joined().compactMap(\.event)),
                facts: Dictionary(retold.compactMap { event, facts in event.map { ($0, facts) } }) { first, _ in first }
            )
        )
    }

    /// Puts open alerts that are part of a larger one with that one, where it is told the same of both or the part is no
    /// news.
    private static func withPartsInWholes(_ items: [Digest.Item]) -> [Digest.Item] {
        let open = items.filter { $0.episode.closedAt == nil }
        let inhibition = Inhibition(open: open.map(\.episode))
        let sections = Dictionary(open.map { ($0.episode.run, $0.section) }) { first, _ in first }
        var parts: [Episode.Run: [Episode]] = [:]
        var folded: Set<Episode.Run> = []
        for item in open {
            guard let whole = inhibition.speaker(for: item.episode),
                item.section == .stillOpen || item.section == sections[whole.run]
            else { continue }
            parts[whole.run, default: []].append(item.episode)
            folded.insert(item.episode.run)
        }
        return items.filter { !folded.contains($0.episode.run) }.map { item in
            let own = (parts[item.episode.run] ?? []).sorted { $0.alert < $1.alert }
            var whole = Digest.Item(
                section: item.section,
                episode: item.episode,
                parts: own,
                edit: item.edit,
                reminder: item.reminder
            )
            whole.toldAt = item.toldAt
            return whole
        }
    }

    private static func item(_ notices: [Notice], current: Episode?) -> Digest.Item? {
        guard let last = notices.last else { return nil }
        // Whoever has not heard of its beginning, has nothing to hear of its end, by a value or by an edit.
        let isFirst = notices.contains(where: \.isFirst)
        if last.episode.closedAt != nil, isFirst || last.episode.facts.evidence.value.goesOnElsewhere { return nil }
        let edits = notices.compactMap { $0.kind == .targetChanged ? $0.episode.facts.edit : nil }
        let edit = edits.dropFirst().reduce(edits.first) { $0?.followed(by: $1) }
        let news = notices.filter { $0.kind != .targetChanged }
        let episode = (current ?? last.episode).telling(notices.last { $0.kind == .corrected })
            .toldThrough(notices.compactMap(\.addedTo).min { $0.end < $1.end })
        // What was told again is told by what happened besides, where something did.
        guard let end = news.last(where: { $0.kind != .reminded }) ?? news.last,
            last.kind != .targetChanged || episode.closedAt == nil
        else {
            // What was edited and edited back is nothing to tell to whoever heard of neither.
            if let edit, edit.isUndone, edit.wasOpen == (episode.closedAt == nil) { return nil }
            return Digest.Item(section: .edited, episode: episode, edit: edit)
        }
        return Digest.Item(
            section: section(isFirst: isFirst, last: end.kind, of: episode.facts),
            episode: episode,
            edit: edit,
            // Of what has ended there is nothing left to do.
            reminder: episode.closedAt == nil ? news.last { $0.note?.reminder != nil }?.note : nil
        )
    }

    private static func section(isFirst: Bool, last: AlertEventKind, of facts: FindingFacts) -> Digest.Section {
        switch last {
        case .resolved: .resolved
        case .corrected: .corrected
        // What began since a value was taken back is no new figure.
        case _ where isFirst: facts.correction?.beginsAlert == true ? .corrected : .new
        case .worsened: .worsened
        case .eased: .eased
        case .escalated, .relaxed, .changed: .changed
        case .opened, .released: .new
        case .targetChanged: .edited
        // What people did is told of nobody apart.
        case .reminded, .acknowledged, .silenced, .explained: .reminded
        }
    }

    private static func precedes(_ left: Digest.Item, _ right: Digest.Item) -> Bool {
        guard rank(left) == rank(right) else { return rank(left) < rank(right) }
        guard left.episode.alert == right.episode.alert else { return left.episode.alert < right.episode.alert }
        return left.episode.number < right.episode.number
    }

    private static func rank(_ item: Digest.Item) -> Int {
        let section = Digest.Section.allCases.firstIndex(of: item.section) ?? 0
        return section * 100 - item.episode.facts.gravity
    }
}

extension Digest.Item {
    /// The item with the day on which its reader was told what it says was taken back.
    fileprivate func dated(by before: ToldBefore) -> Self {
        guard section == .corrected, episode.facts.lapse == .valueWithdrawn else { return self }
        var item = self
        item.toldAt = before.alerts[episode.alert]?.at
        return item
    }
}

extension Episode {
    /// The episode with what was put right of it, where something newer is told of it by now.
    fileprivate func telling(_ corrected: Notice?) -> Episode {
        guard facts.correction == nil, let correction = corrected?.episode.facts.correction else { return self }
        var episode = self
        episode.facts.correction = correction
        return episode
    }
}

extension Episode {
    /// The episode as its reader knows it: several missing periods may have been added since the last mail.
    fileprivate func toldThrough(_ period: Period?) -> Episode {
        guard let period else { return self }
        var episode = self
        episode.facts.toldThrough = period
        return episode
    }
}

extension Notice {
    /// The last missing period that was known, where it tells of one more.
    fileprivate var addedTo: Period? { kind == .escalated ? episode.facts.toldThrough : nil }

    /// Whether it is told again for want of what somebody has done since.
    fileprivate func isOvertaken(by handling: Handling) -> Bool {
        switch note?.reminder {
        case .unexplained?: handling.explanation.missing.isEmpty
        case .acknowledgementEnded?: handling.acknowledgement != nil
        case .silenceEnded?, .escalation?, nil: false
        }
    }

    /// Whether the reader has not heard of the alert before.
    fileprivate var isFirst: Bool {
        switch kind {
        case .opened, .released: true
        // An edit that began it: one that reopened it is of another moment.
        case .targetChanged: episode.openedAt == at && episode.facts.edit.map { !$0.wasOpen } ?? false
        case .worsened, .eased, .escalated, .relaxed, .changed, .corrected, .resolved, .acknowledged, .silenced,
            .reminded, .explained:
            false
        }
    }
}
