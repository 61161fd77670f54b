internal import Alerting
internal import Assessment
internal import Indicators

/// Puts the alerts of a digest into words.
struct DigestEntries: Sendable {
    let words: DigestWords
    let dates: DateWords

    private var kinds: KindWords { KindWords(words: words, dates: dates) }

    /// The section, in as many parts as the subscription groups it by; empty where nothing stands in it.
    func sections(_ section: Digest.Section, of digest: Digest) -> [DigestPage.Section] {
        let grouping = digest.subscription.grouping
        var groups: [(key: String?, items: [Digest.Item])] = []
        for item in digest.items(in: section) {
            let key = words.group(item.episode.facts, by: grouping)
            if let index = groups.firstIndex(where: { $0.key == key }) {
                groups[index].items.append(item)
            } else {
                groups.append((key, [item]))
            }
        }
        return groups.sorted { ($0.key ?? "~") < ($1.key ?? "~") }.map {
            self.section(section, $0.items, group: $0.key)
        }
    }

    private func section(_ section: Digest.Section, _ items: [Digest.Item], group: String?) -> DigestPage.Section {
        let title = words.heading(section, hasGrey: items.contains { $0.light == .grey })
        let inFull = section == .stillOpen ? 0 : Self.mostInFull
        let inOneLine = items.dropFirst(inFull)
        let left = inOneLine.count - Self.mostInOneLine
        return DigestPage.Section(
            heading: "\(title)\(group.map { ", \($0)" } ?? "") (\(items.count))",
            introduction: words.introduction(section, count: items.count),
            entries: items.prefix(inFull).map(entry),
            lines: inOneLine.prefix(Self.mostInOneLine).map(line) + (left > 0 ? [words.andMore(left)] : [])
        )
    }

    /// The worst come first, so that these are in full; a relay would refuse a mail that told everything of thousands.
    private static let mostInFull = 50
    private static let mostInOneLine = 200

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
            "Aan \(address), \(dates.date(failure.at)): \(subject). Reden: \(reason)",
            "To \(address), \(dates.date(failure.at)): \(subject). Reason: \(reason)"
        )
    }

    /// An alert in one line, for those that were told before.
    private func line(_ item: Digest.Item) -> String {
        let facts = item.episode.facts
        let what =
            kinds.short(facts)
            ?? (facts.reason == .overdue
                ? words.notReceived(facts.overduePeriods.map(dates.period))
                : [value(of: facts), ToldTarget.leading(of: item.targets).map(inOneLine)].compactMap(\.self).joined(
                    separator: "; "
                ))
        let parts = item.parts.isEmpty ? "" : "; \(words.say("ook bij", "also in")) \(self.parts(item))"
        let since = words.say("sinds", "since") + " " + dates.date(item.episode.openedAt)
        return "\(item.light.symbol) \(words.light(item.light)): \(item.label): \(what)\(parts); \(since)"
    }

    private func inOneLine(_ target: ToldTarget) -> String {
        let standing = words.standing(target.standing).map { ", \($0)" } ?? ""
        return "\(words.say("streefwaarde", "target")) \(target.told.bound.oneLine(limit: 80))\(standing)"
    }
}

// MARK: An alert in full
extension DigestEntries {
    private func entry(_ item: Digest.Item) -> DigestPage.Entry {
        let facts = item.episode.facts
        return DigestPage.Entry(
            light: item.light,
            word: words.light(item.light),
            title: item.label,
            verdict: item.isClosed
                ? kinds.ending(facts) ?? words.ending(facts) : kinds.verdict(facts) ?? words.verdict(facts),
            facts: figures(item) + targets(item) + partsOfWhole(item) + history(item) + origin(item) + next(facts)
        )
    }

    private func partsOfWhole(_ item: Digest.Item) -> [DigestPage.Fact] {
        item.parts.isEmpty ? [] : fact("Ook bij", "Also in", parts(item))
    }

    /// The parts of the whole that deviate in the same way: the first by name, and how many more.
    private func parts(_ item: Digest.Item) -> String {
        let named = item.parts.prefix(Self.mostPartsNamed).map { Digest.Item(section: item.section, episode: $0).part }
        let left = item.parts.count - named.count
        return words.list(named.map { String($0.drop { ", ".contains($0) }) } + (left > 0 ? [words.more(left)] : []))
    }

    private static let mostPartsNamed = 5

    private func fact(_ dutch: String, _ english: String, _ value: String?) -> [DigestPage.Fact] {
        guard let value, !value.isEmpty else { return [] }
        return [DigestPage.Fact(label: words.say(dutch, english), value: value)]
    }

    private func figures(_ item: Digest.Item) -> [DigestPage.Fact] {
        let facts = item.episode.facts
        if let figures = kinds.figures(facts) { return figures.flatMap { fact($0.label, $0.label, $0.value) } }
        switch facts.reason {
        case .overdue: return fact("Niet ontvangen", "Not received", missing(facts))
        case .onTime:
            return fact(
                "Laatste waarde",
                "Latest value",
                facts.period.map { "\(words.say("over", "for")) \(dates.period($0))" }
            )
        case .withdrawn: return fact("Laatste waarde", "Latest value", facts.value == nil ? nil : value(of: facts))
        default: return fact("Waarde", "Value", value(of: facts))
        }
    }

    private func missing(_ facts: AlertFacts) -> String {
        let periods = words.list(facts.overduePeriods.map(dates.period))
        return facts.overduePeriods.count > 1
            ? words.say("de waarden over \(periods)", "the values for \(periods)")
            : words.say("de waarde over \(periods)", "the value for \(periods)")
    }

    /// `112 per 1000 over 2024 (voorlopig, berekend)`.
    private func value(of facts: AlertFacts) -> String {
        let value = facts.writtenValue?.oneLine(limit: 80) ?? words.say("onbekend", "unknown")
        let period = facts.period.map { " \(words.say("over", "for")) \(dates.period($0))" } ?? ""
        let marks = [
            facts.isProvisional ? words.say("voorlopig", "provisional") : nil,
            facts.isDerived ? words.say("berekend uit andere indicatoren", "derived from other indicators") : nil,
            (facts.revision ?? 1) > 1 ? words.say("herzien", "revised") : nil,
        ]
        let written = marks.compactMap(\.self).joined(separator: ", ")
        return "\(value)\(period)\(written.isEmpty ? "" : " (\(written))")"
    }

    private func targets(_ item: Digest.Item) -> [DigestPage.Fact] {
        // The dates of a milestone, a budget and an end stand among the figures.
        guard kinds.figures(item.episode.facts) == nil else { return goals(item.episode.facts) }
        return item.targets.flatMap { fact("Streefwaarde", "Target", text(of: $0)) }
    }

    /// The goals that name the target, where there are any: `2025-1.2`.
    private func goals(_ facts: AlertFacts) -> [DigestPage.Fact] {
        fact("Doel", "Goal", words.list(facts.targets.compactMap(\.goal).map { $0.oneLine(limit: 40) }))
    }

    /// `< 108 per 1000 in 2026 (doel 6N-2): nog te halen`.
    private func text(of target: ToldTarget) -> String {
        let track = target.told.goal.map { words.say("doel", "goal") + " " + $0.oneLine(limit: 40) }
        let notation = target.relativeNotation.map { ", \($0)" } ?? ""
        let standing = words.standing(target.standing).map { ": \($0)" } ?? ""
        return "\(target.told.bound.oneLine(limit: 80)) in \(dates.period(target.told.period)) "
            + "(\(track ?? words.say("jaarpad", "yearly path"))\(notation))\(standing)"
    }

    /// Since when, and what was told before.
    private func history(_ item: Digest.Item) -> [DigestPage.Fact] {
        let episode = item.episode
        let opened = dates.date(episode.openedAt)
        let repeated = episode.number > 1 ? " (\(words.repetition(episode.number)))" : ""
        guard item.isClosed, let closedAt = episode.closedAt else {
            return fact("Sinds", "Since", opened + later(item.section) + repeated)
        }
        let closed = dates.date(closedAt)
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
        default: ""
        }
    }

    private func origin(_ item: Digest.Item) -> [DigestPage.Fact] {
        let facts = item.episode.facts
        return fact("Gebied", "Area", facts.areaName.oneLine(limit: 120))
            + fact("Onderdeel", "Part of", part(facts))
            + fact("Laag", "Layer", words.layer(facts))
            + fact("Bron", "Source", facts.source?.oneLine())
            + fact("Eigenaar", "Owner", facts.owner?.oneLine(limit: 120))
    }

    private func part(_ facts: AlertFacts) -> String {
        let id = facts.package.oneLine(limit: 60)
        let title = facts.packageTitle.oneLine(limit: 160)
        let named = title.utf8.starts(with: id.utf8) ? title : "\(id) \(title)"
        return "\(facts.programmeTitle.oneLine(limit: 160)), \(words.say("pakket", "package")) \(named)"
    }

    private func next(_ facts: AlertFacts) -> [DigestPage.Fact] {
        guard facts.reason != .withdrawn, let period = facts.nextPeriod else { return [] }
        let due = facts.nextDue.map { text in CalendarDate(text).map(dates.date) ?? text.oneLine(limit: 40) }
        let by = due.map { words.say(", uiterlijk \($0)", ", due by \($0)") } ?? ""
        let isReport = facts.unit == MeasureUnit.milestone.symbol
        return fact(
            isReport ? "Volgende melding" : "Volgende waarde",
            isReport ? "Next report" : "Next value",
            "\(words.say("over", "for")) \(dates.period(period))\(by)"
        )
    }
}
