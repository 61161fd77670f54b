internal import Catalogue
internal import Feeds
internal import Indicators

/// Why a text cannot be read as one target table.
package struct TargetTableFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The closed list of reasons.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case tooLarge = "too-large"
        case tooManyCells = "too-many-cells"
        case resultTooLarge = "result-too-large"
        case notReadable = "not-readable"
        case brokenRows = "broken-rows"
        case noColumns = "no-columns"
        case commas = "commas-between-cells"
        case cellsRunTogether = "cells-run-together"
        case splitNames = "split-names-of-columns"
        case noLabels = "no-column-of-labels"
        case columnWithoutPeriod = "column-without-period"
        case columnsOfDifferentKinds = "columns-of-different-kinds"
        case columnTwice = "column-twice"
        case noRows = "no-rows"
        case rowTooShort = "row-too-short"
        case rowTooLong = "row-too-long"
        case cellWithoutColumn = "cell-without-column"
        case cellsWithoutLabel = "cells-without-label"
        case headingOrCell = "heading-or-cell"
        case secondTable = "second-table"
    }

    /// The label of the reason.
    package let reason: Reason
    /// The line of the text, from 1; `nil` where it is about the whole.
    package let line: Int?
    private let words: String

    private init(_ reason: Reason, line: Int? = nil, _ words: String) {
        self.reason = reason
        self.line = line
        self.words = words
    }

    /// One or two sentences for people, in which nothing of the table stands raw.
    package var description: String { line.map { "line \($0): \(words)" } ?? words }
}

// MARK: The text

extension TargetTableFault {
    static func tooLarge() -> Self {
        Self(.tooLarge, "the table is larger than \(TargetTable.maximumSize) bytes; read it in parts")
    }

    static func tooManyCells() -> Self {
        Self(.tooManyCells, "the table has more than \(TargetTable.maximumCells) cells; read it in parts")
    }

    static func resultTooLarge() -> Self {
        Self(
            .resultTooLarge,
            "the programme file of this table would be larger than \(YAMLDocument.maximumSize) bytes; read it in parts"
        )
    }

    static func notReadable(_ fault: FileFault) -> Self { Self(.notReadable, fault) }

    static func brokenRows(_ fault: FileFault) -> Self { Self(.brokenRows, fault) }

    /// Says it in the words of a receipt.
    private init(_ reason: Reason, _ fault: FileFault) {
        let sentence = RowFault(fault.reason).sentence(.en)
        self.init(reason, line: fault.faults.first?.line, sentence.prefix(1).lowercased() + sentence.dropFirst())
    }
}

// MARK: Columns

extension TargetTableFault {
    static func noColumns() -> Self {
        Self(
            .noColumns,
            """
            no line names the periods of the columns; copy the table with its heading, as in '2024', '2025/2026' or \
            'Begroting 2026'
            """
        )
    }

    static func commas(line: Int) -> Self {
        Self(
            .commas,
            line: line,
            "commas stand between the cells, where they cannot be told from decimal commas; use tabs or semicolons"
        )
    }

    static func cellsRunTogether(line: Int) -> Self {
        Self(
            .cellsRunTogether,
            line: line,
            """
            the periods of the columns stand here with no more than blanks between them, so that labels and cells \
            cannot be told apart; put tabs between them
            """
        )
    }

    static func splitNames(line: Int, text: String) -> Self {
        Self(
            .splitNames,
            line: line,
            """
            \(quoted(text)) seems to belong to the names of the columns below; write each name in one cell, as in \
            'Realisatie 2024'
            """
        )
    }

    static func noLabels(line: Int, name: String) -> Self {
        Self(
            .noLabels,
            line: line,
            """
            the first column is \(quoted(name)), and the labels of the rows are expected there; put a cell in front, \
            empty or not
            """
        )
    }

    static func columnWithoutPeriod(line: Int, name: String) -> Self {
        Self(
            .columnWithoutPeriod,
            line: line,
            """
            the column \(quoted(name)) does not name one period, as '2026' or 'Begroting 2026' do; leave the column \
            out or name its period
            """
        )
    }

    static func columnsOfDifferentKinds(_ first: TargetTableColumn, _ other: TargetTableColumn) -> Self {
        Self(
            .columnsOfDifferentKinds,
            line: other.line,
            """
            the column \(quoted(first.name)) is about a \(first.period.kind.rawValue), and \(quoted(other.name)) \
            about a \(other.period.kind.rawValue); read them as two tables
            """
        )
    }

    static func columnTwice(_ first: TargetTableColumn, _ other: TargetTableColumn) -> Self {
        let content = other.isMeasured ? "what was measured in" : "the targets of"
        return Self(
            .columnTwice,
            line: other.line,
            "two columns hold \(content) \(other.period): \(quoted(first.name)) and \(quoted(other.name)); leave one out"
        )
    }
}

// MARK: Rows

extension TargetTableFault {
    static func noRows(line: Int) -> Self {
        Self(.noRows, line: line, "no row with cells follows the names of the columns; copy the table whole")
    }

    static func rowTooShort(line: Int, label: String, found: Int, expected: Int) -> Self {
        Self(
            .rowTooShort,
            line: line,
            """
            the row \(quoted(label)) has \(cells(found)), and the table has \(columns(expected)); write a cell for \
            each column, 'Nb' or '-' where there is none
            """
        )
    }

    static func rowTooLong(line: Int, label: String, found: Int, expected: Int) -> Self {
        Self(
            .rowTooLong,
            line: line,
            """
            the row \(quoted(label)) has \(cells(found)), and the table has \(columns(expected)); a column or the \
            next label is missing
            """
        )
    }

    static func cellWithoutColumn(line: Int, text: String) -> Self {
        Self(.cellWithoutColumn, line: line, "the cell \(quoted(text)) stands in a column without a name")
    }

    static func cellsWithoutLabel(line: Int, text: String) -> Self {
        Self(.cellsWithoutLabel, line: line, "the cell \(quoted(text)) stands in a row without a label; write one")
    }

    static func headingOrCell(line: Int, text: String) -> Self {
        Self(
            .headingOrCell,
            line: line,
            "it cannot be told whether \(quoted(text)) is a heading or a cell; separate the cells with tabs"
        )
    }

    static func secondTable(line: Int, text: String) -> Self {
        Self(
            .secondTable,
            line: line,
            """
            \(quoted(text)) and what follows look like the columns of a second table; read one table at a time (a \
            number that looks like a year can be written with a point: '2.024')
            """
        )
    }

    private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

    private static func columns(_ count: Int) -> String { count == 1 ? "1 column" : "\(count) columns" }
}
