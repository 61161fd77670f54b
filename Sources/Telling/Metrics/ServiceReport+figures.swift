internal import Assessment
internal import Indicators

extension ServiceReport {
    /// One figure of a plugin's performance data: `name=value[unit];warning;critical;least`.
    struct Figure: Hashable, Sendable {
        let name: String
        let value: Int
        private let unit: String
        /// Beyond it the state is worse; a figure without one only informs.
        private let warning: Int?
        private let critical: Int?

        init(_ name: String, _ value: Int, unit: String = "", warning: Int? = nil, critical: Int? = nil) {
            self.name = name
            self.value = value
            self.unit = unit
            self.warning = warning
            self.critical = critical
        }

        var text: String {
            let bounds = [warning, critical].map { $0.map(String.init) ?? "" }.joined(separator: ";")
            return "\(name)=\(value)\(unit);\(bounds);0"
        }
    }
}

extension ServiceReport.Figure {
    /// What the store holds.
    static func all(of holdings: WatchMetrics.Holdings, at now: Instant) -> [Self] {
        mails(holdings, at: now) + files(holdings) + watched(holdings)
    }

    private static func mails(_ holdings: WatchMetrics.Holdings, at now: Instant) -> [Self] {
        let oldest = holdings.oldestWaitingMail.map { max(0, now.seconds - $0.seconds) } ?? 0
        return [
            Self("mails_waiting", holdings.waitingMails), Self("oldest_mail_age", oldest, unit: "s"),
            Self("mails_failed", holdings.failedMails, warning: 0),
        ]
    }

    private static func files(_ holdings: WatchMetrics.Holdings) -> [Self] {
        let refused = holdings.files.reduce(0) { $0 + ($1.key == nil ? 0 : $1.value) }
        return [
            Self("files_taken", holdings.files[nil] ?? 0, unit: "c"), Self("files_refused", refused, unit: "c"),
        ]
    }

    /// What counts persons is told apart, whatever its light.
    private static func watched(_ holdings: WatchMetrics.Holdings) -> [Self] {
        let alerts = Severity.allCases.map { Self("alerts_\($0.rawValue)", holdings.alerts[$0] ?? 0) }
        let series = Light.allCases.map { Self("series_\($0.rawValue)", holdings.lights[$0] ?? 0) }
        return alerts + [Self("alerts_hidden", holdings.hiddenAlerts)] + series
            + [Self("series_hidden", holdings.hiddenSeries)]
    }
}
