package import Assessment
package import Feeds
package import Indicators

/// How the watch goes on, in numbers for those who watch it.
///
/// There is no label for an indicator, an owner or a person. What counts persons is told apart from the rest as `hidden`,
/// whatever its light: numbers that can be subtracted give nothing away.
package struct WatchMetrics: Sendable {
    /// What the process itself knows.
    package struct Process: Sendable {
        package let version: String
        package let startedAt: Instant
        package var passedAt: Instant?
        package var relayedAt: Instant?
        package var configuredAt: Instant?
        package var configurationIsFaulty = false

        package init(version: String, startedAt: Instant) {
            self.version = version
            self.startedAt = startedAt
        }
    }

    /// What the store holds.
    package struct Holdings: Sendable {
        /// Of the series that count no persons.
        package var lights: [Light: Int] = [:]
        package var hiddenSeries = 0
        /// Of the alerts on series that count no persons.
        package var alerts: [Severity: Int] = [:]
        package var hiddenAlerts = 0
        package var judgedAt: Instant?
        package var deliveredAt: Instant?
        /// How many files were taken in (`nil`), and how many were refused for which reason.
        package var files: [IntakeReason?: Int] = [:]
        package var waitingMails = 0
        package var failedMails = 0
        package var oldestWaitingMail: Instant?
        /// In bytes.
        package var mainSize: Int?
        package var logSize: Int?

        package init() {}
    }

    /// How things stand with the relay.
    package enum RelayState: Sendable, Hashable {
        /// Mail is not handed over at all.
        case none
        case well
        /// It cannot be reached; that often passes.
        case away
        /// Somebody has to mend the settings.
        case fault
    }

    private let process: Process
    private let holdings: Holdings?
    private let relay: RelayState

    /// The numbers.
    ///
    /// - Parameters:
    ///   - process: what the process knows.
    ///   - holdings: what the store holds; `nil` where it cannot be read.
    ///   - relay: how things stand with the relay.
    package init(_ process: Process, _ holdings: Holdings?, relay: RelayState) {
        self.process = process
        self.holdings = holdings
        self.relay = relay
    }

    package var families: [MetricFamily] { own + (holdings.map { watched($0) + kept($0) } ?? []) + mail }

    private var own: [MetricFamily] {
        [
            MetricFamily(
                "peilwacht_build",
                .info,
                help: "The program.",
                [.init(.count(1), .init("version", process.version))]
            ),
            Self.moment("process_start_time", "When the process started.", process.startedAt),
            Self.moment(
                "peilwacht_last_pass_timestamp",
                "When the last whole pass of the work loop ended.",
                process.passedAt
            ),
            Self.moment(
                "peilwacht_configuration_timestamp",
                "When the configuration was last read.",
                process.configuredAt
            ),
            Self.flag(
                "peilwacht_configuration_faulty",
                "Whether the configuration that was last read had faults, so that an earlier one is in force.",
                process.configurationIsFaulty
            ),
            Self.flag("peilwacht_store_readable", "Whether the store could be read just now.", holdings != nil),
        ]
    }

    private func watched(_ holdings: Holdings) -> [MetricFamily] {
        let lights =
            Light.allCases.map { ($0.rawValue, holdings.lights[$0] ?? 0) } + [("hidden", holdings.hiddenSeries)]
        let alerts =
            Severity.allCases.map { ($0.rawValue, holdings.alerts[$0] ?? 0) } + [("hidden", holdings.hiddenAlerts)]
        return [
            Self.counts(
                "peilwacht_series",
                "Watched series by the light that they were last judged to have; those that count persons are hidden.",
                by: "light",
                lights
            ),
            Self.counts(
                "peilwacht_open_alerts",
                "Open alerts by severity; those on series that count persons are hidden.",
                by: "severity",
                alerts
            ),
            Self.moment("peilwacht_last_judged_timestamp", "When a series was last judged.", holdings.judgedAt),
            Self.moment("peilwacht_last_delivery_timestamp", "When a file last came.", holdings.deliveredAt),
        ]
    }

    private func kept(_ holdings: Holdings) -> [MetricFamily] {
        let refused = holdings.files.compactMap { reason, count in reason.map { ($0.rawValue, count) } }.sorted {
            $0 < $1
        }
        let taken = holdings.files.reduce(0) { $0 + ($1.key == nil ? $1.value : 0) }
        let outcomes = [("taken", taken), ("refused", refused.reduce(0) { $0 + $1.1 })]
        let sizes = [("main", holdings.mainSize), ("wal", holdings.logSize)].compactMap { name, size in
            size.map { MetricFamily.Sample(.count($0), .init("file", name)) }
        }
        return [
            Self.counts(
                "peilwacht_files",
                "Files that came, by what became of them.",
                by: "outcome",
                outcomes,
                as: .counter
            ),
            Self.counts("peilwacht_refused_files", "Refused files by reason.", by: "reason", refused, as: .counter),
            MetricFamily("peilwacht_store_size_bytes", unit: "bytes", help: "The size of the store's files.", sizes),
            Self.counts(
                "peilwacht_mails",
                "Mails that wait for the relay, and those that failed and that nobody has dropped.",
                by: "state",
                [("waiting", holdings.waitingMails), ("failed", holdings.failedMails)]
            ),
            Self.moment(
                "peilwacht_oldest_waiting_mail_timestamp",
                "When the oldest mail that waits was made.",
                holdings.oldestWaitingMail
            ),
        ]
    }

    private var mail: [MetricFamily] {
        guard relay != .none else { return [] }
        let troubles = [("away", relay == .away ? 1 : 0), ("fault", relay == .fault ? 1 : 0)]
        return [
            Self.counts(
                "peilwacht_relay_trouble",
                "1 where the relay takes no mail: away passes by itself, a fault waits for an administrator.",
                by: "kind",
                troubles
            ),
            Self.moment(
                "peilwacht_last_relay_timestamp",
                "When it was last looked whether any mail is due.",
                process.relayedAt
            ),
        ]
    }
}

extension WatchMetrics {
    private static func moment(_ name: String, _ help: String, _ moment: Instant?) -> MetricFamily {
        let samples = moment.map { [MetricFamily.Sample(.moment($0))] } ?? []
        return MetricFamily("\(name)_seconds", unit: "seconds", help: help, samples)
    }

    private static func flag(_ name: String, _ help: String, _ value: Bool) -> MetricFamily {
        MetricFamily(name, help: help, [.init(.flag(value))])
    }

    private static func counts(
        _ name: String,
        _ help: String,
        by label: String,
        _ counts: [(String, Int)],
        as kind: MetricFamily.Kind = .gauge
    ) -> MetricFamily {
        MetricFamily(name, kind, help: help, counts.map { .init(.count($0.1), .init(label, $0.0)) })
    }
}
