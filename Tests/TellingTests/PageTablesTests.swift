import Assessment
import DigestSamples
import Foundation
import Indicators
import Testing

@testable import Telling

@Suite("The tables of pages, for a spreadsheet")
struct PageTablesTests {
    private static func links(_ html: String) -> [String] {
        html.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            .filter { $0.contains("formaat=csv") }
    }

    /// The names of the tables in a page, and the page by which each is had.
    private static func tables(_ html: String) -> [String] {
        html.components(separatedBy: "aria-labelledby=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            .filter { $0.hasSuffix("-naam") }.map { String($0.dropLast(5)) }
    }

    private static func pages() throws -> [any TabledPage] {
        let (samples, sample) = (PageSamples(), IndicatorPageSamples())
        let dossier = try sample.dossier()
        let list = SeriesListPage(
            dossier.parts.map(\.assessment),
            next: nil,
            of: sample.indicator,
            in: try sample.programme(),
            areaNames: [:],
            frame: sample.frame("Reeksen"),
            plan: sample.plan()
        )
        return [
            try samples.overview(), try samples.page(), list,
            IndicatorPage(dossier, in: sample.frame("Wmo"), plan: sample.plan()),
        ]
    }

    @Test func `each has a link below it that leads to the same rows`() throws {
        for page in try Self.pages() {
            let tables = Self.tables(page.html)
            let links = Self.links(page.html)
            #expect(!tables.isEmpty && links.count == tables.count)
            for (table, link) in zip(tables, links) {
                #expect(link.contains("tabel=\(table)&amp;formaat=csv"), "\(link)")
                let csv = try #require(page.csv(of: table))
                #expect(csv.hasPrefix("\u{FEFF}") && csv.hasSuffix("\r\n"))
                let rows = csv.split(separator: "\r\n").count - 1
                let shown = page.html.components(separatedBy: "aria-labelledby=\"\(table)-naam\"")[1]
                    .components(separatedBy: "</table>")[0].ranges(of: "<th role=\"rowheader\"").count
                #expect(rows == shown)
            }
            #expect(page.csv(of: "nergens") == nil)
        }
    }

    @Test func `a number stands by itself there, and its unit in the head`() throws {
        let sample = IndicatorPageSamples()
        let page = IndicatorPage(try sample.dossier(), in: sample.frame("Wmo"), plan: sample.plan())
        let lines = try #require(page.csv(of: "waarden")).split(separator: "\r\n")
        #expect(lines[0].contains("Periode;Waarde (per 1000);Interval;"))
        #expect(lines[1].hasPrefix("2025;112;110 per 1000 tot 114 per 1000;< 108 per 1000;"))
        #expect(lines[2].hasPrefix("2024;110,5;"))
    }

    @Test func `a hidden number is hidden there as well`() throws {
        var sample = IndicatorPageSamples()
        sample.counts = [.persons]
        sample.values = [("2023", "40"), ("2024", "41"), ("2025", "7")]
        let plan = sample.plan(by: sample.disclosure([try sample.subject()]))
        let page = IndicatorPage(try sample.dossier(), in: sample.frame("Wmo"), plan: plan)
        let lines = try #require(page.csv(of: "waarden")).split(separator: "\r\n")
        #expect(lines[1].hasPrefix("2025;niet getoond;"))
    }

    @Test func `what a spreadsheet would take for a formula is text there`() throws {
        let samples = PageSamples(name: { _ in "=HYPERLINK(\"x\")" })
        let csv = try #require(try samples.overview().csv(of: "programmas"))
        #expect(csv.contains("\"'=HYPERLINK(\"\"x\"\")\"") && !csv.contains("\n=") && !csv.contains(";="))
    }
}
