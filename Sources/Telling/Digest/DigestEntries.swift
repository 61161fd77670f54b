internal import Alerting
internal import Assessment
internal import Indicators

/// Puts the alerts of a digest into words.
struct DigestEntries: Sendable {
    let words: DigestWords
    let zone: LocalZone
    var limits = DigestLimits.most
    /// Whose status page its alerts lead to; `nil` where they lead nowhere.
    var sender: MailSender?

    var phrases: Phrases { words.phrases }

    func date(_ instant: Instant) -> String { phrases.date(zone.local(instant).date) }

    /// A mail that did not arrive, in one line.
    func line(_ failure: Digest.DeliveryFailure) -> String {
        // Nothing stands there where something of it may not be told any more.
        let subject =
            failure.subject.isEmpty
            ? words.say("onderwerp niet getoond", "subject not shown") : "“\(failure.subject.oneLine(limit: 160))”"
        let address = failure.address.oneLine(limit: 254)
        let reason = failure.reason.oneLine()
        return words.say(
            "Aan \(address), \(date(failure.at)): \(subject). Reden: \(reason)",
            "To \(address), \(date(failure.at)): \(subject). Reason: \(reason)"
        )
    }

    /// An alert in one line, where it goes without saying since when.
    func openingLine(_ item: Digest.Item) -> String {
        let light = marked(item)
        if item.fold != .whole { return "\(light): \(FoldWords(phrases: phrases).openingLine(item))" }
        return "\(light): \(item.label): \(item.statement(in: phrases).line)"
    }

    /// An alert in one line: how it stands, or how it ended.
    func line(_ item: Digest.Item, in digest: Digest) -> String {
        if item.fold != .whole { return FoldWords(phrases: phrases).line(item, since: date(item.earliest)) }
        let beside = besideLines(item).map { "; \($0)" }.joined()
        if item.section == .edited { return "\(item.label): \(edited(item).line)\(beside)" }
        if item.isClosed { return "\(marked(item)): \(item.label). \(ended(item))\(beside)" }
        let course = words.course(item).map { "\($0): " } ?? ""
        let since = "\(words.say("sinds", "since")) \(self.since(item))"
        let before = before(item, digest.context.earlier[item.episode.alert.series])
        let edit = item.edit.map { "; \(EditWords(phrases: phrases).what($0))" } ?? ""
        let details = details(item).map { "; \($0)" }.joined()
        return "\(marked(item)): \(item.label): \(course)\(before)\(what(item))\(details)\(edit); \(since)\(beside)"
    }

    /// The figures of what is no value: to when a milestone was moved, what a budget is expected to become.
    private func details(_ item: Digest.Item) -> [String] {
        let facts = item.episode.facts
        guard !facts.evidence.value.tellsValue, !facts.isHidden else { return [] }
        return facts.evidence.value.figures(of: facts, in: phrases).map { "\($0.label.lowercased()): \($0.value)" }
    }

    /// `was 52% over 2024 → is `; empty where what follows is no value, or none is known of before.
    private func before(_ item: Digest.Item, _ earlier: DigestContext.EarlierValue?) -> String {
        let facts = item.episode.facts
        guard let earlier, facts.evidence.value.tellsValue, item.openCorrection == nil,
            let amount = phrases.amount(of: facts), item.statement(in: phrases).line.hasPrefix(amount)
        else { return "" }
        return "was \(self.earlier(earlier, facts)) → is "
    }

    /// How it ended, with the value and the target that say so, and how long it was open.
    private func ended(_ item: Digest.Item) -> String {
        let facts = item.episode.facts
        let figures = facts.evidence.value.figures(of: facts, in: phrases).prefix(1) + corrections(item) + targets(item)
        let told = (figures + history(item)).map { "\($0.label.lowercased()): \($0.value)" }
        return "\(verdict(item)) \(told.joined(separator: "; ").capitalisedFirst)"
    }

    /// What else is told of the same series, each in a line.
    func besideLines(_ item: Digest.Item) -> [String] {
        item.beside.map { "\(words.beside($0).lowercased()): \(besideMark($0))\(what($0, with: item))" }
    }

    /// `● Groen: `; nothing where the label of it says all there is.
    func besideMark(_ item: Digest.Item) -> String { item.isEndWithoutLight ? "" : "\(marked(item)): " }

    /// The parts of a whole that deviate in the same way; empty where there are none.
    func partsLine(_ item: Digest.Item) -> [String] {
        item.partsOfWhole.isEmpty ? [] : ["\(words.say("ook bij", "also in")) \(parts(item))"]
    }

    /// What is the matter with what stands beside another item: of the same edit only what follows from it.
    func what(_ item: Digest.Item, with leading: Digest.Item) -> String {
        let edits = EditWords(phrases: phrases)
        guard item.section == .edited, let edit = item.told, let told = leading.told,
            edits.what(edit) == edits.what(told)
        else { return what(item) }
        return edits.effect(edit, item.episode.facts, isOpen: !item.isClosed)
    }

    /// What is the matter, with the parts of it that are told with it.
    func what(_ item: Digest.Item) -> String {
        if item.section == .edited { return edited(item).line }
        let parts = item.partsOfWhole.isEmpty ? "" : "; \(words.say("ook bij", "also in")) \(self.parts(item))"
        let corrected = item.openCorrection.map {
            CorrectionWords(phrases: phrases).sentence($0, of: item.episode.facts.about) + "; "
        }
        let after = afterEnd(item).map { "; \($0.label.lowercased()): \($0.value)" }.joined()
        return (corrected ?? "") + item.statement(in: phrases).line + after + parts
    }

    func marked(_ item: Digest.Item) -> String { words.marked(item) }
}
