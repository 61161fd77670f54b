import Files
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Catalogue

/// The zone by the system's rules.
@Suite struct ZoneTests {
    @Test(
        arguments: [
            (1_774_745_999, "2026-03-29T01:59:59+01:00"), (1_774_746_000, "2026-03-29T03:00:00+02:00"),
            (1_792_889_999, "2026-10-25T02:59:59+02:00"), (1_792_890_000, "2026-10-25T02:00:00+01:00"),
        ])
    func `the clock of Amsterdam changes twice a year`(seconds: Int, shown: String) throws {
        let zone = try #require(LocalZone(iana: "Europe/Amsterdam"))
        #expect(zone.timestamp(Instant(seconds: seconds)) == shown)
    }

    @Test(arguments: [
        "", "Amsterdam", "europe/amsterdam", "../../etc/passwd", "Europe/Amsterdam\0", "CEST", "/etc/passwd",
        "zone.tab",
        "Europe",
    ])
    func `a name that the system does not know is no zone`(name: String) {
        #expect(LocalZone(iana: name) == nil)
    }

    @Test(arguments: [FileReader.Failure.passing("Input/output error"), .notPermitted])
    func `rules that cannot be read now say nothing of the name`(failure: FileReader.Failure) throws {
        let zones = FileReader(
            contents: { _, _ throws(FileReader.Failure) in throw failure },
            names: { _ in [] },
            workingFolder: "/"
        )
        for configuration in ["timezone: Europe/Amsterdam\n", ""] {
            var small = try SmallConfiguration()
            small.configuration =
                configuration + small.configuration.replacing("timezone: Europe/Amsterdam\n", with: "")
            let faults = #expect(throws: ConfigurationFaults.self) { try small.load(root: "/srv", zones: zones) }
            #expect(faults?.cause == .passing && faults?.faults.count == 1)
        }
    }

    /// Foundation carries tables of its own, so that the two readings are independent.
    @Test(arguments: [
        "Europe/Amsterdam", "Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/St_Johns",
        "Pacific/Auckland", "UTC", "America/Curacao",
    ])
    func `every hour of the years in which Peilwacht works is read as Foundation reads it`(name: String) throws {
        let zone = try #require(LocalZone(iana: name))
        let foundation = try #require(TimeZone(identifier: name))
        let hours = (1_577_836_800..<2_145_916_800)
        for seconds in stride(from: hours.lowerBound, to: hours.upperBound, by: 3600 * 7) {
            let instant = Instant(seconds: seconds)
            let expected = foundation.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            let local = zone.local(instant)
            let actual = local.date.dayNumber * 86_400 + local.secondOfDay - seconds
            guard actual != expected else { continue }
            Issue.record("\(name) at \(seconds): \(actual) instead of \(expected)")
            return
        }
    }

    @Test(
        "behind the last transition of the file its rule goes on",
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", 2_531_955_600 - 1, 3600),
            ("CET-1CEST,M3.5.0,M10.5.0/3", 2_531_955_600, 7200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", 2_550_704_400 - 1, 7200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", 2_550_704_400, 3600),
            ("<+0530>-5:30", 2_600_000_000, 19_800), ("NZST-12NZDT,M9.5.0,M4.1.0/3", 2_524_608_000, 46_800),
        ]
    )
    func yearlyRule(footer: String, seconds: Int, offset: Int) throws {
        #expect(try #require(YearlyZoneRule(footer)).offset(at: seconds) == offset)
    }

    @Test(arguments: ["", "CET", "CET-1CEST", "CET-1CEST,J60,J300", "-1", "CET-1CEST,M13.1.0,M10.5.0", "CET-1 "])
    func `a rule of another form is not read`(footer: String) {
        #expect(YearlyZoneRule(footer) == nil)
    }

    @Test func `a file that is cut off anywhere is no zone, and ends nothing`() throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Amsterdam")))
        for count in 0..<bytes.count - 40 where ZoneRules(tzif: Array(bytes.prefix(count))) != nil {
            Issue.record("\(count) bytes were read as a whole file")
        }
    }
}
