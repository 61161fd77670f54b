package import Alerting
internal import Assessment
package import Indicators

/// The alerts that a replay gave, or where two replays differ.
package struct ReplayReport {
    private let entries: [Entry]
    private let alike: Int?
    private let zone: LocalZone
    private let language: Language

    /// One change, and on which side of a comparison it stands.
    private struct Entry {
        let event: AlertEvent
        let side: Side?
    }

    private enum Side: String {
        /// Only the configuration in force gives it.
        case before = "-"
        /// Only the other configuration gives it.
        case after = "+"
    }

    /// The changes of one replay.
    package init(_ events: [AlertEvent], by disclosure: Disclosure, zone: LocalZone, language: Language) {
        entries = events.map { Entry(event: $0.told(by: disclosure), side: nil) }
        alike = nil
        self.zone = zone
        self.language = language
    }

    /// Where the replay of another configuration differs from that of the one in force.
    ///
    /// Two changes are alike where the same is said of the same alert at the same moment.
    package init(
        _ before: [AlertEvent],
        other after: [AlertEvent],
        by disclosure: Disclosure,
        zone: LocalZone,
        language: Language
    ) {
        let (before, after) = (before.map { $0.told(by: disclosure) }, after.map { $0.told(by: disclosure) })
        let (old, new) = (Self.counted(before, language), Self.counted(after, language))
        func only(_ events: [AlertEvent], _ others: [String: Int], _ side: Side) -> [Entry] {
            var left = others
            return events.compactMap { event in
                let line = Self.line(event, language)
                guard let count = left[line], count > 0 else { return Entry(event: event, side: side) }
                left[line] = count - 1
                return nil
            }
        }
        let (gone, come) = (only(before, new, .before), only(after, old, .after))
        entries = (gone + come).sorted { ($0.event.at, $0.event.alert) < ($1.event.at, $1.event.alert) }
        alike = before.count - gone.count
        self.zone = zone
        self.language = language
    }

    private static func counted(_ events: [AlertEvent], _ language: Language) -> [String: Int] {
        events.reduce(into: [:]) { $0[line($1, language), default: 0] += 1 }
    }

    /// What is said, but for its number in the log.
    private static func line(_ event: AlertEvent, _ language: Language) -> String {
        AlertLogLine.json(event.numbered(0), by: .exact, in: language)
    }

    /// One JSON array, in the words of the alert log; of a comparison each with its `side`, `-` or `+`.
    package var json: String {
        JSONValue.array(
            written: entries.map { entry in
                let line = String(AlertLogLine.json(entry.event, by: .exact, in: language).dropLast())
                return entry.side.map { "{\"side\":\"\($0.rawValue)\",\(line.dropFirst())" } ?? line
            }
        ) + "\n"
    }

    /// One line for each change, and what it comes to.
    package var text: String {
        let rows = entries.map { entry in
            let (event, local) = (entry.event, zone.local(entry.event.at))
            return (entry.side.map { [$0.rawValue] } ?? []) + [
                "\(local.date) \(local.clock)",
                event.kind.rawValue,
                event.facts.isHidden ? "-" : event.facts.severity.rawValue,
                event.alert.description.shownSafely(limit: 120),
                message(event),
            ]
        }
        return (rows.isEmpty ? "" : TextTable(header: header, rows: rows, limit: 200).text) + summary + "\n"
    }

    private var phrases: Phrases { Phrases(language) }

    private func message(_ event: AlertEvent) -> String {
        let text = AlertStatement.message(event.kind, event.facts, in: phrases)
        let isOpening = event.kind == .opened && event.facts.isOpeningState
        return text + (isOpening ? " [\(phrases.openingState)]" : "")
    }

    private var header: [String] {
        (alike == nil ? [] : [""]) + [
            phrases.say("WANNEER", "WHEN"), phrases.say("GEBEURTENIS", "EVENT"), phrases.say("ERNST", "SEVERITY"),
            "ALERT", phrases.say("MELDING", "MESSAGE"),
        ]
    }

    private var summary: String {
        if let alike {
            let (gone, come) = (entries.count { $0.side == .before }, entries.count { $0.side == .after })
            return phrases.say(
                "gebeurtenissen: \(gone) alleen met de huidige configuratie (-), \(come) alleen met de andere (+), "
                    + "\(alike) gelijk",
                "events: \(gone) only with the present configuration (-), \(come) only with the other one (+), "
                    + "\(alike) alike"
            )
        }
        let opened = entries.filter { $0.event.kind == .opened }
        let state = opened.count { $0.event.facts.isOpeningState }
        let red = opened.count { !$0.event.facts.isOpeningState && $0.event.facts.severity == .critical }
        let ended = entries.count { $0.event.kind == .resolved || $0.event.kind == .corrected }
        let fresh = opened.count - state
        return phrases.say(
            "\(fresh) geopend (\(red) rood), \(ended) geëindigd; \(state) al open bij het begin",
            "\(fresh) opened (\(red) red), \(ended) ended; \(state) open at the beginning"
        )
    }
}
