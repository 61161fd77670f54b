import Alerting
import Assessment
import Catalogue
import Indicators
import TestSupport
import Testing

/// The configuration that comes with the program.
@Suite struct ShippedConfigurationTests {
    static func load(_ file: String, root: String = Project.root) throws(ConfigurationFaults) -> Configuration {
        try loadConfiguration(
            path: "\(Project.root)/config/\(file)",
            root: root,
            environment: [:],
            checks: .forTests
        )
    }

    @Test(arguments: ["peilwacht.yaml", "peilwacht-service.yaml"])
    func `it loads without a fault`(file: String) throws {
        let found = faults { () throws(ConfigurationFaults) in try Self.load(file) }
        #expect(found == [])
    }

    @Test func `its folders are meant from the root`() throws {
        let configuration = try Self.load("peilwacht.yaml", root: "/srv/try")
        let folders = configuration.folders
        #expect(folders.inbox == "/srv/try/var/inbox")
        #expect(folders.work == "/srv/try/var/work")
        #expect(folders.archive == "/srv/try/var/archive")
        #expect(folders.quarantine == "/srv/try/var/quarantine")
        #expect(folders.receipts == "/srv/try/var/receipts")
        #expect(folders.outbox == "/srv/try/var/outbox")
        #expect(configuration.storePath == "/srv/try/var/peilwacht.sqlite")
        #expect(configuration.alertLogPath == "/srv/try/var/alerts.jsonl")
        #expect(configuration.controlSocketPath == "/srv/try/var/peilwacht.sock")
    }

    @Test func `mails of the example rest in the outbox, those of the service go to the relay on its host`() throws {
        #expect(try Self.load("peilwacht.yaml").mail?.relay == nil)
        #expect(try Self.load("peilwacht-service.yaml").mail?.relay == "smtp://localhost")
    }

    @Test func `a target of 108 per 1000 is amber until 110,16`() throws {
        let tolerance = try Self.load("peilwacht.yaml").rules.settings[TargetRule.self].tolerance
        #expect(tolerance.largestAmberMiss(target: ExactDecimal(108)) == ExactDecimal("2.16", decimalSign: "."))
    }

    @Test func `its subscriptions say who, about what and when`() throws {
        let subscriptions = try Self.load("peilwacht.yaml").subscriptions
        #expect(subscriptions.map(\.id) == ["portefeuillehouder", "beleid-6n", "controller", "noordoostpolder"])
        #expect(subscriptions[0].digest == DigestTimes(secondsOfDay: [7 * 3600], weekdays: [1, 2, 3, 4, 5]))
        #expect(subscriptions[0].atOnce == .critical)
        #expect(subscriptions[1].digest == DigestTimes(secondsOfDay: [8 * 3600 + 1800], weekdays: [1, 4]))
        #expect(subscriptions[1].about == .init(packages: ["6N"]))
        #expect(subscriptions[1].atOnce == nil)
        #expect(subscriptions[2].atOnce == .warning)
        #expect(subscriptions[3].about.programmes.count == 4)
        #expect(subscriptions[3].grouping == .programme)
    }
}
