internal import Alerting
internal import Assessment
internal import Indicators

/// What stands above the alerts of a digest: what kind of mail it is, how many there are of what, and what else its reader
/// has to know first.
struct DigestOpening: Sendable {
    let digest: Digest
    let tally: DigestTally
    let words: DigestWords
    let zone: LocalZone

    private var phrases: Phrases { words.phrases }

    /// `Overzicht van donderdag 2 juli 2026`.
    var occasion: String {
        let day = phrases.dateWithWeekday(zone.local(digest.composedAt).date)
        return words.occasion(digest.occasion, digest.context.moments, on: day)
    }

    /// The counts; of a digest that tells of nothing the lights of what is watched.
    var strip: DigestStrip {
        if digest.items.isEmpty, let lights = digest.context.lights { return DigestStrip(lights: lights, words) }
        return DigestStrip(tally, words)
    }

    /// The sentences under the heading.
    var lead: [String] {
        let isEmpty = digest.items.isEmpty && digest.failures.isEmpty && digest.context.lights == nil
        let isCountedOnly = digest.occasion == .atOnce && tally.known.count > 0
        return [
            lateness, words.explanation(of: digest.occasion), isEmpty ? words.nothingToTell : nil,
            digest.context.lights.map(lookedAt), isCountedOnly ? words.stillOpen(tally.known) : nil,
        ]
        .compactMap(\.self)
    }

    /// What was looked at; where its lights are not as many as the open alerts above, why that is.
    private func lookedAt(_ lights: [Light: Int]) -> String {
        let isSame = (lights[.red] ?? 0, lights[.amber] ?? 0) == (tally.open.red, tally.open.amber)
        let whole = words.lookedAt(lights)
        return digest.items.isEmpty || isSame ? whole : "\(whole) \(words.lightsAreNotAlerts)"
    }

    /// In seconds: a digest that is made so much later than its hour says so.
    private static let late = 3600

    private var lateness: String? {
        guard case .scheduled(let slot) = digest.occasion,
            digest.composedAt.seconds - zone.instant(slot.local).seconds > Self.late
        else { return nil }
        let isToday = zone.local(digest.composedAt).date == slot.local.date
        let clock = phrases.clock(secondOfDay: slot.local.secondOfDay)
        return words.isLate(planned: isToday ? words.say("om \(clock)", "\(clock)") : phrases.moment(slot.local))
    }
}
