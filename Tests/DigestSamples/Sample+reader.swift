internal import AlertSamples
package import Alerting
internal import Assessment
internal import Indicators

/// Digests as their readers get them in an ordinary week.
extension Sample {
    /// Two red, one amber, and much that was told before.
    package static let week: Digest = {
        var digest = Sample.digest(
            [helped, wmo, rent, worsenedLonely, income, edited] + late + [reminder, takenUp] + openAmber,
            composedAt: at("2026-07-02 07:00")
        )
        digest.context.earlier = [
            SeriesKey(indicator: "goed-geholpen", area: "GM0303"): earlier("72", "2024"),
            SeriesKey(indicator: "wmo", area: "GM0303"): earlier("108", "2024"),
            SeriesKey(indicator: "eenzaamheid", area: "GM0303"): earlier("25.4", "2024"),
        ]
        return digest
    }()

    /// Nothing deviates, and it says so.
    package static let heartbeat: Digest = {
        var digest = Sample.digest([], subscription: withHeartbeat)
        digest.context.lights = [.green: 130, .grey: 21]
        return digest
    }()

    /// There is no news, and something is open still.
    package static let heartbeatWithOpen: Digest = {
        var digest = Sample.digest([reminder, takenUp] + openAmber, subscription: withHeartbeat)
        digest.context.lights = [.red: 2, .amber: 3, .green: 125, .grey: 21]
        return digest
    }()

    /// A digest of a day of planning and control, which came late.
    package static let planningMoment: Digest = {
        let moments = [CalendarDate("2026-07-02")].compactMap(\.self)
            .map { PlanningMoment(name: "zomernota", date: $0) }
        let subscription = Subscription(
            id: "raad",
            who: Subscription.Recipient(address: "griffie@dronten.example"),
            digest: DigestTimes(secondsOfDay: [7 * 3600], weekdays: [], monthDays: [1, 31], moments: moments)
        )
        var digest = Sample.digest([wmo], subscription: subscription, composedAt: at("2026-07-02 09:30"))
        digest.context.moments = moments
        return digest
    }()

    private static let withHeartbeat = Subscription(
        id: "wethouder",
        who: Subscription.Recipient(address: "wethouder@dronten.example"),
        digest: DigestTimes(secondsOfDay: [7 * 3600], weekdays: [1]),
        atOnce: .critical,
        hasHeartbeat: true
    )

    private static func earlier(_ value: String, _ period: String) -> DigestContext.EarlierValue {
        guard let amount = ExactDecimal(value), let period = Period(period) else {
            preconditionFailure("\(value) of \(period) is no value.")
        }
        return DigestContext.EarlierValue(amount: amount, period: period)
    }

    private static let helped = item(
        .new,
        facts("Goed geholpen", value: "69", unit: "%", targets: [target("> 74%", "2025")]),
        indicator: "goed-geholpen"
    )
    .handled(
        Handling(
            explanation: Alerting.Explanation(
                cause: answer("Sinds maart is de wachttijd bij de toegang opgelopen."),
                measure: answer("Twee consulenten erbij vanaf september.")
            )
        )
    )

    private static let wmo = item(
        .new,
        facts("Wmo-maatwerk", value: "113", targets: [target("< 108 per 1000", "2025")]),
        indicator: "wmo"
    )

    private static let rent = item(
        .new,
        facts("Huurachterstanden", .warning, value: "5.2", unit: "%", targets: [target("≤ 5%", "2025")]),
        indicator: "huur"
    )

    private static let worsenedLonely = item(
        .worsened,
        facts("Gemiddelde eenzaamheid", .warning, value: "25.5", unit: "%", targets: [target("< 25,3%", "2025")]),
        indicator: "eenzaamheid"
    )

    private static let income = item(
        .resolved,
        facts("Laag inkomen", .critical, .targetMet, value: "4.1", unit: "%", targets: [target("≤ 4,2%", "2025")]),
        indicator: "laag-inkomen"
    )

    private static let edited: Digest.Item = {
        func terms(_ text: String) -> JudgementTerms {
            let target = Period("2026").map { JudgementTerms.Target(goal: nil, period: $0, text: text) }
            return JudgementTerms(unit: "%", better: "lower", targets: [target].compactMap(\.self))
        }
        let facts = Sample.facts("Schooluitval", .warning, value: "2.4", unit: "%", targets: [target("≤ 2%", "2025")])
            .with {
                $0.edit = JudgementEdit(cause: .edited, before: terms("< 2,5%"), after: terms("≤ 2%"), wasOpen: true)
            }
        return item(.edited, facts, indicator: "schooluitval")
    }()

    private static let reminder = item(
        .stillOpen,
        facts("Moeite met rondkomen", value: "13.4", unit: "%", targets: [target("≤ 11%", "2025")]),
        indicator: "rondkomen"
    )

    private static let takenUp = item(
        .stillOpen,
        facts("Jeugd met verblijf", value: "31", unit: "per 1000", targets: [target("< 25 per 1000", "2025")]),
        indicator: "verblijf"
    )
    .handled(
        Handling(
            acknowledgement: Acknowledgement(
                by: "Jan Jansen",
                why: "overleg met de regio loopt",
                at: at("2026-06-20 10:00"),
                until: .nextMeasurement
            )
        )
    )

    private static let openAmber = ["Vrijwilligers", "Sportdeelname", "Mantelzorg"].enumerated().map { index, title in
        item(
            .stillOpen,
            facts(title, .warning, value: "5\(index)", unit: "%", targets: [target("> 59%", "2025")]).with {
                $0.about.package = index == 2 ? "6P" : "6M"
            },
            indicator: IndicatorID(title)
        )
    }

    private static let late = (1...9).map { number in
        item(
            number == 1 ? .new : .stillOpen,
            facts("Begrotingsregel \(number)", .warning, .overdue, value: nil, unit: "€ 1.000", targets: [])
                .overdue(number > 6 ? "2026-Q1" : "2026-05")
                .with { $0.about.source = number > 6 ? "GGD Flevoland" : "Financiën" },
            indicator: IndicatorID("late-\(number)"),
            rule: .overdue
        )
    }

    private static func answer(_ text: String) -> Alerting.Explanation.Answer {
        Alerting.Explanation.Answer(text: text, by: "Jan Jansen", at: at("2026-06-20 10:00"))
    }
}

extension Digest.Item {
    fileprivate func handled(_ handling: Handling) -> Digest.Item {
        var episode = episode
        episode.handling = handling
        return Digest.Item(section: section, episode: episode)
    }
}
