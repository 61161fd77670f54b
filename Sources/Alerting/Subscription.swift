package import Assessment
package import Indicators

/// Who is told about what, and when.
package struct Subscription: Hashable, Sendable {
    /// One of the people or desks that are told.
    package struct Recipient: Hashable, Sendable {
        /// The mail address; it is the identity of the recipient.
        package let address: String
        package let name: String?

        package init(address: String, name: String? = nil) {
            self.address = address
            self.name = name
        }
    }

    /// The part of the programmes that a subscription is about; all sets empty is everything.
    package struct Scope: Hashable, Sendable {
        package let programmes: Set<String>
        /// The ids of packages, of whichever programme, or of one: `dronten-2026/financien`.
        package let packages: Set<String>
        /// The owners whose indicators it follows: portefeuillehouders, departments.
        package let owners: Set<String>

        package init(programmes: Set<String> = [], packages: Set<String> = [], owners: Set<String> = []) {
            self.programmes = programmes
            self.packages = packages
            self.owners = owners
        }

        /// Whether the indicator falls within the subscription.
        package func covers(_ indicator: Indicator) -> Bool {
            (programmes.isEmpty && packages.isEmpty && owners.isEmpty)
                || indicator.owner.map(owners.contains) ?? false
                || programmes.contains(indicator.programme) || packages.contains(indicator.package)
                || packages.contains("\(indicator.programme)/\(indicator.package)")
        }
    }

    /// The name of the subscription in the configuration; it stays the same when its other words change.
    package let id: String
    package let who: Recipient
    package let about: Scope
    /// The fixed hours of the digest; `nil` where nothing but urgent alerts is sent.
    package let digest: DigestTimes?
    /// Alerts of at least this severity are sent at once, apart from the digest.
    package let atOnce: Severity?
    /// What the alerts of one heading are grouped by.
    package let grouping: Grouping
    /// Whether it is told of mails that could not be delivered: its reader can do something about it.
    package let isAboutOperations: Bool
    /// Whether its digest comes where there is nothing to tell as well, so that its reader knows that somebody watches.
    package let hasHeartbeat: Bool
    /// Whom it is told in the place of; `nil` for one that is told of its own.
    package let escalation: Escalation?
    /// Whether the figures that its alerts rest on go with its mails as a file.
    package let attachesFigures: Bool

    /// Whether it is told that the alert is there, in its digest or at once, as serious as it is now.
    package func follows(_ episode: Episode) -> Bool {
        digest != nil || atOnce.map { episode.facts.severity >= $0 } ?? false
    }

    /// What the alerts of one heading are grouped by.
    package enum Grouping: String, Hashable, Sendable, CaseIterable {
        case none
        case programme
        case package
        case layer
    }

    package init(
        id: String,
        who: Recipient,
        about: Scope = Scope(),
        digest: DigestTimes?,
        atOnce: Severity? = nil,
        grouping: Grouping = .none,
        isAboutOperations: Bool = false,
        hasHeartbeat: Bool = false,
        escalation: Escalation? = nil,
        attachesFigures: Bool = true
    ) {
        self.hasHeartbeat = hasHeartbeat
        self.escalation = escalation
        self.attachesFigures = attachesFigures
        self.isAboutOperations = isAboutOperations
        self.id = id
        self.who = who
        self.about = about
        self.digest = digest
        self.atOnce = atOnce
        self.grouping = grouping
    }
}
