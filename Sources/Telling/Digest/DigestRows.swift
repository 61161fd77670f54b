internal import Alerting
internal import Assessment
internal import Indicators

/// Puts what is still open into a table, by package.
struct DigestRows: Sendable {
    let entries: DigestEntries

    private var words: DigestWords { entries.words }
    private var phrases: Phrases { words.phrases }

    /// The rows in groups: by what the subscription groups by, else by package.
    func groups(of items: [Digest.Item], in digest: Digest) -> [DigestPage.RowGroup] {
        let asked = digest.subscription.grouping
        let grouping = asked == .none ? Subscription.Grouping.package : asked
        let groups = Dictionary(grouping: items) { entries.group(of: $0, by: grouping) }
        return groups.sorted { $0.key < $1.key }.map { group, items in
            let name = group.name.map { grouping == .package && !group.isOfSeveral ? titled($0, items) : $0 }
            return DigestPage.RowGroup(name: name?.capitalisedFirst, columns: columns, rows: items.map(row))
        }
    }

    /// `pakket 6N Maatwerkvoorzieningen`; without the title where two programmes have a package by that id.
    private func titled(_ name: String, _ items: [Digest.Item]) -> String {
        let titles = Set(items.flatMap(\.counted).map(\.facts.about.packageTitle))
        guard let about = items.first?.episode.facts.about, titles.count == 1, about.packageTitle != about.package
        else { return name }
        let title = about.packageTitle.oneLine(limit: 160)
        let id = about.package.oneLine(limit: 60)
        return title.utf8.starts(with: id.utf8) ? "\(words.say("pakket", "package")) \(title)" : "\(name) \(title)"
    }

    private var columns: [String] {
        [words.say("Waarde", "Value"), words.say("Streefwaarde", "Target"), words.say("Sinds", "Since")]
    }

    private func row(_ item: Digest.Item) -> DigestPage.Row {
        DigestPage.Row(
            light: item.light,
            word: phrases.light(item.light),
            title: item.fold == .whole ? item.label : FoldWords(phrases: phrases).title(item),
            cells: standing(item) + [Figure(label: columns[2], value: entries.since(item))],
            notes: notes(item),
            link: entries.link(to: item)
        )
    }

    /// The value and its target; of what is no such thing what is the matter.
    private func standing(_ item: Digest.Item) -> [Figure] {
        let facts = item.episode.facts
        guard let target = comparison(item), let bound = target.bound else {
            let matter =
                item.fold == .whole ? item.statement(in: phrases).line : FoldWords(phrases: phrases).matter(item)
            return [Figure(label: words.say("Stand", "Standing"), value: matter)]
        }
        let unit = facts.about.unit
        let period = target.standing == .ownPeriod ? nil : target.namedPeriod
        let standing = phrases.standing(target, unit: unit).map { ", \($0)" } ?? ""
        let asked = bound.written(unit: unit).oneLine(limit: 80) + (period.map { " in \(phrases.period($0))" } ?? "")
        return [
            Figure(label: columns[0], value: phrases.value(of: facts)),
            Figure(label: columns[1], value: asked + standing),
        ]
    }

    private func comparison(_ item: Digest.Item) -> TargetComparison? {
        let facts = item.episode.facts
        guard item.fold == .whole, facts.evidence.value.tellsValue, facts.value != nil,
            facts.evidence.of(TargetEvidence.self) != nil
        else { return nil }
        return facts.evidence.value.comparisons.told.strictest
    }

    /// Who has taken it up, what it is part of, and what else is told of the same series.
    private func notes(_ item: Digest.Item) -> [String] {
        let handling = DigestHandling(phrases: phrases, zone: entries.zone)
        let takenUp = handling.takenUp(item.episode).map { "\(words.say("Opgepakt", "Taken up")) \($0)" }
        return [takenUp, handling.silent(item.episode)].compactMap(\.self) + handling.answers(of: item.episode)
            + entries.partsLine(item) + entries.besideLines(item)
    }
}
