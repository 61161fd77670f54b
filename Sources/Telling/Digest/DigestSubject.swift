package import Alerting
internal import Assessment
package import Indicators

/// The subject of a digest.
package enum DigestSubject {
    /// Longer subjects are cut by most mail programs.
    private static let longest = 80
    /// So much is left of a title that is cut.
    private static let shortestTitle = 20
    /// Behind so much of a subject no further alert is named.
    private static let mostNamed = 3

    /// The subject in one line, without control characters:
    /// `[2 rood] Goed geholpen 69% (streef >74%), Wmo-maatwerk 113 (<108) – en 1 oranje`.
    ///
    /// In brackets stands the worst that is open, and how often; `[Nog 2 rood]` where all of that was told before. Then the news
    /// by name, the worst first, and how much else there is.
    package static func line(_ digest: Digest, language: Language) -> String {
        let words = DigestWords(phrases: Phrases(language))
        let digest = digest.inPlaces
        let tally = DigestTally(digest)
        guard let light = tally.light else { return withoutNews(digest, tally, words) }
        let standing = Standing(tally, light, words)
        let start = "[\(standing.mark)] "
        let rest = rest(of: tally, without: standing, digest.leaders, words)
        guard tally.news > 0 else {
            return start + withoutNews(digest, tally, words) + (digest.context.lights == nil ? "" : rest)
        }
        return start + news(digest, tally, standing, words, rest: rest, room: longest - start.count - rest.count) + rest
    }

    private static func withoutNews(_ digest: Digest, _ tally: DigestTally, _ words: DigestWords) -> String {
        if let lights = digest.context.lights, tally.edited == 0, digest.failures.isEmpty {
            return heartbeat(digest, tally, lights, words)
        }
        var parts: [String] = []
        if tally.edited > 0 { parts.append(words.edits(tally.edited)) }
        if tally.known.count > 0 {
            parts.append("\(words.alerts(tally.known.count)) \(words.say("nog open", "still open"))")
        }
        if !digest.failures.isEmpty { parts.append(words.failures(digest.failures.count)) }
        return "Peilwacht: "
            + (parts.isEmpty ? words.say("geen meldingen", "no alerts") : parts.joined(separator: ", "))
    }

    /// `Niets wijkt af: 130 groen, 21 grijs`; where something is open, that it is no news.
    private static func heartbeat(
        _ digest: Digest,
        _ tally: DigestTally,
        _ lights: [Light: Int],
        _ words: DigestWords
    ) -> String {
        let heading = DigestHeadline(words: words).heading(digest, tally)
        guard tally.open.count == 0 else { return heading }
        let counts = DigestStrip(lights: lights, words).cells.map { "\($0.count) \($0.word)" }
        return counts.isEmpty ? heading : "\(heading): \(counts.joined(separator: ", "))"
    }

    // MARK: How it stands

    /// The kind of alert that the bracket tells.
    fileprivate enum Kind: CaseIterable {
        case red
        case amber
        case late
        case hidden
    }

    /// The worst that is open, as the bracket says it.
    private struct Standing {
        /// `nil` where nothing is open.
        let kind: Kind?
        let mark: String

        init(_ tally: DigestTally, _ light: Light, _ words: DigestWords) {
            kind = Kind.allCases.first { $0.count(tally.open) > 0 }
            guard let kind else {
                mark = tally.endWithoutLight.map(words.light) ?? words.phrases.light(light)
                return
            }
            let isNews = kind.count(tally.fresh) + kind.count(tally.byEdit) > 0
            let counted = kind.counted(kind.count(tally.open), words)
            mark = isNews ? counted : words.say("Nog \(counted)", "Still \(counted)")
        }
    }

    /// What else is open or ended: ` – en 1 oranje, 13 te laat`; empty where there is nothing.
    private static func rest(
        of tally: DigestTally,
        without standing: Standing,
        _ leaders: [Digest.Item],
        _ words: DigestWords
    ) -> String {
        let named = leaders.prefix(mostNamed).flatMap { $0.isClosed ? [] : $0.counted }
        var parts: [String] = []
        for kind in Kind.allCases where kind != standing.kind {
            // What is named is not counted again.
            let count = kind.count(tally.open) - (leadingKind(leaders) == kind ? named.count : 0)
            if count > 0 { parts.append(kind.counted(count, words)) }
        }
        if tally.fresh.count > 0, tally.resolved > 0 {
            parts.append("\(words.phrases.count(tally.resolved)) \(words.resolved)")
        }
        return parts.isEmpty ? "" : " – \(words.say("en", "and")) \(parts.joined(separator: ", "))"
    }

    private static func leadingKind(_ leaders: [Digest.Item]) -> Kind? {
        guard let leader = leaders.first, !leader.isClosed else { return nil }
        if leader.light == .red { return .red }
        if leader.isLedByLate { return .late }
        return leader.light == .amber ? .amber : .hidden
    }

    // MARK: The news

    private static func news(
        _ digest: Digest,
        _ tally: DigestTally,
        _ standing: Standing,
        _ words: DigestWords,
        rest: String,
        room: Int
    ) -> String {
        let leaders = digest.leaders
        guard let first = leaders.first else { return "" }
        let isWorst = first.isClosed ? standing.kind == nil : leadingKind(leaders) == standing.kind
        let own = isWorst || first.isLedByLate ? "" : "\(words.light(first)): "
        if first.isClosed, leaders.count > 1 {
            return ended(digest, tally, words, room: rest.isEmpty ? room : 0)
        }
        guard leaders.count > 1 else { return own + one(first, words, room: room - own.count) }
        return own + several(leaders, words, room: room - own.count)
    }

    private static func one(_ item: Digest.Item, _ words: DigestWords, room: Int) -> String {
        if item.fold != .whole { return FoldWords(phrases: words.phrases).subject(item).shortened(to: room) }
        return titled(item, item.shortTail(words, isFirst: true, hasUnit: true), room: room)
    }

    private static func titled(_ item: Digest.Item, _ tail: String, room: Int) -> String {
        let part = item.part.shortened(to: 60)
        return item.title.shortened(to: max(shortestTitle, room - part.count - tail.count)) + part + tail
    }

    /// As many by name as there is room for, and that there are more.
    private static func several(_ leaders: [Digest.Item], _ words: DigestWords, room: Int) -> String {
        let more = words.say(" e.a.", " and more")
        var text = ""
        for (index, item) in leaders.prefix(mostNamed).enumerated() {
            let name =
                item.fold == .whole
                ? item.title.shortened(to: 40) + item.part.shortened(to: 40)
                    + item.shortTail(words, isFirst: index == 0, hasUnit: false)
                : FoldWords(phrases: words.phrases).subject(item)
            let isLast = index == leaders.count - 1
            let longer = index == 0 ? name : "\(text), \(name)"
            guard index > 0, longer.count + (isLast ? 0 : more.count) > room else {
                text = longer
                continue
            }
            return text.shortened(to: max(shortestTitle, room - more.count)) + more
        }
        let isWhole = leaders.count <= mostNamed
        return text.shortened(to: max(shortestTitle, room - (isWhole ? 0 : more.count))) + (isWhole ? "" : more)
    }

    /// `2 meldingen opgelost – Programma 6`.
    private static func ended(_ digest: Digest, _ tally: DigestTally, _ words: DigestWords, room: Int) -> String {
        let summary = words.ended(tally)
        let programmes = Set(
            digest.news.filter { $0.section != .edited }.map { $0.episode.facts.about.programmeTitle.oneLine() }
        )
        let space = room - summary.count - 3
        guard programmes.count == 1, let programme = programmes.first, !programme.isEmpty, space >= shortestTitle else {
            return summary
        }
        return "\(summary) – \(programme.shortened(to: space))"
    }
}

extension DigestSubject.Kind {
    fileprivate func count(_ open: DigestTally.Open) -> Int {
        switch self {
        case .red: open.red
        case .amber: open.amber
        case .late: open.late
        case .hidden: open.hidden
        }
    }

    /// `2 rood`, `13 te laat`.
    fileprivate func counted(_ count: Int, _ words: DigestWords) -> String {
        let word =
            switch self {
            case .red: words.red
            case .amber: words.amber
            case .late: words.late
            case .hidden: words.phrases.hiddenValue
            }
        return "\(words.phrases.count(count)) \(word)"
    }
}

extension Digest.Item {
    /// The title, with the breakdown and, below the level of the municipality, the area.
    var label: String { title + part }

    fileprivate var title: String { episode.facts.about.title.oneLine(limit: 160) }

    /// The breakdown and the area below the municipality, behind a comma; empty for everybody in the municipality.
    var part: String { episode.alert.series.part(called: episode.facts.about.areaName) }

    /// What follows the title: of a target that is missed ` 69% (streef >74%)`, and of any but the first ` 113 (<108)`;
    /// else what the rule says.
    fileprivate func shortTail(_ words: DigestWords, isFirst: Bool, hasUnit: Bool) -> String {
        let facts = episode.facts
        guard !isClosed, facts.evidence.of(TargetEvidence.self)?.reason == .missed, let value = facts.value,
            let target = facts.evidence.value.comparisons.told.strictest, case .missed = target.verdict,
            let bound = target.tightBound(unit: facts.about.unit)
        else { return statement(in: words.phrases).tail }
        let unit = facts.about.unit
        let amount =
            hasUnit
            ? unit.written(value.amount).oneLine(limit: 60)
            : unit.number(value.amount) + (unit == .percent ? "%" : "")
        let provisional = value.isProvisional ? words.say(", voorlopig", ", provisional") : ""
        return " \(amount)\(provisional) (\(isFirst ? words.say("streef ", "target ") : "")\(bound))"
    }
}

extension TargetComparison {
    /// The bound without blanks: `<108`, `>74%`; `nil` of money and what is done or not.
    fileprivate func tightBound(unit: MeasureUnit) -> String? {
        guard unit != .milestone, unit.euros == nil, let bound else { return nil }
        let star = footnote == nil ? "" : "*"
        return "\(bound.comparator.sign)\(unit.number(bound.value))\(unit == .percent ? "%" : "")\(star)"
    }
}

extension String {
    /// A breakdown in words: `leeftijd 65+, geslacht vrouw` for `leeftijd=65+,geslacht=vrouw`.
    var asWords: String {
        oneLine(limit: 120).split(separator: ",").map { pair in
            pair.split(separator: "=", maxSplits: 1).joined(separator: " ")
        }
        .joined(separator: ", ")
    }
}

extension SeriesKey {
    /// The breakdown and the area below the municipality, behind a comma; empty for everybody in the municipality.
    func part(called areaName: String) -> String {
        let area = area.isMunicipality ? "" : ", \(areaName.oneLine(limit: 80))"
        return area + (breakdown.nonEmpty.map { ", \($0.asWords)" } ?? "")
    }
}
