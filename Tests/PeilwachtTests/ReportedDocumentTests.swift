import Foundation
import TestSupport
import Testing

/// The tables of the Dronten document, made again of what is watched, beside the document's own.
@Suite("The document's tables from the watched data", .ownThreads, .timeLimit(.minutes(30)))
struct ReportedDocumentTests {
    /// A report of the shipped programme after its measured figures came as files, but for the money, of which the document
    /// has amounts by year and the watch awaits months.
    private static func tables() throws -> ReportedTables {
        let sandbox = try Sandbox()
        let config = Sandbox.project.appendingPathComponent("config/peilwacht.yaml")
        let inbox = sandbox.file("var/inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let examples = Sandbox.project.appendingPathComponent("config/examples")
        for name in try FileManager.default.contentsOfDirectory(atPath: examples.path).sorted() {
            try FileManager.default.copyItem(
                at: examples.appendingPathComponent(name),
                to: inbox.appendingPathComponent(name)
            )
        }
        #expect(try sandbox.run(["--at", "2026-04-01T08:00", "run", "--once"], config: config).status == 0)
        let ran = try sandbox.run(["--at", "2026-04-02T08:00", "report", "dronten-2026"], config: config)
        try #require(ran.status == 0, "\(ran.err)")
        return ReportedTables(ran.out)
    }

    /// Cells that are there and not in the document's table, each with its reason.
    private static let additions: [String: String] = [
        "3. Aantal huishoudens met een laag inkomen* 2022": "the footnote of the row has it: 3% in 2022"
    ]

    @Test func `every indicator and every cell is as the document has it`() throws {
        let document = try DocumentExcerpt()
        let years = try Self.tables().years(captions: "Indicatoren: ")
        var additions: Set<String> = []
        for row in document.rows {
            let found = try #require(years[row.label], "the row '\(row.label)' is missing")
            for (year, cell) in row.cells {
                #expect(found[year] == cell, "\(row.label), \(year)")
            }
            // A table has the years of all its rows.
            let more = found.filter { row.cells[$0.key] == nil && !$0.value.isEmpty }
            additions.formUnion(more.map { "\(row.label) \($0.key)" })
        }
        #expect(additions == Set(Self.additions.keys))
        #expect(document.rows.map(\.cells.count).reduce(0, +) == 174)
    }

    @Test func `every goal stands in it in the document's words`() throws {
        let page = try Self.tables().text.replacing("&#39;", with: "'")
        for goal in try DocumentExcerpt().goals {
            let text = goal.text.replacing("&", with: "&amp;")
            #expect(page.contains(text), "\(goal.id)")
        }
    }

    @Test func `every amount of the budget is as the document has it`() throws {
        let years = try Self.tables().years(captions: "Realisatie en begroting per jaar")
        let text = try Project.text("Tests/CatalogueTests/Document/dronten-kosten.txt")
        let names = ["2024", "2025", "2026", "2027", "2028", "2029"]
        var section = ""
        var compared = 0
        for line in text.split(separator: "\n").map(String.init) {
            let fields = line.components(separatedBy: "|")
            if line.hasPrefix("@") { section = String(line.dropFirst()) }
            guard fields.count == names.count + 1 else { continue }
            let found = try #require(
                years.first { $0.key == fields[0] || $0.key.lowercased() == "\(section): \(fields[0])".lowercased() },
                "the row '\(section): \(fields[0])' is missing"
            )
            for (year, cell) in zip(names, fields.dropFirst()) {
                #expect(found.value[year] == cell, "\(fields[0]), \(year)")
                compared += 1
            }
        }
        #expect(compared == 18 * 6)
    }
}
