import AlertSamples
import Alerting
import Assessment
import Foundation
import Indicators
import Testing

/// Findings, facts and episodes for the tests.
enum Sample {
    static let amsterdam = LocalZone(name: "Europe/Amsterdam") { instant in
        TimeZone(identifier: "Europe/Amsterdam")?.secondsFromGMT(
            for: Date(timeIntervalSince1970: TimeInterval(instant.seconds))
        )
            ?? 0
    }

    static let series = SeriesKey(indicator: "wmo", area: "GM0303")

    static func indicator(programme: String = "dronten", package: String = "6N") -> Indicator {
        Indicator(
            id: "wmo",
            title: "Wmo-maatwerk",
            unit: .perThousand,
            better: .lower,
            cadence: Cadence(.year, dueDays: 120),
            programme: programme,
            package: package
        )
    }

    static func facts(
        _ severity: Severity = .critical,
        _ reason: Reason = .targetMissed,
        value: String? = "112",
        period: String? = "2025",
        revision: Int? = 1
    ) -> FindingFacts {
        FindingFacts.sample(
            "Wmo-maatwerk",
            severity,
            reason,
            value: value,
            unit: "per 1000",
            period: period,
            revision: revision ?? 1,
            targets: [SampleTarget("< 108 per 1000", "2025", notation: "<108")]
        )
        .with { $0.about.better = .lower }
    }

    static func episode(
        _ facts: FindingFacts = facts(),
        rule: RuleName = .target,
        number: Int = 1,
        series: SeriesKey = series,
        closed: Bool = false
    ) -> Episode {
        Episode(
            alert: AlertKey(rule: rule, series: series),
            number: number,
            openedAt: at(100),
            closedAt: closed ? at(200) : nil,
            facts: facts
        )
    }

    static func at(_ seconds: Int) -> Instant { Instant(seconds: seconds) }

    /// A moment as an RFC 3339 text with an offset names it.
    static func moment(_ text: String) throws -> Instant {
        let date = try #require(ISO8601DateFormatter().date(from: text))
        return Instant(seconds: Int(date.timeIntervalSince1970))
    }

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func subscription(
        _ id: String = "s",
        about: Subscription.Scope = Subscription.Scope(),
        digest: DigestTimes? = daily,
        atOnce: Severity? = nil
    ) -> Subscription {
        Subscription(
            id: id,
            who: Subscription.Recipient(address: "a@b.nl"),
            about: about,
            digest: digest,
            atOnce: atOnce
        )
    }

    static let daily = DigestTimes(secondsOfDay: [7 * 3600])
}
