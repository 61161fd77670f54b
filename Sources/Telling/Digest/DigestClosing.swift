internal import Alerting
internal import Assessment
internal import Indicators

/// Says why a mail was sent, when, and by whom.
struct DigestClosing: Sendable {
    let words: DigestWords
    let zone: LocalZone

    private var phrases: Phrases { words.phrases }

    /// The paragraphs: why it is sent and when, and how it was made and is to be read.
    func sentences(for digest: Digest) -> [String] { sentences(for: [digest], legend: words.legend) }

    /// The paragraphs of one mail that is sent for several subscriptions of one reader.
    func sentences(for digests: [Digest], legend: String) -> [String] {
        guard let first = digests.first else { return [legend] }
        let reasons = digests.map { digest in
            digest.subscription.escalation == nil
                ? "\(words.reason(scope(of: digest))) \(timing(of: digest.subscription))" : words.inPlaceOfOthers
        }
        return reasons
            + ["\(words.automatic(at: momentWithZone(first.composedAt))) \(legend)"]
    }

    // MARK: About what

    /// The programmes and packages by their titles where the digest knows them, else by their ids.
    private func scope(of digest: Digest) -> String {
        let about = digest.subscription.about
        var programmes: [String: String] = [:]
        for item in digest.items {
            programmes[item.episode.facts.about.programme] = item.episode.facts.about.programmeTitle
        }
        let named = about.programmes.sorted().map { (programmes[$0] ?? $0).oneLine(limit: 160) }
        let packages = about.packages.sorted().map { $0.oneLine(limit: 60) }
        let owners = about.owners.sorted().map { words.say("alles van ", "all of ") + $0.oneLine(limit: 120) }
        guard !named.isEmpty || !packages.isEmpty || !owners.isEmpty else {
            return words.say("alle programma’s", "all programmes")
        }
        return phrases.list(
            listed(named, "programma", "programma’s", "programme") + listed(packages, "pakket", "pakketten", "package")
                + owners
        )
    }

    private func listed(_ names: [String], _ one: String, _ many: String, _ english: String) -> [String] {
        guard !names.isEmpty else { return [] }
        let noun = names.count == 1 ? words.say(one, english) : words.say(many, "\(english)s")
        // A title such as "Programma 6 Sociaal domein" begins with the word already.
        let repeats = names.count == 1 && [one, english].contains { names[0].lowercased().hasPrefix($0) }
        return [repeats ? names[0] : "\(noun) \(phrases.list(names))"]
    }

    // MARK: When

    private func timing(of subscription: Subscription) -> String {
        let hours = subscription.digest.flatMap { fixedHours($0, hasHeartbeat: subscription.hasHeartbeat) }
        let sentences = [
            hours, subscription.atOnce.map(atOnce), subscription.digest == nil ? words.editsInNextMail : nil,
        ]
        .compactMap(\.self)
        return sentences.joined(separator: " ")
    }

    private func fixedHours(_ times: DigestTimes, hasHeartbeat: Bool) -> String? {
        let days = [weekdays(times.weekdays), monthDays(times.monthDays), moments(times.moments)].compactMap(\.self)
        guard !days.isEmpty, !times.secondsOfDay.isEmpty else { return nil }
        let hours = phrases.list(times.secondsOfDay.map { phrases.clock(secondOfDay: $0) })
        let when = "\(phrases.list(days)) \(words.say("om", "at")) \(hours)"
        return hasHeartbeat
            ? words.say(
                "Het overzicht komt \(when), ook als er niets te melden is.",
                "The digest comes \(when), also when there is nothing to tell."
            )
            : words.say(
                "Het overzicht komt \(when), alleen als er iets te melden is.",
                "The digest comes \(when), only when there is something to tell."
            )
    }

    private func weekdays(_ days: Set<Int>) -> String? {
        if days.isEmpty { return nil }
        if days == Set(1...7) { return words.say("elke dag", "every day") }
        if days == Set(1...5) { return words.say("van maandag tot en met vrijdag", "Monday through Friday") }
        let named = days.sorted().filter { (1...7).contains($0) }.map(phrases.weekday)
        return words.say("op ", "on ") + phrases.list(named)
    }

    /// `op de 1e en de laatste dag van de maand`: the 31st is the last day of any month.
    private func monthDays(_ days: Set<Int>) -> String? {
        guard !days.isEmpty else { return nil }
        let named = days.sorted().map { day in
            day == 31 ? words.say("de laatste", "the last") : words.say("de \(day)e", "the \(words.ordinal(day))")
        }
        return words.say("op \(phrases.list(named)) dag van de maand", "on \(phrases.list(named)) day of the month")
    }

    /// `op P&C-momenten (zomernota en begroting)`.
    private func moments(_ moments: [PlanningMoment]) -> String? {
        guard !moments.isEmpty else { return nil }
        let names = moments.map { $0.name.oneLine(limit: 80) }
        let distinct = names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
        return words.say("op P&C-momenten", "on planning moments") + " (\(phrases.list(distinct)))"
    }

    private func atOnce(_ severity: Severity) -> String {
        switch severity {
        case .critical: words.say("Rode meldingen krijgt u direct.", "Red alerts reach you at once.")
        case .warning:
            words.say("Nieuwe en ergere meldingen krijgt u direct.", "New and worsened alerts reach you at once.")
        }
    }

    /// The moment with the name of its time: `woensdag 1 april 2026 om 08.00 uur (Nederlandse tijd)`.
    private func momentWithZone(_ instant: Instant) -> String {
        "\(phrases.moment(zone.local(instant))) (\(zoneName))"
    }

    private var zoneName: String {
        guard zone.name == "Europe/Amsterdam" else { return zone.name.oneLine(limit: 60) }
        return words.say("Nederlandse tijd", "Dutch time")
    }
}
