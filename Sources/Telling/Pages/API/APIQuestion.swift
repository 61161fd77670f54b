package import Indicators

extension PageAddress {
    /// What programs ask, below `/api/v1`.
    package enum APIQuestion: Hashable, Sendable {
        /// The description of all of this (OpenAPI).
        case description
        /// How series stand, those after one of them in the order of their keys.
        case status(SeriesFilter, after: SeriesKey? = nil)
        case targets
        /// The open alerts, or all; those behind a place, the latest opened first.
        case alerts(isAll: Bool = false, after: AlertPlace? = nil)
        case observations(SeriesKey)
        /// The mails, oldest first, after one of them; to one address or of one subscription, and about one alert.
        case ledger(to: String? = nil, about: String? = nil, after: Int? = nil)
    }

    /// The place of an alert among all, the latest opened first.
    package struct AlertPlace: Hashable, Sendable {
        /// In milliseconds since 1970.
        package let openedAt: Int64
        /// The episode's number in the store.
        package let number: Int64

        package init(openedAt: Int64, number: Int64) {
            self.openedAt = openedAt
            self.number = number
        }

        /// Reads `1775030400000-12`; `nil` for anything else.
        init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let openedAt = Int64(parts[0]), let number = Int64(parts[1]) else { return nil }
            self.init(openedAt: openedAt, number: number)
        }

        var text: String { "\(openedAt)-\(number)" }
    }
}

extension PageAddress.APIQuestion {
    /// Which of the endpoints is asked.
    package var endpoint: APIEndpoint {
        switch self {
        case .description: .description
        case .status: .status
        case .targets: .targets
        case .alerts: .alerts
        case .observations: .observations
        case .ledger: .ledger
        }
    }
}
