internal import Alerting
internal import Assessment
internal import Indicators

// MARK: An alert in full
extension DigestEntries {
    /// An alert in a card: in full where it is news, short where it was told before.
    func card(_ item: Digest.Item, in digest: Digest) -> DigestPage.Entry {
        if item.fold != .whole {
            return FoldWords(phrases: phrases, alerts: alerts).entry(item, since: date(item.earliest))
        }
        var entry = item.isReminder ? reminder(item) : full(item, digest.context)
        entry.takeUp = digest.context.takeUp[item.episode.id].flatMap { sender?.link(to: .takeUp($0)) }
        return entry
    }

    private func full(_ item: Digest.Item, _ context: DigestContext) -> DigestPage.Entry {
        let (facts, earlier) = (item.episode.facts, context.earlier[item.episode.alert.series])
        let figures = facts.evidence.value.figures(of: facts, in: phrases)
        return DigestPage.Entry(
            series: item.episode.alert.series,
            light: item.light,
            word: words.light(item),
            title: item.label,
            verdict: verdict(item),
            measure: measure(item, earlier),
            facts: figures.dropFirst() + corrections(item) + targets(item) + edits(item) + partsOfWhole(item)
                + besides(item) + history(item) + beside(item) + toldAgain(item) + handling(item) + origin(item)
                + next(item, context),
            link: link(to: item)
        )
    }

    /// The page of all open alerts; `nil` where mails name no page.
    var alerts: String? { sender?.link(to: .alerts()) }

    /// The page of the indicator; what stands for several alerts has none of its own.
    func link(to item: Digest.Item) -> String? {
        guard item.fold == .whole else { return nil }
        let series = item.episode.alert.series
        return sender?.link(
            to: .indicator(
                programme: item.episode.facts.about.programme,
                series.indicator,
                area: series.area,
                breakdown: series.breakdown == .total ? nil : series.breakdown
            )
        )
    }

    /// What was told in full in an earlier mail is not told so again: how it stands, since when, and who is to act.
    private func reminder(_ item: Digest.Item) -> DigestPage.Entry {
        let owner = item.episode.facts.about.owner?.oneLine(limit: 120)
        return DigestPage.Entry(
            series: nil,
            light: item.light,
            word: words.light(item),
            title: item.label,
            verdict: words.say("Stond al open: \(what(item)).", "Open already: \(what(item))."),
            measure: nil,
            facts: fact("Sinds", "Since", since(item)) + beside(item) + fact("Portefeuillehouder", "Owner", owner)
                + handling(item),
            link: link(to: item)
        )
    }

    /// Why it is told again, where people left it.
    private func toldAgain(_ item: Digest.Item) -> [Figure] {
        let reminder = item.reminder?.reminder.map { HandlingWords.sentence(of: $0, in: phrases) }
        return fact("Herinnering", "Reminder", reminder)
    }

    private func handling(_ item: Digest.Item) -> [Figure] {
        guard !item.isClosed, !item.episode.facts.isHidden, !item.isLate else { return [] }
        return DigestHandling(phrases: phrases, zone: zone).figures(of: item.episode)
    }

    /// What is the matter or how it ended; of a correction what was taken back first.
    func verdict(_ item: Digest.Item) -> String {
        let verdict = item.statement(in: phrases).verdict
        guard item.section == .corrected, let correction = item.openCorrection else { return verdict }
        let facts = item.episode.facts
        guard !facts.about.isMilestone else { return verdict }
        return "\(CorrectionWords(phrases: phrases).lead(correction, facts)) \(verdict)"
    }

    /// Who took back the value that was told, why, and what holds since.
    func corrections(_ item: Digest.Item) -> [Figure] {
        let facts = item.episode.facts
        let words = CorrectionWords(phrases: phrases)
        if let correction = item.openCorrection { return words.figures(correction, of: facts.about) }
        guard item.section == .corrected, let correction = facts.correction else { return [] }
        return [words.figureOfOrder(correction)].compactMap(\.self) + afterEnd(item)
    }

    /// What holds since the value of an alert was taken back that has ended by that, and when its reader was told that value.
    func afterEnd(_ item: Digest.Item) -> [Figure] {
        let facts = item.episode.facts
        guard item.isClosed, item.section == .corrected, let correction = facts.correction else { return [] }
        return [CorrectionWords(phrases: phrases).figureOfNow(correction, of: facts.about)]
            + fact("Gemeld", "Told", item.toldAt.map(toldOn))
    }

    /// `in de mail van 1 april 2027`.
    private func toldOn(_ moment: Instant) -> String {
        words.say("in de mail van ", "in the mail of ") + date(moment)
    }

    /// What else is told of the same series, each in a line.
    private func beside(_ item: Digest.Item) -> [Figure] {
        item.beside.compactMap { other in
            Figure(words.beside(other), "\(besideMark(other))\(what(other, with: item))")
        }
    }

    private func edits(_ item: Digest.Item) -> [Figure] {
        item.edit.flatMap { fact("Instellingen", "Settings", EditWords(phrases: phrases).what($0)) } ?? []
    }

    private func partsOfWhole(_ item: Digest.Item) -> [Figure] {
        item.partsOfWhole.isEmpty ? [] : fact("Ook bij", "Also in", parts(item))
    }

    /// What an edit of the configuration changed, all of it since the reader was told last.
    func edited(_ item: Digest.Item) -> Statement {
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
    func parts(_ item: Digest.Item) -> String {
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

    /// Each target that it is about, with how the value stands to it.
    func targets(_ item: Digest.Item) -> [Figure] {
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

    /// Since when by what was measured; where that says nothing, since it was told.
    func since(_ item: Digest.Item) -> String {
        let (episode, facts) = (item.episode, item.episode.facts)
        let opening = facts.isOpeningState ? " (\(phrases.openingState))" : ""
        guard item.fold == .whole, facts.value != nil, facts.evidence.value.tellsValue, facts.edit == nil,
            let period = facts.beganIn
        else { return date(item.fold == .whole ? episode.openedAt : item.earliest) + opening }
        return words.say("de meting over ", "the value for ") + phrases.period(period) + opening
    }

    /// Since when, and how often it was so before.
    func history(_ item: Digest.Item) -> [Figure] {
        let episode = item.episode
        let opened = date(episode.openedAt)
        let repeated = episode.number > 1 ? " (\(words.repetition(episode.number)))" : ""
        guard item.isClosed, let closedAt = episode.closedAt else {
            let since = since(item)
            let told = since.hasPrefix(opened) ? "" : words.say("; melding van \(opened)", "; alert of \(opened)")
            return fact("Sinds", "Since", since + told + repeated)
                + fact("Verandering", "Change", words.course(item)?.capitalisedFirst)
        }
        let closed = date(closedAt)
        return fact(
            "Melding",
            "Alert",
            words.say("geopend op \(opened), gesloten op \(closed)", "opened on \(opened), closed on \(closed)")
                + repeated
        )
    }

    private func origin(_ item: Digest.Item) -> [Figure] {
        let about = item.episode.facts.about
        return fact("Toelichting", "Note", item.episode.facts.value?.note?.oneLine(limit: 500))
            + fact("Portefeuillehouder", "Owner", about.owner?.oneLine(limit: 120))
            + fact("Onderdeel", "Part of", "\(about.areaName.oneLine(limit: 120)), \(part(about))")
            + fact("Laag", "Layer", words.layer(about))
            + fact("Bron", "Source", about.source?.oneLine())
    }

    private func part(_ about: IndicatorFacts) -> String {
        let id = about.package.oneLine(limit: 60)
        let title = about.packageTitle.oneLine(limit: 160)
        let named = title.utf8.starts(with: id.utf8) ? title : "\(id) \(title)"
        return "\(about.programmeTitle.oneLine(limit: 160)), \(words.say("pakket", "package")) \(named)"
    }

    /// What is awaited now, where that was looked up; else what was awaited when it was judged last.
    private func next(_ item: Digest.Item, _ context: DigestContext) -> [Figure] {
        let facts = item.episode.facts
        let awaited = context.awaited[item.episode.alert.series] ?? facts.next
        guard facts.lapse != .withdrawn, let next = awaited else { return [] }
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
    var told: JudgementEdit? { edit ?? (section == .edited ? episode.facts.edit : nil) }

    /// Whether an earlier alert of the same kind has ended, and this one began since.
    var hasBegunAgain: Bool {
        beside.contains { $0.isClosed && $0.episode.alert == episode.alert && $0.episode.number < episode.number }
    }

    /// The parts of which the same rule finds the same.
    var partsOfWhole: [Episode] { parts.filter { $0.alert.rule == episode.alert.rule } }
}
