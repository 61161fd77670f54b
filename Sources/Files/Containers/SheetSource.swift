internal import Feeds

/// A sheet of a workbook as lines of text, piece by piece.
struct SheetSource: ByteSource {
    private var reader: SheetReader
    private var text: SheetText
    private var isAtEnd = false
    private static let chunkSize = 65_536

    init(_ book: Workbook, _ sheet: Workbook.Sheet) throws {
        reader = try book.rows(of: sheet)
        text = SheetText(dates: book.dates)
    }

    /// The next lines.
    ///
    /// - Throws: ``FileFault`` for what is wrong with the workbook, or what the file system or `whileReading` throws.
    mutating func nextChunk() throws -> [UInt8]? {
        do {
            var chunk: [UInt8] = []
            while !isAtEnd, chunk.count < Self.chunkSize {
                guard let row = try reader.next() else {
                    isAtEnd = true
                    break
                }
                text.write(row, to: &chunk)
            }
            return chunk.isEmpty ? nil : chunk
        } catch let fault as WorkbookFault {
            throw fault.fileFault
        }
    }
}
