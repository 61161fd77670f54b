internal import Alerting
internal import Assessment
internal import Indicators

/// Puts the alerts of a digest into words.
struct DigestEntries: Sendable {
    let words: DigestWords
    let zone: LocalZone
    var limits = DigestLimits.most

    private var phrases: Phrases { words.phrases }

    private func date(_ instant: Instant) -> String { phrases.date(zone.local(instant).date) }

    /// The section, in as many parts as the subscription groups it by; empty where nothing stands in it.
    func sections(_ section: Digest.Section, of digest: Digest) -> [DigestPage.Section] {
        let grouping = digest.subscription.grouping
        // In an urgent mail what was told before is counted only.
        if section == .stillOpen, digest.occasion == .atOnce { return [] }
        let groups = Dictionary(grouping: digest.items(in: section)) { group(of: $0, by: grouping) }
        return groups.sorted { $0.key < $1.key }.map { self.section(section, $1, group: $0.name) }
    }

    private func section(_ section: Digest.Section, _ all: [Digest.Item], group: String?) -> DigestPage.Section {
        // Of what was so before anyone watched each reader has had a mail of its own.
        let opening = section == .stillOpen ? all.filter(\.episode.facts.isOpeningState) : []
        let items = section == .stillOpen ? all.filter { !$0.episode.facts.isOpeningState } : all
        let title = words.heading(section, hasGrey: items.contains { $0.light == .grey })
        // The worst come first, so that these are in full.
        let inFull = section == .stillOpen || section == .edited ? 0 : limits.inFull
        let inOneLine = items.dropFirst(inFull)
        let left = inOneLine.dropFirst(limits.inOneLine).reduce(0) { $0 + $1.weight }
        let count = all.reduce(0) { $0 + $1.weight }
        return DigestPage.Section(
            heading: "\(title)\(group.map { ", \($0)" } ?? "") (\(phrases.count(count)))",
            introduction: introduction(section, items, count: count),
            entries: items.prefix(inFull).map(entry),
            lines: inOneLine.prefix(limits.inOneLine).map(line) + (left > 0 ? [words.andMore(left)] : [])
                + (opening.isEmpty ? [] : [words.openingState(opening)])
        )
    }

    private func introduction(_ section: Digest.Section, _ items: [Digest.Item], count: Int) -> String? {
        switch section {
        case .corrected where items.contains(where: \.beginsByCorrection):
            CorrectionWords(phrases: phrases)
                .begunByCorrection(items.allSatisfy(\.beginsByCorrection), count: items.count)
        case .corrected where !items.allSatisfy(\.isClosed):
            words.corrected(hasEnded: items.contains(where: \.isClosed))
        case .changed where items.contains(where: \.hasBegunAgain): words.begunAgain(count)
        case .new, .worsened, .changed, .eased, .corrected, .resolved, .edited, .stillOpen:
            words.introduction(section, count: count)
        }
    }

    /// The mails that did not arrive, if any.
    func failures(_ failures: [Digest.DeliveryFailure]) -> [DigestPage.Section] {
        guard !failures.isEmpty else { return [] }
        let section = DigestPage.Section(
            heading: "\(words.failuresHeading) (\(failures.count))",
            introduction: words.failuresIntroduction(failures.count),
            lines: failures.map(line)
        )
        return [section]
    }

    private func line(_ failure: Digest.DeliveryFailure) -> String {
        let subject = "“\(failure.subject.oneLine(limit: 160))”"
        let address = failure.address.oneLine(limit: 254)
        let reason = failure.reason.oneLine()
        return words.say(
            "Aan \(address), \(date(failure.at)): \(subject). Reden: \(reason)",
            "To \(address), \(date(failure.at)): \(subject). Reason: \(reason)"
        )
    }

    /// An alert in one line, where it goes without saying since when.
    func openingLine(_ item: Digest.Item) -> String {
        let light = "\(item.light.symbol) \(phrases.light(item.light))"
        if item.fold != .whole { return "\(light): \(FoldWords(phrases: phrases).openingLine(item))" }
        return "\(light): \(item.label): \(item.statement(in: phrases).line)"
    }

    /// An alert in one line, for those that were told before.
    func line(_ item: Digest.Item) -> String {
        if item.fold != .whole { return FoldWords(phrases: phrases).line(item, since: date(item.earliest)) }
        let beside = item.beside.map { "; \(words.beside($0).lowercased()): \(marked($0)): \(what($0, with: item))" }
            .joined()
        if item.section == .edited { return "\(item.label): \(edited(item).line)\(beside)" }
        let since = words.say("sinds", "since") + " " + date(item.episode.openedAt)
        return "\(marked(item)): \(item.label): \(what(item)); \(since)\(beside)"
    }

    /// What is the matter with what stands beside another item: of the same edit only what follows from it.
    private func what(_ item: Digest.Item, with leading: Digest.Item) -> String {
        let edits = EditWords(phrases: phrases)
        guard item.section == .edited, let edit = item.told, let told = leading.told,
            edits.what(edit) == edits.what(told)
        else { return what(item) }
        return edits.effect(edit, item.episode.facts, isOpen: !item.isClosed)
    }

    /// What is the matter, with the parts of it that are told with it.
    private func what(_ item: Digest.Item) -> String {
        if item.section == .edited { return edited(item).line }
        let parts = item.partsOfWhole.isEmpty ? "" : "; \(words.say("ook bij", "also in")) \(self.parts(item))"
        let corrected = item.openCorrection.map {
            CorrectionWords(phrases: phrases).sentence($0, of: item.episode.facts.about) + "; "
        }
        return (corrected ?? "") + item.statement(in: phrases).line + parts
    }

    private func marked(_ item: Digest.Item) -> String { "\(item.light.symbol) \(phrases.light(item.light))" }
}

// MARK: An alert in full
extension DigestEntries {
    private func entry(_ item: Digest.Item) -> DigestPage.Entry {
        if item.fold != .whole { return FoldWords(phrases: phrases).entry(item, since: date(item.earliest)) }
        let facts = item.episode.facts
        let figures = facts.evidence.value.figures(of: facts, in: phrases)
        return DigestPage.Entry(
            light: item.light,
            word: phrases.light(item.light),
            title: item.label,
            verdict: verdict(item),
            facts: figures + corrections(item) + targets(item) + edits(item) + partsOfWhole(item) + besides(item)
                + history(item)
                + beside(item)
                + origin(item)
                + next(facts)
        )
    }

    private func verdict(_ item: Digest.Item) -> String {
        let verdict = item.statement(in: phrases).verdict
        guard item.section == .corrected, let correction = item.openCorrection else { return verdict }
        let facts = item.episode.facts
        guard !facts.about.isMilestone else { return verdict }
        return "\(CorrectionWords(phrases: phrases).lead(correction, facts)) \(verdict)"
    }

    /// Who took back the value that was told, why, and what holds since.
    private func corrections(_ item: Digest.Item) -> [Figure] {
        let facts = item.episode.facts
        let words = CorrectionWords(phrases: phrases)
        if let correction = item.openCorrection { return words.figures(correction, of: facts.about) }
        guard item.section == .corrected, let correction = facts.correction else { return [] }
        return words.figuresOfEnd(correction, of: facts.about)
    }

    /// What else is told of the same series, each in a line.
    private func beside(_ item: Digest.Item) -> [Figure] {
        item.beside.compactMap { other in
            Figure(words.beside(other), "\(marked(other)): \(what(other, with: item))")
        }
    }

    private func edits(_ item: Digest.Item) -> [Figure] {
        item.edit.flatMap { fact("Instellingen", "Settings", EditWords(phrases: phrases).what($0)) } ?? []
    }

    private func partsOfWhole(_ item: Digest.Item) -> [Figure] {
        item.partsOfWhole.isEmpty ? [] : fact("Ook bij", "Also in", parts(item))
    }

    /// What an edit of the configuration changed, all of it since the reader was told last.
    private func edited(_ item: Digest.Item) -> Statement {
        let facts = item.episode.facts
        let edit = item.told ?? JudgementEdit(cause: .edited, wasOpen: true)
        return EditWords(phrases: phrases).statement(of: edit, facts, isOpen: !item.isClosed)
    }

    /// What other rules say of the same series.
    private func besides(_ item: Digest.Item) -> [Figure] {
        let lines = item.parts.filter { $0.alert.rule != item.episode.alert.rule }
            .map { Digest.Item(section: item.section, episode: $0).statement(in: phrases).line }
        return lines.isEmpty ? [] : fact("Ook", "Also", phrases.list(lines))
    }

    /// The parts of the whole that deviate in the same way: the first by name, and how many more.
    private func parts(_ item: Digest.Item) -> String {
        let named = item.partsOfWhole.prefix(Self.mostPartsNamed).map {
            Digest.Item(section: item.section, episode: $0).part
        }
        let left = item.partsOfWhole.count - named.count
        return phrases.list(named.map { String($0.drop { ", ".contains($0) }) } + (left > 0 ? [words.more(left)] : []))
    }

    private static let mostPartsNamed = 5

    private func fact(_ dutch: String, _ english: String, _ value: String?) -> [Figure] {
        Figure(words.say(dutch, english), value).map { [$0] } ?? []
    }

    private func targets(_ item: Digest.Item) -> [Figure] {
        let facts = item.episode.facts
        let comparisons = facts.evidence.value.comparisons
        let told = comparisons.told + comparisons.metBeside
        // The dates of a milestone, a budget and an end stand among the figures.
        guard facts.evidence.value.tellsValue else {
            // The goals that name the target, where there are any: `2025-1.2`.
            return fact("Doel", "Goal", phrases.list(told.compactMap(\.goal).map { $0.oneLine(limit: 40) }))
        }
        return told.flatMap { fact("Streefwaarde", "Target", text(of: $0, in: facts)) }
    }

    /// `< 108 per 1000 in 2026 (doel 6N-2): nog te halen`.
    private func text(of target: TargetComparison, in facts: FindingFacts) -> String {
        let bound = target.bound?.written(unit: facts.about.unit).oneLine(limit: 80) ?? ""
        let track = target.goal.map { words.say("doel", "goal") + " " + $0.oneLine(limit: 40) }
        let notation = target.isRelative ? ", \(target.notation.oneLine(limit: 80))" : ""
        let condition = target.footnote.map { ", \($0.oneLine(limit: 160))" } ?? ""
        let period = target.namedPeriod.map { " in \(phrases.period($0))" } ?? ""
        // Whether the target is met is not known where the indicator is no longer watched, or the value is taken back.
        let isUnknown = facts.lapse == .withdrawn || facts.lapse == .valueWithdrawn
        let standing = isUnknown ? nil : phrases.standing(target, unit: facts.about.unit)
        return "\(bound)\(period) (\(track ?? words.say("jaarpad", "yearly path"))\(notation)\(condition))"
            + (standing.map { ": \($0)" } ?? "")
    }

    /// Since when, and what was told before.
    private func history(_ item: Digest.Item) -> [Figure] {
        let episode = item.episode
        let opened = date(episode.openedAt)
        let repeated = episode.number > 1 ? " (\(words.repetition(episode.number)))" : ""
        guard item.isClosed, let closedAt = episode.closedAt else {
            return fact("Sinds", "Since", opened + later(item.section) + repeated)
        }
        let closed = date(closedAt)
        return fact(
            "Melding",
            "Alert",
            words.say("geopend op \(opened), gesloten op \(closed)", "opened on \(opened), closed on \(closed)")
                + repeated
        )
    }

    private func later(_ section: Digest.Section) -> String {
        switch section {
        case .worsened: words.say("; daarna erger geworden", "; worsened since")
        case .eased: words.say("; daarna minder erg geworden", "; improved since")
        case .new, .changed, .corrected, .resolved, .edited, .stillOpen: ""
        }
    }

    private func origin(_ item: Digest.Item) -> [Figure] {
        let about = item.episode.facts.about
        return fact("Toelichting", "Note", item.episode.facts.value?.note?.oneLine(limit: 500))
            + fact("Gebied", "Area", about.areaName.oneLine(limit: 120))
            + fact("Onderdeel", "Part of", part(about))
            + fact("Laag", "Layer", words.layer(about))
            + fact("Bron", "Source", about.source?.oneLine())
            + fact("Eigenaar", "Owner", about.owner?.oneLine(limit: 120))
    }

    private func part(_ about: IndicatorFacts) -> String {
        let id = about.package.oneLine(limit: 60)
        let title = about.packageTitle.oneLine(limit: 160)
        let named = title.utf8.starts(with: id.utf8) ? title : "\(id) \(title)"
        return "\(about.programmeTitle.oneLine(limit: 160)), \(words.say("pakket", "package")) \(named)"
    }

    private func next(_ facts: FindingFacts) -> [Figure] {
        guard facts.lapse != .withdrawn, let next = facts.next else { return [] }
        let day = phrases.date(next.date)
        let isReport = facts.about.isMilestone
        return fact(
            isReport ? "Volgend bericht" : "Volgende waarde",
            isReport ? "Next report" : "Next value",
            "\(words.say("over", "for")) \(phrases.period(next.period))\(words.say(", uiterlijk \(day)", ", due by \(day)"))"
        )
    }
}

extension Digest.Item {
    /// The edit that is told with it.
    fileprivate var told: JudgementEdit? { edit ?? (section == .edited ? episode.facts.edit : nil) }

    /// Whether an earlier alert of the same kind has ended, and this one began since.
    fileprivate var hasBegunAgain: Bool {
        beside.contains { $0.isClosed && $0.episode.alert == episode.alert && $0.episode.number < episode.number }
    }

    /// The parts of which the same rule finds the same.
    fileprivate var partsOfWhole: [Episode] { parts.filter { $0.alert.rule == episode.alert.rule } }
}
