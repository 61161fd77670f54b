internal import Catalogue
internal import Feeds
package import Indicators

/// A target table as people copy it from a budget page or a spreadsheet, and the programme file that it becomes.
///
/// Three ways of copying are told apart by what stands there: tabs between the cells, semicolons between the cells, or
/// each cell on a line of its own. What the table does not say is filled in where that is safe, and marked with
/// `# check` where it is not. A table that cannot be taken for one thing only is refused.
package struct TargetTable: Hashable, Sendable {
    /// The largest text that is read, in bytes.
    package static let maximumSize = 1_048_576
    /// The largest number of cells, labels and headings among them.
    package static let maximumCells = 10_000

    /// The programme file, which `peilwacht check` accepts as it is.
    package let yaml: String
    /// The cells that are left out of the programme file, in the order of the table.
    package let unreadable: [UnreadableCell]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: the text as it was pasted or saved, in UTF-8 or Windows-1252.
    ///   - frame: the programme that the rows come to stand in.
    ///   - measuredUntil: the columns of this period and of earlier ones hold what was measured.
    /// - Throws: why the text cannot be read as one table.
    package init(
        reading bytes: [UInt8],
        into frame: ProgrammeFrame = .placeholder,
        measuredUntil: Period? = nil
    ) throws(TargetTableFault) {
        guard bytes.count <= Self.maximumSize else { throw .tooLarge() }
        let grid = try TargetTableGrid(reading: try Self.text(bytes))
        var rows = TargetTableRows(try grid.settled(measuredUntil: measuredUntil))
        try rows.read()
        unreadable = rows.unreadable
        yaml = TargetTableYAML(frame: frame, rows: rows).text
        // Each row brings more text than it had; the file has to stay one that can be loaded.
        guard yaml.utf8.count <= YAMLDocument.maximumSize else { throw .resultTooLarge() }
    }

    private static func text(_ bytes: [UInt8]) throws(TargetTableFault) -> [UInt8] {
        do throws(FileFault) {
            return try WholeText.utf8(bytes)
        } catch {
            throw .notReadable(error)
        }
    }
}
