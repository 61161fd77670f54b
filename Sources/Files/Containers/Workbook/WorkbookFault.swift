package import Feeds

/// Why a workbook is not read, and where in it.
package struct WorkbookFault: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        case zip(ZipFault)
        case xml(XMLFault)
        /// It is something else than a workbook that is read.
        case otherKind(ContainerKind)
        /// A part that it names is not there, or leads out of the file.
        case missingPart(String)
        case noVisibleSheet
        case noSuchSheet(String)
        case tooManyCells
        case tooManyRows
        case tooManyColumns
        case tooManyParts
        case cellTooLong
        case rowTooLong
        case textsTooLong
        /// Rows or cells do not come in their order, or say to stand where they do not.
        case outOfOrder
        /// A cell refers to a text that is not there.
        case noSuchText
        /// A cell says to hold something that it does not.
        case notReadable(String)
    }

    package let problem: Problem
    /// The sheet, as the workbook calls it.
    package let sheet: String?
    package let cell: CellReference?

    package init(_ problem: Problem, sheet: String? = nil, cell: CellReference? = nil) {
        self.problem = problem
        self.sheet = sheet
        self.cell = cell
    }

    /// The label in the receipt.
    package var reason: IntakeReason {
        switch problem {
        case .zip(let fault): fault.reason
        case .xml(let fault): fault.reason
        case .otherKind(let kind): kind.refusal ?? .workbookDamaged
        case .noVisibleSheet: .noVisibleSheet
        case .noSuchSheet: .noSuchSheet
        case .tooManyCells, .tooManyRows, .tooManyColumns, .tooManyParts, .rowTooLong, .textsTooLong: .workbookTooLarge
        case .cellTooLong: .cellTooLong
        case .missingPart, .outOfOrder, .noSuchText, .notReadable: .workbookDamaged
        }
    }

    /// What a receipt says of it.
    package var fileFault: FileFault {
        FileFault(reason, cell: quoted, detail: sheet.map { .sheetCell(sheet: $0, cell: cell?.description) })
    }

    /// What the sentence quotes.
    private var quoted: String? {
        switch problem {
        case .noSuchSheet(let name), .notReadable(let name): name
        case .zip, .xml, .otherKind, .missingPart, .noVisibleSheet, .tooManyCells, .tooManyRows, .tooManyColumns,
            .tooManyParts, .cellTooLong, .rowTooLong, .textsTooLong, .outOfOrder, .noSuchText:
            nil
        }
    }

    /// Does the work, and puts the place to what is thrown without one.
    static func placed<Result>(
        sheet: String? = nil,
        cell: @autoclosure () -> CellReference? = nil,
        _ work: () throws -> Result
    ) throws -> Result {
        do {
            return try work()
        } catch let fault as ZipFault {
            throw WorkbookFault(.zip(fault), sheet: sheet)
        } catch let fault as XMLFault {
            throw WorkbookFault(.xml(fault), sheet: sheet, cell: cell())
        } catch let problem as Problem {
            throw WorkbookFault(problem, sheet: sheet, cell: cell())
        }
    }
}

extension WorkbookFault.Problem: Error {}
