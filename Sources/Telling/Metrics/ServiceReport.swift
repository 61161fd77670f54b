internal import Assessment
package import Indicators

/// How the watch goes on as a monitoring plugin says it: a state, one line for people, and figures behind it.
///
/// The indicators decide nothing here: a municipality with red lights has a service that works.
package struct ServiceReport: Hashable, Sendable {
    /// The states of monitoring plugins, by their exit status.
    package enum State: Int, Hashable, Sendable {
        case ok
        case warning
        case critical
        /// Nobody could look.
        case unknown
    }

    package let state: State
    private let words: [String]
    private let figures: [Figure]

    private init(_ state: State, _ words: [String], figures: [Figure]) {
        self.state = state
        self.words = words
        self.figures = figures
    }

    /// A report of somebody who got no figures.
    package init(_ state: State, _ words: String) { self.init(state, [words], figures: []) }

    /// The report of the daemon itself.
    ///
    /// - Parameters:
    ///   - health: what is judged of the daemon.
    ///   - complaints: what somebody has to deal with.
    ///   - notices: what passes by itself.
    ///   - holdings: what the store holds; `nil` where it cannot be read, or the watch has not begun.
    ///   - now: this moment.
    package init(
        _ health: HealthReport,
        complaints: [String],
        notices: [String],
        holdings: WatchMetrics.Holdings?,
        at now: Instant
    ) {
        let state: State =
            switch health.worst {
            case .failing: .critical
            case .warning: .warning
            case .ok: complaints.isEmpty ? .ok : .warning
            }
        let failing = health.checks.filter { $0.state == .failing }.map(\.told)
        let warning = health.checks.filter { $0.state == .warning }.map(\.told)
        let well = state == .ok ? health.checks.prefix(1).map(\.told) : []
        self.init(
            state,
            failing + warning + complaints + well + notices,
            figures: health.checks.compactMap(\.figure) + (holdings.map { Figure.all(of: $0, at: now) } ?? [])
        )
    }

    /// The line of the plugin, with its figures as performance data and its line feed.
    package var line: String {
        // A bar begins the figures, wherever it stands.
        let told = words.joined(separator: "; ").shownSafely(limit: 1000).replacing("|", with: "/")
        let data = figures.isEmpty ? "" : " | " + figures.map(\.text).joined(separator: " ")
        return "PEILWACHT \(state.word) - \(told)\(data)\n"
    }

    /// The same for a program.
    package var json: String {
        var values = JSONObject()
        for figure in figures { values.add(figure.name, count: figure.value) }
        var report = JSONObject()
        report.add("state", text: state.word.lowercased())
        report.add("words", texts: words)
        report.add("figures", .object(values))
        return report.line
    }
}

extension ServiceReport.State {
    /// The word that plugins have for it.
    fileprivate var word: String {
        switch self {
        case .ok: "OK"
        case .warning: "WARNING"
        case .critical: "CRITICAL"
        case .unknown: "UNKNOWN"
        }
    }
}

extension HealthReport.Check {
    fileprivate var told: String { "\(name): \(words)" }

    /// The age by which it is judged: beyond its limit is critical.
    fileprivate var figure: ServiceReport.Figure? {
        age.map { ServiceReport.Figure("\($0.name)_age", $0.seconds, unit: "s", critical: $0.limit) }
    }
}
