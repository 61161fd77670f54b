internal import Alerting
internal import Assessment
internal import Indicators

/// The heading of a digest, which is the news itself, and the line that mail programs show behind the subject.
struct DigestHeadline: Sendable {
    let words: DigestWords

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        words.say(dutch(), english())
    }

    /// The news in a few words: `Twee doelen niet gehaald`.
    func heading(_ digest: Digest, _ tally: DigestTally) -> String {
        let fresh = digest.items.filter { !$0.isClosed && $0.section != .stillOpen && $0.section != .edited }
        if tally.fresh.red > 0 { return open(fresh.filter { $0.light == .red }, words.red) }
        if tally.fresh.amber > 0 { return open(fresh.filter { $0.light == .amber && !$0.isLate }, words.amber) }
        if tally.fresh.hidden > 0 { return hidden(tally.fresh.hidden) }
        if tally.fresh.late > 0 { return say("Gegevens te laat", "Figures are late") }
        return withoutOpenNews(digest, tally)
    }

    private func withoutOpenNews(_ digest: Digest, _ tally: DigestTally) -> String {
        if tally.resolved > 0, tally.resolved == tally.news {
            let alerts = words.alertsInWords(tally.resolved)
            return say("Goed nieuws: \(alerts) opgelost", "Good news: \(alerts) resolved")
        }
        if tally.news > 0 {
            let alerts = words.alertsInWords(tally.news).capitalisedFirst
            return say("\(alerts) gesloten", "\(alerts) closed")
        }
        if tally.edited > 0 { return words.heading(.edited, digest.items(at: .edited)) }
        if !digest.failures.isEmpty { return words.failures(digest.failures.count).capitalisedFirst }
        return tally.open.count > 0 || !isAllWell(digest)
            ? say("Niets nieuws", "Nothing new") : say("Niets wijkt af", "Nothing deviates")
    }

    /// Whether no watched indicator is red or amber, as far as that was looked up.
    private func isAllWell(_ digest: Digest) -> Bool {
        digest.context.lights.map { ($0[.red] ?? 0) + ($0[.amber] ?? 0) == 0 } ?? true
    }

    /// A goal is missed only where each of the alerts is about one target of the value's own period that is.
    private func open(_ items: [Digest.Item], _ light: String) -> String {
        let episodes = items.flatMap { item in item.counted.filter { !$0.facts.isLate } }
        let misses = episodes.map(\.facts.missedTargets)
        let number = words.number(episodes.count)
        if misses.allSatisfy({ $0 == 1 }) {
            return say(
                "\(number) \(episodes.count == 1 ? "doel" : "doelen") niet gehaald",
                "\(number) \(episodes.count == 1 ? "goal" : "goals") missed"
            )
            .capitalisedFirst
        }
        if misses.allSatisfy({ $0 > 0 }), items.allSatisfy({ $0.fold == .whole }) {
            return episodes.count == 1
                ? say("Eén indicator haalt zijn doelen niet", "One indicator misses its goals")
                : say("\(number) indicatoren halen hun doelen niet", "\(number) indicators miss their goals")
                    .capitalisedFirst
        }
        let alerts = words.alertsInWords(episodes.count).capitalisedFirst
        return say("\(alerts) op \(light)", "\(alerts) at \(light)")
    }

    private func hidden(_ count: Int) -> String {
        let alerts = words.alertsInWords(count).capitalisedFirst
        return say(
            "\(alerts) over een te klein aantal personen",
            "\(alerts) about too few persons"
        )
    }

    // MARK: The first line

    /// So many alerts are named; mail programs show a line or two.
    private static let mostNamed = 3

    /// The subject again, in words: what is the matter with the worst, and how much else there is.
    func firstLine(_ digest: Digest, _ tally: DigestTally, heading: String) -> String {
        let leaders = digest.leaders
        let named = leaders.prefix(Self.mostNamed).map { item in
            let line =
                item.fold == .whole
                ? "\(item.label): \(item.statement(in: words.phrases).line)"
                : FoldWords(phrases: words.phrases).subject(item)
            return "\(line.shortened(to: 160))."
        }
        let counts = DigestStrip(tally, words).cells.map { "\($0.word) \($0.count)" }
        let sum = counts.isEmpty ? "" : "\(say("In totaal", "In all")): \(counts.joined(separator: ", "))."
        return ([named.isEmpty ? "\(heading)." : nil].compactMap(\.self) + named + [sum]).filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

extension Digest {
    /// The news that the subject names: of what is open the worst, where there is any, else what ended.
    var leaders: [Item] {
        let news = self.news.filter { $0.section != .edited }
        let open = news.filter { !$0.isClosed }
        guard let worst = open.map(\.rank).max() else { return news }
        return open.filter { $0.rank == worst }
    }
}

extension Digest.Item {
    /// Orders what is open: red, amber, late, what may not be told.
    fileprivate var rank: Int {
        if light == .red { return 3 }
        if isLate { return 1 }
        return light == .amber ? 2 : 0
    }
}

extension FindingFacts {
    /// How many targets of the value's own period it misses; 0 where it is about anything else beside.
    fileprivate var missedTargets: Int {
        guard evidence.value.tellsValue, value != nil, evidence.of(OverdueEvidence.self) == nil else { return 0 }
        let told = evidence.value.comparisons.told
        let isMissed = told.allSatisfy { target in
            if case .missed = target.verdict { target.standing == .ownPeriod } else { false }
        }
        return isMissed ? told.count : 0
    }
}

extension String {
    /// The text with a capital at its beginning.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
