import Alerting
import Catalogue
import Indicators
import Testing

@Suite("Acts of handling in a file")
struct HandlingReaderTests {
    private static let now = Instant(seconds: 1_000_000)

    private func orders(_ text: String) throws(ConfigurationFaults) -> [HandlingOrder] {
        try readHandlingOrders(Array(text.utf8), file: "acts.yaml", in: .utc, at: Self.now)
    }

    @Test func `every act is read, with who, why and until when`() throws {
        let found = try orders(
            """
            - ack: target:wmo-maatwerk/GM0303
              by: J. Jansen
              why: wacht op GGD
              until: 2026-12-01
            - ack: wmo-maatwerk
              by: J
            - note: wmo-maatwerk
              by: J
              oorzaak: griepgolf
              measure: extra inzet
            - silence: {packages: [6N], rules: [overdue]}
              by: J
              why: migratie
              from: 2026-11-01T08:00
              until: 2026-12-01
            - unsilence: 3
              by: J
            """
        )
        var scope = Silence.Scope()
        scope.packages = ["6N"]
        scope.rules = ["overdue"]
        let day = try #require(CalendarDate("2026-12-01"))
        let expected: [HandlingOrder.Deed] = [
            .acknowledge("target:wmo-maatwerk/GM0303", until: .date(day)),
            .acknowledge("wmo-maatwerk", until: .resolved),
            .explain("wmo-maatwerk", [.cause: "griepgolf", .measure: "extra inzet"]),
            .silence(scope, from: LocalZone.utc.moment("2026-11-01T08:00"), until: LocalZone.utc.start(of: day)),
            .unsilence(3),
        ]
        #expect(found.map(\.deed) == expected)
        #expect(found[0].by == "J. Jansen" && found[0].why == "wacht op GGD" && found[0].at == Self.now)
    }

    @Test(
        arguments: [
            (
                "ack: x",
                "acts.yaml:1:1: error: the file has to be a list of acts, not a mapping; write '- ack: ALERT' and so on"
            ),
            ("[]", "acts.yaml:1:1: error: there is no act in it; write one"),
            (
                "- by: J",
                "acts.yaml:1:3: error: an act is one of 'ack', 'note', 'silence' and 'unsilence'; this has none"
            ),
            (
                "- {ack: a, note: a, by: J}",
                "acts.yaml:1:3: error: an act is one of 'ack', 'note', 'silence' and 'unsilence'; this has 'ack' and 'note'"
            ),
            ("- {ack: a}", "acts.yaml:1:3: error: an act has no 'by'; add it: who does it"),
            (
                "- {ack: a, by: J, untill: 2026-12-01}",
                "acts.yaml:1:19: error: unknown key 'untill' in an act; the nearest known key is 'until'"
            ),
            (
                "- {ack: a, by: J, until: ooit}",
                "acts.yaml:1:26: error: 'until' has to be a day as '2026-12-01', 'next-measurement' or 'resolved', not 'ooit'"
            ),
            ("- {ack: a, by: J, gevolg: x}", "acts.yaml:1:19: error: 'gevolg' says nothing about 'ack'; remove it"),
            ("- {note: a, by: J}", "acts.yaml:1:4: error: 'note' needs 'oorzaak', 'gevolg' or 'bijsturing'"),
            (
                "- {silence: {rules: [overdue]}, by: J, until: 2026-12-01}",
                "acts.yaml:1:3: error: a silence needs a reason; add 'why'"
            ),
            (
                "- {silence: {rules: []}, by: J, why: w, until: 2026-12-01}",
                "acts.yaml:1:4: error: the silence names nothing; name what has to be silent"
            ),
        ]
    )
    func `a fault has its line and its column, and nothing of the file is done`(text: String, fault: String) {
        do throws(ConfigurationFaults) {
            _ = try orders(text)
            Issue.record("\(text) was read")
        } catch {
            #expect(error.faults.map(\.description) == [fault])
        }
    }
}
