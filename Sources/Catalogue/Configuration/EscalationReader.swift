internal import Alerting
internal import Assessment
internal import Indicators

/// Reads who is told in the place of somebody who does not take an alert up.
struct EscalationReader {
    /// What is read.
    struct Draft {
        let to: Subscription.Recipient
        let after: Escalation.Patience
        let least: Severity
    }

    let faults: FaultList

    /// What the section says; `nil` where a part is missing, which is then among the faults.
    func draft(in section: Section, to recipient: Subscription.Recipient?) -> Draft? {
        let after = section.value("after", expecting: Self.patienceWords, Self.patience)
        let least = section.word("least", of: Severity.self)?.value ?? .warning
        guard let recipient, let after else { return nil }
        return Draft(to: recipient, after: after.value, least: least)
    }

    /// The subscription that is told in the place of another: of nothing else.
    static func subscription(of subscription: Subscription, _ draft: Draft) -> Subscription {
        Subscription(
            id: "\(subscription.id)/escalation",
            who: draft.to,
            about: subscription.about,
            digest: nil,
            grouping: subscription.grouping,
            escalation: Escalation(of: subscription.id, after: draft.after, least: draft.least)
        )
    }

    static let patienceWords = "a number of days or of measured periods, 1 through 366, as in '14 days' or '2 periods'"

    /// Reads `14 days`, `1 day`, `14d` or `2 periods`.
    static func patience(_ text: String) -> Escalation.Patience? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits: digits), (1...366).contains(count) else { return nil }
        switch text.dropFirst(digits.count).trimmingPrefix(" ") {
        case "day", "days", "d": return .days(count)
        case "period", "periods": return .periods(count)
        default: return nil
        }
    }
}
