package import Alerting
internal import Assessment
package import Indicators

/// Open episodes, or all.
package struct AlertsReport: Sendable {
    private let episodes: [Episode]
    private let zone: LocalZone
    private let phrases: Phrases

    package init(_ episodes: [Episode], by disclosure: Disclosure, zone: LocalZone, phrases: Phrases) {
        self.episodes = episodes.map { $0.told(by: disclosure) }
        self.zone = zone
        self.phrases = phrases
    }

    /// One JSON array, with the words of the alert log.
    package var json: String { JSONValue.array(objects.map(JSONValue.object)).line }

    /// The objects of that array.
    package var objects: [JSONObject] { episodes.map(object) }

    private func object(_ episode: Episode) -> JSONObject {
        let facts = episode.facts
        var object = JSONObject()
        object.add("alert", text: episode.alert.description)
        object.add("episode", text: episode.id)
        object.add("state", text: episode.closedAt == nil ? "open" : "closed")
        object.add("opened_at", text: zone.timestamp(episode.openedAt))
        object.add("closed_at", text: episode.closedAt.map(zone.timestamp))
        object.add(facts, of: episode.alert, title: facts.about.title, in: phrases)
        object.add("message", text: message(episode))
        object.add("import", text: facts.value?.importHash)
        if facts.isOpeningState { object.add("opening_state", flag: true) }
        object.add(episode.handling, in: zone)
        return object
    }

    private func message(_ episode: Episode) -> String {
        episode.closedAt == nil
            ? AlertStatement.corrected(episode.facts, in: phrases)
            : AlertStatement.of(episode.facts, isClosed: true, in: phrases).message
    }

    /// A table, for whatever reads lines: the gravest first, and of those the ones that are open longest.
    package var text: String { TextTable(header: header, rows: gravestFirst.map(row), limit: 400).text }

    /// The same for a terminal: the name of each alert, which is never cut, and under it what it says.
    package func text(on layout: TerminalLayout) -> String {
        gravestFirst.map { entry($0, on: layout) }.joined()
    }

    private func entry(_ episode: Episode, on layout: TerminalLayout) -> String {
        let cells = row(episode).map { $0.shownSafely(limit: 1000) }
        let since = cells[1...2].joined(separator: " – ")
        let head = "\(layout.painted(cells[0], paint(of: episode)))  \(since)  \(cells[3])"
        let words = layout.wrapped(cells[4], to: layout.width - 4).map { "    \($0)" }
        return ([head] + words).map { $0 + "\n" }.joined()
    }

    private var gravestFirst: [Episode] {
        episodes.sorted { one, other in
            guard one.facts.severity == other.facts.severity else { return one.facts.severity > other.facts.severity }
            return (one.openedAt, one.alert) < (other.openedAt, other.alert)
        }
    }

    private func paint(of episode: Episode) -> TerminalPaint? {
        guard !episode.facts.isHidden else { return nil }
        return switch episode.facts.severity {
        case .critical: .red
        case .warning: .amber
        }
    }

    private func row(_ episode: Episode) -> [String] {
        [
            episode.facts.isHidden ? "-" : episode.facts.severity.rawValue,
            zone.local(episode.openedAt).date.description,
            episode.closedAt.map { zone.local($0).date.description } ?? "open",
            episode.alert.description,
            words(of: episode),
        ]
    }

    /// What is said of an alert behind its name: its message, whether it was so already when the watch began, and what people
    /// did with it.
    ///
    /// - Parameter told: the alert as it may be told.
    /// - Returns: sentences, of which the first one is the message.
    func words(of told: Episode) -> String { message(told) + marks(of: told) }

    /// The same for a page, where the title stands beside it and days are written as people write them.
    func pageWords(of told: Episode) -> String {
        AlertStatement.besideTitle(told.facts, in: phrases) + marks(of: told)
    }

    private func marks(of told: Episode) -> String {
        (told.facts.isOpeningState ? " [\(phrases.openingState)]" : "") + handled(told)
    }

    /// Who took it up, what is silent, and what was answered.
    private func handled(_ episode: Episode) -> String {
        let lines = HandlingWords(zone: zone, phrases: phrases).lines(of: episode.handling)
        return lines.map { " [\($0)]" }.joined()
    }

    private var header: [String] {
        [
            phrases.say("ERNST", "SEVERITY"), phrases.say("SINDS", "SINCE"), phrases.say("TOT", "UNTIL"),
            phrases.say("NAAM", "ALERT"), phrases.say("MELDING", "MESSAGE"),
        ]
    }
}

extension AlertsReport {
    /// The same report page by page, for as many episodes as there may be.
    package struct Pages: Sendable {
        private let disclosure: Disclosure
        private let zone: LocalZone
        private let phrases: Phrases
        private let isJSON: Bool
        private var isFirst = true

        package init(by disclosure: Disclosure, zone: LocalZone, phrases: Phrases, isJSON: Bool) {
            self.disclosure = disclosure
            self.zone = zone
            self.phrases = phrases
            self.isJSON = isJSON
        }

        /// The longest of the words and dates that stand in them.
        private static let widths = [8, 10, 10, 30]

        /// What stands before the first page.
        package var beginning: String {
            isJSON
                ? "["
                : TextTable(header: report([]).header, rows: [], limit: 400, minimumWidths: Self.widths).text
        }

        /// One page.
        package mutating func next(_ episodes: [Episode]) -> String {
            let report = report(episodes)
            guard isJSON else {
                return TextTable(
                    header: nil,
                    rows: report.episodes.map(report.row),
                    limit: 400,
                    minimumWidths: Self.widths
                ).text
            }
            defer { isFirst = false }
            return (isFirst ? "" : ",") + report.episodes.map { report.object($0).line }.joined(separator: ",")
        }

        /// What stands behind the last page.
        package var end: String { isJSON ? "]\n" : "" }

        private func report(_ episodes: [Episode]) -> AlertsReport {
            AlertsReport(episodes, by: disclosure, zone: zone, phrases: phrases)
        }
    }
}
