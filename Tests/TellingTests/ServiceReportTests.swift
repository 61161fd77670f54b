import Assessment
import Feeds
import Indicators
import Telling
import Testing

/// What a monitoring plugin says, by what was judged of the daemon.
@Suite struct ServiceReportTests {
    private static let now = Instant(seconds: 1_801_000_000)

    private static func report(
        _ states: [HealthReport.State] = [.ok],
        complaints: [String] = [],
        notices: [String] = [],
        holdings: WatchMetrics.Holdings? = nil
    ) -> ServiceReport {
        let checks = states.enumerated().map { place, state in
            HealthReport.Check(
                "part \(place)",
                state,
                "its words",
                age: place == 0 ? HealthReport.Age(of: "last_pass", seconds: 12, limit: 240) : nil
            )
        }
        return ServiceReport(
            HealthReport(checks),
            complaints: complaints,
            notices: notices,
            holdings: holdings,
            at: now
        )
    }

    @Test(
        arguments: [
            ([.ok, .ok], [], .ok, "OK - part 0: its words"),
            ([.ok, .warning], [], .warning, "WARNING - part 1: its words"),
            ([.ok, .ok], ["2 mails failed"], .warning, "WARNING - 2 mails failed"),
            (
                [.failing, .warning], ["2 mails failed"], .critical,
                "CRITICAL - part 0: its words; part 1: its words; 2 mails failed"
            ),
        ] as [([HealthReport.State], [String], ServiceReport.State, String)]
    )
    func `the state is that of the worst, and it is said first`(
        states: [HealthReport.State],
        complaints: [String],
        state: ServiceReport.State,
        words: String
    ) {
        let report = Self.report(states, complaints: complaints)
        #expect(report.state == state)
        #expect(report.line == "PEILWACHT \(words) | last_pass_age=12s;;240;0\n")
    }

    @Test func `what passes by itself is said, and changes no state`() {
        let report = Self.report(notices: ["the relay is away"])
        #expect(report.state == .ok && report.line.contains("the relay is away"))
    }

    @Test func `no word of a relay begins the figures, or another line`() {
        let line = Self.report([.ok], complaints: ["550 a | b=1\nPEILWACHT OK"]).line
        #expect(line.filter { $0 == "|" }.count == 1 && line.filter { $0 == "\n" }.count == 1)
    }

    @Test func `figures are of the store, and of refused files counted whatever the reason`() {
        var holdings = WatchMetrics.Holdings()
        holdings.files = [nil: 7, .cannotRead: 1, .tooLarge: 2]
        holdings.waitingMails = 3
        holdings.oldestWaitingMail = Self.now.adding(seconds: -60)
        holdings.alerts = [.critical: 2]
        holdings.hiddenAlerts = 1
        let line = Self.report(holdings: holdings).line
        for figure in [
            "files_taken=7c;;;0", "files_refused=3c;;;0", "mails_waiting=3;;;0", "oldest_mail_age=60s;;;0",
            "mails_failed=0;0;;0", "alerts_critical=2;;;0", "alerts_warning=0;;;0", "alerts_hidden=1;;;0",
        ] {
            #expect(line.contains(" \(figure) ") || line.hasSuffix(" \(figure)\n"), "\(figure): \(line)")
        }
        #expect(Self.report(holdings: holdings).json.contains("\"mails_waiting\":3"))
    }
}
