package import Assessment
package import Indicators

/// One run of an alert, from opened to resolved or corrected.
package struct Episode: Hashable, Sendable {
    package let alert: AlertKey
    /// 1 for the first episode of the alert.
    package let number: Int
    /// Moves back only, where a clock that ran ahead had opened it.
    package var openedAt: Instant
    /// `nil` while it is open.
    package var closedAt: Instant?
    /// The facts as last judged.
    package var facts: FindingFacts {
        get { shared.facts }
        set { shared = SharedFacts(newValue) }
    }
    /// What people did with it.
    package var handling: Handling
    /// Notices, digests and their items hold the same facts: what is copied is the place where they are.
    private var shared: SharedFacts

    package init(
        alert: AlertKey,
        number: Int,
        openedAt: Instant,
        closedAt: Instant? = nil,
        facts: FindingFacts,
        handling: Handling = .none
    ) {
        self.handling = handling
        self.alert = alert
        self.number = number
        self.openedAt = openedAt
        self.closedAt = closedAt
        shared = SharedFacts(facts)
    }

    /// `target:wmo-maatwerk/GM0303#1`.
    package var id: String { "\(alert)#\(number)" }

    /// What ``id`` is made of: it tells episodes apart without putting a text together for each.
    package struct Run: Hashable, Sendable, Comparable, CustomStringConvertible {
        package let alert: AlertKey
        package let number: Int

        package init(alert: AlertKey, number: Int) {
            self.alert = alert
            self.number = number
        }

        /// The id of the episode.
        package var description: String { "\(alert)#\(number)" }

        package static func < (left: Self, right: Self) -> Bool {
            (left.alert, left.number) < (right.alert, right.number)
        }
    }

    package var run: Run { Run(alert: alert, number: number) }
}

/// Facts in one place, for as many episodes as tell them.
private final class SharedFacts: Hashable, Sendable {
    let facts: FindingFacts

    init(_ facts: FindingFacts) { self.facts = facts }

    static func == (left: SharedFacts, right: SharedFacts) -> Bool {
        left === right || left.facts == right.facts
    }

    func hash(into hasher: inout Hasher) { hasher.combine(facts) }
}
