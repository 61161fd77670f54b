import Feeds
import TestSupport
import Testing

@testable import Files

/// A file that is open, as the intake has it.
struct Opened {
    let file: OpenFile
    let status: FileStatus

    init(_ bytes: [UInt8]) throws {
        file = try Self.file()
        try file.write(bytes)
        status = try file.status()
    }

    /// A file that has no name any more.
    private static func file() throws -> OpenFile {
        let folder = try TemporaryFolder()
        return try withExtendedLifetime(folder) { try folder.directory().createFile(FileName("a"), mode: 0o600) }
    }

    func archive(_ limits: ZipLimits = ZipLimits()) throws -> ZipArchive {
        try ZipArchive(file, asOpened: status, limits: limits)
    }

    func book(_ limits: WorkbookLimits = WorkbookLimits()) throws -> Workbook {
        try Workbook(archive(), limits: limits)
    }

    func kind() throws -> ContainerKind { try ContainerLook.open(file, asOpened: status).kind }
}

/// All rows of the first sheet, each cell as `A1 number 25.3`.
func cells(_ bytes: [UInt8], _ limits: WorkbookLimits = WorkbookLimits()) throws -> [String] {
    let book = try Opened(bytes).book(limits)
    return try cells(book, book.firstSheet())
}

func cells(_ book: Workbook, _ sheet: Workbook.Sheet) throws -> [String] {
    var reader = try book.rows(of: sheet)
    var cells: [String] = []
    while let row = try reader.next() {
        cells += row.cells.map { "\(row.reference($0)) \($0.kind) \(row.text($0))" }
    }
    return cells
}

/// What is thrown; `nil` where nothing is.
func thrown(_ work: () throws -> Void) -> (any Error)? {
    do {
        try work()
        return nil
    } catch {
        return error
    }
}

func expectFault(
    _ problem: WorkbookFault.Problem,
    at cell: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ work: () throws -> Void
) {
    let fault = thrown(work) as? WorkbookFault
    #expect(fault?.problem == problem, sourceLocation: sourceLocation)
    if let cell { #expect(fault?.cell?.description == cell, sourceLocation: sourceLocation) }
}
