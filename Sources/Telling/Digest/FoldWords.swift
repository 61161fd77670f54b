internal import Alerting
internal import Assessment
internal import Indicators

/// What is said of several alerts that are told as one.
struct FoldWords: Sendable {
    let phrases: Phrases
    /// The address of the page of all open alerts; `nil` where mails name no page.
    var alerts: String?

    private static let mostNamed = 5

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    /// `13 begrotingsregels: april t/m september 2026, bij Financiën`, or `1.897 wijken en buurten`.
    func title(_ item: Digest.Item) -> String {
        switch item.fold {
        case .whole: item.label
        case .missing: "\(count(item)): \(periods(item.missing))\(supplier(item))"
        case .parts: "\(count(item)), \(programme(item))"
        }
    }

    /// `13 begrotingsregels niet ontvangen: april t/m september 2026, bij Financiën`, where nothing else says what it is.
    func subject(_ item: Digest.Item) -> String {
        switch item.fold {
        case .whole: item.label
        case .missing:
            "\(count(item)) \(say("niet ontvangen", "not received")): \(periods(item.missing))\(supplier(item))"
        case .parts:
            item.isClosed
                ? "\(count(item)) \(say("opgelost of gesloten", "resolved or closed")), \(programme(item))"
                : "\(count(item)) \(say("wijken af", "deviate")), \(programme(item))"
        }
    }

    /// In one line.
    func line(_ item: Digest.Item, since day: String) -> String {
        let light = DigestWords(phrases: phrases).marked(item)
        return "\(light): \(title(item)); \(matter(item)); \(say("sinds", "since")) \(day)"
    }

    /// `13 begrotingsregels niet ontvangen over april t/m september 2026`; of what is new in part
    /// `13 begrotingsregels niet ontvangen: nieuw september 2026, eerder al april t/m augustus 2026`.
    func late(_ item: Digest.Item, _ missing: [MissingPeriods]) -> String {
        let what =
            missing.isMixed ? say("niet ontvangen:", "not received:") : say("niet ontvangen over", "not received for")
        return "\(count(item)) \(what) \(periods(missing))"
    }

    /// Who has to send it; where that is not known, the package that it is part of.
    func sender(_ about: IndicatorFacts) -> String {
        if let name = about.supplier ?? about.source ?? about.owner { return name.oneLine(limit: 80) }
        return say("Pakket ", "Package ") + about.package.oneLine(limit: 60)
    }

    /// In one line, where it goes without saying since when.
    func openingLine(_ item: Digest.Item) -> String { "\(title(item)); \(matter(item))" }

    /// In full.
    func entry(_ item: Digest.Item, since day: String) -> DigestPage.Entry {
        let sentence = matter(item)
        return DigestPage.Entry(
            light: item.light,
            word: DigestWords(phrases: phrases).light(item),
            title: title(item),
            verdict: sentence.prefix(1).uppercased() + sentence.dropFirst() + ".",
            facts: [
                Figure(say("Welke", "Which"), named(item)), Figure(say("Sinds", "Since"), day),
                Figure(say("Waar te zien", "Where to look"), whereToLook(item)),
            ]
            .compactMap(\.self)
        )
    }

    /// What is the matter with all of them.
    func matter(_ item: Digest.Item) -> String {
        switch item.fold {
        case .missing: say("nog niet ontvangen", "not received yet")
        case .whole, .parts:
            item.isClosed ? say("opgelost of gesloten", "resolved or closed") : say("deze wijken af", "these deviate")
        }
    }

    private func whereToLook(_ item: Digest.Item) -> String? {
        guard item.parts.count >= Self.mostNamed else { return nil }
        if let alerts, !item.isClosed { return alerts }
        let command = DigestWords(phrases: phrases).command(haveEnded: item.isClosed)
        return say("de beheerder ziet alles met: \(command)", "the administrator sees all with: \(command)")
    }

    /// The gravest by name, and how many more.
    private func named(_ item: Digest.Item) -> String {
        let names = item.episodes.prefix(Self.mostNamed).map { episode in
            let one = Digest.Item(section: item.section, episode: episode)
            return item.fold == .missing
                ? one.label : "\(one.label) (\(one.statement(in: phrases).line.withoutBrackets))"
        }
        let left = item.episodes.count + item.rest.count - names.count
        return phrases.list(
            names + (left > 0 ? [say("nog \(phrases.count(left))", "\(phrases.count(left)) more")] : [])
        )
    }
}

// MARK: How many of what
extension FoldWords {
    private func count(_ item: Digest.Item) -> String {
        "\(phrases.count(item.episodes.count + item.rest.count)) \(noun(item))"
    }

    private func noun(_ item: Digest.Item) -> String {
        let episodes = item.episodes
        guard item.fold == .parts else {
            if episodes.allSatisfy({ $0.facts.about.isBudgetLine == true }) {
                return say("begrotingsregels", "budget lines")
            }
            if episodes.allSatisfy(\.facts.about.isMilestone) { return say("mijlpalen", "milestones") }
            return say("indicatoren", "indicators")
        }
        if item.rest.areOfEverybody, episodes.allSatisfy({ $0.alert.series.breakdown == .total }) {
            return say("wijken en buurten", "districts and neighbourhoods")
        }
        let isOfWhole =
            item.rest.areOfWholeArea && episodes.allSatisfy { $0.alert.series.area.isMunicipality }
        return isOfWhole ? say("groepen", "groups") : say("wijken, buurten en groepen", "neighbourhoods and groups")
    }

    private func programme(_ item: Digest.Item) -> String { item.episode.facts.about.programmeTitle.oneLine(limit: 80) }

    /// `, bij Financiën`: the supplier, else the source, else who owns it; where neither is known, what it is part of.
    private func supplier(_ item: Digest.Item) -> String {
        let about = item.episode.facts.about
        if let name = about.supplier ?? about.source ?? about.owner {
            return say(", bij ", ", from ") + name.oneLine(limit: 80)
        }
        return say(", pakket ", ", package ") + about.package.oneLine(limit: 60)
    }
}

// MARK: Which periods
extension FoldWords {
    /// `nieuw september 2026, eerder al april t/m augustus 2026`; where nothing is new, or everything, in one.
    private func periods(_ missing: [MissingPeriods]) -> String {
        guard missing.isMixed else { return row(missing.map(\.all)) }
        let (added, known) = (row(missing.map(\.added)), row(missing.map(\.known)))
        return say("nieuw \(added), eerder al \(known)", "new \(added), before that \(known)")
    }

    /// `april t/m september 2026`; where not all miss the same `2024 (3) en 2025 (2)`.
    func row(_ missing: [[Period]]) -> String {
        let groups = Dictionary(grouping: missing.filter { !$0.isEmpty }) { $0 }.mapValues(\.count)
            .sorted {
                ($0.key.first?.end.dayNumber ?? 0, $0.key.count) < ($1.key.first?.end.dayNumber ?? 0, $1.key.count)
            }
        guard groups.count > 1 else { return groups.first.map { written($0.key) } ?? "" }
        let named = groups.prefix(3).map { "\(written($0.key)) (\($0.value))" }
        let left = groups.dropFirst(3).reduce(0) { $0 + $1.value }
        return phrases.list(named + (left > 0 ? [say("andere perioden (\(left))", "other periods (\(left))")] : []))
    }

    private func written(_ periods: [Period]) -> String {
        guard let first = periods.first, let last = periods.last, periods.count > 1 else {
            return periods.first.map(phrases.period) ?? ""
        }
        let isRow = zip(periods, periods.dropFirst()).allSatisfy { $0.end.adding(days: 1) == $1.start }
        guard isRow else { return phrases.list(periods.map(phrases.period)) }
        // `april t/m september 2026`: the year once.
        let start = phrases.period(first)
        let isOneYear = first.kind == .month && first.year == last.year
        let short = isOneYear ? String(start.prefix { $0 != " " }) : start
        return "\(short) \(say("t/m", "to")) \(phrases.period(last))"
    }
}

extension Digest.Item {
    /// When the first of its alerts was opened.
    var earliest: Instant { episodes.map(\.openedAt).min() ?? episode.openedAt }
}

extension Phrases {
    /// `1.897`, as people write it.
    func count(_ number: Int) -> String {
        let digits = Array(String(number))
        let sign = say(".", ",")
        return digits.enumerated().reduce("") { text, digit in
            let left = digits.count - digit.offset
            return text + (digit.offset > 0 && left.isMultiple(of: 3) ? sign : "") + String(digit.element)
        }
    }
}
