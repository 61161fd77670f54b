import Foundation

/// The tables of a report's page, as whoever looks at it sees them.
struct ReportedTables {
    let text: String
    private let tables: [(caption: String, markup: String)]

    init(_ page: String) {
        text = page
        tables = page.components(separatedBy: "<table").dropFirst().map { part in
            let table = part.components(separatedBy: "</table>")[0]
            return (Self.words(Self.between("<caption>", "</caption>", table).first ?? ""), table)
        }
    }

    /// The cells of each row of the table with this caption.
    func rows(below caption: String) -> [[String]] {
        tables.filter { $0.caption == caption }.flatMap { Self.rows(of: $0.markup) }
    }

    /// The cells that stand under years in any table whose caption begins so, by the name of their row, then by year.
    func years(captions beginning: String) -> [String: [String: String]] {
        tables.filter { $0.caption.hasPrefix(beginning) }.reduce(into: [:]) { found, table in
            let heads = Self.between("<thead>", "</thead>", table.markup)[0].components(separatedBy: "</tr>")
            let years = Self.cells(heads.count > 1 ? heads[1] : "").filter { Int($0) != nil }
            // Behind the years stand the light and the explanation, or nothing.
            let behind = heads[0].contains(">Stoplicht<") ? 2 : 0
            for row in Self.rows(of: table.markup) {
                let cells = row.dropLast(behind).suffix(years.count)
                found[row[0]] = Dictionary(uniqueKeysWithValues: zip(years, cells))
            }
        }
    }

    private static func rows(of table: String) -> [[String]] {
        between("<tbody>", "</tbody>", table).flatMap { $0.components(separatedBy: "</tr>") }.map(cells)
            .filter { !$0.isEmpty }
    }

    /// What stands in each cell, without the notes that stand beside it.
    private static func cells(_ row: String) -> [String] {
        row.components(separatedBy: "<t").dropFirst().filter { $0.hasPrefix("h") || $0.hasPrefix("d") }.map { cell in
            let content = cell.drop { $0 != ">" }.dropFirst()
            return words(String(content).components(separatedBy: "<span class=\"report-note\">")[0])
        }
    }

    private static func words(_ markup: String) -> String {
        let parts = markup.components(separatedBy: "<")
        let bare = parts[0] + parts.dropFirst().map { part in String(part.drop { $0 != ">" }.dropFirst()) }.joined()
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(bare) { $0.replacing($1.0, with: $1.1) }
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func between(_ first: String, _ last: String, _ text: String) -> [String] {
        text.components(separatedBy: first).dropFirst().map { $0.components(separatedBy: last)[0] }
    }
}
