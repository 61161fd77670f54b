import Catalogue
import Indicators
import Testing

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

    @Test(arguments: ["", "Amsterdam", "europe/amsterdam", "../../etc/passwd", "Europe/Amsterdam\0", "CEST"])
    func `a name that the system does not know is no zone`(name: String) {
        #expect(LocalZone(iana: name) == nil)
    }
}
