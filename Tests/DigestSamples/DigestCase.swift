internal import AlertSamples
package import Alerting
internal import Assessment
internal import Indicators
internal import Testing

/// A digest with a name for the test's output.
package struct DigestCase: Sendable, CustomTestStringConvertible {
    package let name: String
    package let value: Digest

    package var testDescription: String { name }

    package static let recorded = [
        DigestCase(name: "one-critical", value: Sample.oneCritical), DigestCase(name: "mixed", value: Sample.mixed),
        DigestCase(name: "only-endings", value: Sample.onlyEndings),
        DigestCase(name: "empty-preview", value: Sample.emptyPreview),
        DigestCase(name: "week", value: Sample.week), DigestCase(name: "heartbeat", value: Sample.heartbeat),
        DigestCase(name: "heartbeat-open", value: Sample.heartbeatWithOpen),
        DigestCase(name: "planning-moment", value: Sample.planningMoment),
    ]

    /// The recorded ones, and one for every hostile text in every place that a stranger can write.
    package static let all = recorded + hostile

    package static let hostile = Hostile.texts.enumerated().map { index, text in
        DigestCase(name: "hostile \(index)", value: digest(of: text))
    }

    /// A digest with the text in every place that a stranger can write.
    package static func digest(of text: String) -> Digest {
        // Periods, numbers and dates are typed: nothing that a stranger wrote can stand there.
        let facts = Sample.facts(text, unit: text, targets: [Sample.target("< 1", "2030", goal: text)]).with {
            $0.about.source = text
            $0.about.owner = text
            $0.about.areaName = text
            $0.about.programmeTitle = text
            $0.about.packageTitle = text
            $0.about.package = text
        }
        let breakdown = Breakdown(pairs: ["naam": text])
        let items = Digest.Section.allCases.map {
            Sample.item(
                $0,
                facts,
                indicator: IndicatorID($0.rawValue),
                area: AreaCode("WK" + text),
                breakdown: breakdown
            )
        }
        let failure = Digest.DeliveryFailure(
            address: text,
            subject: text,
            at: Sample.at("2026-04-01 08:00"),
            reason: text
        )
        let subscription = Subscription(
            id: "s",
            who: Subscription.Recipient(address: "a@b.nl", name: text),
            about: Subscription.Scope(programmes: ["dronten-6"], packages: [text]),
            digest: nil,
            atOnce: .warning
        )
        return Sample.digest(items, failures: [failure], subscription: subscription)
    }
}
