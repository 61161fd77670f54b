import Alerting
import Daemon
import Indicators
import Testing

@Suite("Orders about open alerts on the control socket")
struct HandlingCodingTests {
    private static func scope() -> Silence.Scope {
        var scope = Silence.Scope()
        scope.programmes = ["dronten"]
        scope.packages = ["6N", "dronten/6P"]
        scope.indicators = ["wmo"]
        scope.areas = ["GM0303", "Swifterbant"]
        scope.rules = ["overdue"]
        scope.owners = ["Wethouder É; \"x\""]
        return scope
    }

    static let deeds: [HandlingOrder.Deed] = [
        .acknowledge("target:wmo/GM0303#1", until: .resolved), .acknowledge("", until: .nextMeasurement),
        .acknowledge("wmo", until: .date(CalendarDate(dayNumber: 20_000))),
        .explain("wmo", [.cause: "a\nb", .consequence: "", .measure: "ü"]), .explain("wmo", [:]),
        .silence(scope(), from: nil, until: Instant(milliseconds: 5)),
        .silence(Silence.Scope(), from: Instant(milliseconds: -1), until: Instant(milliseconds: .max)),
        .unsilence(12),
    ]

    @Test("are read as they were written", arguments: deeds, [nil, "", "omdat"])
    func roundTrip(deed: HandlingOrder.Deed, why: String?) throws {
        let order = HandlingOrder(deed, by: "J. Jansen", why: why, at: Instant(milliseconds: 7))
        let bytes = ControlCoding.encode(.handle(order))
        #expect(try ControlCoding.decodeRequest(bytes) == .handle(order))
        for length in 0..<bytes.count {
            // Cut off anywhere it is refused or another order, and never a fault.
            _ = try? ControlCoding.decodeRequest(Array(bytes[..<length]))
        }
    }
}
