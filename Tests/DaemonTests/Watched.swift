import Alerting
import Assessment
import Catalogue
import Daemon
import Feeds
import Foundation
import Indicators
import Storage
import Synchronization
import TestSupport
import Testing

/// Configurations as the tests of this room write them, and what they do with a store.
enum Watched {
    /// A moment in UTC: `2026-04-01T08:00:00Z`.
    static func moment(_ text: String) throws -> Instant {
        let date = try #require(ISO8601DateFormatter().date(from: text))
        return Instant(seconds: Int(date.timeIntervalSince1970))
    }

    /// Somebody who gets everything each morning, and at once what is red.
    static let wethouder = """
          - id: wethouder
            who: wethouder@dronten.example
            about: all
            when: {digest: {at: ["07:00"], days: daily}, at_once: critical}
        """

    /// Somebody who gets everything each morning.
    static let beleid = """
          - id: beleid
            who: beleid@dronten.example
            about: all
            when: {digest: {at: ["07:00"], days: daily}}
        """

    /// A configuration with one package of these indicators.
    static func configuration(
        _ indicators: String,
        rules: String = "{}",
        subscriptions: String = wethouder,
        top: String = "",
        in root: String = "/srv",
        by registry: RuleRegistry = .standard
    ) throws -> Configuration {
        var small = try SmallConfiguration()
        let head = small.configuration.components(separatedBy: "subscriptions:")[0]
        small.configuration = "language: nl\nrules: \(rules)\n\(top)\n\(head)subscriptions:\n\(subscriptions)\n"
        let indented = indicators.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
        small.programme = """
            programme: dronten
            title: Programma 6
            area: {code: GM0303, name: Dronten}
            packages:
              - id: A
                title: Pakket A
                indicators:
            \(indented)
            """ + "\n"
        return try small.load(root: root, rules: registry)
    }

    static func active(
        _ indicators: String,
        rules: String = "{}",
        subscriptions: String = wethouder,
        top: String = "",
        by registry: RuleRegistry = .standard
    ) throws -> ActiveConfiguration {
        ActiveConfiguration(
            try configuration(indicators, rules: rules, subscriptions: subscriptions, top: top, by: registry)
        )
    }

    static func key(_ indicator: IndicatorID, area: AreaCode = "GM0303", _ part: String? = nil) -> SeriesKey {
        SeriesKey(
            indicator: indicator,
            area: area,
            breakdown: part.map { Breakdown(pairs: ["leeftijd": $0]) } ?? .total
        )
    }

    /// An indicator of the year 2026, as a line of a configuration.
    static func yearly(_ id: String, _ more: String = "targets: {2026: \"<100\"}") -> String {
        "- {id: \(id), title: Titel \(id), unit: aantal, better: lower, cadence: year, due: 365 days, \(more)}"
    }
}

extension IntakeStore {
    /// Takes in a file with a value of 2026 for each series.
    func take(
        _ values: [(SeriesKey, String)],
        by active: ActiveConfiguration,
        of year: Int = 2026,
        at now: Instant
    ) async throws {
        let rows = try values.map { key, value in
            RowOutcome.observed(
                ObservedRow(
                    line: 2,
                    series: key,
                    observation: Observation(
                        period: try #require(Period.year(year)),
                        value: try #require(ExactDecimal(value))
                    )
                )
            )
        }
        let rest = Mutex(rows[...])
        let first = values.prefix(4).map { "\($0.0)=\($0.1)" }.joined()
        let hash = "\(first)+\(values.count)\(year)@\(now.milliseconds)"
        let outcome = try await record(
            import: ImportHeader(fileName: "a.csv", hash: hash, byteCount: 1, at: now),
            rows: { rest.withLock { $0.popFirst() } },
            dependants: { active.dependence.dependants(of: $0) }
        )
        guard case .accepted = outcome else {
            Issue.record("the file was not taken in: \(outcome)")
            return
        }
    }
}

extension JudgingStore {
    /// Takes the configuration over and judges; its indicators are under watch already.
    @discardableResult
    func judge(by active: ActiveConfiguration, at now: Instant) async throws -> Judge.Summary {
        try await adopt(expected: active.expectedSeries, at: now)
        try await endOpening(of: openingIndicators())
        let judge = Judge(store: self, active: active)
        var summary = try await judge.runEdits(at: now)
        let news = try await judge.run(at: now) {}
        summary.judged = news.judged
        summary.transitions += news.transitions
        summary.urgent += news.urgent
        return summary
    }

    /// The series that have to be judged.
    func marked(at now: Instant) async throws -> Set<SeriesKey> {
        Set(try await seriesToJudge(at: now, limit: 10_000).map(\.key))
    }
}

extension Judge.Summary {
    /// What happened: `opened target:wmo/GM0303`.
    var told: [String] { transitions.map { "\($0.kind.rawValue) \($0.episode.alert)" } }
}

extension OutboxStore {
    /// Every mail as its text, oldest first; the tests' words need no encoding.
    func mails() async throws -> [String] {
        var mails: [String] = []
        for message in try await messages(after: 0, limit: 1000) {
            mails.append(String(decoding: try await bytes(ofMessage: message.id) ?? [], as: UTF8.self))
        }
        return mails
    }
}

extension String {
    /// A mail without its line breaks, and those of its encoding.
    var inOneLine: String {
        replacing("=\r\n", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
