package import Feeds

/// The sheets of a workbook beside the one that is read.
extension OpenedTable {
    private static let mostSheets = 30

    /// The visible sheets beside the one that is read, in the order of the workbook, and which has more figures than it.
    ///
    /// - Returns: `nil` of what is no workbook, or has one sheet only.
    /// - Throws: what the file system or `whileReading` throws.
    package func otherSheets() throws -> (names: [String], likely: (name: String, look: SheetLook)?)? {
        guard case .sheet(let book, let sheet) = holder else { return nil }
        let others = book.sheets.filter { !$0.isHidden && $0 != sheet }
        guard !others.isEmpty else { return nil }
        let own = try Self.look(at: sheet, of: book)?.numbers ?? 0
        // A sheet with a table of its own is the one that is meant; one that explains has a year or two in it.
        guard own < Self.fewNumbers else { return (others.map(\.name), nil) }
        var best: (name: String, look: SheetLook)?
        for other in others.prefix(Self.mostSheets) {
            guard let look = try Self.look(at: other, of: book), look.numbers > best?.look.numbers ?? own * 4 else {
                continue
            }
            best = (other.name, look)
        }
        return (others.map(\.name), best)
    }

    private static let fewNumbers = 10

    /// Looks at the start of a sheet; `nil` where that is damaged.
    private static func look(at sheet: Workbook.Sheet, of book: Workbook) throws -> SheetLook? {
        do {
            return try asFileFault {
                var source = try SheetSource(book, sheet)
                var bytes: [UInt8] = []
                var isWhole = false
                while bytes.count < SheetLook.sample, !isWhole {
                    if let chunk = try source.nextChunk() { bytes += chunk } else { isWhole = true }
                }
                let origin = SheetOrigin(kind: "xlsx", name: sheet.name, others: 0, notes: SheetNotes())
                return SheetLook(bytes, isWhole: isWhole, of: origin)
            }
        } catch is FileFault {
            return nil
        }
    }
}
