package import AlertSamples
package import Alerting
package import Assessment
internal import Foundation
package import Indicators
package import Telling

/// Episodes and digests for the tests, after the Dronten programme.
package enum Sample {
    package static let amsterdam = LocalZone(name: "Europe/Amsterdam") { instant in
        TimeZone(identifier: "Europe/Amsterdam")?.secondsFromGMT(
            for: Date(timeIntervalSince1970: TimeInterval(instant.seconds))
        )
            ?? 0
    }
    package static let sender = MailSender(address: "peilwacht@dronten.example")

    /// A moment on the clock in Amsterdam: `2026-04-01 08:00`.
    package static func at(_ text: String) -> Instant {
        let parts = text.split(separator: " ")
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        let date = CalendarDate(parts[0]) ?? CalendarDate(dayNumber: 0)
        return amsterdam.instant(LocalDateTime(date: date, secondOfDay: clock[0] * 3600 + clock[1] * 60))
    }

    package static func facts(
        _ title: String = "Wmo-maatwerk",
        _ severity: Severity = .critical,
        _ reason: Reason = .targetMissed,
        value: String? = "112",
        unit: String = "per 1000",
        period: String? = "2025",
        targets: [SampleTarget] = [target("< 108 per 1000", "2025")]
    ) -> FindingFacts {
        let facts = FindingFacts.sample(
            title,
            severity,
            reason,
            value: value,
            unit: unit,
            period: period,
            targets: targets
        )
        return facts.with {
            $0.about.programme = "dronten-6"
            $0.about.programmeTitle = "Programma 6 Sociaal domein"
            $0.about.packageTitle = "Maatwerkvoorzieningen"
            $0.about.source = "CBS, Monitor sociaal domein"
            $0.about.owner = "Wethouder Wmo"
            $0.next = due("2026", "2027-07-01")
        }
    }

    /// A period with the day by which its value is due.
    package static func due(_ period: String, _ date: String) -> DuePeriod? {
        Period(period).flatMap { period in CalendarDate(date).map { DuePeriod(period: period, date: $0) } }
    }

    package static func target(
        _ bound: String,
        _ period: String,
        goal: String? = nil,
        notation: String? = nil
    ) -> SampleTarget {
        SampleTarget(bound, period, goal: goal, notation: notation)
    }

    package static func item(
        _ section: Digest.Section,
        _ facts: FindingFacts,
        indicator: IndicatorID = "wmo-maatwerk",
        rule: RuleName = .target,
        number: Int = 1,
        area: AreaCode = "GM0303",
        breakdown: Breakdown = .total
    ) -> Digest.Item {
        let series = SeriesKey(indicator: indicator, area: area, breakdown: breakdown)
        let isClosed = section == .resolved || section == .corrected
        let episode = Episode(
            alert: AlertKey(rule: rule, series: series),
            number: number,
            openedAt: at("2026-04-01 07:30"),
            closedAt: isClosed ? at("2026-07-02 09:15") : nil,
            facts: facts
        )
        return Digest.Item(section: section, episode: episode)
    }

    package static let subscription = Subscription(
        id: "beleid-6",
        who: Subscription.Recipient(address: "m.devries@dronten.example", name: "Maaike de Vries"),
        about: Subscription.Scope(programmes: ["dronten-6"]),
        digest: DigestTimes(secondsOfDay: [7 * 3600], weekdays: Set(1...5)),
        atOnce: .critical
    )

    package static func digest(
        _ items: [Digest.Item],
        occasion: Digest.Occasion = .scheduled(slot),
        failures: [Digest.DeliveryFailure] = [],
        subscription: Subscription = subscription,
        composedAt: Instant = at("2026-07-02 07:00")
    ) -> Digest {
        Digest(subscription: subscription, occasion: occasion, composedAt: composedAt, items: items, failures: failures)
    }

    package static let slot = DigestSlot(
        local: LocalDateTime(date: CalendarDate("2026-07-02") ?? CalendarDate(dayNumber: 0), secondOfDay: 7 * 3600)
    )
}

/// The digests of the golden files.
extension Sample {
    package static let oneCritical = digest(
        [item(.new, facts())],
        occasion: .atOnce,
        composedAt: at("2026-04-01 08:00")
    )

    package static let emptyPreview = digest([], occasion: .preview, composedAt: at("2026-04-01 08:00"))

    package static let onlyEndings = digest([
        item(.resolved, facts("Wmo-maatwerk", .critical, .targetMet, value: "105")),
        item(.resolved, received, indicator: "goed-geholpen", rule: .overdue),
    ])

    private static let received = facts(
        "Inwoners die zich goed geholpen voelen",
        .warning,
        .onTime,
        value: nil,
        unit: "%",
        targets: []
    )

    package static let mixed = digest(
        [new, overdue, relative, worsened, eased, corrected, resolved, withdrawn, open, openOverdue],
        failures: failures,
        composedAt: at("2026-07-02 09:20")
    )

    private static let new = item(
        .new,
        facts(
            "Wmo-maatwerk",
            targets: [
                target("< 110 per 1000", "2025"), target("< 109 per 1000", "2025", goal: "6N-2"),
                target("< 105 per 1000", "2030", goal: "6N-9"),
            ]
        )
        .with { $0.isProvisional = true },
        number: 2
    )
    private static let overdue = item(
        .new,
        facts(
            "Mantelzorgers die zich zwaar belast voelen",
            .warning,
            .overdue,
            value: nil,
            unit: "%",
            period: "2024",
            targets: []
        )
        .overdue("2024", "2025"),
        indicator: "belaste-mantelzorgers",
        rule: .overdue
    )
    private static let relative = item(
        .new,
        facts(
            "Lopende uitkeringen",
            .warning,
            .notYetReached,
            value: "1450",
            unit: "aantal",
            period: "2026-Q1",
            targets: [target("≤ 1350", "2026-Q4", goal: "6P-1", notation: "-10% t.o.v. 2024-Q4")]
        )
        .with {
            $0.next = due("2026-Q2", "2026-08-15")
            $0.about.owner = nil
        },
        indicator: "lopende-uitkeringen"
    )
    private static let worsened = item(
        .worsened,
        facts("Gemiddelde eenzaamheid", .warning, value: "25.5", unit: "%", targets: [target("< 25,3%", "2025")])
            .with {
                $0.about.isDerived = true
                $0.about.source = nil
            },
        indicator: "gemiddelde-eenzaamheid"
    )
    private static let eased = item(
        .eased,
        facts(
            "Vrijwilligers",
            .warning,
            .notYetReached,
            value: "55",
            unit: "%",
            targets: [target("> 59%", "2026", goal: "6M3-1")]
        ),
        indicator: "vrijwilligers"
    )
    private static let corrected = item(
        .corrected,
        facts("Emotioneel eenzaam", .critical, .revised, value: "9.8", unit: "%", targets: [target("≤ 10,2%", "2025")])
            .with { $0.revision = 2 },
        indicator: "emotioneel-eenzaam-65",
        breakdown: Breakdown(pairs: ["leeftijd": "65+"])
    )
    private static let resolved = item(
        .resolved,
        facts("Laag inkomen", .critical, .targetMet, value: "4.1", unit: "%", targets: [target("≤ 4,2%", "2025")]),
        indicator: "laag-inkomen"
    )
    private static let withdrawn = item(
        .resolved,
        facts("Studietoeslag", .warning, .withdrawn, value: "12", unit: "aantal", targets: [target("≥ 20", "2025")]),
        indicator: "studietoeslag"
    )
    private static let open = item(
        .stillOpen,
        facts("Moeite met rondkomen", .critical, value: "13.4", unit: "%", targets: [target("≤ 11%", "2025")]),
        indicator: "moeite-rondkomen",
        area: "WK030301"
    )
    .renamed("Swifterbant")
    private static let openOverdue = item(
        .stillOpen,
        facts("Scholen met financiële educatie", .warning, .overdue, value: nil, period: "2025/2026", targets: [])
            .overdue("2025/2026"),
        indicator: "scholen-financiele-educatie",
        rule: .overdue
    )
    private static let failures = [
        Digest.DeliveryFailure(
            address: "j.jansen@dronten.example",
            subject: "[Rood] Wmo-maatwerk 112 per 1000 (streefwaarde < 108)",
            at: at("2026-04-01 08:01"),
            reason: "550 5.1.1 <j.jansen@dronten.example>: Recipient address rejected: User unknown"
        )
    ]
}

extension Digest.Item {
    fileprivate func renamed(_ area: String) -> Digest.Item {
        var episode = episode
        episode.facts.about.areaName = area
        return Digest.Item(section: section, episode: episode)
    }
}
