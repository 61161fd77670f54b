package import Indicators

/// What every page needs to find its words, beside what it shows.
package struct PagePlan: Sendable {
    package let disclosure: Disclosure
    package let zone: LocalZone
    package let phrases: Phrases

    /// A plan.
    ///
    /// - Parameters:
    ///   - disclosure: what may be told.
    ///   - zone: the zone of the moments.
    ///   - phrases: the language.
    package init(by disclosure: Disclosure, zone: LocalZone, phrases: Phrases) {
        self.disclosure = disclosure
        self.zone = zone
        self.phrases = phrases
    }

    func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    /// A day in a sentence: `1 april 2026`.
    func date(_ moment: Instant) -> String { phrases.date(zone.local(moment).date) }

    /// A moment in a sentence: `1 april 2026 om 08.00 uur`.
    func moment(_ moment: Instant) -> String { phrases.dateAndTime(zone.local(moment)) }

    /// A moment in a table: `01-04-2026 08:00`.
    func brief(_ moment: Instant) -> String {
        let local = zone.local(moment)
        return "\(brief(local.date)) \(local.clock)"
    }

    /// A day in a table: `01-04-2026`.
    func brief(_ date: CalendarDate) -> String {
        "\(date.day.padded(to: 2))-\(date.month.padded(to: 2))-\(date.year)"
    }

    var values: ValueWords { ValueWords(disclosure: disclosure, zone: zone, phrases: phrases) }
}
