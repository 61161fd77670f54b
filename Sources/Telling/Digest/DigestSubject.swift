package import Alerting
internal import Assessment
package import Indicators

/// The subject of a digest.
package enum DigestSubject {
    /// Longer subjects are cut by most mail programs.
    private static let longest = 78

    /// The subject in one line, without control characters: `[Rood] Wmo-maatwerk 112 per 1000 (streefwaarde < 108)`.
    ///
    /// Its light is the worst that is open. Where that is no news, the news carries a light of its own, and it is said
    /// what else is open: `[Rood] Oranje: Vrijwilligers 55% (nog te halen: > 59%); nog open: 2 rood`.
    package static func line(_ digest: Digest, language: Language) -> String {
        let words = DigestWords(phrases: Phrases(language))
        let digest = digest.inPlaces
        let tally = DigestTally(digest)
        guard let light = tally.light else { return withoutNews(digest, tally, words) }
        let start = "[\(words.phrases.light(light))] "
        guard tally.news > 0 else { return start + withoutNews(digest, tally, words) }
        let rest = tally.isWorseThanNews ? words.stillOpen(tally) : ""
        let room = longest - start.count - rest.count
        let news = digest.news.filter { $0.section != .edited }
        if news.count == 1, let item = news.first {
            let own = tally.isWorseThanNews ? "\(words.phrases.light(item.light)): " : ""
            return start + own + single(item, words, room: room - own.count) + rest
        }
        return start + several(digest, tally, words, rest, room: room)
    }

    private static func withoutNews(_ digest: Digest, _ tally: DigestTally, _ words: DigestWords) -> String {
        var parts: [String] = []
        if tally.edited > 0 { parts.append(words.edits(tally.edited)) }
        if tally.stillOpen > 0 {
            parts.append("\(words.alerts(tally.stillOpen)) \(words.say("nog open", "still open"))")
        }
        if !digest.failures.isEmpty { parts.append(words.failures(digest.failures.count)) }
        return "Peilwacht: "
            + (parts.isEmpty ? words.say("geen meldingen", "no alerts") : parts.joined(separator: ", "))
    }

    // MARK: One

    private static func single(_ item: Digest.Item, _ words: DigestWords, room: Int) -> String {
        let rest = item.statement(in: words.phrases).tail
        let part = item.part.shortened(to: 60)
        if item.fold != .whole { return FoldWords(phrases: words.phrases).subject(item).shortened(to: room) }
        return item.title.shortened(to: max(20, room - part.count - rest.count)) + part + rest
    }

    // MARK: Several

    private static func several(
        _ digest: Digest,
        _ tally: DigestTally,
        _ words: DigestWords,
        _ rest: String,
        room: Int
    ) -> String {
        let summary = count(tally, words) + rest
        let programmes = Set(
            digest.news.filter { $0.section != .edited }.map { $0.episode.facts.about.programmeTitle.oneLine() }
        )
        let space = room + rest.count - summary.count - 3
        guard programmes.count == 1, let programme = programmes.first, !programme.isEmpty, space >= 20 else {
            return summary
        }
        return "\(summary) – \(programme.shortened(to: space))"
    }

    /// `3 meldingen: 1 rood, 2 oranje`; where all of them ended alike `2 meldingen opgelost`.
    private static func count(_ tally: DigestTally, _ words: DigestWords) -> String {
        let alerts = words.alerts(tally.news)
        if tally.resolved == tally.news { return words.say("\(alerts) opgelost", "\(alerts) resolved") }
        if tally.lapsed == tally.news { return words.say("\(alerts) vervallen", "\(alerts) lapsed") }
        return "\(alerts): \(words.counts(tally))"
    }
}

extension Digest.Item {
    /// The title, with the breakdown and, below the level of the municipality, the area.
    var label: String { title + part }

    fileprivate var title: String { episode.facts.about.title.oneLine(limit: 160) }

    /// The breakdown and the area below the municipality, behind a comma; empty for everybody in the municipality.
    var part: String {
        let series = episode.alert.series
        let area = series.area.description.hasPrefix("GM") ? "" : ", \(episode.facts.about.areaName.oneLine(limit: 80))"
        return area + (series.breakdown.nonEmpty.map { ", \($0.asWords)" } ?? "")
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

    /// The text, cut behind a whole character where it is longer.
    func shortened(to length: Int) -> String {
        count <= length ? self : prefix(max(1, length - 1)).trimmingBlanksAtEnd + "…"
    }
}

extension Substring {
    fileprivate var trimmingBlanksAtEnd: String {
        String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
    }
}
