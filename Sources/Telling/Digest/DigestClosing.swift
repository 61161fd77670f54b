internal import Alerting
internal import Assessment
internal import Indicators

/// Says why a mail was sent, when, and by whom.
struct DigestClosing: Sendable {
    let words: DigestWords
    let zone: LocalZone

    private var phrases: Phrases { words.phrases }

    func sentences(for digest: Digest) -> [String] { sentences(for: [digest]) }

    /// The sentences of one mail that is sent for several subscriptions of one reader.
    func sentences(for digests: [Digest]) -> [String] {
        guard let first = digests.first else { return [words.legend] }
        return [words.legend]
            + digests.map { "\(words.reason(scope(of: $0))) \(timing(of: $0.subscription))" }
            + [words.automatic(at: momentWithZone(first.composedAt)) + lateness(of: first)]
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
        let sentences = [
            subscription.digest.flatMap(fixedHours), subscription.atOnce.map(atOnce),
            subscription.digest == nil ? words.editsInNextMail : nil,
        ]
        .compactMap(\.self)
        return sentences.joined(separator: " ")
    }

    private func fixedHours(_ times: DigestTimes) -> String? {
        guard !times.weekdays.isEmpty, !times.secondsOfDay.isEmpty else { return nil }
        let hours = phrases.list(times.secondsOfDay.map { phrases.clock(secondOfDay: $0) })
        let days = weekdays(times.weekdays)
        return words.say(
            "Het overzicht komt \(days) om \(hours), alleen als er iets te melden is.",
            "The digest comes \(days) at \(hours), only when there is something to tell."
        )
    }

    private func weekdays(_ days: Set<Int>) -> String {
        if days == Set(1...7) { return words.say("elke dag", "every day") }
        if days == Set(1...5) { return words.say("van maandag tot en met vrijdag", "Monday through Friday") }
        let named = days.sorted().filter { (1...7).contains($0) }.map(phrases.weekday)
        return words.say("op ", "on ") + phrases.list(named)
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

    /// Says so where a digest was made well after its hour, since nobody watched at that time.
    private func lateness(of digest: Digest) -> String {
        guard case .scheduled(let slot) = digest.occasion,
            digest.composedAt.seconds - zone.instant(slot.local).seconds >= 1800
        else { return "" }
        let planned = phrases.moment(slot.local)
        return " " + words.say("Het was gepland voor \(planned).", "It was planned for \(planned).")
    }
}
