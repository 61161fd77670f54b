package import Feeds

/// The table in an open file, whatever holds it: text, the sheet of a workbook, or a bundle of CBS.
package struct OpenedTable {
    enum Holder {
        case text
        case sheet(Workbook, Workbook.Sheet)
        case bundle(ZipArchive, ZipEntry)
    }

    /// What the codes of a bundle stand for; empty of everything else.
    package let codes: Codebook
    let holder: Holder

    /// Looks what the file is.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - asOpened: what it was before its first byte was read.
    ///   - sheets: the sheets that profiles name, of which the first that is there is read; without one the first visible.
    ///   - whileReading: is called before each reading.
    /// - Throws: ``FileFault`` for what is no table, or a damaged one; or what the file system or `whileReading` throws.
    package init(
        _ file: OpenFile,
        asOpened: FileStatus,
        sheets: [String] = [],
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) throws {
        (codes, holder) = try Self.asFileFault {
            let found = try ContainerLook.open(file, asOpened: asOpened, whileReading: whileReading)
            if let refusal = found.kind.refusal { throw FileFault(refusal) }
            guard let archive = found.archive, let look = found.look else { return (Codebook(), .text) }
            if found.kind == .odataBundle {
                let entry = try Self.observations(in: archive)
                return (try Self.codes(in: archive), .bundle(archive, entry))
            }
            let book = try Workbook(archive, look)
            return (Codebook(), .sheet(book, try Self.sheet(of: book, named: sheets)))
        }
    }

    /// What holds it, for the survey and the receipt; a sheet is read once for what stands behind its cells.
    package func container() throws -> TableContainer {
        try Self.asFileFault {
            switch holder {
            case .text: .text
            case .sheet(let book, let sheet): .sheet(try Self.origin(of: sheet, in: book))
            case .bundle: .bundle
            }
        }
    }

    /// The lines of the table; `nil` of a text file, which is read as it is.
    package func lines() throws -> (any ByteSource)? {
        try Self.asFileFault {
            switch holder {
            case .text: nil
            case .sheet(let book, let sheet): try SheetSource(book, sheet)
            case .bundle(let archive, let entry): BundleSource(try archive.open(entry))
            }
        }
    }

    /// Does the work, and tells what is wrong with a workbook or an archive as a receipt does.
    static func asFileFault<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let fault as WorkbookFault {
            throw fault.fileFault
        } catch let fault as ZipFault {
            throw WorkbookFault(.zip(fault)).fileFault
        }
    }

    private static func sheet(of book: Workbook, named names: [String]) throws -> Workbook.Sheet {
        for name in names {
            if let sheet = try? book.sheet(named: name) { return sheet }
        }
        return try book.firstSheet()
    }

    private static func origin(of sheet: Workbook.Sheet, in book: Workbook) throws -> SheetOrigin {
        let kind =
            switch book.kind {
            case .xlsm: "xlsm"
            case .ods: "ods"
            case .xlsx, .xlsb, .oldExcel, .word, .encrypted, .odataBundle, .otherZip, .none: "xlsx"
            }
        return SheetOrigin(
            kind: kind,
            name: sheet.name,
            others: book.sheets.count { !$0.isHidden && $0 != sheet },
            notes: try book.notes(of: sheet)
        )
    }

    private static func observations(in archive: ZipArchive) throws -> ZipEntry {
        let found = archive.entries.filter { $0.isNamed("observations.csv") }
        guard let entry = found.first else { throw FileFault(.fileIsZip) }
        guard found.count == 1 else { throw FileFault(.twoDeliveries) }
        return entry
    }

    /// The largest of the files with codes that is read.
    private static let codesBytes = 8 << 20

    private static func codes(in archive: ZipArchive) throws -> Codebook {
        guard archive.entries.contains(where: { $0.isNamed("periodencodes.csv") }) else {
            throw FileFault(.codesMissing)
        }
        var codes = Codebook()
        for entry in archive.entries {
            if entry.isNamed("periodencodes.csv") {
                codes.readPeriods(try archive.content(entry, upTo: codesBytes))
            } else if entry.isNamed("measurecodes.csv") {
                codes.readMeasures(try archive.content(entry, upTo: codesBytes))
            }
        }
        return codes
    }
}

extension ZipEntry {
    /// Whether the last part of its name is this one, in small letters.
    fileprivate func isNamed(_ wanted: String) -> Bool {
        name.split { "/\\".contains($0) }.last.map { $0.lowercased() == wanted } ?? false
    }
}

/// The lines of an entry of a bundle.
private struct BundleSource: ByteSource {
    private var source: ZipEntrySource

    init(_ source: ZipEntrySource) {
        self.source = source
    }

    mutating func nextChunk() throws -> [UInt8]? {
        try OpenedTable.asFileFault { try source.nextChunk() }
    }
}
