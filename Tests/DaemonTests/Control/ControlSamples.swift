import Alerting
import Assessment
import Daemon
import Indicators
import Storage
import Telling

/// Requests of every kind that are JSON as a whole.
enum ControlSamples {
    static let requests = plain + shown + handled

    private static let plain: [ControlRequest] = [
        .pass, .health, .takeAt(path: "/srv/é.csv", device: .max, inode: 0, isDryRun: false),
        .takeAt(path: "", device: 64_768, inode: .max, isDryRun: true),
        .queue(QueueOrder(verb: .retry, message: 12, by: "root (sudo: piet)", why: "adres\nhersteld", at: moment)),
        .queue(
            QueueOrder(
                verb: .drop,
                message: .max,
                by: "",
                why: "é\u{0}",
                at: Instant(milliseconds: -62_135_596_800_000)
            )
        ),
        .withdraw(WithdrawalOrder(.value(series, quarter), by: "é", why: "adres\nhersteld", at: moment)),
        .withdraw(WithdrawalOrder(.imported("0123456789ab"), by: "", why: "x", at: moment)),
        .disclose(DisclosureNote(by: "root", command: "status --disclose", at: moment)),
        .testMail(MailTestOrder(address: "a@b", relay: "smtp://r", by: "root", at: moment)),
    ]

    private static let shown: [ControlRequest] =
        subjects.map { .show(ReportQuestion($0)) }
        + [.show(ReportQuestion(.queue, isJSON: true, at: Instant(milliseconds: -62_135_596_800_000)))]

    private static let handled: [ControlRequest] =
        deeds.map { .handle(HandlingOrder($0, by: "J. Jansen", why: nil, at: moment)) }
        + ["", "omdat"].map { .handle(HandlingOrder(deeds[0], by: "J", why: $0, at: moment)) }

    private static let subjects: [ReportQuestion.Subject] = [
        .status(isBrief: true), .status(isBrief: false, of: choice),
        .status(isBrief: true, on: TerminalLayout(width: 120, isColoured: true)), .alerts(isAll: true),
        .alerts(isAll: false, on: TerminalLayout(width: 80, isColoured: false)), .explain(indicator: "wmo-maatwerk"),
        .digest(recipient: nil), .digest(recipient: "a@b"), .queue, .silences,
        .ledger(LedgerQuery(recipient: "a@b", alert: "x#1", from: Instant(seconds: 1)), as: .csv),
        .ledger(LedgerQuery(), as: .text), .report(programme: "a/b", ReportAddress()),
        .report(programme: "dronten-2026", ReportAddress(asOf: day, since: day, form: .workbook)),
    ]

    private static let deeds: [HandlingOrder.Deed] = [
        .acknowledge("target:wmo/GM0303#1", until: .resolved), .acknowledge("", until: .nextMeasurement),
        .acknowledge("wmo", until: .date(CalendarDate(dayNumber: 20_000))),
        .explain("wmo", [.cause: "a\nb", .consequence: "", .measure: "ü"]), .explain("wmo", [:]),
        .silence(scope, from: nil, until: Instant(milliseconds: 5)),
        .silence(Silence.Scope(), from: Instant(milliseconds: -1), until: Instant(milliseconds: 253_402_300_799_999)),
        .unsilence(12),
    ]

    private static let moment = Instant(milliseconds: 1_775_023_200_123)
    private static let day = CalendarDate(dayNumber: 20_000)
    private static let quarter = [Period("2026-Q1")].compactMap(\.self)[0]
    private static let series = SeriesKey(
        indicator: "wmo",
        area: "GM0303",
        breakdown: Breakdown(pairs: ["leeftijd": "65+"])
    )

    private static var choice: SeriesChoice {
        var filter = SeriesFilter()
        filter.light = .amber
        filter.programme = "dronten"
        filter.package = "6N"
        filter.owner = "Hans Wijnants"
        return SeriesChoice(filter, area: "Dronten-Noord é")
    }

    private static var scope: Silence.Scope {
        var scope = Silence.Scope()
        scope.programmes = ["dronten"]
        scope.packages = ["6N", "dronten/6P"]
        scope.indicators = ["wmo"]
        scope.areas = ["GM0303", "Swifterbant"]
        scope.rules = ["overdue"]
        scope.owners = ["Wethouder É; \"x\""]
        return scope
    }
}
