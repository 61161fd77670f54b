import Alerting
import Assessment
import Catalogue
import Feeds
import Indicators
import TestSupport
import Testing

/// What a configuration without faults says.
@Suite struct ConfigurationValueTests {
    @Test func `what is left out has its default`() throws {
        let configuration = try SmallConfiguration().load()
        #expect(configuration.language == .nl)
        #expect(configuration.zone.name == "Europe/Amsterdam")
        #expect(configuration.evaluateEvery == 60)
        #expect(configuration.largestFile == 1 << 30)
        #expect(configuration.rules.settings[TargetRule.self] == TargetParameters())
        #expect(configuration.feedProfiles == [])
        #expect(configuration.mail?.retryFor == 5 * 86_400)
        #expect(configuration.folders.work == "/srv/var/work")
        #expect(configuration.controlSocketPath == "/srv/var/peilwacht.sock")
        #expect(configuration.subscriptions[0].digest?.weekdays == Set(1...7))
    }

    @Test(arguments: [("", false), ("    operations: true\n", true), ("    operations: false\n", false)])
    func `only who says so is told of mail that fails`(line: String, isTold: Bool) throws {
        var small = try SmallConfiguration()
        small.configuration += line
        #expect(try small.load().subscriptions.map(\.isAboutOperations) == [isTold])
    }

    @Test func `an indicator counts persons where it says so, by the limits of its own or by the general ones`() throws
    {
        let period = try #require(Period("2026"))
        func hidden(_ lines: String, _ general: String = "") throws -> [Int] {
            var small = try SmallConfiguration().replacing("        unit: \"%\"", with: "        unit: aantal\(lines)")
            small.programme = small.programme.replacing("24,3%", with: "24").replacing("<25,3%", with: "<25")
            small.configuration += general
            let disclosure = Disclosure(try small.load().persons, histories: [])
            let series = SeriesKey(indicator: "een", area: "GM0303")
            return [0, 4, 7, 9, 10, 15].filter { disclosure.hides(ExactDecimal($0), in: period, series) }
        }
        #expect(try hidden("") == [])
        #expect(try hidden("\n        counts: events") == [])
        #expect(try hidden("\n        counts: persons") == [4, 7, 9])
        #expect(try hidden("\n        counts: events, persons\n        hide_below: 5") == [4])
        #expect(try hidden("\n        counts: persons", "small_numbers: {hide_below: 12}\n") == [4, 7, 9, 10])
    }

    @Test func `without subscriptions no mail is needed`() throws {
        var small = try SmallConfiguration()
        small.configuration = small.configuration.components(before: "mail:")
        #expect(try small.load().mail == nil)
    }

    @Test(arguments: [("1s", 1), ("90s", 90), ("5m", 300), ("1h", 3600), ("24h", 86_400), ("1d", 86_400)])
    func `durations are read in their units`(text: String, seconds: Int) throws {
        var small = try SmallConfiguration()
        small.configuration += "evaluate_every: \(text)\n"
        #expect(try small.load().evaluateEvery == seconds)
    }

    @Test(arguments: [("1 KiB", 1 << 10), ("64MiB", 64 << 20), ("2 GiB", 2 << 30), ("1024 GiB", 1 << 40)])
    func `the largest file is a size`(text: String, bytes: Int) throws {
        var small = try SmallConfiguration()
        small.configuration += "largest_file: \(text)\n"
        #expect(try small.load().largestFile == bytes)
    }

    @Test(
        arguments: [
            ("2%", Tolerance.percentOfTarget(ExactDecimal(2))), ("0%", .percentOfTarget(.zero)),
            ("0,5 units", .amount(ExactDecimal("0.5", decimalSign: ".") ?? .zero)),
            ("1 unit", .amount(ExactDecimal(1))),
        ])
    func `a tolerance is a share of the target or an amount in the unit`(text: String, tolerance: Tolerance) throws {
        var small = try SmallConfiguration()
        small.configuration += "rules: {target: {tolerance: \"\(text)\"}}\n"
        #expect(try small.load().rules.settings[TargetRule.self].tolerance == tolerance)
        let own = try SmallConfiguration().replacing("title: Een", with: "title: Een\n        tolerance: \"\(text)\"")
        #expect(try own.load().register.indicators["een"]?.tolerance == tolerance)
    }

    @Test func `a cadence says its kind, its step, its first period and its due day`() throws {
        let small = try SmallConfiguration()
            .replacing("cadence: year", with: "cadence: quarter\n        every: 2\n        first: 2026-Q1")
            .replacing("{2025: Nb, 2026: \"24,3%\"}", with: "{2026-Q1: \"24,3%\"}")
            .replacing("period: 2026,", with: "period: 2026-Q1,")
        let cadence = try #require(try small.load().register.indicators["een"]?.cadence)
        let first = try #require(Period("2026-Q1"))
        #expect(cadence == Cadence(.quarter, every: 2, first: first, dueDays: 180))
        #expect(cadence.dueDate(of: first).description == "2026-09-27")
    }

    @Test func `bounds narrow the unit's own range`() throws {
        let small = try SmallConfiguration().replacing("title: Twee", with: "title: Twee\n        maximum: \"45,5\"")
        let range = try #require(try small.load().register.indicators["twee"]?.range)
        #expect(range.minimum == .zero)
        #expect(range.maximum == ExactDecimal("45.5", decimalSign: "."))
    }

    @Test func `a feed says how its supplier writes`() throws {
        var small = try SmallConfiguration()
        small.configuration += "feeds: [feeds/*.yaml]\n"
        small.more["/etc/peilwacht/feeds/ggd.yaml"] = """
            feed: ggd
            files: ggd-*.csv
            encoding: windows-1252
            separator: semicolon
            decimal_sign: comma
            faulty_rows: set-aside
            """
        let profile = FeedProfile(
            name: "ggd",
            filePattern: Glob("ggd-*.csv"),
            encoding: .windows1252,
            separator: .semicolon,
            decimalSign: .comma,
            faultyRows: .setAside
        )
        #expect(try small.load().feedProfiles == [profile])
    }

    @Test func `areas are known by code and by name`() throws {
        let small = try SmallConfiguration()
            .replacing("packages:", with: "areas: [{code: NL01, name: Nederland}]\npackages:")
        let register = try small.load().register
        #expect(register.area(named: "Dronten") == "GM0303")
        #expect(register.area(named: "Nederland") == "NL01")
        #expect(register.area(named: "WK030301") == "WK030301")
        #expect(register.area(named: "GM0171") == nil)
    }

    // MARK: Secrets

    private func withUser(
        _ more: String,
        environment: [String: String],
        files: [String: String]
    ) throws -> SmallConfiguration {
        var small = try SmallConfiguration()
        small.configuration = small.configuration.replacing("mail:\n", with: "mail:\n  user: peilwacht\n\(more)")
        small.environment = environment
        small.more = files
        return small
    }

    @Test func `a password comes from its file, meant from the configuration's own folder`() throws {
        let small = try withUser(
            "  password_file: smtp-password\n",
            environment: ["CREDENTIALS_DIRECTORY": "/run/credentials"],
            files: ["/etc/peilwacht/smtp-password": "x", "/run/credentials/smtp-password": "y"]
        )
        #expect(try small.load().mail?.passwordFile == "/etc/peilwacht/smtp-password")
    }

    @Test func `without a file it comes from the systemd credential`() throws {
        let small = try withUser(
            "",
            environment: ["CREDENTIALS_DIRECTORY": "/run/credentials"],
            files: ["/run/credentials/smtp-password": "y"]
        )
        #expect(try small.load().mail?.passwordFile == "/run/credentials/smtp-password")
    }

    @Test func `a service without the credential is a fault, a check outside the service is not`() throws {
        let service = try withUser("", environment: ["CREDENTIALS_DIRECTORY": "/run/credentials"], files: [:])
        #expect(
            faults(service.load) == [
                """
                peilwacht.yaml:12:3: error: 'user' has no password: there is no 'password_file' and the service has no \
                credential 'smtp-password'; give one of both
                """
            ]
        )
        let outside = try withUser("", environment: [:], files: [:])
        #expect(try outside.load().mail?.passwordFile == nil)
    }

    @Test func `a password in the configuration is never repeated`() throws {
        let small = try withUser("  password: geheim-1234\n", environment: [:], files: [:])
        let found = faults(small.load)
        #expect(found.count == 1)
        #expect(!found.joined().contains("geheim"))
    }
}

extension String {
    /// What stands before the first occurrence of a text.
    fileprivate func components(before text: String) -> String {
        firstRange(of: text).map { String(self[..<$0.lowerBound]) } ?? self
    }
}
