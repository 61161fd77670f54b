internal import Alerting
internal import Assessment
internal import Indicators

/// Says what has not been received: one line for each who has to send it.
struct DigestLate: Sendable {
    /// What one supplier has not sent.
    struct Line: Hashable, Sendable {
        let text: String
        /// How many alerts it tells.
        let count: Int
    }

    let phrases: Phrases

    /// So many are named in a line.
    private static let mostNamed = 5

    private var folds: FoldWords { FoldWords(phrases: phrases) }

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    /// The lines; those with something new first, else in the order of the items.
    func lines(of items: [Digest.Item]) -> [Line] {
        let names = items.map { folds.sender($0.episode.facts.about) }
        let groups = Dictionary(grouping: zip(names, items), by: \.0).mapValues { $0.map(\.1) }
        let order = Dictionary(zip(names, names.indices)) { first, _ in first }
        return groups.sorted { left, right in
            let (new, other) = (isNew(left.value), isNew(right.value))
            return new == other ? (order[left.key] ?? 0) < (order[right.key] ?? 0) : new
        }
        .map(line)
    }

    private func isNew(_ items: [Digest.Item]) -> Bool { items.contains(where: \.hasNewlyMissing) }

    private func line(_ sender: String, _ items: [Digest.Item]) -> Line {
        let fresh = items.filter(\.hasNewlyMissing).flatMap(\.episodes)
        let known = items.filter { !$0.hasNewlyMissing }.flatMap(\.episodes)
        let all = fresh + known
        let ended = items.flatMap(\.beside).filter(\.isClosed).map { other in
            "; \(DigestWords(phrases: phrases).beside(other).lowercased()): \(other.statement(in: phrases).line)"
        }
        .joined()
        guard all.count > 1, let first = all.first else {
            let item = Digest.Item(section: .new, episode: items[0].episode)
            let new = fresh.isEmpty ? "" : self.new(items[0].missing)
            let what = "\(item.label): \(item.statement(in: phrases).line)\(due(all))\(ended)"
            return Line(text: "\(sender): \(new)\(what)", count: 1)
        }
        let missing = self.missing(items)
        // Where periods are told as new, a number of alerts beside them would be read as one of those.
        let isMixed = !fresh.isEmpty && !known.isEmpty && !missing.isMixed
        let part = isMixed ? say(", waarvan \(fresh.count) nieuw", ", \(fresh.count) of them new") : ""
        let new = known.isEmpty && !missing.isMixed ? say("nieuw: ", "new: ") : ""
        let group = Digest.Item(section: .new, episode: first, parts: Array(all.dropFirst()), fold: .missing)
        let what = folds.late(group, missing)
        return Line(text: "\(sender): \(new)\(what)\(part)\(due(all)): \(named(all))\(ended)", count: all.count)
    }

    /// `Nieuw: `, or of what was late before and has one more missing `Nieuw is september 2026: `.
    private func new(_ missing: [MissingPeriods]) -> String {
        guard missing.isMixed else { return say("Nieuw: ", "New: ") }
        let added = folds.row(missing.map(\.added))
        return say("Nieuw is \(added): ", "New is \(added): ")
    }

    /// What is missing; periods are told as new only where some were added to what its reader knew.
    private func missing(_ items: [Digest.Item]) -> [MissingPeriods] {
        let hasAdded = items.contains { $0.hasNewlyMissing && $0.missing.isMixed }
        return items.flatMap { item in
            item.episodes.map { MissingPeriods($0, in: hasAdded ? item.section : .stillOpen) }
        }
    }

    /// ` (verwacht uiterlijk 30 juni 2026)`; where what is missing was due on several days, the earliest of them.
    private func due(_ episodes: [Episode]) -> String {
        let known = episodes.map { $0.facts.evidence.of(OverdueEvidence.self)?.dueDates ?? [] }
        let days = known.flatMap { $0 }
        guard let first = days.min(), !known.contains(where: \.isEmpty) else { return "" }
        let day = phrases.date(first)
        return Set(days).count == 1
            ? say(" (verwacht uiterlijk \(day))", " (due by \(day))")
            : say(" (het eerst verwacht uiterlijk \(day))", " (the first due by \(day))")
    }

    private func named(_ episodes: [Episode]) -> String {
        let names = episodes.prefix(Self.mostNamed).map { Digest.Item(section: .new, episode: $0).label }
        let left = episodes.count - names.count
        return phrases.list(names + (left > 0 ? [DigestWords(phrases: phrases).more(left)] : []))
    }
}
