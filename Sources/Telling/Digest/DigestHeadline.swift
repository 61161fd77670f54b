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
        if tally.fresh.red > 0 { return news(fresh.filter { $0.light == .red }, words.red) }
        if tally.fresh.amber > 0 { return news(fresh.filter { $0.light == .amber && !$0.isLedByLate }, words.amber) }
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
        if tally.open.count > 0 { return nothingNew }
        return digest.context.lights.map(quiet) ?? say("Niets te melden", "Nothing to tell")
    }

    private var nothingNew: String { say("Niets nieuws", "Nothing new") }

    /// That nothing deviates is said only where everything that can be judged is in order, and something can.
    private func quiet(_ lights: [Light: Int]) -> String {
        if (lights[.red] ?? 0) + (lights[.amber] ?? 0) > 0 { return nothingNew }
        return (lights[.green] ?? 0) > 0
            ? say("Niets wijkt af", "Nothing deviates")
            : say("Nog niets te beoordelen", "Nothing can be judged yet")
    }

    /// What began or became worse; where nothing did, what changed.
    private func news(_ items: [Digest.Item], _ light: String) -> String {
        let begun = items.filter { item in
            switch item.section {
            case .new, .corrected: true
            case .worsened: item.isRed
            case .changed, .reminded, .eased, .resolved, .edited, .stillOpen: false
            }
        }
        return begun.isEmpty ? changed(items) : open(begun, light)
    }

    private func changed(_ items: [Digest.Item]) -> String {
        let count = items.reduce(0) { $0 + $1.weight }
        let alerts = words.alertsInWords(count).capitalisedFirst
        // Nothing changed: people, or time, ask for it.
        if items.allSatisfy({ $0.section == .reminded }) {
            return say(
                "\(alerts) \(count == 1 ? "vraagt" : "vragen") aandacht",
                "\(alerts) \(count == 1 ? "needs" : "need") attention"
            )
        }
        if items.allSatisfy({ $0.section == .worsened }) {
            return say("\(alerts) erger geworden", "\(alerts) worsened")
        }
        if items.allSatisfy({ $0.section == .eased }) {
            return say("\(alerts) minder erg geworden", "\(alerts) improved")
        }
        return say("\(alerts) veranderd", "\(alerts) changed")
    }

    /// That goals or targets are missed is said only where each of the alerts is about one of the value's own period that is.
    private func open(_ items: [Digest.Item], _ light: String) -> String {
        let episodes = items.flatMap { item in item.counted.filter { !$0.facts.isLate } }
        let matters = episodes.map { HeadlineMatter($0.facts) }
        let count = episodes.count
        let indicators = Set(episodes.map(\.alert.series.indicator))
        // One indicator in several areas misses its goal in each of them, and is one goal.
        if items.allSatisfy({ $0.fold == .whole }), indicators.count == count {
            if matters.allSatisfy({ $0.misses == 1 }) {
                return missed(count, areGoals: matters.allSatisfy(\.isOfGoals))
            }
            if matters.allSatisfy({ $0.misses > 0 }) {
                return missing(count, areGoals: matters.allSatisfy(\.isOfGoals))
            }
            if matters.allSatisfy({ $0 == .offCourse }) { return offCourse(count) }
        }
        return "\(counted(count, matters)) \(say("op", "at")) \(light)"
    }

    private func missed(_ count: Int, areGoals: Bool) -> String {
        let (one, many) = areGoals ? ("doel", "doelen") : ("streefwaarde", "streefwaarden")
        let (english, several) = areGoals ? ("goal", "goals") : ("target", "targets")
        let number = words.number(count)
        return say(
            "\(number) \(count == 1 ? one : many) niet gehaald",
            "\(number) \(count == 1 ? english : several) missed"
        )
        .capitalisedFirst
    }

    /// Where one indicator misses several.
    private func missing(_ count: Int, areGoals: Bool) -> String {
        let what = areGoals ? "doelen" : "streefwaarden"
        let english = areGoals ? "goals" : "targets"
        return count == 1
            ? say("Eén indicator haalt \(what) niet", "One indicator misses \(english)")
            : say(
                "\(words.number(count)) indicatoren halen \(what) niet",
                "\(words.number(count)) indicators miss \(english)"
            )
            .capitalisedFirst
    }

    private func offCourse(_ count: Int) -> String {
        let number = words.number(count)
        return say(
            "\(number) \(count == 1 ? "indicator" : "indicatoren") niet op koers",
            "\(number) \(count == 1 ? "indicator" : "indicators") not on course"
        )
        .capitalisedFirst
    }

    /// `Twee mijlpalen`; of what is not alike `Twee meldingen`.
    private func counted(_ count: Int, _ matters: [HeadlineMatter]) -> String {
        let number = words.number(count)
        if matters.allSatisfy({ $0 == .milestone }) {
            return say(
                "\(number) \(count == 1 ? "mijlpaal" : "mijlpalen")",
                "\(number) \(count == 1 ? "milestone" : "milestones")"
            )
            .capitalisedFirst
        }
        if matters.allSatisfy({ $0 == .budget }) {
            return say(
                "\(number) \(count == 1 ? "begrotingsregel" : "begrotingsregels")",
                "\(number) \(count == 1 ? "budget line" : "budget lines")"
            )
            .capitalisedFirst
        }
        return words.alertsInWords(count).capitalisedFirst
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
        if isLedByLate { return 1 }
        return light == .amber ? 2 : 0
    }
}

extension String {
    /// The text with a capital at its beginning, which in Dutch has no accent: `Eén`.
    var capitalisedFirst: String { (hasPrefix("é") ? "E" : prefix(1).uppercased()) + dropFirst() }
}
