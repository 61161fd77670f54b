import Assessment
import Foundation
import Indicators
import Telling
import Testing

@Suite("An address on the status page")
struct PageAddressTests {
    private static var filter: SeriesFilter {
        var filter = SeriesFilter()
        filter.light = .amber
        filter.owner = "Hans Wijnants & co"
        filter.layer = .effect
        filter.page = 3
        return filter
    }

    private static var alerts: AlertFilter {
        var filter = AlertFilter()
        filter.programme = "dronten-2026"
        filter.light = .red
        filter.text = "Wmo & co"
        filter.after = PageAddress.AlertPlace(openedAt: 1_775_030_400_000, number: 12)
        return filter
    }

    @Test(
        "is read as it is written",
        arguments: [
            PageAddress.overview, .programme("dronten-2026", .all), .programme("dronten-2026", filter),
            .indicator(programme: "dronten-2026", "wmo-maatwerk"),
            .indicator(
                programme: "a/b",
                "wmo-maatwerk",
                area: "GM0303",
                breakdown: Breakdown(pairs: ["leeftijd": "65+", "geslacht": "vrouw"])
            ),
            .series(programme: "dronten-2026", "wmo-maatwerk", after: nil),
            .series(
                programme: "dronten-2026",
                "wmo-maatwerk",
                after: SeriesKey(indicator: "wmo-maatwerk", area: "GM0303", breakdown: Breakdown(pairs: ["a": "b"]))
            ),
            .deliveries(), .deliveries(before: 12), .delivery(3), .ledger(), .ledger(to: "a@b.example", before: 4),
            .ledger(about: "target:wmo-maatwerk/GM0303#1", after: 4), .alerts(), .alerts(alerts),
            .table("mails", of: .ledger(to: "a@b.example")), .table("programmas", of: .overview),
            .report(programme: "dronten-2026"),
            .report(
                programme: "dronten-2026",
                ReportAddress(
                    asOf: CalendarDate(year: 2026, month: 6, day: 30),
                    since: CalendarDate(year: 2026, month: 3, day: 31),
                    form: .workbook
                )
            ),
            .handling(.explain, episode: "target/wmo-maatwerk/GM0303/1"), .stylesheet, .icon, .health, .metrics,
            .api(.description), .api(.targets, as: .csv),
            .api(.observations(SeriesKey(indicator: "wmo-maatwerk", area: "GM0303"))),
        ]
    )
    func roundTrip(address: PageAddress) {
        let sides = address.path.split(separator: "?", maxSplits: 1)
        let path = (sides.first ?? "").split(separator: "/").map { String($0).removingPercentEncoding ?? "" }
        let fields = (sides.count == 2 ? sides[1] : "").split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
            return (parts[0], parts[1])
        }
        #expect(PageAddress(path: path, query: Dictionary(uniqueKeysWithValues: fields)) == address)
    }

    @Test(
        "that does not exist is none",
        arguments: [
            ["x"], ["programma"], ["programma", "a", "b"], ["programma", "a", "indicator", "b", "c"],
            ["stijl.css", "x"],
            ["leveringen", "x"], ["melding", "x", "wissen"], ["api", "v2", "status"],
        ]
    )
    func unknown(path: [String]) {
        #expect(PageAddress(path: path) == nil)
    }

    @Test(
        "with a value that a field cannot have is answered with those that it can",
        arguments: [
            (["programma", "a"], "licht", "/programma/a?licht=rood"), (["programma", "a"], "laag", "laag=effect"),
            (["meldingen"], "ernst", "/meldingen?ernst=oranje"),
            (["programma", "a", "rapportage"], "formaat", "formaat=xlsx"),
        ]
    )
    func unknownValue(path: [String], field: String, link: String) throws {
        let unknown = try #require(PageAddress.unknownValue(path: path, query: [field: "paars"]))
        let page = unknown.page(in: .nl).html
        #expect(page.contains("‘paars’ is geen bekende waarde van ‘\(field)’") && page.contains(link), "\(page)")
        #expect(PageAddress.unknownValue(path: ["x"], query: [field: "paars"]) == nil)
    }

    @Test("with a field of a value that it cannot have is none", arguments: ["licht", "laag", "bladzijde"])
    func faultyField(name: String) {
        #expect(PageAddress(path: ["programma", "a"], query: [name: "paars"]) == nil)
    }
}
