import Assessment
import Catalogue
import Foundation
import Indicators
import StatusPage
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("The numbers about the watch")
struct MetricsTests {
    private func watched() async throws -> DeskFixture {
        let zorg = Watched.yearly("zorg", "counts: persons, targets: {2026: \">100\"}")
        let fixture = try await DeskFixture([Watched.yearly("wmo"), zorg])
        try await fixture.watch([(Watched.key("wmo"), "112"), (Watched.key("zorg"), "3")])
        fixture.signs.note { $0.passedAt = DeskFixture.now.adding(seconds: -5) }
        return fixture
    }

    @Test(
        "are those of the store and of the process",
        arguments: [
            "peilwacht_series{light=\"red\"} 1", "peilwacht_series{light=\"hidden\"} 1",
            "peilwacht_series{light=\"grey\"} 0", "peilwacht_open_alerts{severity=\"critical\"} 1",
            "peilwacht_open_alerts{severity=\"hidden\"} 1", "peilwacht_files_total{outcome=\"taken\"} 1",
            "peilwacht_files_total{outcome=\"refused\"} 0", "peilwacht_mails{state=\"waiting\"} 1",
            "peilwacht_mails{state=\"failed\"} 0", "peilwacht_last_judged_timestamp_seconds 1801000000",
            "peilwacht_last_pass_timestamp_seconds 1800999995", "process_start_time_seconds 1800996400",
            "peilwacht_oldest_waiting_mail_timestamp_seconds 1801000000", "peilwacht_store_readable 1",
            "peilwacht_configuration_faulty 0",
        ]
    )
    func hold(line: String) async throws {
        let told = try await watched().ask("/metrics")
        #expect(told.text.split(separator: "\n").contains { $0 == line }, "\(told.text)")
    }

    /// The numbers that a rule of the example rests on, by the name of the rule.
    private static func rules() throws -> [String: String] {
        let text = try String(contentsOfFile: "\(Project.root)/systemd/prometheus-alerts.yml.example", encoding: .utf8)
        let parts = text.components(separatedBy: "- alert: ").dropFirst().map { part in
            let lines = part.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            return (lines[0], lines.first { $0.hasPrefix("expr: ") } ?? "")
        }
        return Dictionary(uniqueKeysWithValues: parts)
    }

    @Test func `the example rule about mail that waits asks for a relay, without which no mail waits for one`()
        async throws
    {
        let rule = try #require(try Self.rules()["PeilwachtMailWacht"])
        let told = try await watched().ask("/metrics").text
        #expect(told.contains("\npeilwacht_oldest_waiting_mail_timestamp_seconds 1"))
        #expect(rule.contains(" and on (instance, job) peilwacht_relay_trouble{kind=\"away\"}"))
        #expect(!told.contains("peilwacht_relay_trouble"), "there is no relay in this configuration")
    }

    @Test func `every number that an example rule rests on is one of those that are told`() async throws {
        var process = WatchMetrics.Process(version: "1", startedAt: DeskFixture.now)
        process.passedAt = DeskFixture.now
        var holdings = WatchMetrics.Holdings()
        holdings.oldestWaitingMail = DeskFixture.now
        let told = MetricsFormat(accept: nil).text(
            WatchMetrics(process, holdings, relay: .away).families
        )
        for (rule, expression) in try Self.rules() {
            let names = expression.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
                .filter { $0.hasPrefix("peilwacht_") }
            #expect(!names.isEmpty, "\(rule)")
            for name in names {
                #expect(told.contains("# TYPE \(name) "), "\(rule): \(name)")
            }
        }
    }

    @Test("come as OpenMetrics where that is asked for, and are not kept")
    func negotiates() async throws {
        let fixture = try await watched()
        let plain = try await fixture.ask("/metrics").answer
        #expect(plain.type == .prometheusText)
        #expect(plain.caching == .never)
        let accept = "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"
        let told = try await fixture.ask("/metrics", accept: accept)
        #expect(told.answer.type == .openMetrics)
        #expect(told.text.hasSuffix("\n# EOF\n"))
    }

    @Test("of the process are told also where the store cannot be read")
    func unreadable() async throws {
        let fixture = try await watched()
        try FileManager.default.removeItem(atPath: fixture.active.configuration.storePath)
        let told = try await fixture.ask("/metrics")
        #expect(told.answer.status == .ok)
        #expect(told.text.contains("peilwacht_store_readable 0\n"))
        #expect(told.text.contains("peilwacht_last_pass_timestamp_seconds 1800999995\n"))
        #expect(!told.text.contains("peilwacht_series"))
    }

    @Test("name no indicator")
    func namesNothing() async throws {
        let text = try await watched().ask("/metrics").text
        #expect(!text.contains("wmo"))
        #expect(!text.contains("zorg"))
    }
}
