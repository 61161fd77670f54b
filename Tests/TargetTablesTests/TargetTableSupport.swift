import Catalogue
import Indicators
import TargetTables
import TestSupport
import Testing

/// A table of the Dronten document as it was pasted (`Document/table-….txt`, copied line by line).
struct PastedTable: CustomTestStringConvertible {
    let name: String
    /// Whether a line with the title stands above the years.
    let title: String?

    var testDescription: String { name }

    static let all = [
        PastedTable(name: "basisinkomen", title: "Inwoners hebben een stabiel en voorspelbaar (basis)inkomen"),
        PastedTable(name: "6-regelingen", title: "6. Inwoners hebben een stabiel en voorspelbaar (basis)inkomen"),
        PastedTable(name: "wmo", title: nil),
        PastedTable(name: "mantelzorg", title: "Mantelzorg en vrijwilligerswerk"),
        PastedTable(name: "eenzaamheid", title: "Type eenzaamheid"),
        PastedTable(name: "inburgering", title: "Minder kinderen groeien op in armoede"),
    ]

    func text() throws -> String { try Project.text("Tests/TargetTablesTests/Document/table-\(name).txt") }

    /// What stands in the table, counted out by hand: footnotes and the line below aside, a label and a cell for each year.
    func content() throws -> (years: [String], rows: [[String]], footnotes: [String]) {
        var lines = try text().split(separator: "\n").map(PastedTable.collapsed).filter { !$0.isEmpty }
        let footnotes = lines.filter { $0.hasPrefix("*") }
        lines.removeAll { $0.hasPrefix("*") || $0.hasPrefix("In 2026 wordt") }
        if title != nil { lines.removeFirst() }
        let years = Array(lines.prefix { $0.count == 4 && $0.hasPrefix("20") })
        lines.removeFirst(years.count)
        let width = years.count + 1
        let rows = stride(from: 0, to: lines.count, by: width).map { Array(lines[$0..<$0 + width]) }
        return (years, rows, footnotes)
    }

    /// The text with every run of blanks, the document's no-break spaces among them, made one.
    static func collapsed(_ text: some StringProtocol) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    /// The rows as they are pasted, each cell on a line of its own.
    func written(_ rows: [[String]]) throws -> String {
        let (years, _, footnotes) = try content()
        return ([title ?? ""] + years + rows.joined() + footnotes).joined(separator: "\n\n")
    }

    /// The same table as a spreadsheet would save it.
    func separated(by separator: String) throws -> String {
        let (years, rows, footnotes) = try content()
        let empty = years.map { _ in "" }
        let records = [[title ?? ""] + years] + rows + footnotes.map { [$0] + empty }
        return records.map { $0.joined(separator: separator) + "\r\n" }.joined()
    }
}

extension TargetTable {
    /// Reads a text of a test.
    init(_ text: String, measuredUntil: Int? = nil) throws(TargetTableFault) {
        try self.init(reading: Array(text.utf8), measuredUntil: measuredUntil.flatMap(Period.year))
    }

    /// The register and transcript of the programme file, read by the catalogue's own loader.
    func loaded() throws -> Configuration { try loading().load() }

    /// A configuration with the programme file.
    func loading() throws -> SmallConfiguration {
        var small = try SmallConfiguration()
        small.programme = yaml
        return small
    }
}

/// What the loader made of a programme file, row by row.
struct LoadedRows {
    let configuration: Configuration

    init(_ table: TargetTable) throws {
        configuration = try table.loaded()
    }

    var indicators: [Indicator] { configuration.register.indicatorsInOrder }

    /// The cells of a row as the programme file has them: `2026 <3%`.
    func targets(_ id: IndicatorID) -> [String] {
        (configuration.register.paths[id] ?? []).map { "\($0.period) \($0.notation)" }
    }

    func documented(_ id: IndicatorID) -> [String] {
        (configuration.transcript.documented[id] ?? []).map { "\($0.period) \($0.text)" }
    }
}

/// The fault of a table that has to be refused; `nil` where it is not.
func refusal(_ text: String, measuredUntil: Int? = nil) -> TargetTableFault? {
    do throws(TargetTableFault) {
        _ = try TargetTable(text, measuredUntil: measuredUntil)
        return nil
    } catch {
        return error
    }
}
