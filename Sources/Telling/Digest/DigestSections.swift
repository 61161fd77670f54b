internal import Alerting
internal import Assessment
internal import Indicators

/// Puts the alerts of a digest under headings, in the order in which its reader wants them.
struct DigestSections: Sendable {
    let digest: Digest
    let entries: DigestEntries

    private var words: DigestWords { entries.words }
    private var limits: DigestLimits { entries.limits }

    /// All of them; a heading under which nothing stands is left out.
    var all: [DigestPage.Section] {
        DigestPlace.allCases.flatMap(sections) + failures
    }

    private func sections(_ place: DigestPlace) -> [DigestPage.Section] {
        let items = digest.items(at: place).filter(isTold)
        guard !items.isEmpty else { return [] }
        switch place {
        case .late: return [late(items)]
        case .open: return [open(items)]
        case .attention, .corrected, .changed, .edited, .good, .closed:
            let groups = Dictionary(grouping: items) { entries.group(of: $0, by: digest.subscription.grouping) }
            return groups.sorted { $0.key < $1.key }.map { section(place, $1, group: $0.name) }
        }
    }

    /// In an urgent mail what was told before is counted only.
    private func isTold(_ item: Digest.Item) -> Bool { digest.occasion != .atOnce || item.section != .stillOpen }

    private func heading(_ place: DigestPlace, _ items: [Digest.Item], group: String? = nil) -> String {
        let count = items.reduce(0) { $0 + $1.weight }
        return "\(words.heading(place, items))\(group.map { ", \($0)" } ?? "") (\(words.phrases.count(count)))"
    }

    private func section(_ place: DigestPlace, _ items: [Digest.Item], group: String?) -> DigestPage.Section {
        let hasCards = place == .attention || place == .corrected
        // The worst come first, so that these are in full.
        let inFull = items.prefix(hasCards ? limits.inFull : 0)
        let inOneLine = items.dropFirst(inFull.count)
        let left = inOneLine.dropFirst(limits.inOneLine).reduce(0) { $0 + $1.weight }
        let haveEnded = items.contains(where: \.isClosed)
        return DigestPage.Section(
            heading: heading(place, items, group: group),
            introduction: introduction(place, items),
            entries: inFull.map { entries.card($0, in: digest) },
            lines: inOneLine.prefix(limits.inOneLine).map { entries.line($0, in: digest) }
                + (left > 0 ? [words.andMore(left, on: entries.alerts, haveEnded: haveEnded)] : [])
        )
    }

    private func introduction(_ place: DigestPlace, _ items: [Digest.Item]) -> String? {
        switch place {
        case .corrected where items.contains(where: \.beginsByCorrection):
            CorrectionWords(phrases: words.phrases)
                .begunByCorrection(items.allSatisfy(\.beginsByCorrection), count: items.count)
        case .corrected where !items.allSatisfy(\.isClosed):
            words.corrected(hasEnded: items.contains(where: \.isClosed))
        case .attention, .corrected, .changed, .edited, .late, .good, .closed, .open:
            words.introduction(place, count: items.reduce(0) { $0 + $1.weight })
        }
    }

    // MARK: What is late

    private func late(_ items: [Digest.Item]) -> DigestPage.Section {
        let lines = DigestLate(phrases: words.phrases).lines(of: items)
        let left = lines.dropFirst(limits.inOneLine).reduce(0) { $0 + $1.count }
        return DigestPage.Section(
            heading: heading(.late, items),
            introduction: nil,
            lines: lines.prefix(limits.inOneLine).map(\.text)
                + (left > 0 ? [words.andMore(left, on: entries.alerts)] : [])
        )
    }

    // MARK: What is still open

    private func open(_ items: [Digest.Item]) -> DigestPage.Section {
        // Of what was so before anyone watched each reader has had a mail of its own; only what is red is named again.
        let opening = items.filter { $0.episode.facts.isOpeningState && !$0.isRed }
        let named = items.filter { !$0.episode.facts.isOpeningState || $0.isRed }
        let left = named.dropFirst(limits.rows).reduce(0) { $0 + $1.weight }
        return DigestPage.Section(
            heading: heading(.open, items),
            introduction: words.introduction(.open, count: items.reduce(0) { $0 + $1.weight }),
            rows: DigestRows(entries: entries).groups(of: Array(named.prefix(limits.rows)), in: digest),
            lines: (left > 0 ? [words.andMore(left, on: entries.alerts)] : [])
                + (opening.isEmpty ? [] : [words.openingState(opening)])
        )
    }

    // MARK: Mails that did not arrive

    private var failures: [DigestPage.Section] {
        guard !digest.failures.isEmpty else { return [] }
        let left = digest.failures.dropFirst(limits.inOneLine).count
        let section = DigestPage.Section(
            heading: "\(words.failuresHeading) (\(digest.failures.count))",
            introduction: words.failuresIntroduction(digest.failures.count),
            lines: digest.failures.prefix(limits.inOneLine).map(entries.line) + (left > 0 ? [words.more(left)] : [])
        )
        return [section]
    }
}

extension Digest.Item {
    /// Whether what was edited are targets, and nothing else.
    var isEditOfTargets: Bool {
        guard let edit = told, edit.cause == .edited, !edit.changes.isEmpty else { return false }
        return edit.changes.allSatisfy { change in
            if case .target = change { true } else { false }
        }
    }
}
